"""CSV tables for spreadsheets and statistics: UTF-8, a header, RFC 4180.

A cell that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from graph.export.network import EVENT_FIELDS, Value, event_actors, event_edges, node_values, readable
from graph.model import Actor, Plover
from graph.query import EventQuery
from graph.store import Store

NODE_COLUMNS = ("id", "name", "code", "sector", "kind")
RELATION_COLUMNS = (
    *("source", "source_name", "relation", "base", "quad", "target", "target_name"),
    *("events", "claimed", "articles", "first", "last"),
)
EVENT_COLUMNS = ("source", "source_name", "target", "target_name", *(name for name, _ in EVENT_FIELDS))
# What opens a formula in Excel, LibreOffice and Google Sheets, in full width too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def relations(store: Store, query: EventQuery) -> Iterator[str]:
    """One row a source, relation and target, with counts."""
    return table(
        RELATION_COLUMNS,
        (
            (
                *(row.source, row.source_name, row.relation, row.base, Plover(row.base).quad),
                *(row.target, row.target_name),
                *(row.events, row.claimed, row.articles, row.first, row.last),
            )
            for row in store.all_relations(query)
        ),
    )


def events(store: Store, query: EventQuery) -> Iterator[str]:
    """One row an event."""
    nodes, edges = event_edges(store, query)
    actors = {nodes[id]: actor for id, actor in nodes.actors.items()}
    return table(
        EVENT_COLUMNS,
        (
            (
                actors[e.source].id,
                actors[e.source].name,
                actors[e.target].id,
                actors[e.target].name,
                *e.values,
            )
            for e in edges
        ),
    )


def relation_nodes(store: Store, query: EventQuery) -> Iterator[str]:
    """The actors of the query's relations."""
    return _nodes(store.actors_of(query))


def event_nodes(store: Store, query: EventQuery) -> Iterator[str]:
    """The actors at the ends of the query's events."""
    return _nodes(event_actors(store, query))


def _nodes(actors: Iterable[Actor]) -> Iterator[str]:
    id_first = ((id, actor.name, *rest) for actor in actors for id, *rest in [node_values(actor)])
    return table(NODE_COLUMNS, id_first)


def table(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """A header and the rows as text, a row at a time; what a spreadsheet would run is made words."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        yield text.getvalue()
        text.seek(0)
        text.truncate()
    yield text.getvalue()


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    value = readable(value)
    return "'" + value if value.startswith(FORMULA) else value

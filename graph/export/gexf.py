"""GEXF 1.3, Gephi's own format: the relation is the edge's `kind`, days make the timeline.

`end` is inclusive; an edge without a day has neither `start` nor `end` and is there all the time.
"""

from collections.abc import Iterator, Sequence

from graph.export.network import (
    EVENT_FIELDS,
    NODE_FIELDS,
    RELATION_FIELDS,
    Edge,
    Nodes,
    Value,
    event_edges,
    label_of,
    node_values,
    quoted,
    relation_edges,
)
from graph.query import EventQuery
from graph.store import Store

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph mode="dynamic" timeformat="date" defaultedgetype="directed">
"""


def relations(store: Store, query: EventQuery) -> Iterator[str]:
    """One edge a source, relation and target, from its first day to its last."""
    return _document(RELATION_FIELDS, *relation_edges(store, query))


def events(store: Store, query: EventQuery) -> Iterator[str]:
    """One edge an event, on its day."""
    return _document(EVENT_FIELDS, *event_edges(store, query))


def _document(fields: Sequence[tuple[str, str]], nodes: Nodes, edges: Iterator[Edge]) -> Iterator[str]:
    yield HEAD
    yield from _attributes("node", "n", NODE_FIELDS)
    yield from _attributes("edge", "e", fields)
    yield "<nodes>\n"
    names = [f"n_{name}" for name, _ in NODE_FIELDS]
    for id, actor in nodes.actors.items():
        yield (
            f'<node id="{nodes[id]}" label="{quoted(label_of(actor))}">'
            f"{_values(names, node_values(actor))}</node>\n"
        )
    yield "</nodes>\n<edges>\n"
    names = [f"e_{name}" for name, _ in fields]
    for number, edge in enumerate(edges):
        relation = quoted(edge.relation)
        days = f' start="{quoted(edge.first)}" end="{quoted(edge.last)}"' if edge.first and edge.last else ""
        yield (
            f'<edge id="e{number}" source="{edge.source}" target="{edge.target}" kind="{relation}" '
            f'label="{relation}" weight="{edge.weight}"{days}>{_values(names, edge.values)}</edge>\n'
        )
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(element: str, prefix: str, fields: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield f'<attributes class="{element}">\n'
    for name, type in fields:
        yield f'<attribute id="{prefix}_{name}" title="{name}" type="{type}"/>\n'
    yield "</attributes>\n"


def _values(names: Sequence[str], values: Sequence[Value]) -> str:
    inner = "".join(
        f'<attvalue for="{name}" value="{quoted(value)}"/>'
        for name, value in zip(names, values, strict=True)
        if value is not None
    )
    return f"<attvalues>{inner}</attvalues>"

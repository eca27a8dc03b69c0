"""GraphML, as networkx, Gephi, igraph and yEd read it alike.

Three traps that this writer minds: key ids `n_*` and `e_*`, because Gephi takes a key called `b` or `size`
for a colour or a size; dates as strings, because `date` breaks igraph and networkx; and the relation as the
XML attribute `label` of an edge too, because Gephi otherwise merges parallel edges into one.
"""

from collections.abc import Iterator, Sequence

from graph.export.network import (
    EVENT_FIELDS,
    NODE_FIELDS,
    RELATION_FIELDS,
    Edge,
    Nodes,
    Value,
    escaped,
    event_edges,
    label_of,
    node_values,
    quoted,
    relation_edges,
)
from graph.query import EventQuery
from graph.store import Store

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
LABEL = ("label", "string")
WEIGHT = ("weight", "double")


def relations(store: Store, query: EventQuery) -> Iterator[str]:
    """One edge a source, relation and target, weighted by its events."""
    return _document(RELATION_FIELDS, *relation_edges(store, query))


def events(store: Store, query: EventQuery) -> Iterator[str]:
    """One edge an event. Gephi merges events of one relation unless told not to (merge strategy: none)."""
    return _document(EVENT_FIELDS, *event_edges(store, query))


def _document(fields: Sequence[tuple[str, str]], nodes: Nodes, edges: Iterator[Edge]) -> Iterator[str]:
    yield HEAD
    yield from _keys("node", "n", (LABEL, *NODE_FIELDS))
    yield from _keys("edge", "e", (LABEL, WEIGHT, *fields))
    yield '<graph edgedefault="directed">\n'
    names = [f"n_{name}" for name, _ in (LABEL, *NODE_FIELDS)]
    for id, actor in nodes.actors.items():
        yield f'<node id="{nodes[id]}">{_data(names, (label_of(actor), *node_values(actor)))}</node>\n'
    names = [f"e_{name}" for name, _ in (LABEL, WEIGHT, *fields)]
    for number, edge in enumerate(edges):
        yield (
            f'<edge id="e{number}" source="{edge.source}" target="{edge.target}" '
            f'label="{quoted(edge.relation)}">'
            f"{_data(names, (edge.relation, edge.weight, *edge.values))}</edge>\n"
        )
    yield "</graph>\n</graphml>\n"


def _keys(element: str, prefix: str, fields: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, type in fields:
        yield f'<key id="{prefix}_{name}" for="{element}" attr.name="{name}" attr.type="{type}"/>\n'


def _data(names: Sequence[str], values: Sequence[Value]) -> str:
    return "".join(
        f'<data key="{name}">{escaped(value)}</data>'
        for name, value in zip(names, values, strict=True)
        if value is not None
    )

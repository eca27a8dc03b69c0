"""The graph as a file for other programs: one format, one module.

A *shape* is what a file holds: `relations` (one edge a source, relation and target, with counts), `events`
(one edge an event) or `articles` (what was read). Everything is written as it is read, so that a graph of
any size fits; GraphML and GEXF ask the store for the actors first, then for the edges.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO, Protocol

from graph.errors import BadQuery
from graph.export import csv_tables, gexf, graphml, jsonl
from graph.query import EventQuery, events_query
from graph.store import Store
from graph.vocabulary import Vocabulary

FORMATS: Mapping[str, str] = {
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
}
SHAPES = ("relations", "events", "articles")
PARTS = ("edges", "nodes")


class Writer(Protocol):
    """Writes one shape of a query's answer in one format, piece by piece."""

    def __call__(self, store: Store, query: EventQuery) -> Iterator[str]: ...


WRITERS: Mapping[tuple[str, str, str], Writer] = {
    ("graphml", "relations", "edges"): graphml.relations,
    ("graphml", "events", "edges"): graphml.events,
    ("gexf", "relations", "edges"): gexf.relations,
    ("gexf", "events", "edges"): gexf.events,
    ("csv", "relations", "edges"): csv_tables.relations,
    ("csv", "events", "edges"): csv_tables.events,
    ("csv", "relations", "nodes"): csv_tables.relation_nodes,
    ("csv", "events", "nodes"): csv_tables.event_nodes,
    ("jsonl", "relations", "edges"): jsonl.relations,
    ("jsonl", "events", "edges"): jsonl.events,
    ("jsonl", "articles", "edges"): jsonl.articles,
}
CHUNK = 1 << 16


def stream(format: str, shape: str, store: Store, query: EventQuery, part: str = "edges") -> Iterator[bytes]:
    """The file, in pieces of some 64 kB. Raises BadQuery at once for what a format cannot hold."""
    writer = _writer(format, shape, part)
    return pieces(writer(store, query))


def write(
    format: str, shape: str, store: Store, query: EventQuery, out: BinaryIO, part: str = "edges"
) -> None:
    """Write the file to a binary stream."""
    for piece in stream(format, shape, store, query, part):
        out.write(piece)


def export_query(
    format: str, shape: str, given: Mapping[str, Sequence[str]], vocabulary: Vocabulary
) -> EventQuery:
    """The filters of an export. JSON lines of events and articles are a copy: all are open unless given."""
    opened: Mapping[str, Sequence[str]] = {}
    if format == "jsonl" and shape in ("events", "articles"):
        opened = {"negated": ["any"], "modality": ["any"]}
    return events_query({**opened, **given}, vocabulary)


def _writer(format: str, shape: str, part: str) -> Writer:
    for field, value, known in (("format", format, FORMATS), ("shape", shape, SHAPES), ("part", part, PARTS)):
        if value not in known:
            raise BadQuery(field, value, f"{field}: {value!r} is not one of {', '.join(known)}")
    writer = WRITERS.get((format, shape, part))
    if writer is not None:
        return writer
    if part == "nodes" and format != "csv":
        raise BadQuery("part", part, f"part: {format} holds nodes and edges in one file; leave part out")
    able = dict.fromkeys(f for f, s, p in WRITERS if (s, p) == (shape, part))
    raise BadQuery("shape", shape, f"shape: {format} cannot hold {shape}; use --format {' or '.join(able)}")


def pieces(texts: Iterator[str]) -> Iterator[bytes]:
    """Short texts as UTF-8 in pieces of some 64 kB."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size >= CHUNK:
            yield "".join(held).encode()
            held, size = [], 0
    if held:
        yield "".join(held).encode()

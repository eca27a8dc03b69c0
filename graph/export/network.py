"""What GraphML and GEXF share: edges of each shape with their fields, and text that every reader takes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Actor, Event, Plover
from graph.query import EventQuery, Level, RelationRow
from graph.store import Store

Value = str | int | float | bool | None

NODE_FIELDS = (("actor", "string"), ("code", "string"), ("sector", "string"), ("kind", "string"))
RELATION_FIELDS = (
    ("relation", "string"),
    ("base", "string"),
    ("quad", "string"),
    ("events", "long"),
    ("claimed", "long"),
    ("articles", "long"),
    ("first", "string"),
    ("last", "string"),
)
EVENT_FIELDS = (
    ("event", "string"),
    ("act", "string"),
    ("article", "string"),
    ("field", "string"),
    ("relation", "string"),
    ("content", "string"),
    ("plover", "string"),
    ("cameo", "string"),
    ("quad", "string"),
    ("source_person", "string"),
    ("target_person", "string"),
    ("reciprocal", "boolean"),
    ("negated", "boolean"),
    ("modality", "string"),
    ("attributed_to", "string"),
    ("date", "string"),
    ("date_granularity", "string"),
    ("published", "string"),
    ("confidence", "double"),
    ("sentence", "string"),
    ("trigger", "string"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An edge between two nodes of a file, its values in the order of the shape's fields."""

    source: str
    target: str
    relation: str
    weight: float
    first: str | None
    last: str | None
    values: Sequence[Value]


class Nodes:
    """The actors of a file with their ids n0, n1 ...: opaque, since cleaned names may become equal."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.actors: dict[str, Actor] = {}
        self._ids: dict[str, str] = {}
        for actor in actors:
            if actor.id not in self._ids:
                self._ids[actor.id] = f"n{len(self._ids)}"
                self.actors[actor.id] = actor

    def __getitem__(self, actor: str) -> str:
        return self._ids[actor]

    def joins(self, source: str, target: str) -> bool:
        """Whether both are in the file: an actor that came in after the nodes were read is not."""
        return source in self._ids and target in self._ids


def relation_edges(store: Store, query: EventQuery) -> tuple[Nodes, Iterator[Edge]]:
    """The actors of a query's relations, and then the relations."""
    nodes = Nodes(store.actors_of(query))
    rows = (row for row in store.all_relations(query) if nodes.joins(row.source, row.target))
    return nodes, (_relation_edge(row, nodes) for row in rows)


def event_edges(store: Store, query: EventQuery) -> tuple[Nodes, Iterator[Edge]]:
    """The actors of a query's events, and then the events."""
    nodes = Nodes(event_actors(store, query))
    events = (e for e in store.events(query) if nodes.joins(e.source.actor.id, e.target.actor.id))
    return nodes, (_event_edge(event, nodes) for event in events)


def event_actors(store: Store, query: EventQuery) -> Iterator[Actor]:
    """The actors at the ends of a query's events, by id: a military is itself here, not its country."""
    return store.actors_of(replace(query, level=Level.ACTOR))


def label_of(actor: Actor) -> str:
    """What a node is called: its name, or its id where that is blank, for which Gephi would put `n0`."""
    return actor.name if actor.name.strip(" \t\r\n") else actor.id


def node_values(actor: Actor) -> tuple[Value, ...]:
    """What is told of an actor, in the order of NODE_FIELDS."""
    return (actor.id, actor.code, actor.sector, str(actor.kind))


def _relation_edge(row: RelationRow, nodes: Nodes) -> Edge:
    return Edge(
        source=nodes[row.source],
        target=nodes[row.target],
        relation=row.relation,
        weight=float(row.events),
        first=row.first,
        last=row.last,
        values=(
            row.relation,
            row.base,
            Plover(row.base).quad,
            row.events,
            row.claimed,
            row.articles,
            row.first,
            row.last,
        ),
    )


def _event_edge(event: Event, nodes: Nodes) -> Edge:
    source, target, attribution = event.source.person, event.target.person, event.attributed_to
    return Edge(
        source=nodes[event.source.actor.id],
        target=nodes[event.target.actor.id],
        relation=event.relation,
        weight=1.0,
        first=event.when,
        last=event.when,
        values=(
            event.id,
            event.act,
            event.article,
            event.field,
            event.relation,
            event.content,
            str(event.plover),
            event.cameo,
            event.quad,
            source.id if source else None,
            target.id if target else None,
            event.reciprocal,
            event.negated,
            str(event.modality),
            attribution.speaker.actor.id if attribution else None,
            event.date,
            str(event.date_granularity) if event.date_granularity else None,
            event.published,
            event.confidence,
            event.sentence.text,
            event.trigger.text,
        ),
    )


# C0 controls except tab, line feed and return, two non-characters, and surrogates: no reader of XML takes
# them, not even as references.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SURROGATE = re.compile("[\ud800-\udfff]")
ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
QUOTED = ESCAPED | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def readable(text: str) -> str:
    """The text with every character that XML forbids replaced by U+FFFD."""
    if SURROGATE.search(text):  # two halves of one character are joined
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return FORBIDDEN.sub("\ufffd", text)


def quoted(value: Value) -> str:
    """A value between the quotes of an attribute."""
    return _text(value).translate(QUOTED)


def escaped(value: Value) -> str:
    """A value inside an element. No more is escaped than must be: a blank between two escapes is lost when
    Gephi reads GraphML, if the value is long."""
    return _text(value).translate(ESCAPED)


def _text(value: Value) -> str:
    """Truth in lower case and lines ending in \\n, as XML has them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = readable(value or "")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

"""An EventQuery as Cypher: the conditions on an event, or on the counted edge of a pair."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from graph.model import Plover
from graph.query import EventQuery, actor_ids, is_default_kind

# An event is stored under its own ends; where its pair counts under others, under those as well.
STATE_ENDS = "coalesce(e.state_source, e.source)", "coalesce(e.state_target, e.target)"
ACTOR_ENDS = "e.source", "e.target"


def event_conditions(query: EventQuery, *, dated: bool = True) -> tuple[str, dict[str, Any]]:
    """The WHERE of a query over `(e:Event)`, with its parameters."""
    where = _Where()
    where.ends(query, "e.source", "e.target")
    where.any_of(["e.attributed_to"], "attributed_to", _nodes(query.attributed_to))
    where.any_of(["e.source_person", "e.target_person"], "person", query.person)
    for key in ("relation", "content", "plover", "article"):
        where.any_of([f"e.{key}"], key, getattr(query, key))
    if query.code:
        where.parts.append("EXISTS { (e)-[:SOURCE|TARGET]->(coded:Actor) WHERE coded.code IN $code }")
        where.values["code"] = list(query.code)
    if query.quad:
        where.any_of(["e.plover"], "quad", [p.value for p in Plover if p.quad in query.quad])
    if is_default_kind(query):
        where.parts.append("e.counted")
    else:
        where.any_of(["e.modality"], "modality", query.modality)
        if query.negated is not None:
            where.parts.append("e.negated" if query.negated else "NOT e.negated")
    if query.min_confidence:
        where.parts.append("e.confidence >= $min_confidence")
        where.values["min_confidence"] = query.min_confidence
    for key, sign, day in (("since", ">=", query.since), ("until", "<", query.until)):
        if dated and day:
            where.parts.append(f"e.day {sign} ${key}")
            where.values[key] = day
    return where.joined()


def pair_conditions(query: EventQuery) -> tuple[str, str, dict[str, Any]]:
    """The type of the edge `r` and the WHERE of a query over `(s:Actor)-[r]->(t:Actor)`, with parameters.

    Names of relations stand in the query itself, where no parameter may: they are letters and underscores.
    """
    where = _Where()
    where.ends(query, "s.id", "t.id")
    if not query.relation:
        where.parts.append("NOT r:PART_OF")
    types = ":" + "|".join(query.relation) if query.relation else ""
    return types, *where.joined()


def order_key(id: str) -> str:
    """A text that Neo4j orders as SQLite orders the id: by code points.

    Neo4j compares UTF-16, in which characters beyond U+FFFF come before U+E000. Ids with neither are their
    own keys.
    """
    return BEYOND.sub(lambda found: f"\ud7ff{ord(found[0]):06x}", id)


BEYOND = re.compile("[\ud7ff-\U0010ffff]")


class _Where:
    """Conditions that all hold, and the parameters they speak of."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.values: dict[str, Any] = {}

    def joined(self) -> tuple[str, dict[str, Any]]:
        return " AND ".join(self.parts) or "true", self.values

    def any_of(self, terms: Sequence[str], name: str, wanted: Sequence[str]) -> None:
        if wanted:
            self.parts.append("(" + " OR ".join(f"{term} IN ${name}" for term in terms) + ")")
            self.values[name] = list(wanted)

    def ends(self, query: EventQuery, source: str, target: str) -> None:
        self.any_of([source], "source", _nodes(query.source))
        self.any_of([target], "target", _nodes(query.target))
        self.any_of([source, target], "actor", _nodes(query.actor))
        if query.between:
            self.parts.append(
                f"any(pair IN $between WHERE ({source} IN pair[0] AND {target} IN pair[1]) "
                f"OR ({source} IN pair[1] AND {target} IN pair[0]))"
            )
            self.values["between"] = [[_nodes([a]), _nodes([b])] for a, b in query.between]
            # What an index can be asked for, beside what is meant.
            self.parts.append(f"{source} IN $ends AND {target} IN $ends")
            self.values["ends"] = _nodes(end for pair in query.between for end in pair)


def _nodes(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(node for id in ids for node in actor_ids(id)))

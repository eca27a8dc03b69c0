"""What can be asked of a graph, and the shape of the answers: one meaning for every store and every door."""

import base64
import binascii
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from graph.errors import BadQuery
from graph.model import Actor, Article, Event, Modality, Plover
from graph.vocabulary import Vocabulary


class Level(StrEnum):
    """Whether a country's military is counted as the country (`state`) or by itself (`actor`)."""

    STATE = "state"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuery:
    """Which events are meant. Empty filters mean all; a filter with several values means any of them.

    Actor filters hold ids; asking for a country means its node and its military, as `actor_ids` says.
    `negated` is False, True or None (any); empty `modality` means any. `since` (inclusive) and `until`
    (exclusive) are ISO days, held against an event's own date, else its article's.
    """

    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    between: tuple[tuple[str, str], ...] = ()
    code: tuple[str, ...] = ()
    relation: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    plover: tuple[str, ...] = ()
    quad: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    negated: bool | None = False
    modality: tuple[str, ...] = (Modality.ACTUAL.value,)
    min_confidence: float = 0.0
    level: Level = Level.STATE

    def described(self) -> dict[str, Any]:
        """The query as it was understood: every filter that narrows it, and the defaults in force."""
        shown: dict[str, Any] = {}
        for key in FILTERS:
            value = getattr(self, key)
            if value:
                shown[key] = [list(v) if isinstance(v, tuple) else v for v in value]
        for key in ("since", "until"):
            if getattr(self, key):
                shown[key] = getattr(self, key)
        shown["negated"] = "any" if self.negated is None else self.negated
        shown["modality"] = list(self.modality) or "any"
        if self.min_confidence:
            shown["min_confidence"] = self.min_confidence
        shown["level"] = str(self.level)
        return shown

    def parameters(self) -> list[tuple[str, str]]:
        """The query as URL parameters that mean the same."""
        pairs = [
            (key, ",".join(v) if isinstance(v, tuple) else v) for key in FILTERS for v in getattr(self, key)
        ]
        pairs += [(key, getattr(self, key)) for key in ("since", "until") if getattr(self, key)]
        if self.negated is not False:
            pairs.append(("negated", "any" if self.negated is None else "true"))
        if self.modality != (Modality.ACTUAL.value,):
            pairs += [("modality", m) for m in self.modality] or [("modality", "any")]
        if self.min_confidence:
            pairs.append(("min_confidence", str(self.min_confidence)))
        if self.level is not Level.STATE:
            pairs.append(("level", str(self.level)))
        return pairs


ACTOR_FILTERS = ("source", "target", "actor", "attributed_to")
FILTERS = (
    *("source", "target", "actor", "between", "code", "relation", "content", "plover", "quad"),
    *("person", "attributed_to", "article"),
)
INTENTIONS = frozenset({Plover.AGREE.value, Plover.THREATEN.value, Plover.REJECT.value})
QUAD_NAMES = tuple(dict.fromkeys(plover.quad for plover in Plover))


def actor_ids(id: str) -> tuple[str, ...]:
    """The nodes that asking for an actor means: a country's node and its military, else the actor."""
    return (id, f"{id}-MIL") if len(id) == 3 and id.isupper() else (id,)


def folded_pair(source: str, target: str) -> tuple[str, str]:
    """The ids under which a pair counts at level `state`: a military as its country.

    Unless that would join both ends: where Egypt's military acts on Egypt, both stay what they are.
    """
    folded = _state_of(source), _state_of(target)
    return (source, target) if folded[0] == folded[1] else folded


def folded(id: str, level: Level) -> str:
    """The node under which an actor stands at a level: USA for USA-MIL at `state`."""
    return _state_of(id) if level is Level.STATE else id


def is_default_kind(query: "EventQuery") -> bool:
    """Whether a query asks for what the counted pairs count: acts that happened, not negated."""
    return query.negated is False and query.modality == (Modality.ACTUAL.value,)


def is_counted_by_pairs(query: "EventQuery") -> bool:
    """Whether the counted pairs answer a query: default kind and level, filtered by ends and relation."""
    plain = EventQuery(
        source=query.source,
        target=query.target,
        actor=query.actor,
        between=query.between,
        relation=query.relation,
    )
    named = [*query.source, *query.target, *query.actor, *(end for pair in query.between for end in pair)]
    return query == plain and not any(id.endswith("-MIL") for id in named)


def _state_of(id: str) -> str:
    return id[:3] if len(id) == 7 and id[:3].isupper() and id.endswith("-MIL") else id


def events_query(given: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> EventQuery:
    """Understand filters as people give them: names for ids, verbs for relations, days as ISO dates.

    Raises BadQuery (UnknownName, AmbiguousName) naming the filter, the value and the mend.
    """
    unknown = sorted(
        set(given) - {*FILTERS, "since", "until", "negated", "modality", "min_confidence", "level"}
    )
    if unknown:
        raise BadQuery(
            unknown[0],
            "",
            f"{unknown[0]}: no such filter; filters are {', '.join(FILTERS)}, "
            "since, until, negated, modality, min_confidence, level",
        )
    read = _Reader(given, vocabulary)
    people: list[str] = list(read.people())
    actors = {
        key: read.actors(key, people if key in ("source", "target", "actor") else []) for key in ACTOR_FILTERS
    }
    plover = read.choices("plover", [p.value for p in Plover], str.upper)
    modality = read.choices("modality", [*(m.value for m in Modality), "any"], str.lower)
    negated = read.choices("negated", ["true", "false", "any"], str.lower)
    intention = bool(INTENTIONS & set(plover))
    if not modality:
        modality = ("actual", "planned") if intention else ("actual",)
    since, until = read.day("since"), read.day("until")
    if since and until and since >= until:
        raise BadQuery("until", until, f"until: {until} is not after since={since}")
    default_negated = None if Plover.REJECT.value in plover else False
    return EventQuery(
        **actors,
        between=read.pairs(),
        code=tuple(code.upper() for code in given.get("code", ())),
        relation=tuple(vocabulary.relation(text).name for text in given.get("relation", ())),
        content=tuple(vocabulary.relation(text).name for text in given.get("content", ())),
        plover=plover,
        quad=read.choices(
            "quad", list(QUAD_NAMES), lambda text: text.lower().replace("_", " ").replace("-", " ")
        ),
        person=tuple(dict.fromkeys(people)),
        article=tuple(given.get("article", ())),
        since=since,
        until=until,
        negated={"true": True, "false": False, "any": None}[negated[-1]] if negated else default_negated,
        modality=() if "any" in modality else modality,
        min_confidence=read.share("min_confidence"),
        level=Level((read.choices("level", ["state", "actor"], str.lower) or ("state",))[-1]),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the filters of one query, each by its kind."""

    given: Mapping[str, Sequence[str]]
    vocabulary: Vocabulary

    def actors(self, key: str, people: list[str]) -> tuple[str, ...]:
        ids: list[str] = []
        for text in self.given.get(key, ()):
            meaning = self.vocabulary.meaning(key, text)
            ids += [meaning.actor.id, *self.vocabulary.gazetteer.parts(meaning.actor.id)]
            if meaning.person is not None:  # in office or out of it, with a node of his own
                people.append(meaning.person.id)
                ids.append(meaning.person.id)
        return tuple(dict.fromkeys(ids))

    def people(self) -> Iterator[str]:
        for text in self.given.get("person", ()):
            person = self.vocabulary.meaning("person", text).person
            if person is None:
                raise BadQuery("person", text, f"person: {text!r} is not a person; ask with actor={text}")
            yield person.id

    def pairs(self) -> tuple[tuple[str, str], ...]:
        pairs = []
        for text in self.given.get("between", ()):
            ends = text.split(",")
            if len(ends) != 2:
                raise BadQuery(
                    "between", text, f"between: {text!r} needs two actors with a comma between them"
                )
            first, second = (self.vocabulary.meaning("between", end).actor.id for end in ends)
            pairs.append((first, second))
        return tuple(pairs)

    def choices(self, key: str, known: Sequence[str], folded: Any) -> tuple[str, ...]:
        values = tuple(dict.fromkeys(folded(text.strip()) for text in self.given.get(key, ())))
        for value in values:
            if value not in known:
                raise BadQuery(key, value, f"{key}: {value!r} is not one of {', '.join(known)}")
        return values

    def day(self, key: str) -> str | None:
        given = self.given.get(key, ())
        if not given:
            return None
        text = given[-1].strip()
        parts = {4: f"{text}-01-01", 7: f"{text}-01"}
        try:
            return date.fromisoformat(parts.get(len(text), text)).isoformat()
        except ValueError:
            raise BadQuery(
                key, text, f"{key}: {text!r} is not a date; write 2022, 2022-02 or 2022-02-24"
            ) from None

    def share(self, key: str) -> float:
        given = self.given.get(key, ())
        try:
            value = float(given[-1]) if given else 0.0
        except ValueError:
            value = -1.0
        if not 0.0 <= value <= 1.0:
            raise BadQuery(key, given[-1], f"{key}: {given[-1]!r} is not a number from 0 to 1")
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which part of a list is wanted: how many rows at most, and after which one (an opaque cursor)."""

    limit: int = 100
    cursor: str | None = None


def cursor_of(position: Sequence[object]) -> str:
    """An opaque, URL-safe cursor for the last row of a page."""
    return base64.urlsafe_b64encode(json.dumps(position).encode()).decode().rstrip("=")


def position_of(cursor: str, kinds: Sequence[type]) -> list[Any]:
    """The position a cursor stands for, its parts of these kinds. Raises BadQuery for any other text."""
    refused = BadQuery("cursor", cursor, "cursor: not a cursor of this list; start again without it")
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        position = json.loads(base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True))
        json.dumps(position, ensure_ascii=False).encode()  # a lone surrogate is no text of ours
    except (binascii.Error, ValueError, RecursionError) as error:
        raise refused from error
    if not isinstance(position, list) or len(position) != len(kinds):
        raise refused
    for part, kind in zip(position, kinds, strict=True):
        if type(part) is not kind or (isinstance(part, int) and abs(part) >= 2**63):
            raise refused
    return list(position)


class RelationRow(NamedTuple):
    """Who does what to whom, counted: one source, one relation, one target, the ends by id, name and kind.

    `base` is the relation's PLOVER type. `events` counts the pair's events, `claimed` those that somebody is
    quoted for, `articles` the articles they stand in; `first` and `last` are the days they are filed under.
    A tuple, since a page has hundreds: stores give its parts in this order.
    """

    source: str
    source_name: str
    source_kind: str
    relation: str
    base: str
    target: str
    target_name: str
    target_kind: str
    events: int
    claimed: int
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationPage:
    """Rows most frequent first; `undated` counts the events that a date filter left out for having none."""

    rows: tuple[RelationRow, ...]
    undated: int
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """An event with the article it stands in (its text left out)."""

    event: Event
    title: str | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePage:
    """Events, the latest day first and undated ones last."""

    rows: tuple[Evidence, ...]
    undated: int
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """An actor of the graph with how often it acts (`outgoing`) and is acted upon (`incoming`)."""

    actor: Actor
    outgoing: int
    incoming: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """Actors, the busiest first."""

    rows: tuple[ActorRow, ...]
    next: str | None


class Bucket(StrEnum):
    """How long a step of a timeline is. A week begins on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """What happened in one step of time: acts, the events they gave, those of them that somebody claims.

    One act with two targets is two events and one act. `start` is the first day of the step.
    """

    start: str
    acts: int
    events: int
    claimed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Steps in which something happened, the earliest first; `undated` counts events without a day."""

    rows: tuple[TimelineRow, ...]
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article with the marks of how it was read."""

    article: Article
    hash: str
    extractor: str
    codebook: str
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How much a store holds."""

    articles: int
    events: int
    actors: int
    relations: dict[str, int] = field(default_factory=dict)

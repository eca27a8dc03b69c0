"""What every store does alike: what it refuses, how an article is compared, which nodes an event brings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from graph.errors import Fault, Rejected
from graph.model import Actor, Article, Event, Kind, Plover, Reading
from graph.records import RELATION_NAME, digest
from graph.vocabulary import default_vocabulary

ID_BYTES = 2_000  # of UTF-8: an id is looked up in an index, and the keys of Neo4j's end at 8 kB
STRUCTURE = frozenset({"SOURCE", "TARGET", "REPORTED_IN", "ATTRIBUTED_TO", "PART_OF"})


class Outcome(StrEnum):
    """What became of an article that was given to a store."""

    LOADED = "loaded"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What tells one reading of an article from another: its content and who read it with what.

    Two that differ in nothing but how many events are stored are the same.
    """

    hash: str
    extractor: str
    codebook: str
    events: int = field(default=0, compare=False)

    @classmethod
    def of(cls, article: Article, extractor: str, codebook: str) -> "Marks":
        return cls(hash=content_hash(article), extractor=extractor, codebook=codebook)


@dataclass(frozen=True, slots=True)
class Plan:
    """What adding readings comes to: an outcome for each, and of each changed article the last reading."""

    outcomes: list[Outcome]
    changed: dict[str, tuple[Reading, Marks]]


def plan(readings: Sequence[Reading], known: Mapping[str, Marks]) -> Plan:
    """Compare readings with what a store holds; an article that is given twice counts as it was last."""
    held = dict(known)
    outcomes: list[Outcome] = []
    changed: dict[str, tuple[Reading, Marks]] = {}
    for reading in readings:
        id = reading.article.id
        marks = Marks.of(reading.article, reading.extractor, reading.codebook)
        if held.get(id) == marks:
            outcomes.append(Outcome.UNCHANGED)
            continue
        outcomes.append(Outcome.REPLACED if id in held else Outcome.LOADED)
        held[id] = marks
        events = {event.id: event for event in reading.events}
        changed[id] = replace(reading, events=tuple(events.values())), marks
    return Plan(outcomes, changed)


def check_reading(reading: Reading) -> None:
    """Raise Rejected, by the article's id, for what no store takes in."""
    article = reading.article
    _check_id(article.id, "an article's id", article.id[:80])
    for event in reading.events:
        if event.article != article.id:
            raise Rejected(
                article.id, f"the event {event.id} belongs to article {event.article!r}", Fault.EVENT
            )
        _check_id(event.id, "an event's id", article.id)
        # Lists are ordered by it: see graph.neo4j_conditions.order_key.
        if max(event.id, default="") > "\ud7ff":
            raise Rejected(
                article.id, f"an event's id, {event.id[:40]!r}, has a character beyond U+D7FF", Fault.EVENT
            )
    for relation, named in {event.relation: event.id for event in reading.events}.items():
        if not RELATION_NAME.fullmatch(relation) or relation in STRUCTURE:
            raise Rejected(article.id, f"no relation is called {relation!r} (event {named})", Fault.EVENT)
        _check_id(relation, "the name of a relation", article.id)
    for id in {actor.id for event in reading.events for actor in nodes_of(event)}:
        _check_id(id, "an actor's id", article.id)


def _check_id(id: str, what: str, name: str) -> None:
    size = len(id.encode("utf-8", "surrogatepass"))
    if size > ID_BYTES:
        raise Rejected(
            name,
            f"{what}, {id[:40]!r}..., has {size} bytes of UTF-8; {ID_BYTES} are the most",
            Fault.TOO_LONG,
        )


def content_hash(article: Article) -> str:
    """What an article is compared by: its text, and the title and date that its events depend on."""
    return digest(article.text, article.title, article.published, article.url, article.language)


def nodes_of(event: Event) -> Iterator[Actor]:
    """Every actor that an event brings into the graph, the country of a sector included."""
    parties = [event.source, event.target]
    if event.attributed_to is not None:
        parties.append(event.attributed_to.speaker)
    for party in parties:
        yield party.actor
        country = country_of(party.actor)
        if country is not None:
            known = default_vocabulary().gazetteer.actors.get(country)
            yield known or Actor(id=country, name=country, kind=Kind.COUNTRY, code=country, sector="GOV")


def country_of(actor: Actor) -> str | None:
    """The node that a sector is part of: DZA for DZA-MIL."""
    country, dash, _ = actor.id.partition("-")
    is_sector = actor.kind is Kind.SECTOR or (dash and len(country) == 3 and country.isupper())
    return country if is_sector else None


def base_type(event: Event) -> Plover:
    """The PLOVER type of the event's relation itself: AID, where a plan counts as AGREE."""
    relation = default_vocabulary().relations.get(event.relation)
    return relation.plover if relation else event.plover

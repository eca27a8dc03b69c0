"""The words of the discipline as data: article, actor, mention, relation, event.

Everything here is frozen and does nothing but hold. Offsets are Python code points, half open:
`text[start:end]` are the words.
"""

from dataclasses import dataclass
from enum import StrEnum


class Plover(StrEnum):
    """The sixteen event types of PLOVER, ordered from verbal cooperation to material conflict."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"

    @property
    def quad(self) -> str:
        """The quadrant of the type: verbal or material, cooperation or conflict."""
        return QUADS[self]

    @property
    def is_cooperation(self) -> bool:
        return QUADS[self].endswith("cooperation")


QUADS: dict[Plover, str] = {
    **dict.fromkeys((Plover.AGREE, Plover.CONSULT, Plover.SUPPORT, Plover.CONCEDE), "verbal cooperation"),
    **dict.fromkeys((Plover.COOPERATE, Plover.AID, Plover.RETREAT), "material cooperation"),
    **dict.fromkeys((Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.THREATEN), "verbal conflict"),
    **dict.fromkeys(
        (Plover.PROTEST, Plover.SANCTION, Plover.MOBILIZE, Plover.COERCE, Plover.ASSAULT),
        "material conflict",
    ),
}


class Modality(StrEnum):
    """How far an act has come: done, meant to be done, or only held to be possible."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"


class Kind(StrEnum):
    """What sort of node an actor is."""

    COUNTRY = "country"
    SECTOR = "sector"
    ORGANISATION = "organisation"
    GROUP = "group"
    PARTY = "party"
    COMPANY = "company"
    MEDIA = "media"
    PERSON = "person"
    PEOPLE = "people"


class Granularity(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


def coded_type(base: Plover, modality: Modality, negated: bool) -> Plover:
    """The PLOVER type under which an act counts, by its modality.

    PLOVER codes intention by types of its own: a planned cooperation is AGREE, a planned conflict
    THREATEN, a cooperation that is planned not to be, REJECT. "France will send arms to Chad" is
    AGREE, not AID.
    """
    if modality is not Modality.PLANNED:
        return base
    if negated:
        return Plover.REJECT if base.is_cooperation else base
    return Plover.AGREE if base.is_cooperation else Plover.THREATEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text with what is known about where it comes from. `text` is never normalised."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of an article and where they stand in it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A node of the graph: somebody who acts. `code` is ISO alpha-3 or CAMEO, `sector` a CAMEO role."""

    id: str
    name: str
    kind: Kind
    code: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who spoke or acted for an actor: Emmanuel Macron for France."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One end of an event: the actor, the person who stands for it, and the words that name it.

    `mention` is None where the text only implies the actor. In "The White House condemned the
    attack" the mention is "The White House", the actor the United States.
    """

    actor: Actor
    person: Person | None = None
    mention: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so, and through whom the words come to us (`via`), if through anybody."""

    speaker: Party
    via: Party | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What made an event: the grammatical rule, the codebook's frame, and how each end was found."""

    rule: str
    frame: str
    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who does what to whom, in one sentence of one article.

    Events are never merged: an act with two targets is two events that share `act`. `relation` is a
    name from the codebook, `content` the act spoken of where the relation is a speech act.
    """

    id: str
    act: str
    article: str
    field: str
    sentence: Span
    source: Party
    relation: str
    content: str | None
    plover: Plover
    cameo: str
    trigger: Span
    target: Party
    reciprocal: bool
    negated: bool
    modality: Modality
    attributed_to: Attribution | None
    date: str | None
    date_granularity: Granularity | None
    published: str | None
    confidence: float
    why: Why

    @property
    def quad(self) -> str:
        return self.plover.quad

    @property
    def when(self) -> str | None:
        """The day an event is filed under: its own date, else its article's."""
        return self.date or (self.published[:10] if self.published else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as one extractor read it with one codebook: what a store takes in."""

    article: Article
    events: tuple[Event, ...]
    extractor: str
    codebook: str

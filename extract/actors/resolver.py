"""From a name to the actor who is meant, at the article's date and among the article's other words."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from extract.actors.names import NameMatcher
from extract.grammar.parse import Token
from graph.gazetteer import How, Name, Sort
from graph.model import Actor, Kind, Person

NAMED = frozenset({How.NAME, How.ADJECTIVE, How.PEOPLE, How.CAPITAL})
"""Ways by which a text names a country rather than a place in it."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant by a name and by which way the name led there."""

    actor: Actor
    person: Person | None
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name an actor: tokens `start` to `end` (exclusive) of the doc, headed by `head`.

    `how` tells the way from the words to the actor; `shared` that the words stand for several actors
    ("both nations"); `person` and `role` what is known of who speaks for the actor; `sector` what a role noun
    says of a people: Mapuche women are civilians.
    """

    actor: Actor
    person: Person | None
    start: int
    end: int
    head: int
    how: str
    role: Sort | None = None
    shared: bool = False
    plural: bool = False
    sector: str | None = None


def taking_up(noun: Token, actor: Actor, *, shared: bool = False, plural: bool = False) -> Mention:
    """A noun that stands for an actor told of before: "the movement", "the expulsion" for who expelled."""
    return Mention(
        actor=actor,
        person=None,
        start=noun.left_edge.i,
        end=noun.i + 1,
        head=noun.i,
        how="coreference",
        shared=shared,
        plural=plural,
    )


IN_ARMS = frozenset({"REB", "SEP", "UAF", "RAD"})
"""Sectors of groups in arms."""


FIGHTERS = frozenset(
    "rebel guerrilla militant insurgent separatist militiaman fighter gunman extremist terrorist".split()
)
"""Nouns whose plural takes up the one group in arms that was spoken of: "the rebels"."""


FAR_MORE = 3
"""How many times as often as the next an article names the band that it calls "the rebels"."""


REBELS = frozenset({"rebel", "guerrilla", "separatist"})
"""Those of them that nobody calls a militia or a terror group."""


def may_be_called(band: Actor, noun: str) -> bool:
    """Whether a noun for fighters may mean a group in arms: Islamic State's are no "rebels"."""
    return noun not in REBELS or band.sector in ("REB", "SEP")


class ActorResolver:
    """Decides names in one article: who holds the office on its day, which Congo its other words speak of."""

    def __init__(self, names: NameMatcher, *, text: str, day: str | None) -> None:
        self.gazetteer = names.gazetteer
        self._names = names
        self._text = text
        self._day = day

    def meant_by(
        self, words: str, names: tuple[Name, ...], *, around: str, told: str, titled: bool = False
    ) -> Meant | None:
        """The actor of a name in its article; None where the words do not decide between several.

        `around` are the words with their neighbours: "Jordan" is nobody's country in "Michael Jordan"; `told`
        those that may tell an office, before the name or behind its comma.
        `titled` says that the text itself gives the person an office ("President Bush").
        """
        name = self._decided(words, names, around)
        if name is None:
            return self._any_of_them(names)
        if name.how is How.PERSON:
            return self._person(name.id, told, titled=titled)
        actor = self.gazetteer.actor(name.id)
        return Meant(actor, None, name.how.value) if actor else None

    def titled(self, title: str, surname: str) -> Meant | None:
        """The actor of an office holder who is called by title and surname alone: "President Peña"."""
        found = self.gazetteer.titled(title, surname, self._day)
        return Meant(found[0], found[1], How.PERSON.value) if found is not None else None

    @cached_property
    def bands(self) -> dict[str, Actor]:
        """By id the groups in arms that the article names anywhere: "rebels" of a headline are among them."""
        named = {id: self.gazetteer.actor(id) for id in sorted(self._times_named)}
        return {
            id: actor
            for id, actor in named.items()
            if actor is not None and actor.kind is Kind.GROUP and actor.sector in IN_ARMS
        }

    def main_band(self, noun: str, code: str | None) -> Actor | None:
        """The group in arms of a country that the article names, for such a noun; of several the one that it
        names far more often.
        """
        fitting = [b for b in self.bands.values() if b.code == code and may_be_called(b, noun)]
        fitting = sorted(fitting, key=lambda band: -self._times_named[band.id])
        times = [self._times_named[band.id] for band in fitting[:2]]
        return fitting[0] if len(times) == 1 or (times and times[0] >= FAR_MORE * times[1]) else None

    @cached_property
    def _times_named(self) -> Counter[str]:
        """How often the article names each actor by a name of its own."""
        return Counter(n.id for names in self._names.in_text(self._text) if len(names) == 1 for n in names)

    def home_of(self, people: Actor) -> Actor | None:
        """The part of a people that an article means by naming one of its homes and no other state.

        "Tamil" are Sri Lanka's where Jaffna is spoken of, and neither India nor Norway.
        """
        homes = self.gazetteer.homes.get(people.id, {})
        spoken_of = {id for id, how in self._countries if id in homes}
        own = {n.id for word in people.name.split() for n in self.gazetteer.names.get(word, ())}
        others = {id for id, how in self._countries if how in NAMED} - own - spoken_of
        alone = len(spoken_of) == 1 and not others
        return self.gazetteer.actors[homes[spoken_of.pop()]] if alone else None

    @cached_property
    def _countries(self) -> set[tuple[str, How]]:
        """The countries that the article's words name, and how, where a name means but one."""
        found = (names for names in self._names.in_text(self._text) if len({n.id for n in names}) == 1)
        return {(n.id, n.how) for names in found for n in names if n.id in self.gazetteer.adjectives}

    def _decided(self, words: str, names: tuple[Name, ...], around: str) -> Name | None:
        fitting = [name for name in names if len(names) == 1 or self._is_of_its_time(name)]
        fitting = [name for name in fitting if name.id in self.gazetteer.ended] or fitting
        ambiguity = self.gazetteer.ambiguous.get(words)
        if ambiguity is not None and _is_part_of(words, around, ambiguity.exceptions):
            return None
        only = len({name.id for name in fitting}) == 1
        if only and (ambiguity is None or ambiguity.default is not None or not ambiguity.clues):
            return fitting[0]
        if ambiguity is None:
            return None
        hits = {id: sum(_occurs(clue, self._text) for clue in clues) for id, clues in ambiguity.clues.items()}
        best = max(hits.values(), default=0)
        winners = [id for id, count in hits.items() if count == best and best > 0]
        decided = winners[0] if len(winners) == 1 else ambiguity.default
        return next((name for name in fitting if name.id == decided), None)

    def _any_of_them(self, names: tuple[Name, ...]) -> Meant | None:
        """The state for which every holder of a shared surname acts or acted: "Bush" is the United States."""
        if not all(name.how is How.PERSON for name in names):
            return None
        actors = {self.gazetteer.acts_for(name.id, None)[0] for name in names}
        return Meant(actors.pop(), None, How.PERSON.value) if len(actors) == 1 else None

    def _is_of_its_time(self, name: Name) -> bool:
        """Whether a former state stood, or a person of a shared name held office, on the day."""
        holder = self.gazetteer.holders.get(name.id)
        if holder is not None:
            return self._day is None or holder.office_on(self._day) is not None
        end = self.gazetteer.ended.get(name.id)
        return end is None or (self._day is not None and self._day < end)

    def _person(self, id: str, told: str, *, titled: bool) -> Meant:
        actor, person = self.gazetteer.acts_for(id, self._day, told)
        if actor.kind is Kind.PERSON and titled:
            offices = self.gazetteer.holders[id].offices
            office = self.gazetteer.actor(offices[-1].actor) if offices else None
            actor = office or actor
        return Meant(actor, person, How.PERSON.value)


def _is_part_of(name: str, around: str, longer_names: Collection[str]) -> bool:
    """Whether a name only ends or begins a longer one here: not in "Sudan and South Sudan"."""
    longer = [other for other in longer_names if other in around]
    for other in longer:
        around = around.replace(other, ",") if name in other else around
    return bool(longer) and not (all(name in other for other in longer) and _occurs(name, around))


def _occurs(clue: str, text: str) -> bool:
    at = text.find(clue)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(clue) : at + len(clue) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(clue, at + 1)
    return False

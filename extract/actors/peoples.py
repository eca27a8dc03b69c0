"""Which part of a people is meant: the Kurds of Syria, Latvia's Russians, the Tamils of Jaffna.

A people that lives in several states is an actor in each of them; see docs/decisions/0012.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from extract.actors.belonging import OF
from extract.actors.resolver import ActorResolver, Mention
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of
from graph.gazetteer import How, Role
from graph.model import Actor, Kind

AMONG = frozenset({"of", "in", "from", "within", "across"})
"""Prepositions that lead to where a people lives: "Kurds in Syria"."""

MINORITIES = frozenset({"minority", "community", "population", "diaspora"})
"""Nouns for a people among another: "Latvia's Russian minority"."""

FAITHS = frozenset(
    "muslims christians catholics protestants orthodox-christians hindus buddhists shiites sunnis".split()
)
"""Peoples of one faith in every land."""

OF_NO_FAITH = frozenset({"REB", "SEP", "UAF", "RAD", "REL"})
"""Sectors of those who are their country's, whatever they believe: "Moslem separatists", "Catholic nuns"."""

Owners = Callable[..., tuple[Mention, ...]]
"""Whose a noun is, and of which country: what `Belonging.owners` gives."""


class Peoples:
    """Finds the parts of peoples in one block; `at` gives the actors that a noun phrase names."""

    def __init__(
        self, resolver: ActorResolver, at: Callable[[Token], tuple[Mention, ...]], owners: Owners
    ) -> None:
        self._resolver = resolver
        self._at = at
        self._owners = owners

    def part_of(self, token: Token, people: Actor) -> Actor:
        """The part of a people, or of a nation, in the country where the words say that it lives.

        "Kurds in Syria", "Turkey's Kurds", "ethnic Turks in Bulgaria" and "the Serbs of Croatia"; else in the
        one of its homes that the article speaks of. "Americans in Iraq" stay Americans.
        """
        several = people.kind is Kind.PEOPLE and people.code is None
        ethnic = any(child.lower_ == "ethnic" for child in token.children)
        nation = people.kind in (Kind.COUNTRY, Kind.SECTOR) and token.tag_ in ("NNS", "NNPS")
        if not several and not nation:
            return people
        where = self._owners(token, prepositions=AMONG if several or ethnic else OF)
        country = _only_country(where, people)
        if country is not None:
            return self._resolver.gazetteer.part(people, country)
        return (self._resolver.home_of(people) if several else None) or people

    def settled(
        self, token: Token, owners: tuple[Mention, ...], role: Role | None = None
    ) -> tuple[Mention, ...]:
        """A people that owns somebody or something, as its part in the country where that is.

        "Tamil refugees in Colombo", "Kurdish villages in Iraq", "Latvia's Russian minority"; but bishops in
        Uganda are Uganda's.
        """
        minority = token.lemma_.lower() in MINORITIES
        peoples = [m for m in owners if m.actor.kind is Kind.PEOPLE and m.actor.code is None]
        peoples = peoples or [m for m in owners if minority and m.how == How.ADJECTIVE.value]
        if role is not None and role.sector in OF_NO_FAITH:
            owners = tuple(m for m in owners if m.actor.id not in FAITHS)
        if len(peoples) != 1 or (role is not None and role.sector == "REL"):
            return owners
        people = peoples[0]
        country = _only_country(self._around(token), people.actor)
        if country is None:
            return owners
        return (replace(people, actor=self._resolver.gazetteer.part(people.actor, country)),)

    def _around(self, noun: Token) -> Iterable[Mention]:
        """Whom the places and owners beside a noun name."""
        for child in noun.children:
            within = child.dep_ == "prep" and child.lower_ in AMONG
            for place in objects_of(child) if within else (child,) if child.dep_ == "poss" else ():
                yield from self._at(place) or self._owners(place)


def _only_country(mentions: Iterable[Mention], people: Actor) -> Actor | None:
    """The one country among the mentions that is not the people's own."""
    countries = {
        m.actor.id: m.actor
        for m in mentions
        if m.actor.kind is Kind.COUNTRY and m.person is None and m.actor.code != people.code
    }
    return next(iter(countries.values())) if len(countries) == 1 else None

"""Whose somebody or something is: Israel's army, rebels in Chad, militiamen loyal to Hezbollah."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from extract.actors.resolver import Mention
from extract.actors.roles import RISING, Roles
from extract.grammar.nouns import MODIFIERS, appositions, with_conjuncts
from extract.grammar.parse import Doc, Token
from extract.grammar.prepositions import objects_of
from graph.gazetteer import How, Role, Sort
from graph.model import Kind

BELONGING = frozenset({"of", "by", "from"})
OF = frozenset({"of"})
OWNING = frozenset({"of", "from", "in", "for", "at", "within", "inside"})
LOCATING = OWNING | {"near", "around", "outside", "along", "across", "throughout"}
DWELLING = frozenset({"CVL", "AGR", "LAB", "EDU", "HLH", "REL"})
"""Sectors of people who live near where they are said to be; troops near Kyiv are not Ukraine's."""

LANDSCAPE = frozenset(
    "plain highland lowland coast mountain hill valley jungle forest desert island delta "
    "north south east west interior countryside province region district county state town city village "
    "port capital slum suburb hospital school university college prison jail camp factory mine mill plant "
    "plantation farm field stadium church mosque temple monastery".split()
)
"""Prepositions and places by which somebody is said to belong to a country: "miners in Chile's north"."""

FIGHTING = frozenset({"REB", "SEP"})
"""Sectors of people who may negotiate away from home."""

NEGOTIATING = frozenset(
    "talk negotiation dialogue meeting contact discussion round truce ceasefire accord agreement pact deal "
    "treaty negotiate meet talk sign break".split()
)
"""Nouns and verbs of what two may do away from home."""

PARTICIPLES = frozenset({"VBN", "VBD"})

SERVING = frozenset({"MIL", "COP", "REB", "SEP", "UAF", "RAD"})
"""Sectors of people who fight for somebody."""

OWNED = frozenset("led commanded run owned controlled held".split())

BEING_AT = frozenset(
    "flee live come station base fight hide remain arrive return leave escape work operate".split()
)
"""Verbs that tell where somebody belongs: "refugees fleeing Liberia", "troops stationed in Chad"."""

RELATIONAL = frozenset(
    "ally neighbour neighbor rival partner enemy colony protector foe backer opponent adversary friend "
    "counterpart".split()
)
"""Nouns that name somebody by what another is to him."""

NAMED_AFTER_PLACES = frozenset(
    "agreement accord treaty protocol convention declaration summit conference talk process plan "
    "communique statement meeting round peace climate".split()
)
"""Nouns that bear the name of where they were made: the Paris agreement is not France's."""


class Belonging:
    """Finds to whom the nouns of one block belong.

    `at` gives the actors that a noun phrase names, `named` are the tokens that head a known name.
    """

    def __init__(
        self,
        doc: Doc,
        at: Callable[[Token], tuple[Mention, ...]],
        named: Collection[int],
        roles: Roles,
    ) -> None:
        self._doc = doc
        self._at = at
        self._named = named
        self._roles = roles

    def of_role(self, token: Token, role: Role) -> tuple[Mention, ...]:
        """Whose a role is: the state of "rebels in Chad", the party of its leader, nobody's."""
        owners = self.owners(token) or self.owners(self._doc[self._roles.end(token) - 1], prepositions=OF)
        owners = self._of_country(token, role, owners) or (
            tuple(self._apposed(token))
            or (self._described(token) if role.sector not in FIGHTING else ())
            or self._seated(token, role)
            or self._followed(token)
            or self._located(token, role)
            or self._shared(token)
        )
        if self._is_met(token, role):
            cities = (How.CAPITAL.value, How.PLACE.value)
            owners = tuple(m for m in owners if m.how not in cities or m.head < token.i)
        if role.sector == "IGO":  # "world powers in Vienna" are no Austrian ones
            owners = tuple(m for m in owners if m.actor.kind is not Kind.COUNTRY)
        return owners

    def _is_met(self, token: Token, role: Role) -> bool:
        """Whether rebels only negotiate where they are: "broke off talks with rebels in Nairobi"."""
        first = token
        while first.dep_ == "conj" and first.head.i < first.i:
            first = first.head
        party = first.dep_ == "pobj" and first.head.lower_ in ("with", "between")
        return party and role.sector in FIGHTING and first.head.head.lemma_.lower() in NEGOTIATING

    def owners(self, token: Token, *, prepositions: frozenset[str] = OWNING) -> tuple[Mention, ...]:
        """Whose thing a noun is: "Israel's army", "the Israeli army", "the army of Israel"."""
        modifiers = [child for child in token.children if child.dep_ in MODIFIERS]
        if token.lemma_.lower() in RELATIONAL:  # Iran's ally is not Iran; EU partners are the EU's
            modifiers = [child for child in modifiers if child.dep_ != "poss"]
            prepositions = prepositions - {"of"}
        named_after = token.lemma_.lower() in NAMED_AFTER_PLACES
        owners = [
            m
            for child in modifiers
            for part in self.joined(child)
            for m in self._at(part)
            if not is_opposed(self._doc, m)
            if not (named_after and child.dep_ != "poss" and m.how in (How.CAPITAL.value, How.PLACE.value))
        ]
        nations = all(m.how == How.ADJECTIVE.value or m.actor.kind is Kind.PEOPLE for m in owners)
        if owners and prepositions >= OF and nations:
            owners = self._served(token) or owners
        lands = [m for m in owners if m.how == How.NAME.value and self._doc[m.head].dep_ == "poss"]
        bands = [m for m in owners if m.actor.kind in (Kind.GROUP, Kind.PARTY, Kind.PEOPLE)]
        role = self._roles.of(token) if lands and bands else None
        if role is not None and role.sector in RISING and lands[0].actor.kind is Kind.COUNTRY:
            owners = bands  # "Mozambique's Renamo rebels" are Renamo's
        owners = owners or [m for child in modifiers for m in self._inner_owners(child)]
        if not owners and any(child.pos_ == "PRON" for child in modifiers):
            return ()  # "its missiles in Cuba" are not Cuba's
        if any(child.dep_ == "poss" and child.pos_ == "PROPN" for child in modifiers):
            prepositions = prepositions & OF  # "Colonel Vega's troops at Cartagena" are not Colombia's
        for words in (BELONGING & prepositions, prepositions - BELONGING):
            owners = owners or [
                m
                for child in token.children
                if child.dep_ in ("prep", "agent") and child.lower_ in words
                for same in (child, *(c for c in child.conjuncts if c.lower_ == child.lower_))
                for part in objects_of(same)
                for m in self._at(part)
            ]
        return tuple(dict.fromkeys(owners))

    def _served(self, token: Token) -> list[Mention]:
        """Whom people of some nation serve: "Hutu rebels of the FDLR", "Danish troops of NATO"."""
        role = self._roles.of(token)
        return [
            m
            for child in token.children
            if child.lower_ == "of" and role is not None and role.sector in SERVING
            for part in objects_of(child)
            for m in self._at(part)
            if m.actor.kind in (Kind.ORGANISATION, Kind.GROUP)
        ]

    def joined(self, modifier: Token) -> Iterator[Token]:
        """A modifier with what a hyphen or a conjunction joins to it: "Israeli-Egyptian"."""
        for child in modifier.children:
            if (
                modifier.tag_ not in PARTICIPLES
                and child.i < modifier.i
                and child.i in self._named
                and self._doc[modifier.i - 1].text in ("-", "\u2013", "/")
            ):
                yield child
        yield from with_conjuncts(modifier)

    def _inner_owners(self, modifier: Token, depth: int = 3) -> Iterator[Mention]:
        """The actor inside a modifier: "the Berlin-based firm's", or a headline's "Mali Vows 'Total' War"."""
        if _is_hanger_on(modifier):
            return  # whoever backs, leads or bases somebody is not that somebody
        for child in modifier.children if depth else ():
            if child.dep_ in MODIFIERS or child.dep_ == "npadvmod":
                found = self._at(child)
                yield from found or self._inner_owners(child, depth - 1)

    def _of_country(self, token: Token, role: Role, owners: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The country alone, where people of a faith are somewhere: "Catholic bishops in Uganda"."""
        peoples = [m.actor for m in owners if m.actor.kind is Kind.PEOPLE]
        if not peoples or (role.sector != "REL" and all(people.code for people in peoples)):
            return owners
        countries = tuple(m for m in owners if m.actor.kind is Kind.COUNTRY)
        if not countries and role.sector == "REL":
            countries = tuple(
                m
                for child in token.children
                if child.dep_ == "prep" and child.lower_ in ("in", "of")
                for place in objects_of(child)
                for m in self._at(place)
                if m.actor.kind is Kind.COUNTRY and m.person is None
            )
        return countries or owners

    def _apposed(self, token: Token) -> Iterator[Mention]:
        """The owner named by an apposition: "the president, Mali's Moussa Traore"."""
        for part in appositions(token):
            yield from (m for m in self._at(part) if m.person is None)

    def _described(self, token: Token) -> tuple[Mention, ...]:
        """The one country in what describes a role: "refugees fleeing the war in Liberia"."""
        clauses = [
            child
            for child in token.children
            if child.dep_ in ("acl", "relcl") and child.i > token.i and child.lemma_.lower() in BEING_AT
        ]
        found = {m.actor.id: m for clause in clauses for part in clause.subtree for m in self._at(part)}
        countries = [m for m in found.values() if m.actor.kind is Kind.COUNTRY and m.person is None]
        return (
            tuple(replace(m, start=token.i, end=token.i + 1) for m in countries)
            if len(countries) == 1
            else ()
        )

    def _shared(self, token: Token) -> tuple[Mention, ...]:
        """The owner behind the last of several roles: "the government and people of Iraq"."""
        if any(child.dep_ == "poss" for child in token.children):
            return ()
        joined = [child for child in token.children if child.dep_ == "conj" and self._is_of_state(child)]
        joined = joined if self._is_of_state(token) else []
        found = self.owners(joined[-1], prepositions=OF) if joined else ()
        return tuple(
            replace(m, start=token.i, end=token.i + 1)
            for m in found
            if m.actor.kind is Kind.COUNTRY and m.start > joined[-1].i
        )

    def _is_of_state(self, token: Token) -> bool:
        """Whether a noun is a state's organ or people, which it shares an owner with."""
        role = self._roles.of(token)
        return role is not None and role.sector in ("GOV", "MIL", "CVL", "COP", "LEG", "JUD")

    def _located(self, token: Token, role: Role) -> tuple[Mention, ...]:
        """The country of the place where somebody belongs: "herders in Niger's north"."""
        if any(child.dep_ == "poss" for child in token.children):
            return ()  # "its missiles in Cuba"
        at_it = (
            (preposition.lower_, place)
            for preposition in token.children
            if preposition.dep_ == "prep"
            and preposition.lower_ in (LOCATING if role.sector in DWELLING else OWNING)
            for place in objects_of(preposition)
        )
        found = (
            m
            for word, place in at_it
            if place.lemma_.lower() in LANDSCAPE or (word != "of" and place.pos_ == "PROPN")
            for m in (self._at(place) or self.owners(place, prepositions=OWNING))
            if m.actor.kind is Kind.COUNTRY and m.person is None
        )
        return tuple(replace(m, start=token.i, end=token.i + 1) for m in found)[:1]

    def _followed(self, token: Token) -> tuple[Mention, ...]:
        """Whom armed people follow: "militiamen loyal to Hezbollah"."""
        return tuple(
            m
            for child in token.children
            if child.lower_ in ("loyal", "faithful")
            for preposition in child.children
            if preposition.lower_ == "to"
            for leader in objects_of(preposition)
            for named in (leader, *appositions(leader))
            for m in self._at(named)
        )[:1]

    def _seated(self, token: Token, role: Role) -> tuple[Mention, ...]:
        """The state of rulers whose seat stands right behind them: "battled the government in Luanda"."""
        if role.sector != "GOV" or role.sort is not Sort.BODY or token.i + 1 >= len(self._doc):
            return ()
        if any(child.dep_ == "poss" for child in token.children):
            return ()  # "its embassy in Tehran" is not Iran's
        preposition = self._doc[token.i + 1]
        if preposition.lower_ != "in":
            return ()
        found = (m for place in objects_of(preposition) for m in self._at(place))
        return tuple(m for m in found if m.how in (How.CAPITAL.value, How.PLACE.value))[:1]


def is_opposed(doc: Doc, mention: Mention) -> bool:
    """Whether a mention is only whom something is against: "anti-American demonstrations"."""
    return mention.head >= 2 and doc.words(mention.start - 2, mention.start).lower() == "anti-"


def _is_hanger_on(modifier: Token) -> bool:
    """Whether a participle names a backer or a base ("Iran-backed") and not whose somebody is ("US-led")."""
    return modifier.tag_ in PARTICIPLES and modifier.lower_ not in OWNED

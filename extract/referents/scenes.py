"""Where acts happen, and whose land that is: "beat students in Rabat", "a plant in central Iran"."""

from collections.abc import Collection

from extract.actors.mentions import Mentions
from extract.actors.resolver import Mention
from extract.frames.triggers import fits
from extract.grammar.carriers import MANNERS
from extract.grammar.circumstances import PROMPTS
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of, prepositions
from extract.grammar.verbs import is_verb
from extract.referents.discourse import Discourse
from graph.gazetteer import How, Sort
from graph.model import Actor, Kind
from graph.vocabulary import Vocabulary

WHERE = frozenset("in at near inside across around outside throughout within along".split())
WARS = frozenset("war conflict fighting bloodshed violence fight".split())
"""Nouns of what is nobody's where it happens: who marches "against the war in Iraq" marches not against Iraq.
"""

IN = frozenset({"in"})
SITES = ("buildings", "territory", "border_land", "base", "premises", "official_buildings")
"""Classes of places that stand for the country they are in."""


class Scenes:
    """Finds the places of the acts of one block, and the setting of the whole."""

    def __init__(self, mentions: Mentions, discourse: Discourse, vocabulary: Vocabulary) -> None:
        self._mentions = mentions
        self._discourse = discourse
        self._vocabulary = vocabulary

    def of(self, token: Token, words: frozenset[str] = WHERE) -> tuple[Mention, ...]:
        """The actors in whose place something happens."""
        found: list[Mention] = []
        for preposition in prepositions(token, words, depth=3):
            if preposition.head.i != token.i and preposition.head.lemma_.lower() in WARS:
                continue
            for noun in objects_of(preposition):
                if noun.lemma_.lower() in MANNERS or noun.lemma_.lower() in PROMPTS:
                    continue  # "at the request of Egypt", "in support of Chad" is nowhere
                found += [m for m in self._mentions.at(noun) if m.person is None]
                if not found:
                    found += self._mentions.owners(noun)
            if found:
                break
        return tuple(found)

    def placed(self, token: Token) -> tuple[Mention, ...]:
        """A role as the one of the place where it happens: "beat demonstrators in Rabat"."""
        role = self._mentions.bare_role(token)
        if role is None:
            return ()
        act = _act_on(token)
        places = self.of(token) or (self.of(act) if act is not None else ())
        countries = self._mentions.countries_in(self._mentions.doc[m.head] for m in places)
        return tuple(self._mentions.in_country(token, role, country) for country in countries.values())

    def told_where(self, verb: Token) -> tuple[Mention, ...]:
        """The country of which a clause tells what somebody does there: "Mali, where Chad vowed to help"."""
        where = verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children)
        found = self._mentions.at(verb.head) if where else ()
        return tuple(m for m in found if m.actor.kind is Kind.COUNTRY and m.person is None)

    def where_it_is(self, noun: Token) -> tuple[Mention, ...]:
        """The country in which a place is: "a plant in central Iran"."""
        known = self._vocabulary.classes
        if not any(fits(noun, known[name]) for name in SITES if name in known):
            return ()
        found = [m for m in self.of(noun, IN) if m.actor.kind is Kind.COUNTRY]
        behind = noun.doc[noun.right_edge.i + 1 :][:1]  # wherever the parser hangs it
        if not found and behind and behind[0].text == "in":
            found = [
                m for o in objects_of(behind[0]) for m in self._mentions.at(o) if m.actor.kind is Kind.COUNTRY
            ]
        return tuple(found[:1])

    def dateline(self) -> dict[str, Actor]:
        """The country of the dateline right above, by its code, if there is one."""
        return self._mentions.country_of_codes(self._discourse.reported_from)

    def spoken_of(self) -> set[str]:
        """The codes of the countries that the article has told something of, or is reported from."""
        return {*self._discourse.reported_from, *self._discourse.acting}

    def main_of(self, codes: Collection[str]) -> Actor | None:
        """That of some countries of which the article speaks most here, if one stands out."""
        main = self._discourse.main(codes)
        return self._mentions.country_of_codes([main]).get(main) if main is not None else None

    def setting(self) -> dict[str, Actor]:
        """The country of the dateline right above, else that of which the article has spoken so far, by its
        code; of several the one it speaks of most, all where none stands out.
        """
        codes = self._discourse.reported_from or self._discourse.countries
        main = self._discourse.main(codes)
        return self._mentions.country_of_codes(codes if main is None else {main})


def _act_on(noun: Token) -> Token | None:
    """The verb or event noun that does something to a noun: "beat students", "the flogging of students"."""
    head = noun.head.head if noun.dep_ == "pobj" else noun.head
    return head if is_verb(head) or noun.dep_ == "pobj" else None


def is_place(mention: Mention) -> bool:
    """Whether a mention is a place rather than somebody: a city that is no seat of government."""
    return mention.how == How.PLACE.value and mention.role is not Sort.BODY

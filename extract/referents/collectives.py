"""Whom nouns for groups, lands and pairs of states mean, and their people: "the Lebanese group", "both
Koreas", "the sect's fighters".
"""

from collections.abc import Collection
from dataclasses import replace

from extract.actors.mentions import Mentions
from extract.actors.resolver import Mention
from extract.actors.standins import TRANSPARENT
from extract.grammar.edges import left_edge
from extract.grammar.nouns import MODIFIERS
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of
from extract.referents.anaphora import Anaphora
from extract.referents.coreference import GROUPS, LANDS, TWO, group_of
from extract.referents.discourse import Discourse
from graph.gazetteer import Gazetteer, How
from graph.model import Kind

TWINS = {
    "koreas": ("KOR", "PRK"),
    "germanys": ("DEU", "DDR"),
    "germanies": ("DEU", "DDR"),
    "yemens": ("YEM", "YMD"),
    "vietnams": ("VDR", "VNM"),
    "sudans": ("SDN", "SSD"),
    "congos": ("COD", "COG"),
}
"""By their name in the plural, states that bear one name: "both Koreas"."""


class Collectives:
    """Finds whom the nouns of one block for groups, lands and pairs of states mean."""

    def __init__(
        self, mentions: Mentions, discourse: Discourse, anaphora: Anaphora, gazetteer: Gazetteer
    ) -> None:
        self._mentions = mentions
        self._discourse = discourse
        self._anaphora = anaphora
        self._gazetteer = gazetteer

    def twins(self, noun: Token) -> tuple[Mention, ...]:
        """Both states of one name: "the two Koreas"."""
        actors = (self._gazetteer.actor(id) for id in TWINS.get(noun.lower_, ()))
        return tuple(
            Mention(
                actor=actor,
                person=None,
                start=noun.left_edge.i,
                end=noun.i + 1,
                head=noun.i,
                how=How.NAME.value,
                shared=True,
                plural=True,
            )
            for actor in actors
            if actor is not None
        )

    def said_more_of(self, noun: Token) -> tuple[Mention, ...]:
        """Whom a noun for a group says more of: "Hezbollah, a Lebanese militia armed by Iran"."""
        if noun.dep_ != "appos" or noun.lemma_.lower() not in GROUPS or noun.head.i > noun.i:
            return ()
        if any(m.actor.kind is not Kind.SECTOR or m.role is None for m in self._mentions.at(noun)):
            return ()
        kinds = (Kind.GROUP, Kind.PARTY, Kind.ORGANISATION)
        return tuple(m for m in self._mentions.at(noun.head) if m.actor.kind in kinds and not m.plural)

    def of_nation(self, noun: Token, besides: set[str]) -> tuple[Mention, ...]:
        """The group that its nation takes up: Hezbollah in "Israel bombed the Lebanese group"."""
        if noun.lemma_.lower() not in GROUPS:
            return ()
        nations = [
            c for c in noun.children if c.dep_ in MODIFIERS and c.dep_ != "poss" and self._mentions.at(c)
        ]
        homes = self._gazetteer.homes
        codes: set[str] = set()
        for people in (m.actor for nation in nations for m in self._mentions.at(nation)):
            parts = next((home for id, home in homes.items() if people.id in (id, *home.values())), {})
            codes |= {*parts} or {people.code or ""}
        if not nations:
            return ()
        before = self._anaphora.reachable(noun)
        group = group_of(noun, self._discourse, before, besides, nations, codes - {""})
        return (group,) if group is not None else ()

    def people(self, noun: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """The people of a group that was spoken of: "the group's fighters", "four members of the sect"."""
        groups = self.owning(noun, besides)
        if noun.lemma_.lower() in TRANSPARENT:
            return tuple(replace(m, start=noun.left_edge.i, head=noun.i, plural=True) for m in groups)
        people = (self._mentions.role_of(noun, m, noun.left_edge.i) for m in groups)
        return tuple(m for m in people if m is not None)

    def people_of_both(self, noun: Token) -> tuple[Mention, ...]:
        """The people of two who were named: "the trade ministers of the two countries signed a pact"."""
        both = (
            o
            for preposition in noun.children
            if preposition.lower_ in ("of", "from", "in") and preposition.dep_ == "prep"
            for o in objects_of(preposition)
            if o.tag_ == "NNS" and any(child.lower_ in TWO for child in o.children)
        )
        start = left_edge(noun, noun.i)
        found = (
            self._mentions.role_of(noun, owner, start) for o in both for owner in self._anaphora.meant(o)
        )
        return tuple(mention for mention in found if mention is not None)

    def owning(self, noun: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """The group or country spoken of before that owns somebody or something: "the group's", "of the
        sect", "the kingdom's".
        """
        owners = (
            o
            for child in noun.children
            for o in ((child,) if child.dep_ == "poss" else objects_of(child) if child.lower_ == "of" else ())
            if o.lemma_.lower() in GROUPS | LANDS and o.tag_ == "NN" and not self._mentions.at(o)
        )
        found = (
            (m, o.lemma_.lower() in LANDS)
            for o in owners
            for m in self.of_nation(o, set()) or self._anaphora.meant(o, besides)
            if o.lemma_.lower() not in LANDS or self._is_clear(o, besides)
        )
        kinds = (Kind.GROUP, Kind.PARTY)
        return tuple(m for m, land in found if m.actor.id not in besides and (land or m.actor.kind in kinds))

    def _is_clear(self, land: Token, besides: Collection[str]) -> bool:
        """Whether "the country" can mean but one, or "that country" the last."""
        pointed_at = any(child.lower_ in ("that", "this") for child in land.children)
        return pointed_at or self._discourse.is_only_land(self._anaphora.reachable(land), besides)

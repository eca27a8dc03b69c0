"""Nouns that stand for whom the words beside them name: "dozens of soldiers", "France's ally Chad"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from extract.actors.belonging import RELATIONAL, Belonging
from extract.actors.peoples import AMONG
from extract.actors.resolver import Mention
from extract.grammar.edges import left_edge
from extract.grammar.nouns import MODIFIERS, with_conjuncts
from extract.grammar.parse import Doc, Token
from extract.grammar.prepositions import objects_of
from extract.grammar.verbs import SUBJECTS
from graph.gazetteer import Gazetteer, How, Sort
from graph.model import Kind

TRANSPARENT = frozenset(
    "group number dozen hundred thousand member majority part series pair team crowd handful score unit "
    "contingent column convoy delegation coalition remnant faction wing branch element leader host lot "
    "association federation society guild confederation head chief percent tens million most some many "
    "several all none both one two three four five six band bunch batch busload boatload planeload cohort "
    "squad".split()
)
"""Nouns that only count what follows their "of": "dozens of soldiers" are soldiers."""

COUNTERPARTS = frozenset({"counterpart", "colleague"})
"""Nouns for who is the same elsewhere."""

MET_AT_HOME = frozenset("guest host visitor interlocutor homologue peer".split())
"""Nouns for who is met by the one whose they are: "conferred with his Swedish guest"."""

SPEAKING_FOR = frozenset("representative aide side team".split())
"""Nouns for whoever speaks or acts for somebody, and which tell nothing of him by themselves."""

SENT_BY = {
    "representative": frozenset({"of", "from", "for"}),
    "aide": frozenset({"of", "to"}),
    "team": frozenset({"from"}),
}
"""Prepositions behind which stands for whom they act; a side's is an adjective: "the Chinese side"."""

FACING = frozenset({"with", "by", "between"})
"""Prepositions behind which a side is a party and no part of a land: "on the Turkish side"."""

THERE = frozenset({"in", "from", "of"})
"""Prepositions that lead to whose counterpart somebody is."""

CALLED = frozenset(
    "movement group organisation organization network faction sect cult outfit militia party bloc alliance "
    "charity agency coalition body watchdog".split()
)
"""Nouns that say what the one is whose name stands before or behind them."""

BEARING_NAMES = frozenset({Kind.GROUP, Kind.PARTY, Kind.ORGANISATION})
"""Kinds of actor that such a noun says of what sort they are."""

NAME_REACH = 7
"""How far behind its noun a name may have its head."""

NOTABLY = frozenset("especially notably particularly mainly chiefly principally namely".split())
"""Adverbs that lead to the most important of several: "its partners, especially Mali"."""

NAMED = frozenset({Kind.COUNTRY, Kind.GROUP, Kind.ORGANISATION, Kind.PARTY})
"""Kinds of actor that are partners, neighbours, rivals of others."""

STATES = frozenset("country nation state side party government".split())
"""Nouns in the plural that say of several what they are: "the two nations, Chad and Mali"."""

SOMEBODY = frozenset("anyone anybody everyone everybody someone somebody".split())
"""Pronouns for whoever is of those behind them: "anyone in the Syrian government"."""


class StandIns:
    """Finds for whom such nouns of one block stand; `at` gives the actors that a noun phrase names."""

    def __init__(
        self, doc: Doc, at: Callable[[Token], tuple[Mention, ...]], belonging: Belonging, gazetteer: Gazetteer
    ) -> None:
        self._doc = doc
        self._at = at
        self._belonging = belonging
        self._gazetteer = gazetteer

    def of(self, token: Token) -> tuple[Mention, ...] | None:
        """For whom a noun stands, be it for nobody; None where it is none of these nouns."""
        lemma = token.lemma_.lower()
        if lemma in COUNTERPARTS or (self._is_met_at_home(token, lemma)):
            return tuple(self._counterpart(token))
        if lemma in SPEAKING_FOR and (spoken_for := tuple(self._spoken_for(token, lemma))):
            return spoken_for
        if lemma in CALLED and (called := self._called(token)):
            return called
        if lemma == "capital" and (land := self._capital(token)):
            return land
        if token.lower_ in SOMEBODY:
            return tuple(self._some_of(token))
        known = lemma in TRANSPARENT or lemma in SPEAKING_FOR
        return tuple(self._counted(token) if lemma in TRANSPARENT else ()) if known else None

    def named_behind(self, token: Token) -> tuple[Mention, ...]:
        """Who bears the name behind what he is to others: Chad in "France's ally Chad", Mali in "its
        partners, especially Mali and Niger".
        """
        several = token.tag_ == "NNS"
        if token.lemma_.lower() not in (RELATIONAL | STATES if several else RELATIONAL):
            return ()
        names = [c for c in token.children if c.dep_ == "appos"]
        if several and not names and token.dep_ in ("dobj", "pobj"):
            names = [c for c in token.head.children if c.dep_ == "npadvmod" and c.left_edge.i == token.i + 2]
            names = [c for c in names if c.left_edge.lower_ in NOTABLY]
        names = [c for c in names if several or c.left_edge.i == token.i + 1]
        found = (m for name in names for part in with_conjuncts(name) for m in self._at(part))
        return tuple(m for m in found if not several or m.actor.kind in NAMED)

    def _capital(self, token: Token) -> tuple[Mention, ...]:
        """The state whose capital is named by its adjective: "flew to the North Korean capital"."""
        owners = self._belonging.owners(token, prepositions=frozenset())
        return tuple(
            replace(m, start=left_edge(token, token.i), end=token.i + 1, head=token.i, how=How.CAPITAL.value)
            for m in owners
            if m.actor.kind is Kind.COUNTRY and m.person is None and token.tag_ == "NN"
        )

    def _counterpart(self, token: Token) -> Iterator[Mention]:
        """Who is to his country what another is to his: "his Lao counterpart", "his counterparts in Mali"."""
        owners = [
            m
            for child in token.children
            if child.dep_ in MODIFIERS and child.dep_ != "poss"
            for part in self._belonging.joined(child)
            for m in self._at(part)
            if m.actor.kind is Kind.COUNTRY
        ]
        owners = owners or [
            m
            for child in token.children
            if child.dep_ == "prep" and child.lower_ in THERE
            if token.lemma_.lower() == "counterpart"  # a colleague in Cyprus may be anybody
            for noun in objects_of(child)
            for m in self._at(noun)
            if m.actor.kind is Kind.COUNTRY
        ]
        before = [m for i in range(token.i - 1, token.sent.start - 1, -1) for m in self._at(self._doc[i])]
        before = [m for m in before if m.role in (Sort.HOLDER, Sort.BODY)]
        for owner in owners:
            other = next((m for m in before if m.actor.code != owner.actor.code), None)
            sector = other.actor.sector if other is not None and other.actor.kind is Kind.SECTOR else None
            yield Mention(
                actor=self._gazetteer.sector(owner.actor, sector) if sector else owner.actor,
                person=None,
                start=min(owner.start, left_edge(token, token.i)),
                end=token.i + 1,
                head=token.i,
                how="role",
                role=Sort.HOLDER,
                plural=token.tag_ == "NNS",
            )

    def _is_met_at_home(self, token: Token, lemma: str) -> bool:
        """Whether a noun is for who is met: "his Swedish guests", "his French opposite number"."""
        children = {child.lower_ for child in token.children}
        whose = any(child.dep_ == "poss" for child in token.children)
        return whose and (lemma in MET_AT_HOME or (lemma == "number" and "opposite" in children))

    def _spoken_for(self, token: Token, lemma: str) -> Iterator[Mention]:
        """For whom somebody speaks: Chad in "representatives of Chad", "the Chadian side"."""
        if token.pos_ == "PROPN" or (lemma == "side" and not _is_party(token)):
            return
        if lemma == "team" and not any(child.lower_ in ("a", "an") for child in token.children):
            return  # "the Danish team" plays
        start = left_edge(token, token.i)
        for owner in self._belonging.owners(token, prepositions=SENT_BY.get(lemma, frozenset())):
            adjective = owner.how in (How.ADJECTIVE.value, How.NAME.value)
            if lemma in ("side", "team") and not (adjective and owner.actor.kind is Kind.COUNTRY):
                continue
            before = owner.head < token.i
            yield replace(
                owner,
                start=start,
                end=token.i + 1 if before else owner.end,
                head=token.i,
                how="role",
                role=Sort.HOLDER,
                plural=token.tag_ == "NNS",
            )
            start = owner.end if before else start  # "the Greek and Turkish sides" are two

    def _called(self, token: Token) -> tuple[Mention, ...]:
        """Who bears the name beside a noun that says what he is: "the radical Hezbollah movement", "the
        Basque organisation ETA".
        """
        if behind := self._name_behind(token):
            return behind
        if any(child.lower_ in ("a", "an") for child in token.children):
            return ()  # "a Hamas network" is some part of it
        names = (child for child in token.children if child.dep_ in MODIFIERS and child.dep_ != "poss")
        return tuple(
            replace(m, start=left_edge(token, m.start), end=token.i + 1, head=token.i)
            for name in names
            for m in self._at(name)
            if m.actor.kind in (Kind.GROUP, Kind.PARTY) and m.end == token.i
            if self._doc[max(0, m.start - 1)].text != "-"  # "the anti-Taliban movement"
        )

    def _name_behind(self, token: Token) -> tuple[Mention, ...]:
        """Who bears the name that follows without a comma, wherever the parser hangs it."""
        words = self._doc[token.i + 1 : min(token.i + NAME_REACH, token.sent.end)]
        own = (w for w in words if w.dep_ not in SUBJECTS or w.head.dep_ != "relcl")  # "the group Hamas hit"
        found = [m for word in own for m in self._at(word)]
        start = left_edge(token, token.i)
        return tuple(
            replace(m, start=start, head=token.i)
            for m in found
            if m.start == token.i + 1 and m.how == How.NAME.value and m.actor.kind in BEARING_NAMES
        )

    def _some_of(self, token: Token) -> Iterator[Mention]:
        """The body that somebody unnamed belongs to; whoever is in a country is not that country."""
        if any(child.dep_ in ("neg", "relcl") for child in token.children):
            return
        for preposition in token.children:
            if preposition.dep_ == "prep" and preposition.lower_ in AMONG:
                found = (m for o in objects_of(preposition) for m in self._at(o))
                yield from (m for m in found if m.role is Sort.BODY)

    def _counted(self, token: Token) -> Iterator[Mention]:
        """Those whom a noun only counts: "dozens of soldiers", "soldiers, some of whom"."""
        of = [child for child in token.children if child.dep_ == "prep" and child.lower_ == "of"]
        counted = [m for preposition in of for part in objects_of(preposition) for m in self._at(part)]
        for mention in counted:
            if mention.end <= token.i:  # whom "whom" means
                yield replace(mention, start=token.i, end=token.right_edge.i + 1, head=token.i, plural=True)
                continue
            start = left_edge(token, token.i) if len(counted) == 1 else mention.start
            yield replace(mention, head=token.i, start=start, plural=True)

    def included(self, token: Token) -> Iterator[Mention]:
        """Those of several whom the words name: "donors including Norway and Sweden"."""
        for preposition in token.children if token.tag_ in ("NNS", "NNPS") else ():
            such = preposition.lower_ == "as" and any(c.lower_ == "such" for c in preposition.children)
            leads = such or preposition.lower_ in ("including", "like")
            if leads and preposition.dep_ == "prep" and preposition.i > token.i:
                yield from (m for part in objects_of(preposition) for m in self._at(part))


def _is_party(side: Token) -> bool:
    """Whether a side does or suffers something, as a party to it: "the Chinese side proposed"."""
    if any(child.dep_ == "poss" or child.lower_ == "of" for child in side.children):
        return False  # "the Turkish side of the border"
    faced = side.dep_ == "pobj" and side.head.lower_ in FACING
    return faced or side.dep_ in SUBJECTS

"""Whom a noun phrase names or stands for by itself: "Syria", "it", "its commandos", "fifty of them".

Whose a thing or a deed is, is not asked here: "Russia's invasion" stands for nobody.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from extract.actors.mentions import Mentions
from extract.actors.resolver import Mention
from extract.actors.standins import TRANSPARENT
from extract.grammar.clauses import logical_objects
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of
from extract.grammar.subjects import grammatical_subject
from extract.grammar.verbs import is_verb
from extract.referents.anaphora import Anaphora
from extract.referents.collectives import Collectives
from extract.referents.coreference import stands_for
from extract.referents.discourse import Discourse
from extract.referents.possessives import Possessives
from graph.vocabulary import Vocabulary

SOME = frozenset("some many several most all none each half dozens hundreds thousands scores both".split())
"""Words that portion out those behind their "of": "some of them"."""

SORTS = frozenset(
    "country state nation government power member republic ally partner neighbour neighbor donor lender "
    "party group movement organisation organization body bloc agency company institution".split()
)
"""Nouns that say of an actor of what sort it is."""


class Phrases:
    """Finds whom the noun phrases of one block name or stand for."""

    def __init__(self, mentions: Mentions, discourse: Discourse, vocabulary: Vocabulary) -> None:
        self.mentions = mentions
        self.anaphora = Anaphora(mentions, discourse)
        self.collectives = Collectives(mentions, discourse, self.anaphora, vocabulary.gazetteer)
        self.possessives = Possessives(mentions, self.anaphora, vocabulary, self.each)

    def of(self, token: Token, besides: Iterable[str] = ()) -> tuple[Mention, ...]:
        """Whom a noun phrase names or stands for."""
        others = set(besides)
        named = (
            self.collectives.said_more_of(token)
            or self.collectives.twins(token)
            or self.possessives.minority(token)
            or self.collectives.of_nation(token, others)
            or self.mentions.at(token)
            or self.anaphora.issuing(token)
            or self.anaphora.told_of(token, others)
            or self.anaphora.so_called(token, others)
            or self.possessives.people(token, others)
            or self.anaphora.ahead(token)
            or self.collectives.people(token, others)
            or self.collectives.people_of_both(token)
            or self._some_of_ones_own(token, others)
        )
        if named:
            return named
        if (part := _some_of_them(token)) is not None:
            return self.of(part, others)
        if token.tag_ == "PRP$" and token.dep_ == "poss":
            found = self.possessives.of(token, token.head, named=True)
            if found or token.lower_ == "its":  # "supported the coalition in its efforts": not the subject's
                return tuple(m for m in found if m.actor.id not in others)
        return (
            self._blamed(token, others)
            or self.anaphora.meant(token, others)
            or self.each(_said_to_be(token), others)
        )

    def each(self, tokens: Iterable[Token], besides: Iterable[str] = ()) -> tuple[Mention, ...]:
        """Whom several noun phrases name or stand for, each mention once."""
        return tuple(dict.fromkeys(m for token in tokens for m in self.of(token, besides)))

    def _some_of_ones_own(self, count: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """The people of whoever a pronoun means where they are counted: "two of its soldiers"."""
        if count.lemma_.lower() not in TRANSPARENT and count.pos_ != "NUM" and count.lower_ not in SOME:
            return ()
        found = (
            m
            for of in count.children
            if of.lower_ == "of"
            for noun in objects_of(of)
            for m in self.possessives.people(noun, besides)
        )
        return tuple(replace(m, start=count.left_edge.i if m.head > count.i else m.start) for m in found)

    def _blamed(self, pronoun: Token, besides: Iterable[str]) -> tuple[Mention, ...]:
        """Who is praised or blamed for what he did: "condemned Egypt for the accord it signed"."""
        deed = pronoun.head.head
        told = (
            pronoun.dep_ == "nsubj"
            and pronoun.head.dep_ in ("relcl", "acl")
            and pronoun.lower_ in ("it", "he")
        )
        if not told or deed.dep_ != "pobj" or deed.head.lower_ not in ("for", "over"):
            return ()
        verb = deed.head.head
        found = self.each(logical_objects(verb) if is_verb(verb) else ())
        person = pronoun.lower_ == "he"
        return tuple(
            stands_for(pronoun, m, shared=m.shared)
            for m in found
            if m.actor.id not in set(besides) and not m.plural and (m.person is not None or not person)
        )


def _said_to_be(noun: Token) -> tuple[Token, ...]:
    """Who is said to be what a clause tells more of: Chad in "Chad is the only country that has recognised
    Kosovo" and in "Chad, one of the states that recognised it".
    """
    if noun.lemma_.lower() not in SORTS or not any(child.dep_ == "relcl" for child in noun.children):
        return ()
    what = noun
    if what.dep_ == "pobj" and what.head.lower_ == "of" and what.head.head.lower_ == "one":
        what = what.head.head
    elif what.dep_ == "pobj" and what.head.lower_ == "among":
        what = what.head
    if what.dep_ == "appos":
        return (what.head,)
    verb = what.head
    copula = verb.lemma_ in ("be", "become", "remain") and what.dep_ in ("attr", "prep")
    denied = any(child.dep_ == "neg" for child in verb.children)
    if not copula or denied or any(child.lower_ == "no" for child in noun.children):
        return ()
    return grammatical_subject(verb).tokens


def _some_of_them(number: Token) -> Token | None:
    """The pronoun of those of whom some are told of: "fifty of them"; of "nobody in Tokyo" the capital."""
    nobody = number.lower_ in ("nobody", "anybody", "anyone") or (
        number.lower_ == "one" and any(child.lower_ == "no" for child in number.children)
    )
    if nobody:
        where = (child for child in number.children if child.lower_ == "in" and child.dep_ == "prep")
        return next((place for preposition in where for place in preposition.children), None)
    if number.pos_ != "NUM" and number.lower_ not in SOME:
        return None
    behind = (child for child in number.children if child.lower_ == "of")
    return next((pronoun for of in behind for pronoun in of.children if pronoun.lower_ == "them"), None)

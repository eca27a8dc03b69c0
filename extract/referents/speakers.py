"""Who says so: the subjects of saying verbs, and for whom they speak."""

from collections.abc import Iterable
from dataclasses import replace

from extract.actors.resolver import Mention
from extract.grammar.parse import Span as Words
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of, prepositions
from extract.grammar.subjects import grammatical_subject
from extract.grammar.verbs import SUBJECTS, is_verb
from extract.referents.coreference import SPEAKING, stands_for
from extract.referents.home import Home
from extract.referents.referents import Referents
from extract.referents.scenes import is_place
from extract.standing.attribution import SAYING
from graph.model import Kind

SPOKESPEOPLE = frozenset(
    "spokesman spokeswoman spokesperson aide adviser advisor lawyer attorney official source leader".split()
)
OF_WHOM = frozenset({"for", "to"})
"""Who speaks for somebody, and the prepositions that lead to whom."""

CLOSING = frozenset({'"', "\u201d", "''", "'", ","})
"""What closes a quotation."""

QUOTING = frozenset(
    "say tell add state comment declare explain remark reply continue write warn insist".split()
)
"""Verbs that put words into a speaker's mouth."""


class Speakers:
    """Finds who says so in one block."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._home = Home(referents)

    def named(self, tokens: Iterable[Token]) -> tuple[Mention, ...]:
        """Who says so; a role without a country is the setting's: "the police chief said"."""
        nouns = tuple(tokens)
        found = tuple(
            m
            for token in nouns
            for m in self._spoken_for(token) or self._said_on(token) or self._referents.actors_of(token)
        )
        found = found or self._home.at_home(nouns, (), domestic=False, rising=False)
        return found or tuple(filter(None, map(self._referents.strangers.speaking, nouns)))

    def _said_on(self, pronoun: Token) -> tuple[Mention, ...]:
        """Who goes on speaking: "he said" of whoever was quoted last, unless somebody is named since."""
        if pronoun.lower_ not in ("he", "she", "it", "they") or pronoun.dep_ not in SUBJECTS:
            return ()
        if pronoun.lower_ in ("he", "she") and self._referents.actors_of(pronoun):
            return ()
        if pronoun.head.dep_ != "ROOT" or pronoun.head.lemma_.lower() not in SAYING:
            return ()
        return tuple(stands_for(pronoun, m, shared=m.shared) for m in self._referents.speakers)

    def _in_arms(self, nouns: Iterable[Token]) -> tuple[Mention, ...]:
        """Officers as the setting's: "Major General Buba said", of Nigeria's; "an army spokesman said"."""
        roles = ((noun, self._referents.mentions.bare_role(noun)) for noun in nouns)
        officers = [noun for noun, role in roles if role is not None and role.sector in ("MIL", "COP")]
        return self._home.at_home(officers, (), domestic=False, rising=False)

    def _spoken_for(self, noun: Token) -> tuple[Mention, ...]:
        """For whom somebody speaks: "a spokesman for the movement", "an aide to the Kenyan president"."""
        if noun.lemma_.lower() not in SPOKESPEOPLE:
            return ()
        behind = tuple(
            o for preposition in prepositions(noun, OF_WHOM, depth=1) for o in objects_of(preposition)
        )
        return tuple(
            replace(m, start=noun.left_edge.i, head=noun.i, person=None)
            for m in self._referents.each(behind, besides=(), owned=False)
            if m.start > noun.i and not is_place(m)
        )

    def _goes_on(self, subject: list[Token]) -> bool:
        """Whether the speaker is the one before: "he said" behind a quotation, which may name another."""
        before = self._referents.speakers
        behind = any(t.lower_ in ("he", "she") and t.doc[t.i - 1].text in CLOSING for t in subject if t.i)
        return behind and any(m.person is not None or m.actor.kind is Kind.PERSON for m in before)

    def quoted_in(self, sentence: Words) -> tuple[Mention, ...] | None:
        """Who is quoted in a sentence, and means himself by "I" and his own by "we"; nobody where it is
        somebody unknown, None where nobody is quoted.
        """
        quoted = False
        for token in sentence:
            if token.lemma_.lower() in QUOTING and is_verb(token):
                subject = grammatical_subject(token).tokens
                named = [t for t in subject if t.lower_ not in SPEAKING and t.dep_ in SUBJECTS]
                if self._goes_on(named):
                    return None
                found = next(
                    (m for t in named for m in self._spoken_for(t) or self._referents.actors_of(t)), None
                )
                found = found or next(iter(self._in_arms(named)), None)
                found = found or next(filter(None, map(self._referents.strangers.speaking, named)), None)
                if found is not None:
                    return (found,)
                quoted = quoted or bool(named)
        return () if quoted else None

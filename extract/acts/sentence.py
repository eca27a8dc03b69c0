"""Finds the acts of one sentence: what verbs tell, nouns, and what is said. What governs is read first, so
that "vowed to attack" is one vow.
"""

from collections.abc import Iterator, Sequence

from extract.acts.act import Act, without_repetition
from extract.acts.finders import finders
from extract.acts.implied import Implied
from extract.acts.noun_acts import NounActs
from extract.acts.noun_ends import NounEnds
from extract.acts.said_acts import OF_ACTS, OF_OTHERS, SaidActs
from extract.acts.unnamed import Unnamed
from extract.acts.verb_acts import VerbActs
from extract.acts.verb_ends import VerbEnds
from extract.frames.sport import PLAYED, is_fiction, is_sport
from extract.grammar.clauses import CAUSING, logical_objects, logical_subject
from extract.grammar.parse import Span as Words
from extract.grammar.parse import Token
from extract.grammar.verbs import is_verb
from extract.referents.referents import Referents
from graph.vocabulary import Vocabulary


class SentenceReader:
    """Finds the acts of one sentence."""

    def __init__(self, vocabulary: Vocabulary, referents: Referents, sentence: Words) -> None:
        self._vocabulary, self._referents = vocabulary, referents
        self._sentence = sentence
        find = finders(vocabulary, referents)
        unnamed, implied = Unnamed(find), Implied(referents, vocabulary)
        of_nouns = NounEnds(find, unnamed, implied)
        self._ledger = find.ledger
        self._said = SaidActs(find)
        self._verbs = VerbActs(find, VerbEnds(find, unnamed, implied), of_nouns)
        self._nouns = NounActs(find, of_nouns, sentence)

    @property
    def near(self) -> Sequence[tuple[Token, str, str]]:
        """What nearly told an act: trigger, frame and what it lacked."""
        return self._ledger.near

    def acts(self) -> Iterator[Act]:
        """Every act in the order of the words; what governs is read first and may use up what it governs."""
        found: list[Act] = []
        sport = is_sport(self._sentence, self._vocabulary)
        for token in self._by_depth():
            if is_fiction(token):
                continue
            if is_verb(token):
                found += self._of_verb(token)
            elif token.pos_ in ("NOUN", "PROPN") and self._ledger.may_tell(token):
                found += self._nouns.of(token)
        found += self._at_home_again(found)
        if sport:
            found = [act for act in found if act.rule not in (OF_OTHERS, OF_ACTS) and not _is_played(act)]
        yield from without_repetition(sorted(found, key=lambda act: act.trigger.i))

    def _of_verb(self, verb: Token) -> Iterator[Act]:
        yield from self._said.of(verb)
        yield from self._verbs.of(verb)

    def _at_home_again(self, found: Sequence[Act]) -> Iterator[Act]:
        """What people do of whom another act has shown whose they are: "the officers who had toppled the
        president of Niger received a Dane" are Niger's.
        """
        for act in found:
            for mention in (m for pair in act.pairs for m in pair):
                if mention.how == "context" and mention.role is not None and not act.reciprocal:
                    self._referents.homes.setdefault(mention.head, (mention,))
        told = {act.trigger.i for act in found}
        for token in dict.fromkeys(token for token, _, _ in self.near) if self._referents.homes else ():
            if token.i not in told and is_verb(token) and not self._ledger.is_content(token):
                who = {noun.i for noun in (*logical_subject(token).tokens, *logical_objects(token))}
                if who & self._referents.homes.keys():
                    yield from self._of_verb(token)

    def _by_depth(self) -> list[Token]:
        return sorted(self._sentence, key=lambda token: sum(1 for _ in token.ancestors))


def _is_played(act: Act) -> bool:
    """Whether players do the like, as when they drive another to it: "forced the Dutchman to surrender"."""
    return act.relation.plover in PLAYED or (
        act.relation.name == "DEMAND" and act.trigger.lemma_.lower() in CAUSING
    )

"""Which frames of the codebook a verb fits, the one most probably meant first."""

from collections.abc import Iterable, Iterator

from extract.actors.mentions import Mentions
from extract.frames.triggers import Match, state_matches, thing_matches, verb_matches
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of, prepositions
from extract.grammar.repairs.prefixes import PREFIXED
from extract.grammar.verbs import is_passive
from extract.referents.ends import NO_CIVILIANS, is_people
from graph.frames import NO_FRAMES
from graph.model import Kind, Plover
from graph.vocabulary import Vocabulary

AGAINST = frozenset({"against"})

FAVOUR = 6
"""How much better a protest fits people than what forces do: "Druze marched through Damascus"."""


class Readings:
    """The readings of the verbs of one block."""

    def __init__(self, vocabulary: Vocabulary, mentions: Mentions) -> None:
        self._vocabulary = vocabulary
        self._mentions = mentions

    def of(self, verb: Token, *, spoken_of: bool = False) -> Iterator[Match]:
        """The frames that fit a verb. Who marches rather protests than invades, if he is people."""
        beside = verb.dep_ != "pcomp" or verb.head.lower_ in ("before", "with", "to", "from", "against")
        people = self._are_people(c for c in verb.children if c.dep_ == "dobj")
        if verb.lower_ == "striking" and people and beside:
            return iter(())  # "striking teachers" are on strike, and nobody hits them
        frames = self._vocabulary.verb_frames
        lemma = verb.lemma_.lower()
        head = lemma if lemma in frames else self._vocabulary.verb_of_form.get(verb.lower_, "")
        found = list(verb_matches(verb, frames.get(head, NO_FRAMES), spoken_of=spoken_of))
        if not found and PREFIXED.match(verb.text):  # "re-sold" is sold
            found = list(verb_matches(verb, frames.get(lemma[2:], NO_FRAMES), spoken_of=spoken_of))
        found += [] if spoken_of else self._of_things(verb)
        if is_passive(verb):
            found += state_matches(verb, frames.get("be", NO_FRAMES))
        for match in filter(self._is_beside, found):
            foes = [noun for against in prepositions(verb, AGAINST, depth=3) for noun in objects_of(against)]
            match.targets = foes or match.targets
        protests = any(self._is_protest(match) for match in found)
        people = protests and self._are_people(found[0].sources)
        rising = any(self._is_for_forces(match) for match in found) and not _is_armed(verb)
        favour = (FAVOUR if rising else 1) if people else 0
        loose = [spoken_of and bool(m.unfilled) and self._is_mobilizing(m) for m in found]
        weights = [-m.weight - favour * self._is_protest(m) for m in found]
        order = sorted(range(len(found)), key=lambda at: (weights[at], loose[at]))
        return iter([found[at] for at in order])

    def things_of(self, verb: Token) -> Iterator[tuple[int, str]]:
        """Where the things stand of which a verb tells something, and what: "talks with Chad collapsed"."""
        for match in self._of_things(verb):
            if match.thing is not None and not match.implied:
                yield match.thing.i, "" if match.frame.idiom else match.frame.relation

    def _of_things(self, verb: Token) -> list[Match]:
        frames = self._vocabulary.thing_frames
        found = list(thing_matches(verb, frames.get(verb.lemma_.lower(), NO_FRAMES)))
        return found + list(thing_matches(verb, frames.get("be", NO_FRAMES), state=True))

    def _are_people(self, tokens: Iterable[Token]) -> bool:
        """Whether students, workers or the like act, who storm an embassy otherwise than soldiers do."""
        mentions = self._mentions
        roles = (mentions.bare_role(token) for token in tokens)
        return any(
            is_people(m) or m.actor.kind is Kind.PEOPLE for token in tokens for m in mentions.at(token)
        ) or any(role is not None and role.sector not in NO_CIVILIANS for role in roles)

    def _is_beside(self, match: Match) -> bool:
        """Whether a frame takes for the enemy who fights beside: "fought with Mali against Chad"."""
        assault = self._vocabulary.relations[match.frame.relation].plover is Plover.ASSAULT
        return assault and any(noun.dep_ == "pobj" and noun.head.lower_ == "with" for noun in match.targets)

    def _is_protest(self, match: Match) -> bool:
        return self._vocabulary.relations[match.frame.relation].plover is Plover.PROTEST

    def _is_mobilizing(self, match: Match) -> bool:
        """Whether a frame tells of forces made ready, which nobody promises whom no word is against."""
        return self._vocabulary.relations[match.frame.relation].plover is Plover.MOBILIZE

    def _is_for_forces(self, match: Match) -> bool:
        relation = self._vocabulary.relations[match.frame.relation]
        return relation.forces and relation.plover is Plover.ASSAULT


WEAPONS = frozenset("gun rifle machete weapon spear tank sword bayonet".split())
SEIZING = frozenset("kill capture seize storm drive rout massacre occupy".split())
"""What people have who march to fight, and what they do then."""


def _is_armed(verb: Token) -> bool:
    joined = any(child.dep_ == "conj" and child.lemma_.lower() in SEIZING for child in verb.children)
    return joined or any(token.lemma_.lower() in WEAPONS for token in verb.subtree)

"""Acts told by what answers them: "Mali rejected an offer by Chad" tells of an offer as well.

Who wants or offers something stands at the noun; whom he asks is who turns it down or grants it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from extract.actors import Mention
from extract.clauses import MODIFIERS, objects_of, prepositions, with_conjuncts
from extract.referents import OWNERS
from extract.triggers import Match

ANSWERS = frozenset({"REJECT", "REFUSE", "DEFY", "ACCEPT"})
"""Relations by which somebody answers what another wants or offers."""

WISHED = {
    "offer": "OFFER",
    "proposal": "OFFER",
    "invitation": "INVITE",
    "request": "APPEAL",
    "appeal": "APPEAL",
    "plea": "APPEAL",
    "call": "DEMAND",
    "demand": "DEMAND",
    "ultimatum": "GIVE_ULTIMATUM",
}
"""Nouns of what is wanted or offered, with the relation that each tells."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wanted of, or offered to, those who answer it."""

    relation: str
    noun: Token
    sources: tuple[Mention, ...]
    targets: tuple[Mention, ...]


def answered(match: Match, relation: str, pairs: Sequence[tuple[Mention, Mention]]) -> Iterator[Wish]:
    """The wish that an act answers, if the words beside it say whose it was: "an offer by Chad"."""
    if relation not in ANSWERS:
        return
    for noun in (*match.owned, *match.targets, *match.used):
        told = WISHED.get(noun.lemma_.lower())
        if told is None or (noun.lemma_.lower() == "proposal" and not _is_to_the_other(noun)):
            continue
        owners = {token.i for token in _owners(noun)}
        wanting = tuple(dict.fromkeys(target for _, target in pairs if target.head in owners))
        asked = tuple(dict.fromkeys(source for source, target in pairs if target.head in owners))
        if wanting:
            yield Wish(told, noun, wanting, asked)
            return


def nouns_behind(wish: Token) -> tuple[Token, ...]:
    """Who stands behind the "of" or "by" of a wish: "at the request of the minister"."""
    return tuple(o for p in prepositions(wish, OWNERS, depth=1) for o in objects_of(p))


def _owners(wish: Token) -> Iterator[Token]:
    """The words that may say whose a wish is: "Chad's offer", "offers from its Danish allies"."""
    behind = (o for p in prepositions(wish, OWNERS, depth=2) for o in objects_of(p))
    for noun in (wish, *behind):
        for child in noun.children:
            if child.dep_ in MODIFIERS:
                yield from with_conjuncts(child)
        if noun is not wish:
            yield noun


def _is_to_the_other(proposal: Token) -> bool:
    """Whether a proposal says what is to be done together: "for talks", "to share the water"."""
    behind = (child for child in (*proposal.children, *proposal.head.children) if child.i > proposal.i)
    return any(child.lower_ == "for" or child.dep_ == "acl" for child in behind)

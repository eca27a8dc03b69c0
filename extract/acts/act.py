"""One act of a sentence, and which of two that were found tell the same one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.actors.resolver import Mention
from extract.grammar.parse import Token
from extract.grammar.prepositions import SHARED
from extract.grammar.verbs import is_infinitive, is_verb
from extract.referents.home import SCENE
from extract.standing.standing import Standing
from graph.model import Plover
from graph.vocabulary import Relation

VAGUE = {
    "CONSULT": frozenset({"MEET"}),
    "PROTEST": frozenset("BLOCK_PASSAGE DEMONSTRATE HUNGER_STRIKE RIOT STRIKE".split()),
}
"""Relations that are told of as the way or purpose of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act before it is spelt out into events, one for each pair; reciprocity adds the way back.

    `words` are the lemmas that it is told in.
    """

    trigger: Token
    relation: Relation
    frame: str
    rule: str
    pairs: tuple[tuple[Mention, Mention], ...]
    standing: Standing
    content: str | None = None
    reciprocal: bool = False
    words: frozenset[str] = frozenset()


def without_repetition(acts: Sequence[Act]) -> Iterator[Act]:
    """One act told by a verb and its noun ("attacked in an attack") is one act, and so is one told by two
    verbs side by side ("donated and delivered tents", "are committed"), or by whom it hit and where: "a
    Saudi raid in Yemen killed ten Houthis".
    """
    told = {claim for act in acts if is_verb(act.trigger) for claim in _claims(act)}
    by: dict[int, set[tuple[str, str, str]]] = {}
    for act in acts:
        verb = act.trigger
        again = verb.dep_ == "acomp" or (verb.dep_ == "conj" and verb.i - verb.head.i <= SHARED)
        if is_verb(verb) and again and _claims(act) <= by.get(verb.head.i, set()):
            continue
        by[verb.i] = _claims(act)
        if any(_is_done_by(other, act) or _is_manner_of(act, other) for other in acts):
            continue
        if is_verb(verb) or not _claims(act) <= told:
            told |= _claims(act)
            yield act


def _claims(act: Act) -> set[tuple[str, str, str]]:
    """What an act claims, whatever words it is told in."""
    return {(s.actor.id, act.relation.name, t.actor.id) for s, t in act.pairs}


def _is_done_by(verb: Act, noun: Act) -> bool:
    """Whether a verb tells whom the assault hit that a noun tells only the place of."""
    trigger = noun.trigger
    doing = trigger.head.head if trigger.dep_ == "pobj" and trigger.head.dep_ == "agent" else trigger.head
    assaults = verb.relation.plover is Plover.ASSAULT and noun.relation.plover is Plover.ASSAULT
    if is_verb(trigger) or not assaults or doing.i != verb.trigger.i:
        return False
    heads = [trigger.doc[target.head] for _, target in noun.pairs]
    placed = all(head.dep_ == "pobj" and head.head.lower_ in SCENE for head in heads)
    if {t.actor.id for _, t in noun.pairs} == {t.actor.id for _, t in verb.pairs}:
        return False  # "killed dozens", of whom no more is told
    return placed and {s.actor.id for s, _ in noun.pairs} <= {s.actor.id for s, _ in verb.pairs}


def _is_manner_of(act: Act, other: Act) -> bool:
    """Whether a vague act only tells how or to what end the other is done: "met to discuss the dam", "struck
    in protest".
    """
    told = VAGUE.get(act.relation.name)
    if told is None or other is act or other.relation.name not in told or not is_verb(other.trigger):
        return False
    below = other.trigger.i in {above.i for above in act.trigger.ancestors}
    beside = not is_verb(act.trigger) or is_infinitive(act.trigger)
    return below and beside and _ends(act) == _ends(other)


def _ends(act: Act) -> set[frozenset[str]]:
    """Between whom an act is, whoever does it."""
    return {frozenset({s.actor.id, t.actor.id}) for s, t in act.pairs}

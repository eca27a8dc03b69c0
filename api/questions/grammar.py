"""The grammar of questions: every way in which words can be read as one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from api.questions.function_words import (
    AUXILIARIES,
    BE,
    DO,
    EACH_OTHER,
    FILLERS,
    HAVE,
    MAY,
    NOT,
    OTHER_QUESTIONS,
    PARTIES,
    PLANS,
    SAY,
    WHICH,
    WILL,
    name_in,
    who,
)
from api.questions.phrases import MISSING, Phrases, agent_in
from api.questions.reading import Reading
from api.questions.words import Words
from graph.frames import PREPOSITIONS
from graph.vocabulary import Vocabulary

COUNTS = (
    ("how", "often"),
    ("how", "frequently"),
    ("how", "many", "times"),
    ("when",),
    ("on", "how", "many", "occasions"),
    ("how", "many"),
    ("how", "much"),
)
"""Questions whose answer every answer holds: how often, and on which days."""
HEADS = frozenset("people persons civilians soldiers troops men women children refugees victims".split())
UNDER = (("under",), ("facing",), ("subject", "to"), ("the", "target", "of"), ("the", "victim", "of"))
DO_WHAT = tuple(
    (does, what, "to") for does in ("do", "does", "did", "done") for what in ("what", "anything", "something")
)
GERUND = re.compile(r"\w+ing")


@dataclass(frozen=True, slots=True)
class _Verb:
    """The auxiliaries before a verb: what they say, and the words from the verb on."""

    rest: Words
    negated: bool
    modality: str | None
    passive: bool


class Grammar:
    """Reads a question clause by clause."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._phrases = Phrases(vocabulary)

    def questions(self, words: Words) -> Iterator[Reading]:
        """Every reading of a question, what somebody is asked to say included."""
        for clause, speaker in _according(words):
            for reading in self._unattributed(clause):
                yield replace(reading, speaker=speaker)
        yield from self._said(words)

    def _said(self, words: Words) -> Iterator[Reading]:
        """Who does A say attacked B; whom does A say B attacked; what does A say B did to C."""
        lower = tuple(word.casefold() for word in words)
        asked = who(lower) or (1 if lower[:1] == ("what",) else 0)
        if not asked or len(words) < asked + 4 or lower[asked] not in AUXILIARIES:
            return
        for i in range(asked + 2, len(words) - 1):
            if lower[i] not in SAY:
                continue
            speaker = words[asked + 1 : i]
            clause = words[i + 1 :]
            if clause[0].casefold() == "that":
                clause = clause[1:]
            for k in range(len(clause)):
                for reading in self._clause(clause[:k] or None, clause[k:], gap=k > 0):
                    yield replace(reading, speaker=speaker, weight=reading.weight + 2)

    def _unattributed(self, words: Words) -> Iterator[Reading]:
        if not words:
            return
        lower = tuple(word.casefold() for word in words)
        if lower[0] in ("what", "happened", "happens"):  # "everything that happened"
            what = () if lower[0] == "what" else ("what",)
            yield from self._what((*what, *words), (*what, *lower))
        yield from self._counted(words, lower)
        yield from self._whose(words, lower)
        yield from self._things(words, lower)
        yield from self._phrases.nominal(words)
        fronted = lower[0] if lower[0] in PREPOSITIONS and len(words) > 1 else None
        start = 1 if fronted else 0
        asked = start + who(lower[start:])
        if asked > start:
            for under in UNDER:
                if lower[asked + 1 : asked + 1 + len(under)] == under and {*lower[asked : asked + 1]} & BE:
                    yield from self._phrases.nominal(words[asked + 1 + len(under) :])
            if lower[asked : asked + 3] in DO_WHAT:  # who did what to B
                yield Reading(target=name_in(words[asked + 3 :]))
            yield from self._asked_for_object(words[asked:], fronted)
            if fronted is None:
                yield from self._clause(None, words[asked:])
        elif fronted is None and lower[0] not in WHICH | OTHER_QUESTIONS:
            if lower[0] in AUXILIARIES:
                yield from self._with_subject(words, gap=False, fronted=None)
            for i in range(1, len(words)):
                yield from self._clause(words[:i], words[i:])

    def _counted(self, words: Words, lower: Words) -> Iterator[Reading]:
        """How often did A condemn B; every answer counts, so that the count is asked for by the rest."""
        if lower[:2] == ("how", "many") and {*lower[2:3]} & HEADS:
            return  # the graph counts events, not people
        if lower[:2] == ("how", "many") and {*lower[2:3]} & PARTIES:  # how many countries condemned B
            yield from self._unattributed(("who", *words[3:]))
        for start in COUNTS:
            if lower[: len(start)] == start and len(words) > len(start) + 1:
                yield from self._with_subject(words[len(start) :], gap=False, fronted=None)
                yield from self._unattributed(words[len(start) :])

    def _things(self, words: Words, lower: Words) -> Iterator[Reading]:
        """What sanctions has A imposed on B: A has imposed sanctions on B."""
        start = next((len(s) for s in (("how", "many"), ("which",), ("what",)) if lower[: len(s)] == s), 0)
        if not start or (start == 2 and {*lower[2:3]} & HEADS):
            return
        for i in range(start + 1, min(start + 4, len(words) - 2)):
            if lower[i] not in AUXILIARIES:
                continue
            thing, rest = words[start:i], words[i + 1 :]
            for k in range(1, len(rest)):  # the subject ends before k, what is done with the thing before m
                for m in range(k + 1, min(k + 4, len(rest)) + 1):
                    yield from self._clause(rest[:k], (words[i], *rest[k:m], *thing, *rest[m:]))
            yield from self._phrases.nominal((*thing, *rest))  # how many attacks on B were there
            done = next(k for k in range(i, len(words) + 1) if k == len(words) or lower[k] not in AUXILIARIES)
            yield from self._phrases.nominal((*thing, *words[done + 1 :]))  # what sanctions were imposed on B

    def _whose(self, words: Words, lower: Words) -> Iterator[Reading]:
        """Whose diplomats did A expel: A expelled anybody's diplomats."""
        if lower[0] != "whose":
            return
        for i in range(2, min(5, len(words) - 2)):
            if lower[i] not in AUXILIARIES:
                continue
            thing, rest = ("anybody's", *words[1:i]), words[i + 1 :]
            for k in range(1, len(rest)):
                yield from self._clause(rest[:k], (words[i], *rest[k:]), gap=True)
                for m in range(k + 1, len(rest) + 1):
                    yield from self._clause(rest[:k], (words[i], *rest[k:m], *thing, *rest[m:]))

    def _what(self, words: Words, lower: Words) -> Iterator[Reading]:
        """What happened between A and B; what has A done to B."""
        for verb in (
            ("happened",),
            ("happens",),
            ("has", "happened"),
            ("is", "happening"),
            ("was", "happening"),
            ("went", "on"),
            ("did", "happen"),
            ("passed",),
        ):
            if lower[1 : 1 + len(verb)] == verb and len(words) > len(verb) + 2:
                preposition, rest = lower[1 + len(verb)], words[2 + len(verb) :]
                if preposition in ("in", "with", "around"):
                    yield Reading(actor=rest)
                if preposition == "to":
                    yield Reading(target=rest)
                if preposition == "between":
                    for i, word in enumerate(rest):
                        if word.casefold() == "and" and 0 < i < len(rest) - 1:
                            yield Reading(between=(rest[:i], rest[i + 1 :]))
        for start in range(1, len(words) - 3):  # what was done to B by A
            done = lower[1] in BE | HAVE and lower[start : start + 2] == ("done", "to")
            if done and {*lower[1:start]} <= AUXILIARIES:
                for i in range(start + 3, len(words) + 1):
                    by = agent_in(words[i:], gap=False, fronted=None)
                    if by is not MISSING:
                        yield Reading(source=by, target=name_in(words[start + 2 : i]))
        if len(words) > 3 and lower[1] in AUXILIARIES:
            for i in range(3, len(words)):
                if lower[i] not in ("do", "done", "doing"):
                    continue
                end = i
                while end > 3 and lower[end - 1] in AUXILIARIES | FILLERS | NOT:  # "Turkey been doing"
                    end -= 1
                source, rest = name_in(words[2:end]), words[i + 1 :]
                if not rest:
                    yield Reading(source=source)
                elif rest[0].casefold() in ("to", "for", "with", "against", "about") and len(rest) > 1:
                    together = tuple(word.casefold() for word in rest[1:]) in EACH_OTHER
                    yield Reading(source=source, target=name_in(rest[1:]), together=together)

    def _asked_for_object(self, words: Words, fronted: str | None) -> Iterator[Reading]:
        """With whom does A meet; by whom was A condemned."""
        if len(words) > 1 and words[0].casefold() in AUXILIARIES:
            yield from self._with_subject(words, gap=True, fronted=fronted)

    def _with_subject(self, words: Words, *, gap: bool, fronted: str | None) -> Iterator[Reading]:
        """The subject stands behind the first auxiliary: does A condemn B, whom has A condemned."""
        start = 2 if words[1:2] and words[1].casefold() in NOT else 1  # "didn't France condemn"
        for i in range(start + 1, len(words)):
            front = words[:start]
            yield from self._clause(words[start:i], (*front, *words[i:]), gap=gap, fronted=fronted)

    def _clause(
        self, subject: Words | None, words: Words, *, gap: bool = False, fronted: str | None = None
    ) -> Iterator[Reading]:
        """A subject (None is asked for) with auxiliaries, verb and object."""
        named = None if subject is None else name_in(subject)
        verb = _auxiliaries(words)
        if not verb.rest:
            return
        rest, others = self._phrases.either(verb.rest)
        read = self._phrases.passives if verb.passive else self._phrases.acts
        acts = read(rest, gap=gap, fronted=fronted)
        for act in acts:
            ends = (act.other, named) if verb.passive != act.reversed else (named, act.other)
            yield Reading(
                source=ends[0],
                target=ends[1],
                together=not gap and act.other is None and named is not None and ends[1] is None,
                relation=(*others, act.relation),
                content=(act.content,) if act.content else (),
                negated=verb.negated,
                modality=act.modality or verb.modality,
                weight=act.weight,
            )


def _according(words: Words) -> Iterator[tuple[Words, Words | None]]:
    """A question without who is to say so, and who that is: "according to A, ..." at either end."""
    lower = tuple(word.casefold() for word in words)
    at = next((i for i in range(len(words) - 2) if lower[i : i + 2] == ("according", "to")), None)
    if at is None:
        yield words, None
    elif at == 0:
        for i in range(3, len(words)):
            yield words[i:], words[2:i]
    else:
        for i in range(at + 3, len(words)):
            yield (*words[:at], *words[i:]), words[at + 2 : i]
        yield words[:at], words[at + 2 :]


def _auxiliaries(words: Words) -> _Verb:
    """The auxiliaries at the beginning: "has not been", "might", "did"."""
    negated, modality, be = False, None, False
    i = 0
    while i < len(words) - 1:
        word = words[i].casefold()
        if word in NOT:
            negated = True
        elif word in WILL:
            modality = "planned"
        elif word in MAY:
            modality = "possible"
        elif word in BE:
            be = True
        elif word not in HAVE | DO | FILLERS:
            break
        i += 1
    verb = words[i].casefold() if i < len(words) else ""
    passive = be and not GERUND.fullmatch(verb) and verb not in PLANS
    return _Verb(rest=words[i:], negated=negated, modality=modality, passive=passive)

"""The grammar of questions: every way in which words can be read as one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from api.questions.words import Words
from graph.frames import PREPOSITIONS, Frame, Place, Slot
from graph.vocabulary import Vocabulary, verb_forms

WHO = frozenset({"who", "whom", "whoever", "whomever"})
THOSE = frozenset("those all anyone anybody everyone everybody someone somebody".split())
ANYBODY = WHO | {"what", "anybody", "anyone", "somebody", "someone", "everybody", "everyone"}
WHICH = frozenset({"which", "what"})
OTHER_QUESTIONS = frozenset({"why", "how", "when", "where", "whose"})
PARTIES = frozenset(
    "country countries state states nation nations government governments actor actors power powers "
    "party parties organisation organisations organization organizations group groups militia militias "
    "army armies company companies people leader leaders capital capitals bloc blocs "
    "institution institutions regime regimes side sides player players ally allies member members".split()
)
SAY = frozenset(
    form for verb in ("say", "claim", "report", "allege", "state", "think") for form in verb_forms(verb)
)
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
EACH_OTHER = (("each", "other"), ("one", "another"))
UNDER = (("under",), ("facing",), ("subject", "to"), ("the", "target", "of"), ("the", "victim", "of"))
HAPPENED = frozenset("happened occurred there place took recorded reported known made carried out".split())
DO_WHAT = tuple(
    (does, what, "to") for does in ("do", "does", "did", "done") for what in ("what", "anything", "something")
)
PLENTY = frozenset("all every recent latest major many several these those".split())
HAVE = frozenset({"has", "have", "had"})
DO = frozenset({"do", "does", "did"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
WILL = frozenset({"will", "shall"})
MAY = frozenset({"may", "might", "could", "can"})
AUXILIARIES = HAVE | DO | BE | WILL | MAY
NOT = frozenset({"not", "never"})
PLANS = frozenset(form for verb in ("plan", "intend", "prepare") for form in verb_forms(verb)) | {"going"}
FILLERS = frozenset({"ever", "also", "already", "just", "recently", "often", "still", "openly", "publicly"})
DETERMINERS = frozenset("a an the its their his her new further more any some fresh".split())
LEADING = frozenset("with against on upon to at for of from into over toward towards about".split())
GERUND = re.compile(r"\w+ing")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Act:
    """A verb with its object. `other` are the words of the other end: None where it is not said."""

    relation: str
    other: Words | None
    weight: int
    content: str | None = None
    reversed: bool = False
    modality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a question, its names still words; None is anybody."""

    source: Words | None = None
    target: Words | None = None
    actor: Words | None = None
    between: tuple[Words, Words] | None = None
    together: bool = False
    relation: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    negated: bool = False
    modality: str | None = None
    speaker: Words | None = None
    weight: int = 0

    @property
    def named(self) -> dict[str, Words | None]:
        """The words of each name by the filter it is for."""
        return {
            "source": self.source,
            "target": self.target,
            "actor": self.actor,
            "attributed_to": self.speaker,
        }


@dataclass(frozen=True, slots=True)
class _Verb:
    """The auxiliaries before a verb: what they say, and the words from the verb on."""

    rest: Words
    negated: bool
    modality: str | None
    passive: bool


class Grammar:
    """Every way in which words can be read as a question."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def questions(self, words: Words) -> Iterator[Reading]:
        """Every reading of a question, what somebody is asked to say included."""
        for clause, speaker in _according(words):
            for reading in self._unattributed(clause):
                yield replace(reading, speaker=speaker)
        yield from self._said(words)

    def _said(self, words: Words) -> Iterator[Reading]:
        """Who does A say attacked B; whom does A say B attacked; what does A say B did to C."""
        lower = tuple(word.casefold() for word in words)
        asked = _who(lower) or (1 if lower[:1] == ("what",) else 0)
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
        yield from self._nominal(words)
        fronted = lower[0] if lower[0] in PREPOSITIONS and len(words) > 1 else None
        start = 1 if fronted else 0
        asked = start + _who(lower[start:])
        if asked > start:
            for under in UNDER:
                if lower[asked + 1 : asked + 1 + len(under)] == under and {*lower[asked : asked + 1]} & BE:
                    yield from self._nominal(words[asked + 1 + len(under) :])
            if lower[asked : asked + 3] in DO_WHAT:  # who did what to B
                yield Reading(target=_name(words[asked + 3 :]))
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
        if lower[:2] == ("how", "many") and lower[2:3] and lower[2] in PARTIES:  # how many people were killed
            yield from self._unattributed(("who", *words[3:]))
        for start in COUNTS:
            if lower[: len(start)] == start and len(words) > len(start) + 1:
                yield from self._with_subject(words[len(start) :], gap=False, fronted=None)
                yield from self._unattributed(words[len(start) :])

    def _things(self, words: Words, lower: Words) -> Iterator[Reading]:
        """What sanctions has A imposed on B: A has imposed sanctions on B."""
        start = next((len(s) for s in (("how", "many"), ("which",), ("what",)) if lower[: len(s)] == s), 0)
        if not start:
            return
        for i in range(start + 1, min(start + 4, len(words) - 2)):
            if lower[i] not in AUXILIARIES:
                continue
            thing, rest = words[start:i], words[i + 1 :]
            for k in range(1, len(rest)):  # the subject ends before k, what is done with the thing before m
                for m in range(k + 1, min(k + 4, len(rest)) + 1):
                    yield from self._clause(rest[:k], (words[i], *rest[k:m], *thing, *rest[m:]))
            yield from self._nominal((*thing, *rest))  # how many attacks on B were there
            done = next(k for k in range(i, len(words) + 1) if k == len(words) or lower[k] not in AUXILIARIES)
            yield from self._nominal((*thing, *words[done + 1 :]))  # what sanctions were imposed on B

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

    def _nominal(self, words: Words) -> Iterator[Reading]:
        """Acts named by a noun: "sanctions by A against B", "A's visits to B", "attacks on B"."""
        lower = tuple(word.casefold() for word in words)
        while lower and (lower[-1] in HAPPENED or lower[-1] in AUXILIARIES):
            words, lower = words[:-1], lower[:-1]
        for i in range(min(len(words), 8)):
            for lemma in _singulars(lower[i]):
                for frame in self._vocabulary.noun_frames.get(lemma, ()):
                    if frame.idiom or frame.things or frame.content:
                        continue
                    before = i - len(frame.modifiers)
                    told = all(
                        {word, *_singulars(word)} & wanted
                        for word, wanted in zip(lower[before:i], frame.modifiers, strict=False)
                    )
                    if before < 0 or not told:
                        continue
                    owner = words[:before]
                    while owner and owner[0].casefold() in DETERMINERS | PLENTY:
                        owner = owner[1:]
                    while owner and owner[-1].casefold() in DETERMINERS | PLENTY:
                        owner = owner[:-1]
                    for source, target, weight in self._parties(frame, owner, words[i + 1 :]):
                        own = self._vocabulary.relation_words.get(lemma) == frame.relation
                        named = own and (1 if self._takes(frame.relation, lemma, None) else -1)
                        pair = _pair(target) if lower[i + 1 : i + 2] in (("between",), ("among",)) else None
                        yield Reading(
                            source=source,
                            target=None if pair else target,
                            between=pair,
                            relation=(frame.relation,),
                            weight=2 * (1 + weight + len(frame.modifiers)) + named,
                        )

    def _parties(
        self, frame: Frame, owner: Words, rest: Words
    ) -> Iterator[tuple[Words | None, Words | None, int]]:
        """Who does it to whom beside a noun, with how many words tell it."""
        source = _name(_bare_owner(owner)) if owner else None
        if not rest:
            if [place.slot for place in frame.places] in ([Slot.TARGET], []):
                yield source, None, 0
            return
        for filled in self._fill(frame.places, rest, gap=False, fronted=None):
            yield source, filled.target, filled.weight
        if rest[0].casefold() in ("between", "among") and "and" in rest:
            yield None, rest[1:], 2
        if owner:
            return
        if rest[0].casefold() in ("by", "from") and len(rest) > 1:
            yield _name(rest[1:]), None, 1
            for k in range(2, len(rest)):
                for filled in self._fill(frame.places, rest[k:], gap=False, fronted=None):
                    yield _name(rest[1:k]), filled.target, filled.weight + 1
        for k in range(1, len(rest) - 1):
            if rest[k].casefold() in ("by", "from"):
                for filled in self._fill(frame.places, rest[:k], gap=False, fronted=None):
                    yield _name(rest[k + 1 :]), filled.target, filled.weight + 1

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
                    by = _agent(words[i:], gap=False, fronted=None)
                    if by is not MISSING:
                        yield Reading(source=by, target=_name(words[start + 2 : i]))
        if len(words) > 3 and lower[1] in AUXILIARIES:
            for i in range(3, len(words)):
                if lower[i] not in ("do", "done", "doing"):
                    continue
                source, rest = _name(words[2:i]), words[i + 1 :]
                if not rest:
                    yield Reading(source=source)
                elif rest[0].casefold() in ("to", "for", "with", "against", "about") and len(rest) > 1:
                    together = tuple(word.casefold() for word in rest[1:]) in EACH_OTHER
                    yield Reading(source=source, target=_name(rest[1:]), together=together)

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
        named = None if subject is None else _name(subject)
        verb = _auxiliaries(words)
        if not verb.rest:
            return
        rest, others = self._either(verb.rest)
        read = self._passives if verb.passive else self._acts
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

    def _either(self, words: Words) -> tuple[Words, tuple[str, ...]]:
        """The words from the last of several verbs on, and what the others mean: "attacked or invaded B"."""
        known = self._vocabulary.relation_words
        joint = len(words) > 2 and words[1].casefold() in ("or", "and")
        first = known.get(words[0].casefold()) if joint else None
        if first is None or known.get(words[2].casefold()) is None:
            return words, ()
        return words[2:], (first,)

    def _acts(self, words: Words, *, gap: bool, fronted: str | None = None) -> Iterator[_Act]:
        """Words that begin with a verb in the active voice. With a gap the object stands elsewhere."""
        lower = tuple(word.casefold() for word in words)
        if lower[0] in PLANS and lower[1:2] == ("to",) and len(words) > 2:
            for act in self._acts(words[2:], gap=gap, fronted=fronted):
                yield replace(act, modality="planned", weight=act.weight + 2)
        known = self._vocabulary.relation_words
        for length in range(min(4, len(words)), 0, -1):
            name = known.get(" ".join(lower[:length]))
            if name is None:
                continue
            for rest, extra in _after_preposition(words[length:]):
                other = _object(rest, gap)
                if other is not MISSING:
                    # The codebook's own word for a relation comes before what its frames allow, unless it is
                    # another's that takes such an object: who strikes work strikes nobody.
                    spelt = "_".join(words[:length]) == name  # STRIKE is the relation, to strike is to attack
                    led = lower[length] if extra else fronted
                    fits = spelt or length > 1 or not (gap or rest) or self._takes(name, lower[0], led)
                    yield _Act(relation=name, other=other, weight=2 * (length + extra) + (1 if fits else -1))
        for lemma in self._vocabulary.verbs_of_form.get(lower[0], ()):
            for frame in self._vocabulary.verb_frames.get(lemma, ()):
                if frame.idiom:
                    continue
                for filled in self._fill(frame.places, words[1:], gap=gap, fronted=fronted):
                    if filled.content is None and any(p.slot is Slot.CONTENT for p in frame.places):
                        continue
                    other = filled.target if not frame.subject_is_target else filled.source
                    if not frame.has_target or (frame.subject_is_target and not filled.named):
                        other = filled.inner
                    yield _Act(
                        relation=frame.relation,
                        other=other,
                        content=filled.content,
                        weight=2 * (1 + filled.weight),
                        reversed=frame.subject_is_target,
                    )

    def _spoken_of(self, frame: Frame, words: Words, *, gap: bool, fronted: str | None) -> Iterator[_Act]:
        """A speech act in the passive: "urged by B to withdraw", "threatened with sanctions by B"."""
        places = [place for place in frame.places if place.slot is not Slot.TARGET or place.words]
        lower = tuple(word.casefold() for word in words)
        splits: list[tuple[Words, Words]] = [] if "by" in lower else [(words, ())]
        for at in (i for i, word in enumerate(lower) if word == "by"):
            splits.append((words[:at], words[at:]))
            if at == 0:
                splits += [(words[end:], words[:end]) for end in range(2, len(words))]
        for told, by in splits:
            agent = _agent(by, gap=gap, fronted=fronted)
            if agent is MISSING:
                continue
            for filled in self._fill(places, told, gap=False, fronted=None):
                if filled.content is not None:
                    weight = 2 * (1 + filled.weight)
                    yield _Act(relation=frame.relation, other=agent, content=filled.content, weight=weight)

    def _takes(self, relation: str, verb: str, preposition: str | None) -> bool:
        """Whether a verb means a relation with its target as the direct object, or behind a preposition."""
        known = self._vocabulary.verb_frames
        takers = {
            frame.relation
            for lemma in self._vocabulary.verbs_of_form.get(verb, ())
            for frame in known.get(lemma, ())
            for place in frame.places
            if place.slot is Slot.TARGET and (preposition in place.words if preposition else not place.words)
        }
        return relation in takers or not takers

    def _passives(self, words: Words, *, gap: bool, fronted: str | None) -> Iterator[_Act]:
        """Words that begin with a participle: "condemned by B", "condemned"."""
        lower = tuple(word.casefold() for word in words)
        if lower[0].endswith("ing"):
            return
        for length in range(min(4, len(words)), 0, -1):
            name = self._vocabulary.relation_words.get(" ".join(lower[:length]))
            if name is not None:
                for rest, extra in _after_preposition(words[length:]):
                    agent = _agent(rest, gap=gap, fronted=fronted)
                    if agent is not MISSING:
                        yield _Act(relation=name, other=agent, weight=2 * (length + extra) + 1)
        for lemma in self._vocabulary.verbs_of_form.get(lower[0], ()):
            for frame in self._vocabulary.verb_frames.get(lemma, ()):
                if frame.idiom:
                    continue
                if frame.subject_is_target or not frame.has_target:
                    continue
                if frame.content:
                    yield from self._spoken_of(frame, words[1:], gap=gap, fronted=fronted)
                    continue
                places = [p for p in frame.places if p.slot is not Slot.TARGET or p.words]
                particles = tuple(
                    Place(words=p.words, slot=Slot.NOTHING) if p.slot is Slot.TARGET else p for p in places
                )
                for i in range(1, len(words) + 1):
                    agent = _agent(words[i:], gap=gap, fronted=fronted)
                    if agent is MISSING:
                        continue
                    for filled in self._fill(particles, words[1:i], gap=False, fronted=None):
                        yield _Act(relation=frame.relation, other=agent, weight=2 * (1 + filled.weight))

    def _fill(
        self, places: Sequence[Place], words: Words, *, gap: bool, fronted: str | None
    ) -> Iterator["_Filled"]:
        """Every way in which words fill the places of a frame, all of them and with none left over."""
        if not places:
            if not words:
                yield _Filled()
            return
        place, later = places[0], places[1:]
        rest, weight = words, 0
        if place.words:
            if rest and rest[0].casefold() in place.words:
                rest, weight = rest[1:], 1
            elif not (gap and fronted in place.words and place.slot is Slot.TARGET):
                return
        if place.slot is Slot.NOTHING:
            for filled in self._fill(later, rest, gap=gap, fronted=fronted):
                yield replace(filled, weight=filled.weight + weight)
        elif place.slot is Slot.NOUN:
            for used in _nouns(place, rest):
                for filled in self._fill(later, rest[used:], gap=gap, fronted=fronted):
                    yield replace(filled, weight=filled.weight + weight + used)
        elif place.slot is Slot.CONTENT:
            if not later and rest:
                for act in self._acts(_bare(rest), gap=gap, fronted=fronted):
                    yield _Filled(content=act.relation, inner=act.other, weight=weight + act.weight // 2)
                for named in self._nominal(rest):  # "threatened with sanctions"
                    if named.source is not None or named.between is not None:
                        continue
                    yield _Filled(
                        content=named.relation[0], inner=named.target, weight=weight + named.weight // 2
                    )
        else:
            yield from self._named(place, later, rest, weight, gap=gap, fronted=fronted)

    def _named(
        self,
        place: Place,
        later: Sequence[Place],
        rest: Words,
        weight: int,
        *,
        gap: bool,
        fronted: str | None,
    ) -> Iterator["_Filled"]:
        """A place that an actor fills: the target, the owner of something, the source."""
        key = "source" if place.slot is Slot.SOURCE else "target"
        if gap and place.slot is not Slot.OWNER:
            for filled in self._fill(later, rest, gap=False, fronted=None):
                yield replace(filled, weight=filled.weight + weight, named=True)
            return
        for i in range(1, len(rest) + 1):
            name = rest[:i]
            used, after = 0, rest[i:]
            if place.slot is Slot.OWNER:
                if not name[-1].endswith(("'s", "s'")) and not name[-1][0].isupper():
                    continue  # "France's diplomats", "Russian diplomats"
                name = (*name[:-1], name[-1].removesuffix("'s").removesuffix("'"))
                used = next(iter(_nouns(place, after)), 0)
                if not used:
                    continue
            for filled in self._fill(later, after[used:], gap=gap, fronted=fronted):
                found = replace(filled, weight=filled.weight + weight + used, named=True)
                yield (
                    replace(found, source=_name(name))
                    if key == "source"
                    else replace(found, target=_name(name))
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filled:
    """The places of a frame, filled: `inner` is the object of the act spoken of."""

    source: Words | None = None
    target: Words | None = None
    inner: Words | None = None
    content: str | None = None
    weight: int = 0
    named: bool = False


MISSING: Words = ("<nothing fits>",)


def _who(lower: Words) -> int:
    """How many words ask for an actor: "who", "who else", "which country", "countries that"."""
    if lower[:1] and lower[0] in WHO:
        return 2 if lower[1:2] == ("else",) else 1
    if len(lower) > 1 and lower[0] in WHICH:
        end = next((i for i, word in enumerate(lower[1:4], start=2) if word in PARTIES), 0)
        return end if end and not {*lower[1:end]} & AUXILIARIES else 0
    start = (
        1
        if lower[:1] and lower[0] in ("all", "the", "any", "every") and lower[1:2] not in ((), ("who",))
        else 0
    )
    named = start < len(lower) and lower[start] in PARTIES | THOSE
    return (
        start + 2
        if named and lower[start + 1 : start + 2] in (("who",), ("that",), ("which",), ("whom",))
        else 0
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


def _pair(words: Words | None) -> tuple[Words, Words] | None:
    """The two names that "and" joins."""
    at = next((i for i, word in enumerate(words or ()) if word.casefold() == "and"), 0)
    return (words[:at], words[at + 1 :]) if words and 0 < at < len(words) - 1 else None


def _singulars(word: str) -> tuple[str, ...]:
    """What a noun may be the plural of: "embargoes", "policies", "attacks"."""
    found = [word]
    if word.endswith("ies"):
        found.append(f"{word[:-3]}y")
    if word.endswith("es"):
        found.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        found.append(word[:-1])
    return tuple(found)


def _bare_owner(owner: Words) -> Words:
    """The words of an owner without the ending of the genitive: "the rebels'"."""
    return (*owner[:-1], owner[-1].removesuffix("'s").removesuffix("'"))


def _name(words: Words) -> Words | None:
    """The words of a name, or None where they stand for anybody."""
    lower = tuple(word.casefold() for word in words)
    anybody = lower in EACH_OTHER or (len(lower) == 1 and lower[0] in ANYBODY) or _who(lower) == len(lower)
    return None if anybody else words


def _object(words: Words, gap: bool) -> Words | None:
    """What stands behind the verb: an actor or nothing; with a gap nothing may."""
    if gap:
        return MISSING if words else None
    return _name(words) if words else None


def _agent(words: Words, *, gap: bool, fronted: str | None) -> Words | None:
    """Who does it in the passive: "by B", or "by" alone where B is asked for."""
    if words and words[0].casefold() == "by":
        if gap:
            return MISSING if words[1:] else None
        return _name(words[1:]) if words[1:] else None
    asked = gap and fronted != "by"
    return MISSING if words or asked else None


def _after_preposition(words: Words) -> Iterator[tuple[Words, int]]:
    """What follows a verb, with and without the preposition that leads to its object."""
    if words and words[0].casefold() in LEADING:
        yield words[1:], 1
    if len(words) > 2 and words[0].casefold() in THOSE and words[1].casefold() in LEADING:
        yield words[2:], 1  # "extradite anyone to Sweden"
    yield words, 0


def _nouns(place: Place, words: Words) -> Iterator[int]:
    """How many words name one of the nouns that a place asks for: "new sanctions", "a travel ban"."""
    lower = tuple(word.casefold() for word in words)
    start = 0
    while start < len(lower) and lower[start] in DETERMINERS:
        start += 1
    for noun in place.nouns:
        wanted = (*noun.modifiers, noun.head)
        for head in (noun.head, f"{noun.head}s", f"{noun.head}es", f"{noun.head[:-1]}ies"):
            spelt = (*wanted[:-1], head)
            if lower[start : start + len(spelt)] == spelt:
                yield start + len(spelt)


def _bare(words: Words) -> Words:
    """Words from the infinitive on: the "to" of "threatens to attack" belongs to nobody."""
    return words[1:] if words[0].casefold() == "to" and len(words) > 1 else words


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

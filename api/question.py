"""Reads questions such as "who has condemned Russia since 2022?" by a small grammar.

    question   what happened between A and B | what happened to B
               what AUX A do [to B]
               [PREPOSITION] WHO AUX A verb ...        the object is asked for: whom does A sanction
               WHO verb B                              the subject is asked for
               AUX A verb B | A verb B                 whether, and how often
    verb       [AUX ...] [not] WORD, or [AUX ...] plan|threaten|promise|refuse ... to WORD
    WORD       a verb with what the codebook's frames ask for beside it: "impose sanctions on"
    A, B       a name, several joined by "and" or "or", or who(m), anybody, which country
    end        since | after | before | until | in | on | during DATE, between | from DATE and | to DATE

Where a question can be read in several ways the reading with the most words in the verb is meant of which
all names are known.
"""

import calendar
import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from graph.errors import AmbiguousName, BadQuery, UnknownName
from graph.frames import PREPOSITIONS, Place, Slot
from graph.query import EventQuery, events_query
from graph.vocabulary import Vocabulary, verb_forms

EXAMPLES = (
    "who condemns whom",
    "whom has France sanctioned since 2022",
    "what happened between Israel and Iran in 2024",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it was understood, with a sentence that says how."""

    query: EventQuery
    reading: str


def read_question(text: str, vocabulary: Vocabulary) -> Question:
    """Understand a question.

    Raises BadQuery with examples where it cannot be read, UnknownName and AmbiguousName where it can but
    for a name.
    """
    words = tuple(_words(text))
    words, when = _time(words)
    readings = sorted(_Grammar(vocabulary).questions(words), key=lambda reading: -reading.weight)
    errors: list[BadQuery] = []
    for reading in dict.fromkeys(readings):
        try:
            return _understood(reading, when, vocabulary)
        except (AmbiguousName, UnknownName) as error:
            errors.append(error)
    ambiguous = next((error for error in errors if isinstance(error, AmbiguousName)), None)
    mend = ambiguous or _bad_date(words) or next(iter(errors), None)
    if mend is not None:
        raise mend
    examples = "; ".join(f'"{example}"' for example in EXAMPLES)
    raise BadQuery(
        "q", text, f"the question {text!r} is not understood{_hint(words, vocabulary)}; ask like {examples}"
    )


def _hint(words: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """Verbs of the codebook that look like a word which nothing is known of."""
    strange = [w.casefold() for w in words if w.islower() and w not in AUXILIARIES | WHO | WHICH | PARTIES]
    near = [
        near
        for w in strange
        for near in difflib.get_close_matches(w, vocabulary.relation_words, n=2, cutoff=0.8)
    ]
    return f" (is a verb meant such as {', '.join(near[:4])}?)" if near else ""


# Words and dates.

APOSTROPHE = str.maketrans({"\u2019": "'"})
EDGES = '?!,;:"\u201c\u201d\u00ab\u00bb()'


def _words(text: str) -> Iterator[str]:
    for word in text.translate(APOSTROPHE).split():
        bare = word.strip(EDGES)
        if bare.endswith(".") and "." not in bare[:-1]:
            bare = bare[:-1]
        if bare.lower().endswith("n't"):
            yield from (CONTRACTED.get(bare.lower(), bare[:-3]), "not")
        elif bare:
            yield bare


CONTRACTED = {"won't": "will", "can't": "can"}


@dataclass(frozen=True, slots=True)
class _Period:
    """A day, month, year or decade: from a day (inclusive) to a day (exclusive)."""

    start: date
    end: date


MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
DECADE = re.compile(r"(\d{3}0)'?s")
ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")


def _period(words: Sequence[str]) -> _Period | None:
    """The period that words name: 2022, 2022-02-24, February 2022, 24 February 2022, the 1990s."""
    plain = [w.casefold().strip(".,") for w in words if w.casefold() not in ("the", "of", "year")]
    try:
        return _parsed_period(plain)
    except ValueError:
        return None


def _parsed_period(words: list[str]) -> _Period | None:
    months = [i for i, word in enumerate(words) if word in MONTHS]
    if len(words) == 1:
        decade = DECADE.fullmatch(words[0])
        if decade:
            return _Period(date(int(decade[1]), 1, 1), date(int(decade[1]) + 10, 1, 1))
        parts = words[0].split("-")
        if [len(part) for part in parts] in ([4], [4, 2], [4, 2, 2]) and all(p.isdecimal() for p in parts):
            return _calendar(*(int(part) for part in parts))
    elif len(months) == 1 and len(words) in (2, 3):
        month = MONTHS[words[months[0]]]
        others = [word for i, word in enumerate(words) if i != months[0]]
        year, day = others[-1], ORDINAL.fullmatch(others[0])
        if len(year) == 4 and year.isdecimal():
            if len(others) == 1:
                return _calendar(int(year), month)
            if day:
                return _calendar(int(year), month, int(day[1]))
    return None


def _calendar(year: int, month: int | None = None, day: int | None = None) -> _Period:
    if month is None:
        return _Period(date(year, 1, 1), date(year + 1, 1, 1))
    if day is None:
        return _Period(date(year, month, 1), date(year + month // 12, month % 12 + 1, 1))
    return _Period(date(year, month, day), date(year, month, day) + timedelta(days=1))


def _time(words: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, list[str]]]:
    """Take the periods off the end of a question, as `since` and `until`."""
    when: dict[str, list[str]] = {}
    i = len(words) - 1
    while i > 0:
        found = _span_of_time(words[i].casefold(), words[i + 1 :])
        if found is not None:
            for key, day in found.items():
                when.setdefault(key, [day.isoformat()])
            words, i = words[:i], i
        i -= 1
    return words, when


def _span_of_time(word: str, rest: tuple[str, ...]) -> dict[str, date] | None:
    joint = {"between": "and", "from": "to"}.get(word)
    if joint is not None:
        for i in range(1, len(rest) - 1):
            first, last = _period(rest[:i]), _period(rest[i + 1 :])
            if rest[i].casefold() == joint and first and last:
                return {"since": first.start, "until": last.end}
        return None
    period = _period(rest) if rest else None
    if period is None:
        return None
    if word in ("in", "on", "during"):
        return {"since": period.start, "until": period.end}
    return {
        "since": {"since": period.start},
        "after": {"since": period.end},
        "before": {"until": period.start},
        "until": {"until": period.start},
    }.get(word)


STARTS = frozenset({"since", "after", "in", "on", "during", "from", "between"})
ENDS = frozenset({"until", "before"})


def _bad_date(words: tuple[str, ...]) -> BadQuery | None:
    """What stands where a question has its date and is none: "since 2022-13", "until yesterday"."""
    lower = [word.casefold() for word in words]
    joints = [i for i, word in enumerate(lower) if word in STARTS | ENDS]
    for i, end in pairwise([*joints, len(words)]):
        rest = words[i + 1 : end]
        meant = lower[i] in ("since", "until") or (rest and (rest[0][0].isdigit() or lower[i + 1] in MONTHS))
        if rest and meant and _period(rest) is None:
            key, said = "until" if lower[i] in ENDS else "since", " ".join(rest)
            return BadQuery(key, said, f"{key}: {said!r} is not a date; write 2022, 2022-02 or 2022-02-24")
    return None


# The grammar.

Words = tuple[str, ...]

WHO = frozenset({"who", "whom", "whoever", "whomever"})
ANYBODY = WHO | {"what", "anybody", "anyone", "somebody", "someone", "everybody", "everyone"}
WHICH = frozenset({"which", "what"})
OTHER_QUESTIONS = frozenset({"why", "how", "when", "where", "whose"})
PARTIES = frozenset(
    "country countries state states nation nations government governments actor actors power powers "
    "party parties organisation organisations organization organizations group groups".split()
)
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
class _Reading:
    """One way to read a question, its names still words; None is anybody."""

    source: Words | None = None
    target: Words | None = None
    between: tuple[Words, Words] | None = None
    relation: str | None = None
    content: str | None = None
    negated: bool = False
    modality: str | None = None
    weight: int = 0


@dataclass(frozen=True, slots=True)
class _Verb:
    """The auxiliaries before a verb: what they say, and the words from the verb on."""

    rest: Words
    negated: bool
    modality: str | None
    passive: bool


class _Grammar:
    """Every way in which words can be read as a question."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def questions(self, words: Words) -> Iterator[_Reading]:
        if not words:
            return
        lower = tuple(word.casefold() for word in words)
        if lower[0] == "what":
            yield from self._what(words, lower)
        fronted = lower[0] if lower[0] in PREPOSITIONS and len(words) > 1 else None
        start = 1 if fronted else 0
        asked = start + _who(lower[start:])
        if asked > start:
            yield from self._asked_for_object(words[asked:], fronted)
            if fronted is None:
                yield from self._clause(None, words[asked:])
        elif fronted is None and lower[0] not in WHICH | OTHER_QUESTIONS:
            if lower[0] in AUXILIARIES:
                yield from self._with_subject(words, gap=False, fronted=None)
            for i in range(1, len(words)):
                yield from self._clause(words[:i], words[i:])

    def _what(self, words: Words, lower: Words) -> Iterator[_Reading]:
        """What happened between A and B; what has A done to B."""
        for verb in (
            ("happened",),
            ("happens",),
            ("has", "happened"),
            ("is", "happening"),
            ("was", "happening"),
        ):
            if lower[1 : 1 + len(verb)] == verb and len(words) > len(verb) + 2:
                preposition, rest = lower[1 + len(verb)], words[2 + len(verb) :]
                if preposition == "to":
                    yield _Reading(target=rest)
                if preposition == "between":
                    for i, word in enumerate(rest):
                        if word.casefold() == "and" and 0 < i < len(rest) - 1:
                            yield _Reading(between=(rest[:i], rest[i + 1 :]))
        if len(words) > 3 and lower[1] in AUXILIARIES:
            for i in range(3, len(words)):
                if lower[i] not in ("do", "done", "doing"):
                    continue
                source, rest = _name(words[2:i]), words[i + 1 :]
                if not rest:
                    yield _Reading(source=source)
                elif rest[0].casefold() in ("to", "for", "with", "against", "about") and len(rest) > 1:
                    yield _Reading(source=source, target=_name(rest[1:]))

    def _asked_for_object(self, words: Words, fronted: str | None) -> Iterator[_Reading]:
        """With whom does A meet; by whom was A condemned."""
        if len(words) > 1 and words[0].casefold() in AUXILIARIES:
            yield from self._with_subject(words, gap=True, fronted=fronted)

    def _with_subject(self, words: Words, *, gap: bool, fronted: str | None) -> Iterator[_Reading]:
        """The subject stands behind the first auxiliary: does A condemn B, whom has A condemned."""
        for i in range(2, len(words)):
            yield from self._clause(words[1:i], (words[0], *words[i:]), gap=gap, fronted=fronted)

    def _clause(
        self, subject: Words | None, words: Words, *, gap: bool = False, fronted: str | None = None
    ) -> Iterator[_Reading]:
        """A subject (None is asked for) with auxiliaries, verb and object."""
        named = None if subject is None else _name(subject)
        verb = _auxiliaries(words)
        if not verb.rest:
            return
        acts = (
            self._passives(verb.rest, gap=gap, fronted=fronted)
            if verb.passive
            else self._acts(verb.rest, gap=gap, fronted=fronted)
        )
        for act in acts:
            ends = (act.other, named) if verb.passive != act.reversed else (named, act.other)
            yield _Reading(
                source=ends[0],
                target=ends[1],
                relation=act.relation,
                content=act.content,
                negated=verb.negated,
                modality=act.modality or verb.modality,
                weight=act.weight,
            )

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
                    # The codebook's own word for a relation comes before what its frames allow.
                    yield _Act(relation=name, other=other, weight=2 * (length + extra) + 1)
        for lemma in self._lemmas.get(lower[0], ()):
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
        for lemma in self._lemmas.get(lower[0], ()):
            for frame in self._vocabulary.verb_frames.get(lemma, ()):
                if frame.idiom:
                    continue
                if frame.subject_is_target or frame.content or not frame.has_target:
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
                if not name[-1].endswith(("'s", "s'")):
                    continue
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

    @cached_property
    def _lemmas(self) -> Mapping[str, tuple[str, ...]]:
        """Each form of each verb in the codebook, with the verb."""
        lemmas: dict[str, list[str]] = {}
        for lemma in self._vocabulary.verb_frames:
            for form in verb_forms(lemma):
                lemmas.setdefault(form, []).append(lemma)
        return {form: tuple(found) for form, found in lemmas.items()}


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
    """How many words ask for an actor: "who", "which country"."""
    if lower[:1] and lower[0] in WHO:
        return 1
    return 2 if len(lower) > 1 and lower[0] in WHICH and lower[1] in PARTIES else 0


def _name(words: Words) -> Words | None:
    """The words of a name, or None where they stand for anybody."""
    lower = tuple(word.casefold() for word in words)
    anybody = (
        lower == ("each", "other") or (len(lower) == 1 and lower[0] in ANYBODY) or _who(lower) == len(lower)
    )
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


# From words to a query, and to a sentence.


def _understood(reading: _Reading, when: dict[str, list[str]], vocabulary: Vocabulary) -> Question:
    given = dict(when)
    if reading.between:
        given["between"] = [",".join(" ".join(end) for end in reading.between)]
    for key, words in (("source", reading.source), ("target", reading.target)):
        if words is not None:
            given[key] = _joined_names(key, words, vocabulary)
    for key, value in (
        ("relation", reading.relation),
        ("content", reading.content),
        ("modality", reading.modality),
    ):
        if value:
            given[key] = [value]
    if reading.negated:
        given["negated"] = ["true"]
    query = events_query(given, vocabulary)
    return Question(query=query, reading=_said(query, given, vocabulary))


def _joined_names(key: str, words: Words, vocabulary: Vocabulary) -> list[str]:
    """One name, or several joined by "and" or "or"; "Bosnia and Herzegovina" is one."""
    whole = " ".join(words)
    parts = [part.strip() for part in re.split(r"\s(?:and|or)\s", f" {whole} ") if part.strip()]
    if len(parts) > 1:
        try:
            vocabulary.meaning(key, whole)
        except UnknownName:
            return parts
    return [whole]


def _said(query: EventQuery, given: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> str:
    """The query in a sentence: "events in which anybody CONDEMNs Russia, since 2022-01-01"."""
    called = {
        key: _called(key, names, vocabulary) for key, names in given.items() if key in ("source", "target")
    }
    if query.between:
        first, second = (_called("between", [end], vocabulary) for end in given["between"][0].split(","))
        said = f"events between {first} and {second}, in either direction"
    else:
        act = _act_said(query)
        said = f"events in which {called.get('source', 'anybody')} {act} {called.get('target', 'anybody')}"
    for word, day in (("since", query.since), ("before", query.until)):
        if day:
            said += f", {word} {day}"
    return said


def _act_said(query: EventQuery) -> str:
    planned, possible = query.modality == ("planned",), query.modality == ("possible",)
    if not query.relation:
        return "does anything to"
    relation = query.relation[0]
    content = f" ({query.content[0]})" if query.content else ""
    if planned:
        return f"{'plans not to' if query.negated else 'plans to'} {relation}{content}"
    if possible:
        return f"may {'not ' if query.negated else ''}{relation}{content}"
    return f"does not {relation}{content}" if query.negated else f"{relation}s{content}"


def _called(key: str, names: Sequence[str], vocabulary: Vocabulary) -> str:
    meanings = [vocabulary.meaning(key, name) for name in names]
    return " or ".join(f"{m.actor.name} ({m.person.name})" if m.person else m.actor.name for m in meanings)

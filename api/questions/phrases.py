"""What is done to whom, as a verb or a noun says it with the words that its frames ask for beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from api.questions.function_words import AUXILIARIES, DETERMINERS, LEADING, PLANS, PLENTY, THOSE, name_in
from api.questions.reading import Reading
from api.questions.words import Words
from graph.frames import Frame, Place, Slot
from graph.vocabulary import Vocabulary

HAPPENED = frozenset("happened occurred there place took recorded reported known made carried out".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A verb with its object. `other` are the words of the other end: None where it is not said."""

    relation: str
    other: Words | None
    weight: int
    content: str | None = None
    reversed: bool = False
    modality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filled:
    """The places of a frame, filled: `inner` is the object of the act spoken of."""

    source: Words | None = None
    target: Words | None = None
    inner: Words | None = None
    content: str | None = None
    weight: int = 0
    named: bool = False


class Phrases:
    """Reads the verbs and nouns of the codebook."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def either(self, words: Words) -> tuple[Words, tuple[str, ...]]:
        """The words from the last of several verbs on, and what the others mean: "attacked or invaded B"."""
        known = self._vocabulary.relation_words
        joint = len(words) > 2 and words[1].casefold() in ("or", "and")
        first = known.get(words[0].casefold()) if joint else None
        if first is None or known.get(words[2].casefold()) is None:
            return words, ()
        return words[2:], (first,)

    def acts(self, words: Words, *, gap: bool, fronted: str | None = None) -> Iterator[Act]:
        """Words that begin with a verb in the active voice. With a gap the object stands elsewhere."""
        lower = tuple(word.casefold() for word in words)
        if lower[0] in PLANS and lower[1:2] == ("to",) and len(words) > 2:
            for act in self.acts(words[2:], gap=gap, fronted=fronted):
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
                    yield Act(relation=name, other=other, weight=2 * (length + extra) + (1 if fits else -1))
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
                    yield Act(
                        relation=frame.relation,
                        other=other,
                        content=filled.content,
                        weight=2 * (1 + filled.weight),
                        reversed=frame.subject_is_target,
                    )

    def _spoken_of(self, frame: Frame, words: Words, *, gap: bool, fronted: str | None) -> Iterator[Act]:
        """A speech act in the passive: "urged by B to withdraw", "threatened with sanctions by B"."""
        places = [place for place in frame.places if place.slot is not Slot.TARGET or place.words]
        lower = tuple(word.casefold() for word in words)
        splits: list[tuple[Words, Words]] = [] if "by" in lower else [(words, ())]
        for at in (i for i, word in enumerate(lower) if word == "by"):
            splits.append((words[:at], words[at:]))
            if at == 0:
                splits += [(words[end:], words[:end]) for end in range(2, len(words))]
        for told, by in splits:
            agent = agent_in(by, gap=gap, fronted=fronted)
            if agent is MISSING:
                continue
            for filled in self._fill(places, told, gap=False, fronted=None):
                if filled.content is not None:
                    weight = 2 * (1 + filled.weight)
                    yield Act(relation=frame.relation, other=agent, content=filled.content, weight=weight)

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

    def passives(self, words: Words, *, gap: bool, fronted: str | None) -> Iterator[Act]:
        """Words that begin with a participle: "condemned by B", "condemned"."""
        lower = tuple(word.casefold() for word in words)
        if lower[0].endswith("ing"):
            return
        for length in range(min(4, len(words)), 0, -1):
            name = self._vocabulary.relation_words.get(" ".join(lower[:length]))
            if name is not None:
                for rest, extra in _after_preposition(words[length:]):
                    agent = agent_in(rest, gap=gap, fronted=fronted)
                    if agent is not MISSING:
                        yield Act(relation=name, other=agent, weight=2 * (length + extra) + 1)
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
                    agent = agent_in(words[i:], gap=gap, fronted=fronted)
                    if agent is MISSING:
                        continue
                    for filled in self._fill(particles, words[1:i], gap=False, fronted=None):
                        yield Act(relation=frame.relation, other=agent, weight=2 * (1 + filled.weight))

    def _fill(
        self, places: Sequence[Place], words: Words, *, gap: bool, fronted: str | None
    ) -> Iterator[_Filled]:
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
                for act in self.acts(_bare(rest), gap=gap, fronted=fronted):
                    yield _Filled(content=act.relation, inner=act.other, weight=weight + act.weight // 2)
                for named in self.nominal(rest):  # "threatened with sanctions"
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
    ) -> Iterator[_Filled]:
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
                    replace(found, source=name_in(name))
                    if key == "source"
                    else replace(found, target=name_in(name))
                )

    def nominal(self, words: Words) -> Iterator[Reading]:
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
        source = name_in(_bare_owner(owner)) if owner else None
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
            yield name_in(rest[1:]), None, 1
            for k in range(2, len(rest)):
                for filled in self._fill(frame.places, rest[k:], gap=False, fronted=None):
                    yield name_in(rest[1:k]), filled.target, filled.weight + 1
        for k in range(1, len(rest) - 1):
            if rest[k].casefold() in ("by", "from"):
                for filled in self._fill(frame.places, rest[:k], gap=False, fronted=None):
                    yield name_in(rest[k + 1 :]), filled.target, filled.weight + 1


MISSING: Words = ("<nothing fits>",)


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


def _object(words: Words, gap: bool) -> Words | None:
    """What stands behind the verb: an actor or nothing; with a gap nothing may."""
    if gap:
        return MISSING if words else None
    return name_in(words) if words else None


def agent_in(words: Words, *, gap: bool, fronted: str | None) -> Words | None:
    """Who does it in the passive: "by B", or "by" alone where B is asked for."""
    if words and words[0].casefold() == "by":
        if gap:
            return MISSING if words[1:] else None
        return name_in(words[1:]) if words[1:] else None
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

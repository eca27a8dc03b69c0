"""The language in which the codebook says how newspapers word a relation.

A frame is one line, read from left to right:

    condemn X                            X is the target: the direct object
    impose <sanctions> on|against X      <sanctions> is a class of nouns, `|` means or
    reject X's <proposal>                X owns the object: "France's plan", "the Polish offer"
    crack down on X                      a particle, then a preposition
    call on X to ...                     ... is the act spoken of, the content of a speech act
    demand that X ...                    the act spoken of, of which X is the subject
    X come under <fire> from S           a leading X: the grammatical subject is the target, S the source
    defeat X:armed                       only of such actors: armed ones, states, people
    S:armed leave X                      a leading S:kind asks the same of the source, the subject
    <talks> with X collapse              a leading class: things are the subject, and whose they are is S
    <aid> reach|arrive_in X              "aid from Japan reached Nepal": what is behind the verb may be X too
    <gas> flow from S to X               or S, where things do not tell it themselves
    <tour> take S to X

Without a leading X the grammatical subject is the source. Heads are lemmas; `condemn|denounce X` gives
two heads in one line, and a head with a particle of its own takes an underscore: `cancel|call_off <talks>`.
Nouns of two words take one too: `visa_ban`. In a class of nouns `a place` is any city or region that the
gazetteer knows by name: `capture X's <territory>` finds Syria in "captured Aleppo".

Between a leading class and its verb stand the things' own prepositions, each with what it leads to. What two
have "with" each other has two parties, however they are named: "talks between A and B", "A's talks with B",
"the A-B talks" and "the two sides' talks" all fit `<talks> with X collapse`, and each does it to the other.

A frame of a noun is written the same way with the noun as its head, words before it being modifiers ("arms
transfer to X"); its source is its owner: "Iran's arms transfers to Yemen", "the Iranian arms transfers",
"arms transfers by (from, of) Iran".

A saying is a clause that does something to X by being said; whoever says it is the source. It begins with its
subject, which is X, what X owns, S or a noun, and asks for "will" and "not" where it has these words:

    X be blame for ...                   "Kenya said Eritrea was to blame for the raid"
    X's <proposal> be unacceptable       "the Turkish plan is unacceptable, Greece said"
    time run_out for X                   "time was running out for Iraq, Washington said"
    S will make X pay                    "we will make Chad pay, the premier of Niger said"
    X will regret|rue ...                "Chad would regret the raid, said Mali"
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, cached_property
from typing import NamedTuple, overload

from graph.errors import CodebookError


class Slot(StrEnum):
    """What stands in a place of a frame."""

    TARGET = "X"
    OWNER = "X's"
    SOURCE = "S"
    CONTENT = "..."
    NOUN = "noun"
    NOTHING = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun that a frame asks for, with the modifiers it must have: "travel ban" is ban + travel."""

    head: str
    modifiers: tuple[str, ...] = ()


class Nouns(tuple[Noun, ...]):
    """Several nouns, any of which will do, found by their heads."""

    @cached_property
    def by_head(self) -> Mapping[str, tuple[Noun, ...]]:
        found: dict[str, list[Noun]] = {}
        for noun in self:
            found.setdefault(noun.head, []).append(noun)
        return {head: tuple(nouns) for head, nouns in found.items()}

    @cached_property
    def has_place(self) -> bool:
        """Whether any place with a name will do."""
        return PLACE in self


PLACE = Noun(head="place", modifiers=("a",))
"""Stands in a class for every place that has a name in the gazetteer."""


NONE = Nouns()


class Only(StrEnum):
    """To whom a frame is confined at an end: who bears arms, states, people, or one person who is named."""

    ARMED = "armed"
    STATE = "state"
    PEOPLE = "people"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of a frame: the words that lead to it (none for the direct object) and what fills it.

    A place whose filler is NOTHING is a particle: "down" in "crack down on X". `of_thing` marks what stands
    with the things that are the subject: "with X" in "<talks> with X collapse".
    """

    words: frozenset[str]
    slot: Slot
    nouns: Nouns = NONE
    of_thing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a saying asks of its clause besides the frame: its subject, whether it is to come, and denied."""

    subject: Place
    coming: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One way in which newspapers word a relation. `text` is the line as the codebook has it.

    A frame of a reciprocal relation fits without its X as well: "Egypt and Israel signed a treaty".
    An idiom is a wording that only looks like the relation ("hit a record"): where it fits, nothing is meant.
    `said` makes it a saying.
    `things` are the nouns that the subject must be where no actor is: "<talks> with X collapse".
    """

    relation: str
    text: str
    nominal: bool
    heads: frozenset[str]
    modifiers: tuple[frozenset[str], ...] = ()
    subject_is_target: bool = False
    reciprocal: bool = False
    idiom: bool = False
    things: Nouns = NONE
    places: tuple[Place, ...] = ()
    source_only: Only | None = None
    target_only: Only | None = None
    said: Said | None = None

    @property
    def specificity(self) -> int:
        """How much a frame asks for. Of two frames that fit, the one that asks for more is meant."""
        asked = sum(
            (4 if p.slot in (Slot.NOUN, Slot.OWNER) else 1) + (2 if p.words else 1) for p in self.places
        )
        sorts = sum(sort is not None for sort in (self.source_only, self.target_only))
        return asked + 3 * len(self.modifiers) + 2 * sorts + (8 if self.things else 0)

    @property
    def content(self) -> Place | None:
        return next((p for p in self.places if p.slot is Slot.CONTENT), None)

    @property
    def is_shared(self) -> bool:
        """Whether what two have with each other does it: "<talks> with X collapse"."""
        return any(place.of_thing and "with" in place.words for place in self.places)

    @property
    def source_is_named(self) -> bool:
        """Whether a place of the frame names S: "<gas> flow from S to X"."""
        return any(place.slot is Slot.SOURCE for place in self.places)

    @property
    def has_target(self) -> bool:
        places = self.places if self.said is None else (*self.places, self.said.subject)
        return self.subject_is_target or any(p.slot in (Slot.TARGET, Slot.OWNER) for p in places)

    def called(self, *words: str) -> str:
        """The frame by its relation and the one head that is meant: "ATTACK/bomb X" of "attack|bomb X"."""
        head = next((word for word in words if word in self.heads), None)
        parts = self.text.split()
        for i, part in enumerate(parts if head else ()):
            options = [option for option in part.split("|") if head in option.split("_")]
            if options:
                parts[i] = options[0]
                break
        return f"{self.relation}/{' '.join(parts)}"


class Line:
    """A line of the codebook with the words by which it is found.

    What it asks for is read when a text has one of these: a text has few of the 14,000 lines.
    """

    def __init__(
        self,
        relation: str,
        text: str,
        *,
        key: str,
        classes: Mapping[str, Nouns],
        reciprocal: bool = False,
    ) -> None:
        """`key` is the list in which the codebook has it: verbs, idioms, nouns, sayings.

        Raises CodebookError where it ends before it says anything, or asks for an unknown sort of actor.
        """
        self.relation, self.text, self.key = relation, text, key
        self._classes, self._reciprocal = classes, reciprocal
        words = text if key != "sayings" else _saying(relation, text, classes)[1]
        parts = _parts(relation, words, nominal=self.nominal)
        self.of_things = bool(parts.things)
        self.heads = _heads(parts.head, relation, text, classes, nominal=self.nominal)

    @property
    def nominal(self) -> bool:
        """Whether its head is a noun."""
        return self.key == "nouns"

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Its frames, one for each particle or modifier of its heads.

        Raises CodebookError where it asks for an unknown class.
        """
        if self.key == "sayings":
            return sayings_of(self.relation, self.text, classes=self._classes)
        return frames_of(
            self.relation,
            self.text,
            nominal=self.nominal,
            classes=self._classes,
            reciprocal=self._reciprocal,
            idiom=self.key == "idioms",
        )


class Frames(Sequence[Frame]):
    """The frames of one head, the ones that ask for most first; read when they are first looked at.

    Of the hundreds of "give" a sentence has the words for but a few.
    """

    def __init__(self, head: str, lines: Iterable[Line]) -> None:
        self._head = head
        self._lines = tuple(lines)

    @cached_property
    def _frames(self) -> tuple[Frame, ...]:
        frames = (frame for line in self._lines for frame in line.frames if self._head in frame.heads)
        return tuple(sorted(frames, key=lambda frame: -frame.specificity))

    @overload
    def __getitem__(self, at: int) -> Frame: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Frame]: ...
    def __getitem__(self, at: int | slice) -> Frame | Sequence[Frame]:
        return self._frames[at]

    def __iter__(self) -> Iterator[Frame]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    def occurring(self, words: Set[str]) -> Iterator[Frame]:
        """Those for which a sentence has every word that they cannot do without; `words` are its words and
        their bases.
        """
        always, by_word = self._by_word
        found = {at for word in by_word.keys() & words for at in by_word[word]}
        for at in sorted(found.union(always)):
            for asked in self._asked[at]:
                if asked.isdisjoint(words):
                    break
            else:
                yield self._frames[at]

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """What each of them tells, idioms apart, which tell nothing."""
        return tuple(frame.relation for frame in self._frames if not frame.idiom)

    @cached_property
    def _by_word(self) -> tuple[tuple[int, ...], Mapping[str, tuple[int, ...]]]:
        """Where the frames stand that ask for no word, and those that do, by their first words."""
        always = tuple(at for at, asked in enumerate(self._asked) if not asked)
        by_word: dict[str, list[int]] = {}
        for at, asked in enumerate(self._asked):
            for word in asked[0] if asked else ():
                by_word.setdefault(word, []).append(at)
        return always, {word: tuple(places) for word, places in by_word.items()}

    @cached_property
    def _asked(self) -> tuple[tuple[frozenset[str], ...], ...]:
        """Of each frame the sets of words of which one must occur."""
        return tuple(tuple(_asked(frame)) for frame in self._frames)


def _asked(frame: Frame) -> Iterator[frozenset[str]]:
    """The sets of words of each of which one must stand in the sentence for a frame to fit: nouns, but not
    where any name of a place will do, and what leads to them; whom a "with" leads to may be told otherwise.
    """
    for nouns in (frame.things, *(place.nouns for place in frame.places)):
        if nouns and not nouns.has_place:
            yield frozenset(nouns.by_head)
    for place in frame.places:
        if place.words and place.slot in (Slot.NOTHING, Slot.NOUN, Slot.OWNER):
            yield place.words


NO_FRAMES = Frames("", ())


def plain(word: str) -> str:
    """A word without its accents, by which frames know it: "attachés" and "attaches" are the same."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()


@cache
def noun_of(words: str) -> Noun:
    """A noun as the codebook writes it: its last word is the head, the others must modify it."""
    words = plain(words)
    if not words.startswith("no-"):
        words = words.replace("-", " ")  # "sit-in" is three words to the reader of texts
    *modifiers, head = words.split()
    return Noun(head=head, modifiers=tuple(modifiers))


def frames_of(
    relation: str,
    text: str,
    *,
    nominal: bool,
    classes: Mapping[str, Sequence[Noun]],
    reciprocal: bool = False,
    idiom: bool = False,
) -> tuple[Frame, ...]:
    """Read one line of the frame language, a frame for each particle or modifier of its heads.

    `reciprocal` is the relation's.

    Raises CodebookError where the line asks for an unknown class or sort of actor, or ends before it says
    anything.
    """
    parts = _parts(relation, text, nominal=nominal)
    modifiers = tuple(
        frozenset(noun.head for noun in _nouns(word, relation, text, classes)) for word in parts.before
    )
    things = _nouns(parts.things, relation, text, classes) if parts.things else NONE
    theirs = [replace(p, of_thing=True) for p in _places(parts.theirs, relation, text, classes)]
    own: dict[tuple[str, ...], list[str]] = {}
    for noun in _nouns(parts.head, relation, text, classes):
        words_of_head = (*noun.modifiers, noun.head)
        head, others = (noun.head, noun.modifiers) if nominal else (words_of_head[0], words_of_head[1:])
        own.setdefault(others, []).append(head)
    places = _places(parts.rest, relation, text, classes)
    return tuple(
        Frame(
            relation=relation,
            text=text,
            nominal=nominal,
            heads=frozenset(heads),
            modifiers=(*modifiers, *(frozenset({word}) for word in others)) if nominal else (),
            subject_is_target=parts.subject_is_target,
            reciprocal=reciprocal,
            idiom=idiom,
            things=things,
            places=tuple(places if nominal else [*theirs, *_particles(others), *places]),
            source_only=parts.source_only,
            target_only=parts.target_only,
        )
        for others, heads in own.items()
    )


def sayings_of(relation: str, text: str, *, classes: Mapping[str, Sequence[Noun]]) -> tuple[Frame, ...]:
    """Read one saying, "X's <proposal> not go far": the frame of its clause, which `said` completes; behind
    an "!" it is an idiom, by which nothing is meant.

    Raises CodebookError where the line has no subject, or as `frames_of` does.
    """
    said, line = _saying(relation, text, classes)
    frames = frames_of(relation, line, nominal=False, classes=classes, idiom=text.startswith("! "))
    return tuple(replace(frame, text=text, said=said) for frame in frames)


def _saying(relation: str, text: str, classes: Mapping[str, Sequence[Noun]]) -> tuple[Said, str]:
    """What a saying asks of its clause, and the line of the clause itself."""
    subject, *rest = text.removeprefix("! ").split()
    slot = Slot.NOUN
    nouns = NONE
    sort = f":{subject.partition(':')[2]}" if subject.startswith("X:") else ""
    if subject == "X" or sort:
        slot = Slot.TARGET
    elif subject == "S":
        slot = Slot.SOURCE
    elif subject == "X's" and rest:
        slot, nouns, rest = Slot.OWNER, _nouns(rest[0], relation, text, classes), rest[1:]
    else:
        nouns = _nouns(subject, relation, text, classes)
    coming, rest = rest[:1] == ["will"], rest[1:] if rest[:1] == ["will"] else rest
    denied, rest = rest[:1] == ["not"], rest[1:] if rest[:1] == ["not"] else rest
    if not rest:
        raise CodebookError(f"{relation}: the saying {text!r} has no verb behind its subject")
    said = Said(subject=Place(words=frozenset(), slot=slot, nouns=nouns), coming=coming, denied=denied)
    return said, " ".join([f"X{sort}", *rest] if slot is Slot.TARGET else rest)


class _Parts(NamedTuple):
    """The words of a line: the things it begins with and theirs, what is before its head, and behind it."""

    things: str
    theirs: Sequence[str]
    before: Sequence[str]
    head: str
    rest: Sequence[str]
    subject_is_target: bool
    source_only: Only | None
    target_only: Only | None


def _parts(relation: str, text: str, *, nominal: bool) -> _Parts:
    words, source_only, target_only = _sorts(text.split(), relation, text)
    if words[:1] == ["S"]:
        words = words[1:]
    subject_is_target = not nominal and words[:1] == ["X"]
    if subject_is_target:
        words = words[1:]
    things, theirs = "", list[str]()
    if not nominal and words and words[0].startswith("<"):
        behind = 1
        while behind < len(words) and _all_prepositions(words[behind]):
            behind += 2
        things, theirs, words = words[0], words[1:behind], words[behind:]
    if not words or words[0] in PLACES or (not nominal and words[0].startswith("<")):
        sort = "noun" if nominal else "verb"
        raise CodebookError(f"{relation}: the frame {text!r} has no {sort} to begin with")
    head = 0
    if nominal:
        ends = (i for i, w in enumerate(words) if i and (w in PLACES or _all_prepositions(w)))
        head = next(ends, len(words)) - 1
    return _Parts(
        things,
        theirs,
        words[:head],
        words[head],
        words[head + 1 :],
        subject_is_target,
        source_only,
        target_only,
    )


def _heads(
    word: str, relation: str, text: str, classes: Mapping[str, Sequence[Noun]], *, nominal: bool
) -> tuple[str, ...]:
    """The nouns of a head, or its verbs without their particles: "cancel" and "call" of `cancel|call_off`."""
    if word.isalpha() and word.isascii():
        return (word,)
    at = -1 if nominal else 0
    if word.isascii() and "<" not in word and "-" not in word:
        return tuple(dict.fromkeys(part.split("_")[at] for part in word.split("|")))
    nouns = _nouns(word, relation, text, classes)
    return tuple(dict.fromkeys((*noun.modifiers, noun.head)[at] for noun in nouns))


def _sorts(words: Sequence[str], relation: str, text: str) -> tuple[list[str], Only | None, Only | None]:
    """The words without the sorts that they ask of S and X, and these sorts."""
    if ":" not in text:
        return list(words), None, None
    plain: list[str] = []
    asked: dict[str, Only] = {}
    for word in words:
        end, colon, sort = word.partition(":")
        if colon and end in ("X", "S"):
            if sort not in list(Only):
                known = ", ".join(Only)
                raise CodebookError(f"{relation}: the frame {text!r} asks for {sort!r}; there are {known}")
            asked[end] = Only(sort)
        plain.append(end if colon and end in ("X", "S") else word)
    return plain, asked.get("S"), asked.get("X")


def _particles(words: Sequence[str]) -> list[Place]:
    return [Place(words=frozenset({word}), slot=Slot.NOTHING) for word in words]


PREPOSITIONS = frozenset(
    "about across after against alongside among around as at before behind beside between by for from "
    "in inside into near of off on onto out outside over round that through throughout to toward "
    "towards under up upon via with within without whether until past beneath during opposite aboard "
    "following below concerning".split()
)


NEVER_NOUNS = frozenset("about against at by for from in into of on to with".split())
"""Prepositions that are no nouns as well, as "round", "past" and "home" are."""

PLACES = frozenset({"X", "X's", "S", "..."})


def _places(
    words: Sequence[str], relation: str, text: str, classes: Mapping[str, Sequence[Noun]]
) -> list[Place]:
    places: list[Place] = []
    leading: frozenset[str] = frozenset()
    i = 0
    while i < len(words):
        word = words[i]
        if word in ("X", "S", "..."):
            places.append(Place(words=leading, slot=Slot(word)))
            leading = frozenset()
        elif word == "X's":
            i += 1
            if i == len(words):
                raise CodebookError(f"{relation}: the frame {text!r} does not say what X owns")
            places.append(
                Place(words=leading, slot=Slot.OWNER, nouns=_nouns(words[i], relation, text, classes))
            )
            leading = frozenset()
        elif _leads(word, relation, text):
            if leading:
                places.append(Place(words=leading, slot=Slot.NOTHING))
            leading = frozenset(word.split("|"))
        else:
            places.append(Place(words=leading, slot=Slot.NOUN, nouns=_nouns(word, relation, text, classes)))
            leading = frozenset()
        i += 1
    if leading:
        places.append(Place(words=leading, slot=Slot.NOTHING))
    return places


PARTICLES = frozenset(
    "down away back apart together forward aside ahead along home loose afloat adrift amok wild berserk "
    "ablaze".split()
)


@cache
def _all_prepositions(word: str) -> bool:
    return all(part in PREPOSITIONS for part in word.split("|"))


def _leads(word: str, relation: str, text: str) -> bool:
    """Whether a word of a frame is a preposition or particle; CodebookError where it is half of one."""
    parts = word.split("|")
    leading = [part in PREPOSITIONS | PARTICLES for part in parts]
    if not all(leading) and any(part in NEVER_NOUNS for part in parts):
        raise CodebookError(f"{relation}: in the frame {text!r} {word!r} mixes prepositions with nouns")
    return all(leading)


def _nouns(word: str, relation: str, text: str, classes: Mapping[str, Sequence[Noun]]) -> Nouns:
    if "<" not in word:
        return _plain_nouns(word)
    nouns: list[Noun] = []
    for part in word.split("|"):
        if part.startswith("<") and part.endswith(">"):
            if part[1:-1] not in classes:
                raise CodebookError(f"{relation}: the frame {text!r} asks for the unknown class {part}")
            nouns.extend(classes[part[1:-1]])
        else:
            nouns.append(noun_of(part.replace("_", " ")))
    return Nouns(nouns)


@cache
def _plain_nouns(word: str) -> Nouns:
    """The nouns of a word that names no class: `ban|travel_ban`."""
    return Nouns(noun_of(part.replace("_", " ")) for part in word.split("|"))

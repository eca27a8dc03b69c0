"""Reads codebook/ into one immutable Vocabulary: relations with their frames, and the gazetteer.

The codebook is data that political scientists edit. Everything in it can be looked up here, by the words
people use for it; what contradicts itself is refused with the place that needs mending.
"""

import difflib
import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import rtoml

from graph.errors import AmbiguousName, CodebookError, UnknownName
from graph.frames import Frame, Frames, Line, Nouns, noun_of
from graph.gazetteer import Gazetteer, Name, folded_name, read_gazetteer
from graph.lasting import lasting
from graph.model import Actor, Person, Plover

CODEBOOK = Path(__file__).parent / "codebook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence with one event that it must give: who (`source`) does it to whom (`target`)."""

    text: str
    source: str
    target: str
    expected: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Relation:
    """What one actor does to another, finer than its PLOVER type.

    `reciprocal`: who meets is met. `locative`: "in X" names the target, as in "troops massed in X".
    `domestic`: by nature within a state, so that "police arrested Kenyan students" are Kenya's police.
    `forces`: done by states and by who bears arms, so that peasants who march through a town invade nothing.
    `ended`: the relation that it is to stop doing this: who stops bombing halts his attacks.
    `public`: done by a state in its own land to the people there: a curfew in Algiers.
    `abroad`: not what a state's own forces do to its own towns: who retakes Aleppo for Syria occupies
    nothing.
    `lines`: its wordings, which `frames` are read from; the sayings among them are done by being said:
    "Kenya said Chad was to blame".
    """

    name: str
    plover: Plover
    cameo: str
    definition: str
    lines: tuple[Line, ...]
    examples: tuple[Example, ...]
    not_examples: tuple[str, ...]
    reciprocal: bool = False
    locative: bool = False
    domestic: bool = False
    abroad: bool = False
    public: bool = False
    forces: bool = False
    ended: str | None = None

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Those of its verbs, idioms and nouns."""
        return tuple(frame for line in self.lines if line.key != "sayings" for frame in line.frames)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a name in a question means: an actor, and the person if the name is a person's."""

    actor: Actor
    person: Person | None = None


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The codebook, read and checked. `hash` changes whenever a file of it does."""

    relations: Mapping[str, Relation]
    classes: Mapping[str, Nouns]
    gazetteer: Gazetteer
    hash: str

    @cached_property
    def verb_frames(self) -> Mapping[str, Frames]:
        """The frames of each verb, the ones that ask for most first."""
        return self._by_head("verbs", "idioms")

    @cached_property
    def thing_frames(self) -> Mapping[str, Frames]:
        """The frames of each verb whose subject is a thing, the ones that ask for most first."""
        return self._by_head("verbs", "idioms", of_things=True)

    @cached_property
    def verb_of_form(self) -> Mapping[str, str]:
        """From an inflected form to its verb, where a language model's lemma fails: "forgave".

        Of two verbs the longer is meant: "waged" is of "wage", that of "wag" is "wagged".
        """
        heads = sorted({*self.saying_frames, *self.verb_frames}, key=lambda head: (len(head), head))
        return {form: head for head in heads for form in reversed(verb_forms(head))}

    @cached_property
    def verbs_of_form(self) -> Mapping[str, tuple[str, ...]]:
        """Each form of each verb that frames begin with, with the verbs: "struck" is of "strike"."""
        found: dict[str, list[str]] = {}
        for verb in sorted(self.verb_frames, key=lambda verb: (-len(verb), verb)):
            for form in verb_forms(verb):
                found.setdefault(form, []).append(verb)
        return {form: tuple(verbs) for form, verbs in found.items()}

    @cached_property
    def noun_frames(self) -> Mapping[str, Frames]:
        """The frames of each noun, the ones that ask for most first."""
        return self._by_head("nouns")

    @cached_property
    def saying_frames(self) -> Mapping[str, Frames]:
        """The frames of what is done by being said, by the verb of what is said."""
        return self._by_head("sayings")

    def _by_head(self, *keys: str, of_things: bool = False) -> Mapping[str, Frames]:
        found: dict[str, list[Line]] = {}
        for relation in self.relations.values():
            for line in relation.lines:
                if line.key in keys and line.of_things is of_things:
                    for head in line.heads:
                        found.setdefault(head, []).append(line)
        return {head: Frames(head, lines) for head, lines in found.items()}

    def relation(self, text: str) -> Relation:
        """The relation of a name, or of a verb in any form that one relation alone owns: "condemns".

        Raises UnknownName with near names.
        """
        by_name = self.relations.get(text.strip().upper().replace(" ", "_"))
        if by_name is not None:
            return by_name
        named = self._relation_words.get(text.strip().casefold())
        if named is not None:
            return self.relations[named]
        folded = text.strip().casefold()
        near = [self._relation_words[w] for w in difflib.get_close_matches(folded, self._relation_words, n=5)]
        near += difflib.get_close_matches(text.strip().upper(), self.relations, n=3)
        raise UnknownName("relation", text, tuple(dict.fromkeys(near)))

    @cached_property
    def _relation_words(self) -> Mapping[str, str]:
        """Each verb form that stands for a relation by itself, with the relation that it means best."""
        words: dict[str, tuple[int, str]] = {}
        for relation in self.relations.values():
            for rank, frame in enumerate(
                f for f in relation.frames if not f.nominal and not f.idiom and f.has_target
            ):
                if len(frame.places) != 1 or frame.things or any(p.nouns for p in frame.places):
                    continue
                for head in frame.heads:
                    for form in verb_forms(head):
                        tail = " ".join(sorted(frame.places[0].words)[:1]) if frame.places[0].words else ""
                        for text in {form, f"{form} {tail}".strip()}:
                            if text not in words or rank < words[text][0]:
                                words[text] = (rank, relation.name)
        for relation in self.relations.values():
            for form in verb_forms(relation.name.replace("_", " ").lower()):
                words[form] = (-1, relation.name)
        return {text: name for text, (_, name) in words.items()}

    @property
    def relation_words(self) -> Mapping[str, str]:
        """Verb forms to relation names, for reading questions."""
        return self._relation_words

    def meaning(self, field: str, text: str) -> Meaning:
        """Who is meant by an id, ISO code, name or alias in a query.

        Raises UnknownName with near names, AmbiguousName with the candidates ("Georgia", "Korea").
        """
        meant = self.named(field, text)
        if meant is not None:
            return meant
        folded = folded_name(text.strip())
        near = difflib.get_close_matches(folded, self.gazetteer.folded_names, n=4, cutoff=0.75)
        spelt = {name.casefold(): name for name in reversed(list(self.gazetteer.names))}
        raise UnknownName(field, text, tuple(spelt[n] for n in near))

    def named(self, field: str, text: str) -> Meaning | None:
        """The same, None for a name that nobody has; that names near it are not sought makes it quick.

        Raises AmbiguousName with the candidates.
        """
        return self._in_codebook(field, text)

    def nobodys(self, names: Iterable[str]) -> Collection[str]:
        """Those of the names that nobody has, an ambiguous one having several."""
        found = []
        for name in names:
            try:
                if self._in_codebook("source", name) is None:
                    found.append(name)
            except AmbiguousName:
                pass
        return found

    def _in_codebook(self, field: str, text: str) -> Meaning | None:
        wanted = text.strip()
        gazetteer = self.gazetteer
        id = gazetteer.iso2.get(wanted.upper(), wanted)
        actor = gazetteer.actor(id) or gazetteer.actor(id.upper())
        if actor is not None:
            return Meaning(actor=actor)
        if id in gazetteer.holders:
            return self._person(id)
        folded = folded_name(wanted)
        names = gazetteer.folded_names.get(folded) or gazetteer.folded_names.get("the " + folded) or ()
        ids = self._askable(folded, names)
        if not ids:
            return None
        if len(ids) > 1:
            raise AmbiguousName(field, text, tuple((i, self._called(i)) for i in ids))
        if ids[0] in gazetteer.holders:
            return self._person(ids[0])
        named = gazetteer.actor(ids[0])
        if named is None:
            raise CodebookError(f"the name {text!r} leads to {ids[0]!r}, which no file defines")
        return Meaning(actor=named)

    def _askable(self, word: str, names: Sequence[Name]) -> tuple[str, ...]:
        """The readings of a word that a question leaves open.

        A former state gives way to one that is (Moscow is Russia), and the default of ambiguous.toml is
        meant (China) unless it says to ask (Georgia).
        """
        default = self.gazetteer.folded_defaults.get(word)
        if default is not None:
            return (default,)
        ids = tuple(dict.fromkeys(name.id for name in names))
        return tuple(id for id in ids if id not in self.gazetteer.ended) or ids

    def _person(self, id: str) -> Meaning:
        actor, person = self.gazetteer.acts_for(id, None)
        return Meaning(actor=actor, person=person)

    def _called(self, id: str) -> str:
        actor = self.gazetteer.actor(id)
        if actor is not None:
            return actor.name
        holder = self.gazetteer.holders.get(id)
        return holder.person.name if holder else id


def verb_forms(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb, the first word of a phrase inflected: call on, calls on, called on.

    Irregular pasts ("met") are listed; the source is any grammar's list of strong verbs.
    """
    head, _, rest = verb.partition(" ")
    past, participle = IRREGULAR.get(head, (None, None))
    if head.endswith("e"):
        third, regular, gerund = head + "s", head + "d", head[:-1] + "ing"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        third, regular, gerund = head[:-1] + "ies", head[:-1] + "ied", head + "ing"
    else:
        doubled = head + head[-1] if head in DOUBLING else head
        sibilant = head.endswith(("s", "sh", "ch", "x", "z", "o"))
        third, regular, gerund = head + ("es" if sibilant else "s"), doubled + "ed", doubled + "ing"
    forms = (head, third, past or regular, participle or past or regular, gerund)
    return tuple(dict.fromkeys(f"{form} {rest}" for form in forms) if rest else dict.fromkeys(forms))


IRREGULAR = {
    "arm": (None, None),
    "bear": ("bore", "borne"),
    "bring": ("brought", "brought"),
    "come": ("came", "come"),
    "cut": ("cut", "cut"),
    "fly": ("flew", "flown"),
    "forbid": ("forbade", "forbidden"),
    "get": ("got", "got"),
    "go": ("went", "gone"),
    "keep": ("kept", "kept"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "make": ("made", "made"),
    "mean": ("meant", "meant"),
    "put": ("put", "put"),
    "quit": ("quit", "quit"),
    "say": ("said", "said"),
    "set": ("set", "set"),
    "shed": ("shed", "shed"),
    "sink": ("sank", "sunk"),
    "spend": ("spent", "spent"),
    "stand": ("stood", "stood"),
    "strike": ("struck", "struck"),
    "swear": ("swore", "sworn"),
    "tell": ("told", "told"),
    "throw": ("threw", "thrown"),
    "undertake": ("undertook", "undertaken"),
    "uphold": ("upheld", "upheld"),
    "win": ("won", "won"),
    "withhold": ("withheld", "withheld"),
    "withstand": ("withstood", "withstood"),
    "write": ("wrote", "written"),
    "become": ("became", "become"),
    "break": ("broke", "broken"),
    "deal": ("dealt", "dealt"),
    "drive": ("drove", "driven"),
    "fight": ("fought", "fought"),
    "forgive": ("forgave", "forgiven"),
    "give": ("gave", "given"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "leave": ("left", "left"),
    "lend": ("lent", "lent"),
    "meet": ("met", "met"),
    "overthrow": ("overthrew", "overthrown"),
    "pay": ("paid", "paid"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "shoot": ("shot", "shot"),
    "speak": ("spoke", "spoken"),
    "take": ("took", "taken"),
    "withdraw": ("withdrew", "withdrawn"),
}
DOUBLING = frozenset(
    "ban bar admit readmit commit permit rebel refer submit kidnap expel compel plan chat stop".split()
)


def read_vocabulary(folder: Path = CODEBOOK) -> Vocabulary:
    """Read a codebook folder. Raises CodebookError naming the file and entry that needs mending."""
    vocabulary = _unchecked(folder)
    for relation in vocabulary.relations.values():
        for line in relation.lines:
            _ = line.frames
    return vocabulary


def _unchecked(folder: Path) -> Vocabulary:
    """A codebook whose lines are read when a text asks for them, whatever is wrong with them."""
    if not (folder / "classes.toml").is_file():
        raise CodebookError(f"{folder}: no codebook here (classes.toml is missing)")
    files = sorted(folder.rglob("*.toml"))
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    classes = {
        name: Nouns(noun_of(noun) for noun in nouns)
        for name, nouns in _toml(folder / "classes.toml")["classes"].items()
    }
    relations: dict[str, Relation] = {}
    for path in sorted((folder / "relations").glob("*.toml")):
        table = _toml(path)
        plover = table.pop("plover", None)
        if plover not in Plover.__members__:
            raise CodebookError(f"{path.name}: plover = {plover!r} is not a PLOVER type")
        for name, row in table.items():
            if name in relations:
                raise CodebookError(f"{path.name}: {name} is defined twice")
            relations[name] = _relation(name, Plover(plover), row, classes, path.name)
    for relation in relations.values():
        if relation.ended is not None and relation.ended not in relations:
            raise CodebookError(f"{relation.name}: ended = {relation.ended!r} is no relation")
    return Vocabulary(
        relations=relations,
        classes=classes,
        gazetteer=read_gazetteer(folder / "actors"),
        hash=digest.hexdigest()[:16],
    )


@lru_cache(maxsize=1)
def default_vocabulary() -> Vocabulary:
    """The codebook that ships with gkg, read once. Its lines were checked before it was shipped."""
    with lasting():
        return _unchecked(CODEBOOK)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return rtoml.loads(path.read_text(encoding="utf-8"))
    except (rtoml.TomlParsingError, UnicodeDecodeError) as error:
        raise CodebookError(f"{path.name}: {error}") from error


LINES = ("verbs", "idioms", "nouns", "sayings")
"""The lists of wordings that a relation has."""

KEYS = frozenset(
    "cameo definition examples not_examples reciprocal locative domestic abroad public forces ended".split()
).union(LINES)


def _relation(
    name: str, plover: Plover, row: Mapping[str, Any], classes: Mapping[str, Nouns], file: str
) -> Relation:
    unknown = sorted(set(row) - KEYS)
    missing = sorted({"cameo", "definition", "examples"} - set(row))
    if unknown or missing:
        raise CodebookError(f"{file}: {name} has unknown keys {unknown}, lacks {missing}")
    if not isinstance(row["cameo"], str):
        raise CodebookError(f"{file}: the CAMEO code of {name} must be a string, leading zeros matter")
    examples = tuple(
        Example(
            text=example["text"],
            source=example["source"],
            target=example["target"],
            expected={k: v for k, v in example.items() if k not in ("text", "source", "target")},
        )
        for example in row["examples"]
    )
    return Relation(
        name=name,
        plover=plover,
        cameo=row["cameo"],
        definition=row["definition"],
        lines=tuple(
            Line(name, text, key=key, classes=classes, reciprocal=row.get("reciprocal", False))
            for key in LINES
            for text in row.get(key, ())
        ),
        examples=examples,
        not_examples=tuple(row.get("not_examples", ())),
        reciprocal=row.get("reciprocal", False),
        locative=row.get("locative", False),
        domestic=row.get("domestic", False),
        abroad=row.get("abroad", False),
        public=row.get("public", False),
        forces=row.get("forces", False),
        ended=row.get("ended"),
    )

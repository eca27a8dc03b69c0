"""What a peer's dictionary has words for and the codebook has not, what the texts at hand use first.

    python -m tests.gold.coverage            how much of it the codebook knows, and the CAMEO codes it lacks
    python -m tests.gold.coverage missing    also each wording that no frame has, the commonest first

PETRARCH2's verb dictionary (beside the project, read and never copied) gives wordings: a verb, perhaps with
other words, and the CAMEO code that they mean. The codebook knows a wording where a frame with that verb asks
for nothing else or for one of its other words, and means the same PLOVER type; intentions and threats
(AGREE, THREATEN), which the codebook makes of modality, are known by the act that is meant or threatened.
How often a wording would fire is counted in sentences that hold its verb in any form and its other words.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.text.articles import read_articles
from graph.frames import Frame, Slot
from graph.model import Article, Plover
from graph.vocabulary import Vocabulary, default_vocabulary, verb_forms
from tests.gold import practice
from tests.gold.stages import OPEN
from tests.gold.stages import sentences as own_sentences

SHARED = Path(__file__).parents[3] / "shared"
DICTIONARY = SHARED / "reference" / "petrarch2" / "CAMEO.2.0.txt"
TYPES = SHARED / "reference" / "plover" / "CAMEO2PLOVER-2021.txt"
SAMPLES = Path(__file__).parents[2] / "samples" / "articles.jsonl"
TEXTS = ("gold/gsr_dev.jsonl", "gold/re3d_dev.jsonl", "seed/article.txt")

OF_WILL = {"AGREE": "cooperation", "THREATEN": "conflict", "REJECT": "cooperation"}
"""Types that modality makes of others, with the half of the quad classes that these come from."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A verb (with its particles) and the other words of one of its patterns, which mean a CAMEO code.

    Each of `words` is a set of which one must stand there: a synonym set of the dictionary is one of them.
    """

    verb: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    cameo: str

    def __str__(self) -> str:
        others = ("|".join(sorted(word)[:3]) for word in self.words)
        return " ".join((*self.verb, *(f"<{other}>" for other in others)))


def wordings(lines: list[str]) -> Iterator[Wording]:
    """The wordings of a dictionary in PETRARCH2's form that have a code."""
    sets: dict[str, set[str]] = defaultdict(set)
    synonyms: set[str] | None = None
    verbs: list[tuple[str, ...]] = []
    started = False  # whether the verbs of the block are complete
    code = ""
    for line in lines:
        text = line.partition("#")[0].strip()
        header = re.match(r"---\s+(\S.*?)\s+\[([^\]]*)\]", text)
        if header is not None:
            verbs, started, synonyms, code = [], False, None, _code(header[2])
        elif text.startswith("&"):
            synonyms = sets[text.split()[0].strip("&_")]
        elif synonyms is not None and text.startswith("+"):
            synonyms.add(text[1:].strip().strip("_").replace("_", " ").lower())
        elif text.startswith("-"):
            if not started and code:
                yield from (Wording(verb, (), code) for verb in verbs)
            started = True
            pattern, _, meant = text[1:].partition("[")
            if _code(meant):
                others = tuple(_alternatives(word, sets) for word in re.findall(r"[&A-Z][A-Z_']+", pattern))
                yield from (Wording(verb, others, _code(meant)) for verb in verbs)
        elif text and synonyms is None:
            if started:  # a block without a header of its own
                verbs, started = [], False
            word = text.split("{")[0].split("[")[0].strip()
            verbs.append(tuple(word.strip("+_ ").lower().split("_")))


def _code(text: str) -> str:
    found = re.match(r"\d{2,4}", text.strip())
    return found.group() if found else ""


def _alternatives(word: str, sets: dict[str, set[str]]) -> frozenset[str]:
    if word.startswith("&"):
        return frozenset(sets.get(word.strip("&_"), ()))
    return frozenset({word.strip("_").replace("_", " ").lower()})


def plover_of(lines: list[str]) -> dict[str, str]:
    """The PLOVER type of each CAMEO code."""
    rows = (re.match(r"(\d{2,4}):\s*([A-Z]+)", line) for line in lines)
    return {row[1]: row[2] for row in rows if row is not None}


def knows(vocabulary: Vocabulary, wording: Wording, plover: str | None) -> bool:
    """Whether a frame has the wording; of a type, where one is given."""
    head, *rest = wording.verb
    others = {form for word in wording.words for form in word} | set(rest)
    return any(
        _has_type(vocabulary, frame, plover) and _has_words(frame, others)
        for frame in vocabulary.verb_frames.get(head, ())
        if not frame.idiom
    )


def _has_type(vocabulary: Vocabulary, frame: Frame, plover: str | None) -> bool:
    meant = vocabulary.relations[frame.relation].plover
    return plover in (None, meant.value) or meant.quad.endswith(OF_WILL.get(plover or "", "nothing"))


def _has_words(frame: Frame, words: set[str]) -> bool:
    """Whether each noun that a frame asks for beside its verb is among the words, in singular or plural."""
    there = {word.split()[-1].rstrip("s") for word in words}
    asked = [place for place in frame.places if place.slot in (Slot.NOUN, Slot.OWNER)]
    return all(any(noun.head.rstrip("s") in there for noun in place.nouns) for place in asked)


def texts() -> Iterator[str]:
    """The texts at hand, sentence by sentence, roughly."""
    paths = [str(SAMPLES), *(str(SHARED / path) for path in TEXTS)]
    articles = (a.text for a in read_articles(paths, stdin=sys.stdin.buffer) if isinstance(a, Article))
    for text in (
        *articles,
        *(s.text for s in own_sentences(OPEN)),
        *(text for text, _ in practice.sentences()),
    ):
        yield from re.split(r"(?<=[.!?])\s+|\n", text)


def fires(found: list[Wording]) -> Counter[Wording]:
    """In how many sentences at hand each wording's verb and other words stand."""
    by_form: dict[str, list[Wording]] = defaultdict(list)
    for wording in found:
        for form in verb_forms(wording.verb[0]):
            by_form[form].append(wording)
    counted: Counter[Wording] = Counter()
    for sentence in texts():
        words = [word.lower() for word in re.findall(r"[\w'-]+", sentence)]
        there = {*words, *(word.removesuffix("s") for word in words)}
        line = " ".join(words)
        for wording in {w for form in there for w in by_form.get(form, ())}:
            if all(word in there for word in wording.verb[1:]) and all(
                any(form in there or (" " in form and form in line) for form in word)
                for word in wording.words
            ):
                counted[wording] += 1
    return counted


def main(missing: bool) -> None:
    """Print the shares by PLOVER type, the codes without a relation, and what is missing."""
    if not DICTIONARY.is_file():
        sys.exit(f"{DICTIONARY} is not there: the peer's dictionary stands beside the project, not in it")
    vocabulary = default_vocabulary()
    types = plover_of(TYPES.read_text(encoding="utf-8").splitlines())
    found = list(
        dict.fromkeys(wordings(DICTIONARY.read_text(encoding="utf-8", errors="replace").splitlines()))
    )
    found = [wording for wording in found if types.get(wording.cameo) in Plover.__members__]
    often = fires(found)
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    gaps: list[Wording] = []
    for wording in found:
        type_ = types[wording.cameo]
        verb, meant = knows(vocabulary, wording, None), knows(vocabulary, wording, type_)
        times = often[wording]
        for key in (type_, "all"):
            tally[key]["there"] += 1
            tally[key]["known"] += verb
            tally[key]["meant"] += meant
            tally[key]["fires"] += times
            tally[key]["fires known"] += times * verb
            tally[key]["fires meant"] += times * meant
        if not meant:
            gaps.append(wording)
    print(f"{'':10}  wordings  a frame  of its type   would fire  a frame  of its type")
    for name, count in sorted(tally.items(), key=lambda item: (item[0] == "all", item[0])):
        there, total = count["there"], max(1, count["fires"])
        known, fires_known = count["known"] / there, count["fires known"] / total
        meant, fires_meant = count["meant"] / there, count["fires meant"] / total
        print(f"{name:10}  {there:8}  {known:7.2f}  {meant:11.2f}", end="")
        print(f"   {count['fires']:10}  {fires_known:7.2f}  {fires_meant:11.2f}")
    ours = {relation.cameo for relation in vocabulary.relations.values()}
    lacking = [code for code in types if len(code) > 2 and code not in ours and code[:2] not in ("03", "13")]
    print(f"\nCAMEO codes of acts that no relation bears: {' '.join(lacking)}")
    for wording in sorted(gaps, key=lambda w: (-often[w], w.verb, str(w))) if missing else ():
        print(f"{often[wording]:4}  {types[wording.cameo]:9} {wording.cameo:4}  {wording}")


if __name__ == "__main__":
    main("missing" in sys.argv[1:])

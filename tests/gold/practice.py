"""Sentences that the codebook's writers wrote to try their frames on, and what they expected of them.

    python -m tests.gold.practice            the totals
    python -m tests.gold.practice WORD       also each sentence with this word that has something missed
    python -m tests.gold.practice FILE.tsv   the totals of another file of the same form

New texts are counted from a file of their own before anybody reads what fails in them: that is what the rules
do on sentences they were not made for. Afterwards they join practice.tsv.

They are for practice: nobody checked the expectations a second time, and frames were written to them. What
they show is where a change of the grammar gains and loses. So they are counted leniently: another sector of
the same state, or another relation of the same PLOVER type, is right, and nothing is asked of content,
modality or speaker.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.pipeline import Extractor
from graph.model import Article, Event
from graph.vocabulary import Vocabulary, default_vocabulary
from tests.gold.stages import whole

FILE = Path(__file__).parent / "practice.tsv"


@dataclass(frozen=True, slots=True)
class Expected:
    """Who does what to whom; of several relations each is as good. An end may be one of several actors."""

    source: frozenset[str]
    relations: frozenset[str]
    target: frozenset[str]


def sentences(file: Path = FILE) -> Iterator[tuple[str, tuple[Expected, ...]]]:
    """Each text with what is expected, nothing for those that only sound like an act; "\\n" begins a line."""
    for line in file.read_text(encoding="utf-8").splitlines():
        text, _, events = line.partition("\t")
        words = [event.split() for event in events.split(";") if event.strip() != "-"]
        yield (
            text.replace("\\n", "\n"),
            tuple(Expected(*(frozenset(part.split("|")) for part in parts)) for parts in words),
        )


def compared(
    extractor: Extractor, text: str, expected: tuple[Expected, ...]
) -> tuple[list[Expected], list[Event]]:
    """What of the expected is missed, and what is found beyond it."""
    found = extractor.extract(Article(id="practice", text=text)).events
    matched: set[str] = set()
    missed = []
    for wanted in expected:
        hits = [event for event in found if _is_it(event, wanted, extractor.vocabulary)]
        missed += [] if hits else [wanted]
        matched |= {event.act for event in hits if event.reciprocal} | {event.id for event in hits}
    return missed, [event for event in found if not {event.id, event.act} & matched]


def _is_it(event: Event, wanted: Expected, vocabulary: Vocabulary) -> bool:
    relations = vocabulary.relations
    types = {relations[name].plover for name in wanted.relations}
    return (
        state(event.source.actor.id) in {state(id) for id in wanted.source}
        and state(event.target.actor.id) in {state(id) for id in wanted.target}
        and (event.relation in wanted.relations or relations[event.relation].plover in types)
    )


def state(id: str) -> str:
    """The state whose sector, or the people whose part, an id is: "KEN-MIL" is Kenya's."""
    id = whole(id)
    head = id.partition("-")[0]
    return head if len(head) == 3 and head.isupper() else id


def main(asked: str | None) -> None:
    """Print how many are right, missed and extra in a file, and what is with a word."""
    file, word = (Path(asked), None) if asked is not None and asked.endswith(".tsv") else (FILE, asked)
    extractor = Extractor(default_vocabulary())
    right = missed = extra = 0
    for text, expected in sentences(file):
        lost, more = compared(extractor, text, expected)
        right, missed, extra = right + len(expected) - len(lost), missed + len(lost), extra + len(more)
        if word is not None and word in text and (lost or more):
            print(text)
            for wanted in lost:
                print(
                    "   missed",
                    *("|".join(sorted(part)) for part in (wanted.source, wanted.relations, wanted.target)),
                )
            for event in more:
                print(
                    "   extra ",
                    event.source.actor.id,
                    event.relation,
                    event.target.actor.id,
                    f"[{event.why.frame}]",
                )
    print(f"right {right}, missed {missed}, extra {extra}")
    print(f"recall {right / (right + missed):.3f}, precision {right / (right + extra):.3f}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)

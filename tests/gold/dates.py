"""How many dated acts get their date, and whether undated ones stay without one.

    python -m tests.gold.dates          both files' figures
    python -m tests.gold.dates wrong    also each act of the open file whose date is wrong

The acts are in dates.jsonl and dates-aside.jsonl; what fails in the second nobody reads. An act that is not
found at all is told apart, for it says nothing about dates.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.pipeline import Extractor
from graph.model import Article
from graph.vocabulary import default_vocabulary

OPEN = Path(__file__).parent / "dates.jsonl"
ASIDE = Path(__file__).parent / "dates-aside.jsonl"


@dataclass(frozen=True, slots=True)
class Dated:
    """One act of a text as it is expected and as it was read, each (date, granularity) or (None, None)."""

    text: str
    trigger: str
    expected: tuple[str | None, str | None]
    read: frozenset[tuple[str | None, str | None]]

    @property
    def right(self) -> bool:
        return self.read == {self.expected}


def read(extractor: Extractor, file: Path) -> Iterator[Dated]:
    """Each act of a file; `read` is empty where the act is not found."""
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        article = Article(id="dated", text=record["text"], published=record["published"])
        events = extractor.extract(article).events
        for act in record["events"]:
            found = [
                (event.date, event.date_granularity.value if event.date_granularity else None)
                for event in events
                if event.trigger.text in act["trigger"] or act["trigger"] in event.trigger.text
            ]
            yield Dated(record["text"], act["trigger"], (act["date"], act["granularity"]), frozenset(found))


def main(wrong: bool) -> None:
    """Print the figures of both files, and what is wrong in the open one."""
    extractor = Extractor(default_vocabulary())
    for file in (OPEN, ASIDE):
        acts = list(read(extractor, file))
        for name, expected in (("dated", True), ("undated", False)):
            of_it = [act for act in acts if (act.expected[0] is not None) == expected]
            found = [act for act in of_it if act.read]
            right = sum(act.right for act in found)
            print(
                f"{file.stem:12} {name:8} {len(of_it):4} acts, {len(found):4} found, {right:4} right "
                f"({right / len(found):.3f})"
            )
        for act in acts if wrong and file == OPEN else ():
            if act.read and not act.right:
                print(f"  {act.text}\n    {act.trigger}: {act.expected}, read {sorted(map(str, act.read))}")


if __name__ == "__main__":
    main("wrong" in sys.argv[1:])

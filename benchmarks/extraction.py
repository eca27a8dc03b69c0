"""How fast articles are read, held against spaCy's whole small pipeline in the same run.

    python -m benchmarks.extraction             # the sample articles, five turns each

CPU time of one process, in turns, so that a slow or busy machine slows both; the first turn warms up and is
not counted. Two processes are held against one by the clock, over the samples several times. The way from the
start of `gkg explain` to its first event is told beside what Python with spaCy's model takes of it.
Words are what stands between spaces.
"""

import importlib
import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from statistics import median

from extract.grammar.parser import MODELS
from extract.pipeline import Extractor
from extract.processes import Extractors
from graph.model import Article
from graph.vocabulary import default_vocabulary

SAMPLES = Path(__file__).parents[1] / "samples" / "articles.jsonl"
TURNS = 5
GOAL = 2.0
"""How many times the words a second of spaCy's pipeline are asked for."""

TWO = 1.7
"""How many times those of one process, with two."""

START = 2.0
"""Seconds from the start of the command to the first event."""

COPIES = 10
"""How often two processes read the samples: long enough that the first and last article do not count."""


def measure(tasks: dict[str, Callable[[], object]], clock: Callable[[], float]) -> dict[str, float]:
    """The median seconds of each task, run in turns."""
    took: dict[str, list[float]] = {name: [] for name in tasks}
    for turn in range(TURNS + 1):
        for name, task in tasks.items():
            start = clock()
            task()
            if turn:
                took[name].append(clock() - start)
    return {name: median(seconds) for name, seconds in took.items()}


def _package() -> str:
    """The model that is installed."""
    return next(name for name in MODELS if importlib.util.find_spec(name) is not None)


def build() -> Extractor:
    """The extractor of a process."""
    return Extractor(default_vocabulary(), copies=0)


def against_spacy(articles: list[Article]) -> float:
    """Print words a second of both; how many times the other's ours are."""
    words = sum(len(article.text.split()) for article in articles)
    module = importlib.import_module(_package())
    whole, bare = module.load(), module.load(exclude=["ner", "attribute_ruler", "lemmatizer"])
    extractor = build()
    tasks: dict[str, Callable[[], object]] = {
        "spaCy's whole small pipeline": lambda: list(whole.pipe(article.text for article in articles)),
        "its tagger and parser alone": lambda: list(bare.pipe(article.text for article in articles)),
        "gkg": lambda: list(extractor.extract_all(articles)),
    }
    took = measure(tasks, time.process_time)
    for name, seconds in took.items():
        print(f"{name:30} {words / seconds:8.0f} words a second")
    return took["spaCy's whole small pipeline"] / took["gkg"]


def of_two(articles: list[Article]) -> float:
    """How many times as fast two processes read as one."""
    many = [replace(article, id=f"{article.id}-{n}") for n in range(COPIES) for article in articles]
    extractor = build()
    with Extractors(2, build) as extractors:
        tasks: dict[str, Callable[[], object]] = {
            "one": lambda: list(extractor.extract_all(many)),
            "two": lambda: list(extractors.extract_all(many)),
        }
        took = measure(tasks, time.perf_counter)
    return took["one"] / took["two"]


def of_copies(articles: list[Article]) -> tuple[float, float]:
    """What share of the time of an article a copy of it takes, and one with another first paragraph."""
    numbers = count()
    fresh, remembering = build(), Extractor(default_vocabulary())

    def renamed(first: str) -> list[Article]:
        n = next(numbers)
        return [replace(a, id=f"{a.id}-{n}", text=first.format(n) + a.text) for a in articles]

    tasks: dict[str, Callable[[], object]] = {
        "anew": lambda: list(fresh.extract_all(articles)),
        "copies": lambda: list(remembering.extract_all(renamed(""))),
        "other beginnings": lambda: list(remembering.extract_all(renamed("Report number {}.\n\n"))),
    }
    took = measure(tasks, time.process_time)
    return took["copies"] / took["anew"], took["other beginnings"] / took["anew"]


def start() -> dict[str, float]:
    """Seconds to the first event, and to a loaded model without anything of ours."""
    package = _package()
    explain = [str(Path(sys.executable).with_name("gkg")), "explain", "France condemned Syria."]
    bare = [sys.executable, "-c", f"import {package}; {package}.load()('France condemned Syria.')"]
    run = subprocess.run
    tasks: dict[str, Callable[[], object]] = {
        "gkg": lambda: run(explain, check=True, capture_output=True),
        "spaCy alone": lambda: run(bare, check=True, capture_output=True),
    }
    return measure(tasks, time.perf_counter)


def main() -> int:
    """Print each figure beside its goal; 1 where one is missed."""
    records = map(json.loads, SAMPLES.read_text(encoding="utf-8").splitlines())
    articles = [Article(id=r["id"], text=r["text"], published=r.get("published")) for r in records]
    ratio = against_spacy(articles)
    print(f"gkg against spaCy, words a second: {ratio:.2f} (goal {GOAL})")
    twofold = of_two(articles)
    print(f"two processes against one: {twofold:.2f} (goal {TWO})")
    copies, beginnings = of_copies(articles)
    print(f"time of a copy: {copies:.3f} of an article; with another first paragraph {beginnings:.2f}")
    first = start()
    print(
        f"to the first event: {first['gkg']:.1f} s (goal {START}); spaCy alone {first['spaCy alone']:.1f} s"
    )
    return 0 if ratio >= GOAL and twofold >= TWO and first["gkg"] <= START else 1


if __name__ == "__main__":
    sys.exit(main())

"""How fast articles are read, held against spaCy's whole small pipeline in the same run.

    python -m benchmarks.extraction             # the sample articles, five turns each

CPU time of one process, in turns, so that a slow or busy machine slows both; the first turn warms up and is
not counted. Words are what stands between spaces.
"""

import importlib
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from extract.grammar.parser import MODELS
from extract.pipeline import Extractor
from graph.model import Article
from graph.vocabulary import default_vocabulary

SAMPLES = Path(__file__).parents[1] / "samples" / "articles.jsonl"
TURNS = 5
GOAL = 2.0
"""How many times the words a second of spaCy's pipeline are asked for."""


def measure(tasks: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median CPU seconds of each task, run in turns."""
    took: dict[str, list[float]] = {name: [] for name in tasks}
    for turn in range(TURNS + 1):
        for name, task in tasks.items():
            start = time.process_time()
            task()
            if turn:
                took[name].append(time.process_time() - start)
    return {name: median(seconds) for name, seconds in took.items()}


def main() -> int:
    """Print words a second of both and their ratio; 1 where the goal is missed."""
    records = map(json.loads, SAMPLES.read_text(encoding="utf-8").splitlines())
    articles = [Article(id=r["id"], text=r["text"], published=r.get("published")) for r in records]
    words = sum(len(article.text.split()) for article in articles)
    package = next(name for name in MODELS if importlib.util.find_spec(name) is not None)
    whole = importlib.import_module(package).load()
    extractor = Extractor(default_vocabulary())
    took = measure(
        {
            "spaCy's whole small pipeline": lambda: list(whole.pipe(article.text for article in articles)),
            "gkg": lambda: list(extractor.extract_all(articles)),
        }
    )
    for name, seconds in took.items():
        print(f"{name:30} {words / seconds:8.0f} words a second")
    ratio = took["spaCy's whole small pipeline"] / took["gkg"]
    print(f"gkg against spaCy, words a second: {ratio:.2f} (goal {GOAL})")
    return 0 if ratio >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())

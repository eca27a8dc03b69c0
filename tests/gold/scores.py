"""Scores the extractor on the gold sets beside the project, by the scorers that stand there.

`make gold` prints the figures: GSR are single hand-coded sentences, re3d whole documents with marked
relations, seed the article that the project began with.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from extract.articles import read_articles
from extract.pipeline import Extractor
from graph.errors import Rejected
from graph.records import event_record
from graph.vocabulary import default_vocabulary

SETS = {
    "gsr": ("score_gsr.py", "gold/gsr_dev.jsonl", "gold/gsr_dev.jsonl"),
    "re3d": ("score_re3d.py", "gold/re3d_dev.jsonl", "gold/re3d_dev.jsonl"),
    "seed": ("score_article.py", "seed/gold.json", "seed/article.txt"),
}
"""Of each set the scorer, the gold file and the articles, below the folder beside the project."""


def score(name: str, shared: Path, extractor: Extractor) -> dict[str, Any]:
    """The figures that a set's scorer prints for this extractor."""
    scorer, gold, articles = SETS[name]
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as predicted:
        for article in read_articles([str(shared / articles)], stdin=sys.stdin.buffer):
            if isinstance(article, Rejected):
                raise article
            for event in extractor.extract(article).events:
                print(json.dumps(event_record(event)), file=predicted)
        predicted.flush()
        command = [sys.executable, str(shared / "eval" / scorer), str(shared / gold), predicted.name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    beside = Path(__file__).parents[3] / "shared"
    if not beside.is_dir():
        sys.exit("the gold sets (../shared) are not on this machine")
    reader = Extractor(default_vocabulary())
    for each in SETS:
        print(each, json.dumps(score(each, beside, reader)))

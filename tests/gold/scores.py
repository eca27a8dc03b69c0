"""Scores the extractor on the gold sets: the project's own and those beside the project.

`make gold` prints the figures. The own set, tests/gold/sentences.jsonl, is scored stage by stage. Beside the
project stand GSR, single hand-coded sentences, re3d, whole documents with marked relations, and seed, the
article that the project began with; they are scored by the scorers that stand there. `make gold-aside` scores
the third of the own set that nobody tunes to: at the end of an issue, to be told beside the other. Its errors
are only counted, no sentence of it is shown. `make gold-blind` scores as many texts of other writers, which
nobody reads either and which may be scored on the way.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from extract.pipeline import Extractor
from extract.text.articles import read_articles
from graph.errors import Rejected
from graph.records import event_record
from graph.vocabulary import default_vocabulary
from tests.gold.stages import ASIDE, BLIND, OPEN, STAGES, causes, cells, found, inventions, sentences, tallies

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


def own(path: Path, extractor: Extractor) -> dict[str, float]:
    """Precision, recall and F1 of each stage on a file of the project's own, and the texts it invents in."""
    pairs = [(sentence, found(extractor, sentence)) for sentence in sentences(path)]
    figures: dict[str, float] = {"texts": len(pairs)}
    for stage, tally in tallies(pairs).items():
        shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
        figures |= {f"{stage}_{name}": round(share, 3) for name, share in shares.items()}
    figures["eventless"] = sum(not sentence.events for sentence, _ in pairs)
    figures["invented"] = inventions(pairs)
    return figures


def table(name: str, figures: dict[str, float]) -> str:
    """The figures of an own file, a line a stage."""
    lines = [f"{name}: {figures['texts']:.0f} texts", f"{'':10} precision  recall  f1"]
    for stage in STAGES:
        p, r, f1 = (figures[f"{stage}_{share}"] for share in ("precision", "recall", "f1"))
        lines.append(f"{stage:10} {p:9.2f}  {r:6.2f}  {f1:.2f}")
    lines.append(
        f"of {figures['eventless']:.0f} texts without an event {figures['invented']:.0f} were given one"
    )
    return "\n".join(lines)


def errors(path: Path, extractor: Extractor) -> str:
    """What is missed and why, then what is missed and invented by construction and by type of the text."""
    pairs = [(sentence, found(extractor, sentence)) for sentence in sentences(path)]
    missed = causes(extractor, (sentence for sentence, _ in pairs))
    lines = [f"{count:4} missed for {lacking}" for lacking, count in missed.most_common()] + [""]
    for by in (lambda s: s.construction, lambda s: s.plover):
        counted = cells(pairs, by)
        for cell in sorted({cell for cell, _ in counted}):
            right, missed, invented = (counted[cell, what] for what in ("right", "missed", "invented"))
            lines.append(f"{cell:12} right {right:3}  missed {missed:3}  invented {invented:3}")
        lines.append("")
    return "\n".join(lines)


UNREAD = {"aside": ("own, set aside", ASIDE), "blind": ("blind", BLIND)}
"""By their argument the sets of which nobody reads a sentence, and what they are called."""


def main(arguments: list[str]) -> None:
    """Print all sets that are read, or `aside` or `blind` alone; with `errors` also what is missed where."""
    reader = Extractor(default_vocabulary())
    for name, path in (UNREAD[argument] for argument in arguments if argument in UNREAD):
        print(table(name, own(path, reader)))
        if "errors" in arguments:
            print("\n" + errors(path, reader))
        return
    print(table("own", own(OPEN, reader)), "\n")
    if "errors" in arguments:
        print(errors(OPEN, reader))
    beside = Path(__file__).parents[3] / "shared"
    if not beside.is_dir():
        sys.exit("the gold sets beside the project (../shared) are not on this machine")
    for each in SETS:
        print(each, json.dumps(score(each, beside, reader)))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Fits how sure events are to the gold sets, and shows how well it holds: `make confidence`.

An event is right where its actors, direction, relation, content, modality and negation are those of a label
in its text (in an article: in its sentence). Fitted to the blind set and to the twenty articles that may be
read; the open two thirds of the own sentences are left out, for the rules were made on them, and so are sets
that label but some of the events. What is shown is cross-validated by texts: no event is judged by figures
that saw its text.
"""

import json
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np

from extract.confidence import FACTORS, FIGURES, factors, figures
from extract.pipeline import Extractor
from graph.model import Article, Event
from graph.vocabulary import default_vocabulary
from tests.gold import articles, practice, stages
from tests.gold.pictures import picture

IMAGES = Path(__file__).parents[2] / "docs" / "images"
FOLDS = 10
SPLITS = 10
"""How often the texts are parted anew: one parting may be lucky."""

KINDS = {"a": "articles of the first writer", "b": "articles of the second"}
"""Of whom the texts are, by the first letter of their ids."""

OFTEN, RIGHT = 4, 2 / 3
"""A frame is shaky that practice found at least so often, and of these no more than this share right."""

BINS = 10
RIDGE = 4.0
"""How strongly factors are held near nothing: as much as some 18 events that show no difference."""

STEPS, DAMPED = 60, 0.7
"""Newton's steps, and how far each goes; after twenty nothing moves any more."""

THRESHOLDS = (0.0, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)


@dataclass(frozen=True, slots=True)
class Judged:
    """Events with whether each is right and the text each is of; how many labels there are in all.

    `rows` has for each event 1, then how often each factor holds; `in_article` whether it is of an article
    rather than of a single sentence.
    """

    events: Sequence[Event]
    texts: Sequence[str]
    right: np.ndarray
    labels: int
    rows: np.ndarray
    in_article: np.ndarray


def _row(event: Event, shaky: Collection[str]) -> list[int]:
    told = factors(
        event.why,
        event.modality,
        content=event.content is not None,
        attributed=event.attributed_to is not None,
        shaky=shaky,
    )
    return [1, *(told[name] for name in FACTORS)]


def judged(extractor: Extractor, sentences: Path, whole: Path, shaky: Collection[str]) -> Judged:
    """The events of a file of sentences and of one of articles; `shaky` are the frames that err often."""
    events, texts, right, labels = [], [], [], 0
    for sentence in stages.sentences(sentences):
        there = {_of_coded(event) for event in sentence.events}
        labels += len(there)
        for event in extractor.extract(Article(id=sentence.id, text=sentence.text)).events:
            events.append(event)
            texts.append(sentence.id)
            right.append(_of_coded(stages.coded(event)) in there)
    for labelled, found in articles.read(extractor, whole):
        told = {_of_told(event) for event in labelled.events}
        labels += len(told)
        for event in found:
            events.append(event)
            texts.append(labelled.article.id)
            right.append(_of_told(articles.as_told(event, labelled)) in told)
    rows = np.array([_row(event, shaky) for event in events], dtype=float)
    in_article = np.array([float(text[0] in KINDS) for text in texts])
    return Judged(events, texts, np.array(right, dtype=float), labels, rows, in_article)


def _of_coded(event: stages.Coded) -> tuple[object, ...]:
    return event.source, event.relation, event.content, event.target, event.modality, event.negated


def _of_told(event: articles.Told) -> tuple[object, ...]:
    act = (event.sentence, event.source, event.relation, event.content, event.target)
    return (*act, event.modality, event.negated)


def fitted(rows: np.ndarray, right: np.ndarray, in_article: np.ndarray) -> np.ndarray:
    """The log-odds, by logistic regression: of an event without any factor, then of each, none above 0.

    Articles and single sentences get a rate of their own while the factors are fitted, for a pronoun is not
    less sure because articles have more of them; what is returned is for a mix as it was given.
    """
    rows = np.column_stack([rows, in_article - in_article.mean()])
    odds = np.zeros(rows.shape[1])
    ridge = np.diag([0.0] + [RIDGE] * (rows.shape[1] - 2) + [1e-6])
    for _ in range(STEPS):
        sure = shares(rows, odds)
        slope = rows.T @ (right - sure) - ridge @ odds
        bend = (rows.T * (sure * (1 - sure))) @ rows + ridge
        odds = odds + DAMPED * np.linalg.solve(bend, slope)
        odds[1:-1] = np.minimum(odds[1:-1], 0.0)
    return odds[:-1]


def shares(rows: np.ndarray, odds: np.ndarray) -> np.ndarray:
    """How sure the events of these rows are."""
    result: np.ndarray = 1 / (1 + np.exp(-rows @ odds))
    return result


def held_out(data: Judged, split: int = 0) -> np.ndarray:
    """How sure each event is by figures that saw none of its text, with the texts parted in one way."""
    folds = np.array([crc32(f"{split} {text}".encode()) % FOLDS for text in data.texts])
    sure = np.zeros(len(data.events))
    for fold in range(FOLDS):
        out = folds == fold
        sure[out] = shares(data.rows[out], fitted(data.rows[~out], data.right[~out], data.in_article[~out]))
    return sure


def left_out(data: Judged) -> dict[str, float]:
    """The calibration error on each kind of text by figures that saw none of its kind."""
    kinds = np.array([KINDS.get(text[0], "the blind set") for text in data.texts])
    errors = {}
    for kind in sorted(set(kinds)):
        out = kinds == kind
        sure = shares(data.rows[out], fitted(data.rows[~out], data.right[~out], data.in_article[~out]))
        errors[str(kind)] = calibration_error(sure, data.right[out])
    return errors


def shaky_frames(extractor: Extractor) -> list[str]:
    """The frames that the sentences for practice show to err often."""
    found: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for text, expected in practice.sentences():
        found.update(e.why.frame for e in extractor.extract(Article(id="practice", text=text)).events)
        wrong.update(event.why.frame for event in practice.compared(extractor, text, expected)[1])
    return sorted(f for f, n in found.items() if n >= OFTEN and 1 - wrong[f] / n <= RIGHT)


def bins(sure: np.ndarray, right: np.ndarray) -> list[tuple[int, float, float]]:
    """Of each tenth of the scale that has events: how many, how sure they are, and how many are right."""
    places = np.minimum((sure * BINS).astype(int), BINS - 1)
    inside = [places == at for at in range(BINS)]
    return [(int(i.sum()), float(sure[i].mean()), float(right[i].mean())) for i in inside if i.any()]


def calibration_error(sure: np.ndarray, right: np.ndarray) -> float:
    """The expected calibration error: how far sureness and truth lie apart in a tenth, on average."""
    return sum(n * abs(said - true) for n, said, true in bins(sure, right)) / len(sure)


def curve(sure: np.ndarray, right: np.ndarray, labels: int) -> list[tuple[float, float, float]]:
    """Precision and recall of the events that are at least so sure."""
    kept = [(least, sure >= least) for least in THRESHOLDS]
    return [(t, float(right[k].mean()), float(right[k].sum() / labels)) for t, k in kept if k.any()]


def _reliability(sure: np.ndarray, right: np.ndarray) -> list[tuple[float, float]]:
    return [(said, true) for _, said, true in bins(sure, right)]


def show(sure: np.ndarray, right: np.ndarray, labels: int) -> None:
    """Print the calibration error, the reliability table and the curve."""
    error = calibration_error(sure, right)
    print(f"{len(sure)} events, {right.mean():.3f} right; expected calibration error {error:.3f}")
    print("\nevents  said  right")
    for n, said, true in bins(sure, right):
        print(f"{n:6}   {said:.2f}   {true:.2f}")
    print("\nmin_confidence  precision  recall")
    for least, precision, recall in curve(sure, right, labels):
        print(f"{least:14.2f}  {precision:9.3f}  {recall:6.3f}")


def write(odds: np.ndarray, frames: Sequence[str]) -> None:
    """The figures as the extractor reads them."""
    lines = [
        "# How sure events are, as log-odds: of an event that nothing makes less sure, and what each factor",
        "# adds. Written by `make confidence`; what the factors mean stands in confidence.py.",
        f"even = {odds[0]:.3f}",
        "",
        "# Frames that err most often on the sentences of `make practice`, by their names in `why`.",
        "shaky = [",
        *(f"  {json.dumps(frame)}," for frame in frames),
        "]",
        "",
        "[factors]",
        *(f'"{name}" = {odd:.3f}' for name, odd in zip(FACTORS, odds[1:], strict=True)),
    ]
    FIGURES.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Fit, show and write; with `aside` show only how it holds on what is set aside."""
    extractor = Extractor(default_vocabulary())
    if sys.argv[1:] == ["aside"]:
        data = judged(extractor, stages.ASIDE, articles.ASIDE, figures().shaky)
        show(np.array([event.confidence for event in data.events]), data.right, data.labels)
        return 0
    frames = shaky_frames(extractor)
    data = judged(extractor, stages.BLIND, articles.OPEN, frames)
    odds = fitted(data.rows, data.right, data.in_article)
    for name, odd in zip(("even", *FACTORS), odds, strict=True):
        print(f"{name:12} {odd:+.3f}  {FACTORS.get(name, 'an event that nothing makes less sure')}")
    sure = held_out(data)
    errors = [calibration_error(held_out(data, split), data.right) for split in range(SPLITS)]
    print(f"\nexpected calibration error over {SPLITS} partings of the texts: {np.mean(errors):.3f}")
    for kind, error in left_out(data).items():
        print(f"  on {kind}, by figures that saw no such text: {error:.2f}")
    print()
    show(sure, data.right, data.labels)
    write(odds, frames)
    as_said = {"as it should be": [(0.0, 0.0), (1.0, 1.0)], "as it is": _reliability(sure, data.right)}
    drawn = picture("confidence", "share that is right", as_said)
    (IMAGES / "reliability.svg").write_text(drawn, encoding="utf-8")
    kept = curve(sure, data.right, data.labels)
    shares_kept = {"precision": [(at, p) for at, p, _ in kept], "recall": [(at, r) for at, _, r in kept]}
    drawn = picture("min_confidence", "share", shares_kept)
    (IMAGES / "min-confidence.svg").write_text(drawn, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Fits how sure events are to the gold sets, and shows how well it holds: `make confidence`.

An event is right where its actors, direction, relation, content, modality and negation are those of a label
in its text (in an article: in its sentence). Fitted to the blind set and to the twenty articles that may be
read; the open two thirds of the own sentences are left out, for the rules were made on them, and so are sets
that label but some of the events. What is shown is cross-validated by texts: no event is judged by figures
that saw its text.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np

from extract.confidence import FACTORS, FIGURES, factors
from extract.pipeline import Extractor
from graph.model import Article, Event
from graph.vocabulary import default_vocabulary
from tests.gold import articles, stages
from tests.gold.pictures import picture

IMAGES = Path(__file__).parents[2] / "docs" / "images"
FOLDS = 10
BINS = 10
RIDGE = 4.0
"""How strongly factors are held near nothing: as if four events more spoke against each of them."""

THRESHOLDS = (0.0, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)


@dataclass(frozen=True, slots=True)
class Judged:
    """Events with whether each is right, the text each is of, and how many labels there are in all."""

    events: Sequence[Event]
    texts: Sequence[str]
    right: np.ndarray
    labels: int

    @property
    def rows(self) -> np.ndarray:
        """A row for each event: 1, then how often each factor holds."""
        return np.array([[1.0, *_counts(event)] for event in self.events])


def _counts(event: Event) -> list[float]:
    told = dict(
        factors(
            event.why,
            event.modality,
            content=event.content is not None,
            attributed=event.attributed_to is not None,
            words=len(event.sentence.text.split()),
        )
    )
    return [float(told.get(name, 0)) for name in FACTORS]


def judged(extractor: Extractor, sentences: Path, whole: Path) -> Judged:
    """The events of a file of sentences and of one of articles."""
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
    return Judged(events, texts, np.array(right, dtype=float), labels)


def _of_coded(event: stages.Coded) -> tuple[object, ...]:
    return event.source, event.relation, event.content, event.target, event.modality, event.negated


def _of_told(event: articles.Told) -> tuple[object, ...]:
    act = (event.sentence, event.source, event.relation, event.content, event.target)
    return (*act, event.modality, event.negated)


def fitted(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The log-odds, by logistic regression: of an event without any factor, then of each, none above 0."""
    odds = np.zeros(rows.shape[1])
    ridge = np.array([0.0] + [RIDGE] * (rows.shape[1] - 1))
    for _ in range(4_000):
        slope = rows.T @ (shares(rows, odds) - right) + ridge * odds
        odds -= slope / (0.3 * len(rows) + ridge)
        odds[1:] = np.minimum(odds[1:], 0.0)
    return odds


def shares(rows: np.ndarray, odds: np.ndarray) -> np.ndarray:
    """How sure the events of these rows are."""
    result: np.ndarray = 1 / (1 + np.exp(-rows @ odds))
    return result


def held_out(data: Judged) -> np.ndarray:
    """How sure each event is by figures that saw none of its text."""
    folds = np.array([crc32(text.encode()) % FOLDS for text in data.texts])
    sure = np.zeros(len(data.events))
    for fold in range(FOLDS):
        out = folds == fold
        sure[out] = shares(data.rows[out], fitted(data.rows[~out], data.right[~out]))
    return sure


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


def write(odds: np.ndarray) -> None:
    """The figures as the extractor reads them."""
    lines = [
        "# How sure events are, as log-odds: of an event that nothing makes less sure, and what each factor",
        "# adds. Written by `make confidence`; what the factors mean stands in confidence.py.",
        f"even = {odds[0]:.3f}",
        "",
        "[factors]",
        *(f'"{name}" = {odd:.3f}' for name, odd in zip(FACTORS, odds[1:], strict=True)),
    ]
    FIGURES.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Fit, show and write; with `aside` show only how it holds on what is set aside."""
    extractor = Extractor(default_vocabulary(), copies=0)
    if sys.argv[1:] == ["aside"]:
        data = judged(extractor, stages.ASIDE, articles.ASIDE)
        show(np.array([event.confidence for event in data.events]), data.right, data.labels)
        return 0
    data = judged(extractor, stages.BLIND, articles.OPEN)
    odds = fitted(data.rows, data.right)
    for name, odd in zip(("even", *FACTORS), odds, strict=True):
        print(f"{name:12} {odd:+.3f}  {FACTORS.get(name, 'an event that nothing makes less sure')}")
    sure = held_out(data)
    print()
    show(sure, data.right, data.labels)
    write(odds)
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

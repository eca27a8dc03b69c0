"""The gold sets beside the project give at least what floors.toml says."""

import tomllib
from pathlib import Path

import pytest

from extract.pipeline import Extractor
from graph.vocabulary import default_vocabulary
from tests.gold.scores import own, score
from tests.gold.stages import ASIDE, BLIND, OPEN, sentences

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
OWN = FLOORS.pop("own")
FLOORS.pop("articles")  # held in test_articles.py
MOST_INVENTED = OWN.pop("invented")


def test_the_own_set_gives_at_least_its_floors(extractor: Extractor) -> None:
    figures = own(OPEN, extractor)
    short = {key: (figures[key], floor) for key, floor in OWN.items() if figures[key] < floor}
    assert not short
    assert figures["invented"] <= MOST_INVENTED


def test_the_own_set_is_what_it_says() -> None:
    """Types by constructions, a fifth without an event, a third set aside, and no text in both."""
    kept, aside = sentences(OPEN), sentences(ASIDE)
    every = [*kept, *aside]
    assert not {sentence.text for sentence in sentences(BLIND)} & {sentence.text for sentence in every}
    assert len({sentence.text for sentence in every}) == len(every) >= 240
    assert 0.3 <= len(aside) / len(every) <= 0.36
    assert 0.2 <= sum(not sentence.events for sentence in every) / len(every) <= 0.25
    cells = {(sentence.plover, sentence.construction) for sentence in every if sentence.events}
    assert len({plover for plover, _ in cells}) == 16
    assert len({construction for _, construction in cells}) == 12
    assert len(cells) >= 0.95 * 16 * 12
    known = default_vocabulary().relations
    assert all(event.relation in known for sentence in every for event in sentence.events)
    assert all(
        mention is None or mention in sentence.text
        for sentence in every
        for event in sentence.events
        for mention in event.mentions
    )


@pytest.mark.parametrize("name", FLOORS)
def test_gold_set_gives_at_least_its_floors(name: str, shared: Path, extractor: Extractor) -> None:
    figures = score(name, shared, extractor)
    assert {key: figures[key] >= floor for key, floor in FLOORS[name].items()} == dict.fromkeys(
        FLOORS[name], True
    ), figures


def test_seed_article_falls_into_no_trap(shared: Path, extractor: Extractor) -> None:
    assert score("seed", shared, extractor)["wrong"] == 0

"""The gold sets beside the project give at least what floors.toml says."""

import tomllib
from pathlib import Path

import pytest

from extract.pipeline import Extractor
from tests.gold.scores import score

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FLOORS)
def test_gold_set_gives_at_least_its_floors(name: str, shared: Path, extractor: Extractor) -> None:
    figures = score(name, shared, extractor)
    assert {key: figures[key] >= floor for key, floor in FLOORS[name].items()} == dict.fromkeys(
        FLOORS[name], True
    ), figures


def test_seed_article_falls_into_no_trap(shared: Path, extractor: Extractor) -> None:
    assert score("seed", shared, extractor)["wrong"] == 0

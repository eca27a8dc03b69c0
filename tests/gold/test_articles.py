"""Whole articles give at least what floors.toml says, and every label stands in its text."""

import tomllib
from pathlib import Path

from extract.pipeline import Extractor
from graph.vocabulary import default_vocabulary
from tests.gold.articles import ASIDE, OPEN, articles, figures, read

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["articles"]


def test_articles_give_at_least_their_floors(extractor: Extractor) -> None:
    counted = figures(read(extractor, OPEN))
    reached = {f"{stage}_f1": tally.f1 for stage, tally in counted.items()}
    assert not {key: (reached[key], floor) for key, floor in FLOORS.items() if reached[key] < floor}


def test_thirty_articles_are_labelled_ten_of_them_set_aside() -> None:
    kept, aside = list(articles(OPEN)), list(articles(ASIDE))
    assert (len(kept), len(aside)) == (20, 10)
    assert len({labelled.article.id for labelled in (*kept, *aside)}) == 30
    assert {labelled.kind for labelled in kept} == {labelled.kind for labelled in aside}
    assert all(150 <= len(labelled.article.text.split()) <= 620 for labelled in (*kept, *aside))


def test_labels_name_relations_and_sentences_that_exist() -> None:
    relations = default_vocabulary().relations
    for labelled in (*articles(OPEN), *articles(ASIDE)):
        assert labelled.events
        for event in labelled.events:
            assert event.relation in relations
            assert event.content is None or event.content in relations
            assert 1 <= event.sentence <= len(labelled.sentences)

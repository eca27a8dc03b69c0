"""What a text gives, short enough to compare: who does what to whom, by ids."""

from collections.abc import Iterable

import pytest

from extract.pipeline import Extractor
from graph.model import Article, Event

Constructions = dict[str, list[tuple[str, set[str]]]]
"""By what a construction shows, sentences with every event of theirs."""


def triples(extractor: Extractor, text: str) -> set[str]:
    """The events of a text as "FRA CONDEMN SYR"."""
    return _told(extractor.extract(Article(id="a", text=text)).events)


def explained(extractor: Extractor, sentence: str) -> set[str]:
    """The same of a sentence that is explained."""
    return _told(extractor.explain(sentence).events)


def rows(constructions: Constructions) -> list[object]:
    """A test for each sentence, called by what it shows."""
    return [
        pytest.param(*row, id=f"{name}: {row[0]}") for name, tests in constructions.items() for row in tests
    ]


def _told(events: Iterable[Event]) -> set[str]:
    return {f"{e.source.actor.id} {e.relation} {e.target.actor.id}" for e in events}

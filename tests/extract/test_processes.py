"""Several processes read as one does, and say so when one of them is gone."""

import os
import signal
from collections.abc import Iterator

import pytest

from extract.grammar.parser import ModelMissing
from extract.pipeline import Extractor
from extract.processes import AHEAD, Extractors, ProcessEnded
from graph.model import Article
from graph.vocabulary import default_vocabulary

COUNTRIES = "Chad Mali Niger Kenya Ghana Togo Benin Gabon Angola Zambia".split()
ARTICLES = [
    Article(id=f"{source}-{target}", text=f"{source} condemned {target}. It expelled the envoy of Peru.")
    for source in COUNTRIES
    for target in COUNTRIES
    if source != target
]


def build() -> Extractor:
    """The extractor of a process; a function of a module can be sent there."""
    return Extractor(default_vocabulary())


@pytest.fixture(scope="module")
def two() -> Iterator[Extractors]:
    with Extractors(2, build) as extractors:
        yield extractors


def test_two_processes_read_what_one_reads_in_the_same_order(extractor: Extractor, two: Extractors) -> None:
    assert two.version == extractor.version
    assert list(two.extract_all(ARTICLES)) == list(extractor.extract_all(ARTICLES))


def test_articles_are_taken_from_a_stream_only_as_they_are_read(two: Extractors) -> None:
    taken = []

    def stream() -> Iterator[Article]:
        for article in ARTICLES:
            taken.append(article.id)
            yield article

    assert next(two.extract_all(stream())).article == ARTICLES[0]
    assert len(taken) <= 2 * AHEAD < len(ARTICLES)


def lacking() -> Extractor:
    """What becomes of a process that finds no model."""
    raise ModelMissing("no English spaCy model is installed; run `make setup`")


def test_what_a_process_lacks_is_said_as_with_one() -> None:
    with Extractors(2, lacking) as extractors, pytest.raises(ModelMissing, match="run `make setup`"):
        list(extractors.extract_all(ARTICLES))


def ended() -> Extractor:
    """What becomes of a process for which there is no memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still there")


def test_a_process_that_the_system_ends_is_one_clear_error() -> None:
    with (
        Extractors(2, ended) as extractors,
        pytest.raises(ProcessEnded, match="ended by the system; give fewer"),
    ):
        list(extractors.extract_all(ARTICLES))

"""One process reads any number of articles in the same memory, though each brings names never met before."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.pipeline import Extractor
from graph.model import Article

STATM = Path("/proc/self/statm")
SYLLABLES = "ba ko ri mu sel dan tor vek lin hua zen mar oti gra pol ush".split()


def articles(number: int) -> Iterator[Article]:
    """Articles of 30 words, a fifth of which are new to the world."""
    chance = random.Random(4)

    def name() -> str:
        return "".join(chance.choices(SYLLABLES, k=4)).capitalize()

    for n in range(number):
        text = (
            f"{name()} {name()}, who leads the {name()} Front, condemned Chad on Friday. Kenya sent {n} tons "
            f"of {name().lower()} to Mali, the {name()} Daily said, and its envoy met {name()} {name()}."
        )
        yield Article(id=f"made-{n}", text=text, published="2015-03-02")


def used() -> int:
    """The process's resident memory, in MB."""
    return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1_000_000


@pytest.mark.skipif(not STATM.exists(), reason="resident memory is read from Linux's /proc")
@pytest.mark.parametrize(
    ("number", "more"),
    [(1_500, 30), pytest.param(100_000, 60, marks=pytest.mark.soak)],
    ids=["short", "long"],
)
def test_memory_stays_flat_over_any_number_of_articles(extractor: Extractor, number: int, more: int) -> None:
    warm = 0
    for n, reading in enumerate(extractor.extract_all(articles(number))):
        assert reading.events
        if n == 600:  # more than are remembered as possible copies
            warm = used()
    grown = used() - warm
    print(f"{number} articles: {grown} MB more than after 600, {used()} MB in all")
    assert grown <= more

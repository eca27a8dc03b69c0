"""Articles into a store, a handful at a time: read where they are new or changed, then stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from extract.pipeline import Extractor
from graph.errors import Rejected
from graph.model import Article, Reading
from graph.store import Store
from graph.storing import Outcome
from graph.vocabulary import Vocabulary

BATCH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What became of one article: its outcome (None where rejected, with the reason) and its events."""

    article: str
    outcome: Outcome | None
    events: int = 0
    reason: str | None = None


def load(
    items: Iterable[Article | Rejected], store: Store, extractor: Extractor, vocabulary: Vocabulary
) -> Iterator[Loaded]:
    """Load articles, one outcome each in their order; every batch lasts as soon as it is through."""
    stream = iter(items)
    while batch := list(islice(stream, BATCH)):
        articles = [item for item in batch if isinstance(item, Article)]
        stale = [a for a in articles if not store.is_current(a, extractor.version, vocabulary.hash)]
        readings = list(extractor.extract_all(stale))
        results = iter(_added(readings, store))
        fresh = {id(article) for article in stale}
        for item in batch:
            if isinstance(item, Rejected):
                yield rejected(item)
            elif id(item) in fresh:
                yield next(results)
            else:
                stored = store.article(item.id)
                yield Loaded(
                    article=item.id, outcome=Outcome.UNCHANGED, events=stored.events if stored else 0
                )


def store_readings(readings: Iterable[Reading | Rejected], store: Store) -> Iterator[Loaded]:
    """Store what an extractor has read before."""
    stream = iter(readings)
    while batch := list(islice(stream, BATCH)):
        results = iter(_added([item for item in batch if isinstance(item, Reading)], store))
        for item in batch:
            yield rejected(item) if isinstance(item, Rejected) else next(results)


def rejected(error: Rejected) -> Loaded:
    """The outcome of an article that is not taken in."""
    return Loaded(article=error.name, outcome=None, reason=error.reason)


def _added(readings: list[Reading], store: Store) -> list[Loaded]:
    outcomes = store.add(readings) if readings else []
    return [
        Loaded(article=reading.article.id, outcome=outcome, events=len(reading.events))
        for reading, outcome in zip(readings, outcomes, strict=True)
    ]

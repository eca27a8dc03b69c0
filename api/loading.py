"""Articles into a store, a handful at a time: read where they are new or changed, then stored."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from extract.pipeline import Extractor
from extract.processes import Extractors
from graph.errors import Fault, Rejected
from graph.model import Article, Reading
from graph.store import Store
from graph.storing import Marks, Outcome
from graph.vocabulary import Vocabulary

BATCH = 32  # articles that are read together
RESTART = 60.0  # seconds that a load waits for a server that went away: long enough for it to start again


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What became of one article: its outcome (None where rejected, with reason and fault) and its events."""

    article: str
    outcome: Outcome | None
    events: int = 0
    reason: str | None = None
    fault: Fault | None = None


def load(
    items: Iterable[Article | Rejected],
    store: Store,
    extractor: Extractor | Extractors,
    vocabulary: Vocabulary,
    on_read: Callable[[Reading], None] = lambda reading: None,
) -> Iterator[Loaded]:
    """Load articles, one outcome each in their order; every batch lasts as soon as it is through.

    `on_read` is told of every reading that was made, before it is stored.
    """
    stream = iter(items)
    version = extractor.version
    while batch := list(islice(stream, BATCH)):
        articles = [item for item in batch if isinstance(item, Article)]
        held = store.marks({article.id for article in articles})
        stale = [a for a in articles if held.get(a.id) != Marks.of(a, version, vocabulary.hash)]
        readings = list(extractor.extract_all(stale))
        for reading in readings:
            on_read(reading)
        results = iter(_added(readings, store))
        fresh = {id(article) for article in stale}
        for item in batch:
            if isinstance(item, Rejected):
                yield rejected(item)
            elif id(item) in fresh:
                yield next(results)
            else:
                yield Loaded(article=item.id, outcome=Outcome.UNCHANGED, events=held[item.id].events)


def store_readings(readings: Iterable[Reading | Rejected], store: Store) -> Iterator[Loaded]:
    """Store what an extractor has read before; every batch lasts as soon as it is through."""
    for batch in _batches(readings, store.batch):
        results = iter(_added([item for item in batch if isinstance(item, Reading)], store))
        for item in batch:
            yield rejected(item) if isinstance(item, Rejected) else next(results)


def _batches(readings: Iterable[Reading | Rejected], most: int) -> Iterator[list[Reading | Rejected]]:
    batch: list[Reading | Rejected] = []
    events = 0
    for item in readings:
        batch.append(item)
        events += len(item.events) if isinstance(item, Reading) else 1
        if events >= most or len(batch) >= most:
            yield batch
            batch, events = [], 0
    if batch:
        yield batch


def rejected(error: Rejected) -> Loaded:
    """The outcome of an article that is not taken in."""
    return Loaded(article=error.name, outcome=None, reason=error.reason, fault=error.fault)


def _added(readings: list[Reading], store: Store) -> list[Loaded]:
    """Store a handful together; where one is refused, each by itself, so that the others go on."""
    try:
        outcomes = store.add(readings) if readings else []
    except Rejected as error:
        if len(readings) == 1:
            return [rejected(error)]
        return [loaded for reading in readings for loaded in _added([reading], store)]
    return [
        Loaded(article=reading.article.id, outcome=outcome, events=len(reading.events))
        for reading, outcome in zip(readings, outcomes, strict=True)
    ]

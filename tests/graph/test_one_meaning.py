"""The same question gives the same JSON from every store: generated graphs, generated queries, every page."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from api.answers import (
    actor_row_record,
    evidence_record,
    goes_on,
    relations_record,
    stored_article_record,
)
from benchmarks.generated import readings
from graph.model import Event, Modality, Plover, Reading
from graph.query import Bucket, EventQuery, Level, Page
from graph.records import event_record, relation_record
from graph.store import Store
from tests.builders import make_actor, make_event, make_party, make_reading
from tests.stores import Server, emptied, file_address, server_address

QUERIES_A_GRAPH = 30
STRANGE = [  # the first two are in another order in UTF-16
    "\ue000 private",
    "👍 astral",
    "é composed",
    "e\u0301 combined",
    "quote ' \" `",
    "Z",
    "a",
    "ß",
    "NUL \0",
]


@pytest.fixture
def stores(tmp_path: Path, neo4j: Server) -> Iterator[list[Store]]:
    """An empty store of each kind, side by side."""
    addresses = [file_address(tmp_path / "graph.db"), emptied(server_address(neo4j))]
    opened = [address.open() for address in addresses]
    yield opened
    for store in opened:
        store.close()


def news(chance: random.Random) -> list[Reading]:
    """Articles as the benchmarks have them, skewed as news is."""
    return list(readings(600, seed=chance.randrange(1000)))


def crowd(chance: random.Random) -> list[Reading]:
    """Few actors with strange names, so that counts tie and only their ids decide the order."""
    actors = [make_actor(f"{name}{i}") for i, name in enumerate(STRANGE)]
    actors += [make_actor(id) for id in ("USA", "USA-MIL", "EGY", "EGY-MIL", "EGY-REB")]
    articles = []
    for number in range(40):
        article = f"article-{chance.choice(STRANGE)}-{number}"
        published = chance.choice([None, "2021-12-31", "2022-01-01", "2022-01-03T10:00:00", "2022-06-15"])
        events = []
        for i in range(chance.randrange(9)):
            source, target = chance.sample(actors, 2)
            events.append(
                make_event(
                    make_party(source, person=chance.choice([None, "joe-biden"])),
                    chance.choice(["CONDEMN", "PRAISE", "ATTACK"]),
                    target,
                    at=100 * i,
                    article=article,
                    published=published,
                    date=chance.choice([None, None, "2020-02-29", "2022-01-02"]),
                    negated=chance.random() < 0.2,
                    modality=chance.choice([Modality.ACTUAL, Modality.ACTUAL, *Modality]),
                    content=chance.choice([None, None, "ATTACK"]),
                    attributed_to=chance.choice([None, *actors]),
                    confidence=chance.choice([0.3, 0.5, 0.9]),
                )
            )
        articles.append(make_reading(*events) if events else make_reading(article=None))
    return [reading for reading in articles if reading.events]


def rewritten(chance: random.Random) -> list[Reading]:
    """News of which half was read again by another extractor, which finds less."""
    first = news(chance)
    again = [replace(r, events=r.events[:: chance.randrange(1, 4)], extractor="later") for r in first[::2]]
    return first + again


def a_query(chance: random.Random, events: list[Event]) -> EventQuery:
    """A query of some filters, mostly of values that occur."""
    one = chance.choice(events)
    other = chance.choice(events)
    filters: dict[str, Callable[[], Any]] = {
        "source": lambda: {one.source.actor.id, other.source.actor.id},
        "target": lambda: {one.target.actor.id},
        "actor": lambda: {one.source.actor.id, "nobody"},
        "between": lambda: {(one.source.actor.id, one.target.actor.id)},
        "code": lambda: {one.source.actor.code or "XXX"},
        "relation": lambda: {one.relation, other.relation},
        "content": lambda: {"ATTACK"},
        "plover": lambda: {chance.choice([*Plover]).value, one.plover.value},
        "quad": lambda: {one.quad},
        "person": lambda: {one.source.person.id if one.source.person else "joe-biden"},
        "attributed_to": lambda: {one.attributed_to.speaker.actor.id if one.attributed_to else "RUS"},
        "article": lambda: {one.article, other.article},
    }
    chosen = chance.sample([*filters], chance.choice([0, 1, 1, 2, 3]))
    days = sorted(event.when for event in (one, other) if event.when)
    return EventQuery(
        **{key: tuple(sorted(filters[key]())) for key in chosen},
        since=days[0] if days and chance.random() < 0.3 else None,
        until=days[-1] if len(days) == 2 and days[0] < days[1] and chance.random() < 0.5 else None,
        negated=chance.choice([False, False, True, None]),
        modality=chance.choice([("actual",), ("actual",), (), ("planned", "possible")]),
        min_confidence=chance.choice([0.0, 0.0, 0.5]),
        level=chance.choice([*Level]),
    )


def pages(ask: Callable[[Page], Any], limit: int) -> Iterator[Any]:
    cursor = None
    while True:
        page = ask(Page(limit=limit, cursor=cursor))
        yield page
        cursor = page.next
        if cursor is None:
            return


def answers(store: Store, query: EventQuery, limit: int, bucket: Bucket) -> Iterator[str]:
    """Everything a store answers to a query, as JSON."""

    def written(answer: Any) -> str:
        return json.dumps(answer, ensure_ascii=False)

    for page in pages(lambda page: store.relations(query, page), limit):
        yield written(relations_record(query, page) | goes_on(page.next))
    for page in pages(lambda page: store.evidence(query, page), 10 * limit):
        yield written([[evidence_record(row) for row in page.rows], page.undated, page.next])
    yield written([relation_record(row) for row in store.all_relations(query)])
    yield written([event_record(event) for event in store.events(query)])
    timeline = store.timeline(query, bucket)
    yield written([[str(row) for row in timeline.rows], timeline.undated])
    starts = [*query.source, *query.target, "USA", "EGY"]
    yield written(sorted(store.links(query, starts, backwards=bucket is Bucket.DAY)))


def holdings(store: Store) -> Iterator[str]:
    """Everything a store tells of what it holds, as JSON."""
    for page in pages(lambda page: store.actors(None, page), 7):
        yield json.dumps([[actor_row_record(row) for row in page.rows], page.next])
    for stored in store.articles():
        yield json.dumps(stored_article_record(stored))
    yield str(store.totals())
    for text in ("a", "É", "ss", "\0", "USA", "-mil", "nobody"):
        yield json.dumps(store.find_actors(text))


@pytest.mark.parametrize("graph", [news, crowd, rewritten])
def test_every_store_answers_alike(
    stores: list[Store], graph: Callable[[random.Random], list[Reading]]
) -> None:
    chance = random.Random(graph.__name__)
    given = graph(chance)
    for store in stores:
        for start in range(0, len(given), 50):
            store.add(given[start : start + 50])
        store.remove(given[3].article.id)
    first, *others = ([*holdings(store)] for store in stores)
    for other in others:
        assert other == first
    events = [event for reading in given for event in reading.events]
    for _ in range(QUERIES_A_GRAPH):
        query = a_query(chance, events)
        limit, bucket = chance.choice([25, 100]), chance.choice([*Bucket])
        expected = [*answers(stores[0], query, limit, bucket)]
        for store in stores[1:]:
            assert [*answers(store, query, limit, bucket)] == expected, query

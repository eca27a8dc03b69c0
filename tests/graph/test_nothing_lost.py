"""Whatever breaks in mid-load, the graph ends as the clean load makes it, and what was acknowledged is there.

Each finding has a short form and a long one; `make soak` runs the long ones.
"""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from graph.query import EventQuery, Level
from graph.store import Store
from server.neo4j_server import Neo4jServer
from tests.builders import make_event, make_reading
from tests.loader import BATCH, EVENTS, batches
from tests.proxy import Proxy
from tests.stores import Address, Server, emptied, file_address, fingerprint, server_address

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def clean(tmp_path: Path) -> Store:
    """A store to hold the clean load, for comparison."""
    return file_address(tmp_path / "clean.db").open()


def clean_load(clean: Store, articles: int) -> str:
    for batch in batches(articles):
        clean.add(batch)
    return fingerprint(clean)


def loader(address: Address, articles: int, start: int = 0) -> subprocess.Popen[str]:
    """A process that loads, and says the number of each batch when it is acknowledged."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.loader", str(articles), str(start)],
        env=os.environ | address.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    )


def assert_holds(address: Address, acknowledged: int) -> None:
    """All batches up to this one are there, whole, and every count is the count of its events."""
    with address.open() as store:
        totals = store.totals()
        assert totals.articles >= BATCH * acknowledged
        assert totals.events == EVENTS * totals.articles
        counted = sum(1 for _ in store.events(EventQuery()))
        for level in Level:
            assert sum(row.events for row in store.all_relations(EventQuery(level=level))) == counted


@pytest.mark.parametrize(
    ("articles", "kills"), [(100, 3), pytest.param(5_000, 50, marks=pytest.mark.soak)], ids=["short", "long"]
)
def test_a_loader_killed_again_and_again_loses_nothing(
    address: Address, clean: Store, articles: int, kills: int
) -> None:
    chance = random.Random(f"{articles} {address.uri[:4]}")
    expected = clean_load(clean, articles)
    total = articles // BATCH
    at = sorted(chance.sample(range(1, total), kills))
    acknowledged = 0
    for number in at:
        with loader(address, articles, start=acknowledged) as child:
            assert child.stdout is not None
            for line in child.stdout:
                acknowledged = int(line) + 1
                if acknowledged >= number:
                    break
            time.sleep(chance.random() / 50)  # into the next transaction
            child.send_signal(signal.SIGKILL)
            assert child.wait() == -signal.SIGKILL
        assert_holds(address, acknowledged)
    with loader(address, articles, start=acknowledged) as child:
        _, said = child.communicate()
        assert child.returncode == 0, said
    with address.open() as store:
        assert fingerprint(store) == expected


@pytest.mark.parametrize(
    "articles", [150, pytest.param(5_000, marks=pytest.mark.soak)], ids=["short", "long"]
)
def test_lost_answers_to_commits_neither_lose_nor_double(neo4j: Server, clean: Store, articles: int) -> None:
    expected = clean_load(clean, articles)
    address = emptied(server_address(neo4j))
    with Proxy(neo4j.uri, lost_commits=0.2) as proxy:
        with replace(address, uri=proxy.uri).open() as store:
            for batch in batches(articles):
                store.add(batch)
        assert proxy.lost >= articles // BATCH // 10
    with address.open() as store:
        assert fingerprint(store) == expected


@pytest.mark.parametrize(
    ("articles", "kills"), [(200, 1), pytest.param(5_000, 5, marks=pytest.mark.soak)], ids=["short", "long"]
)
def test_a_server_killed_and_started_again_in_mid_load(
    neo4j: Server, tmp_path: Path, clean: Store, articles: int, kills: int
) -> None:
    expected = clean_load(clean, articles)
    every = articles // BATCH // (kills + 1)
    with Neo4jServer(tmp_path / "neo4j", password="in-the-tests-only") as server:
        address = server_address(server)
        with address.open(patience=300) as store, ThreadPoolExecutor(1) as pool:
            reached = threading.Semaphore(0)

            def load() -> None:
                for number, batch in enumerate(batches(articles), start=1):
                    if number % every == 0:
                        reached.release()
                    store.add(batch)

            loading = pool.submit(load)
            for _ in range(kills):
                assert reached.acquire(timeout=300)
                server.kill()
                server.start()
            loading.result(timeout=600)
            assert fingerprint(store) == expected


@pytest.mark.parametrize(
    ("threads", "upserts"), [(16, 12), pytest.param(16, 500, marks=pytest.mark.soak)], ids=["short", "long"]
)
def test_threads_that_write_the_same_articles_count_exactly(store: Store, threads: int, upserts: int) -> None:
    articles = [f"article-{i}" for i in range(4)]

    def write(thread: int) -> None:
        for i in range(upserts):
            article = articles[(thread + i) % len(articles)]
            events = [make_event("USA", "CONDEMN", "RUS", article=article, at=100 * n) for n in range(2)]
            store.add([make_reading(*events, extractor=f"{thread}-{i}")])

    with ThreadPoolExecutor(threads) as pool:
        for done in [pool.submit(write, thread) for thread in range(threads)]:
            done.result()
    (row,) = store.all_relations(EventQuery())
    assert (row.events, row.articles, store.totals().events) == (8, 4, 8)


@pytest.mark.parametrize("articles", [60, pytest.param(1_000, marks=pytest.mark.soak)], ids=["short", "long"])
def test_four_writers_lose_no_update(address: Address, clean: Store, articles: int) -> None:
    expected = clean_load(clean, articles)
    with ExitStack() as stack:
        children = [stack.enter_context(loader(address, articles)) for _ in range(4)]
        said = [child.communicate()[1] for child in children]
    assert [child.returncode for child in children] == [0] * 4, said
    with address.open() as store:
        assert fingerprint(store) == expected


@pytest.mark.parametrize(
    "edges", [6_000, pytest.param(100_000, marks=pytest.mark.soak)], ids=["short", "long"]
)
def test_an_actor_with_many_edges_goes_within_the_servers_memory(store: Store, edges: int) -> None:
    kept = make_event("FRA", "PRAISE", "DEU", article="kept")
    store.add([make_reading(kept)])
    before = fingerprint(store)
    events = [
        make_event("hub", "CONDEMN", f"spoke-{i % 50}", article="large", at=100 * i) for i in range(edges)
    ]
    store.add([make_reading(*events)])
    row = store.actor("hub")
    assert row is not None
    assert row.outgoing == edges
    assert sum(row.events for row in store.all_relations(EventQuery(source=("hub",)))) == edges
    assert store.remove("large")
    assert store.actor("hub") is None
    assert fingerprint(store) == before

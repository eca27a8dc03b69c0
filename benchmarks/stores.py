"""How fast the two stores are, held against each other and against a raw load, all in one run.

python -m benchmarks.stores                   # 200,000 events
python -m benchmarks.stores --small           # 20,000 events, to see that it works
python -m benchmarks.stores --large           # goes on to 1,000,000 events

Everything is a ratio of two things measured in turns, so that a slow or busy machine slows both. The first
fifth of the events warms up the server and is not counted. Generating articles is never in a measured time.
"""

import argparse
import hashlib
import os
import platform
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

from neo4j import Driver, GraphDatabase

from benchmarks import raw_load
from benchmarks.generated import EVENTS_OF_AN_ARTICLE, readings
from benchmarks.lines import Line
from graph.model import Reading
from graph.paths import shortest_paths
from graph.query import EventQuery, Page
from graph.records import digest, relation_record
from graph.store import Login, Store, open_store
from server.neo4j_server import Neo4jServer

BATCH = 10_000  # events of a turn; each store takes them in transactions of its own size
ARTICLES = 200  # that are stored one by one
TAIL = 20_000  # events at the end of a load by which its rate is told
LARGE = 1_000_000
ROUNDS = 9  # of every question, after two that warm up
SINCE, UNTIL = "2018-01-01", "2021-01-01"

Batch = list[Reading]
Ask = Callable[[Store], object]


@dataclass(slots=True)
class Load:
    """How long each batch of one load took."""

    seconds: list[float] = field(default_factory=list)
    events: list[int] = field(default_factory=list)

    def took(self, batch: Batch, work: Callable[[], object]) -> None:
        started = time.perf_counter()
        work()
        self.seconds.append(time.perf_counter() - started)
        self.events.append(_size(batch))

    @property
    def rate(self) -> float:
        """Events a second."""
        return sum(self.events) / sum(self.seconds)

    @property
    def last_rate(self) -> float:
        """The same of the last events alone."""
        batches = max(1, TAIL // BATCH)
        return sum(self.events[-batches:]) / sum(self.seconds[-batches:])


@dataclass(slots=True)
class Bench:
    """The stores of one run, the driver of the raw load, and what was measured so far."""

    stores: dict[str, Store]
    driver: Driver
    events: int
    lines: list[Line] = field(default_factory=list)
    rates: dict[str, float] = field(default_factory=dict)
    times: dict[str, str] = field(default_factory=dict)
    last_rates: dict[str, float] = field(default_factory=dict)

    def compare(
        self, what: str, measured: float, least: float | None = None, most: float | None = None
    ) -> None:
        self.lines.append(Line(what, measured, least, most))

    def load(self) -> None:
        """Load everything into both stores and, raw, beside them, in turns; then everything again."""
        raw_load.prepare(self.driver)
        names = ("raw", *self.stores)
        loads, again = ({name: Load() for name in names} for _ in range(2))
        warm = self.events // 5
        for batch in _batches(islice(readings(self.events), warm // EVENTS_OF_AN_ARTICLE)):
            self._take_in(batch, {name: Load() for name in names})
        for batch in self._measured(warm):
            self._take_in(batch, loads)
        before = {name: _state(store) for name, store in self.stores.items()}
        for batch in self._measured(warm):
            for name, store in self.stores.items():
                again[name].took(batch, partial(_add, store, batch))
        for name, store in self.stores.items():
            if _state(store) != before[name]:
                raise SystemExit(f"{name}: loading the same again changed the graph")
        if len(set(before.values())) != 1:
            raise SystemExit("the stores do not hold the same graph")
        raw = loads["raw"].rate
        self.rates |= {f"{name}, events/s": load.rate for name, load in loads.items()}
        self.last_rates = {name: loads[name].last_rate for name in self.stores}
        self.compare("Neo4j load with counts / raw load, rate", loads["Neo4j"].rate / raw, least=0.5)
        self.compare(
            "SQLite load with counts / raw load into Neo4j, rate", loads["SQLite"].rate / raw, least=2
        )
        for name in self.stores:
            share = loads[name].rate / again[name].rate
            self.compare(f"{name}: the same again, nothing written / first time", share, most=0.1)

    def load_one_by_one(self, articles: Batch) -> None:
        """Store articles in a transaction each, in turns."""
        loads = {name: Load() for name in self.stores}
        for reading in articles:
            for name, store in self.stores.items():
                loads[name].took([reading], partial(store.add, [reading]))
        rates = {name: len(load.seconds) / sum(load.seconds) for name, load in loads.items()}
        self.rates |= {f"{name}, articles/s one by one": rate for name, rate in rates.items()}
        self.compare(
            "SQLite / Neo4j, one article a transaction, rate", rates["SQLite"] / rates["Neo4j"], least=5
        )

    def ask(self) -> None:
        """Ask both stores the same, in turns."""
        page = Page(limit=100)
        condemned = EventQuery(relation=("CONDEMN",))
        busiest = self.stores["SQLite"].relations(condemned, page).rows[0]
        pair = EventQuery(source=(busiest.source,), target=(busiest.target,), relation=("CONDEMN",))
        condemned_then = replace(condemned, since=SINCE, until=UNTIL)
        pair_then = replace(pair, since=SINCE, until=UNTIL)
        busy = [row.actor.id for row in self.stores["SQLite"].actors(None, Page(limit=100)).rows]
        ends = busy[0], busy[-1]
        questions: list[tuple[str, float, Ask]] = [
            ("who condemns whom", 0.02, lambda store: store.relations(condemned, page)),
            ("evidence of a pair", 0.02, lambda store: store.evidence(pair, Page(limit=20))),
            ("who condemned whom in three years", 1, lambda store: store.relations(condemned_then, page)),
            ("evidence in three years", 1, lambda store: store.evidence(pair_then, Page(limit=20))),
            ("paths between two actors", 3, lambda store: shortest_paths(store, EventQuery(), *ends)),
        ]
        for what, most, asked in questions:
            took = self._medians({(name, what): asked for name in self.stores})
            self.compare(
                f"SQLite / Neo4j, {what}, time", took["SQLite", what] / took["Neo4j", what], most=most
            )
        kinds: dict[str, Ask] = {
            "all pairs": lambda store: store.relations(EventQuery(), page),
            "all pairs in three years": lambda store: store.relations(
                EventQuery(since=SINCE, until=UNTIL), page
            ),
        }
        took = self._medians({(name, what): ask for name in self.stores for what, ask in kinds.items()})
        for name in self.stores:
            share = took[name, "all pairs in three years"] / took[name, "all pairs"]
            self.compare(f"{name}: pairs grouped by date / all pairs, time", share)

    def grow(self, more: Iterator[Reading]) -> None:
        """Go on to a large graph, and hold the rate of its last events against that of the smaller one."""
        loads = {name: Load() for name in self.stores}
        for batch in _batches(more):
            for name, store in self.stores.items():
                loads[name].took(batch, partial(_add, store, batch))
        for name, load in loads.items():
            share = load.last_rate / self.last_rates[name]
            self.compare(f"{name}: load rate at {LARGE:,} / at {self.events:,} events", share, least=0.6)

    def _measured(self, warm: int) -> Iterator[Batch]:
        return _batches(islice(readings(self.events), warm // EVENTS_OF_AN_ARTICLE, None))

    def _take_in(self, batch: Batch, loads: dict[str, Load]) -> None:
        raw_load.create_ends(self.driver, batch)
        rows = raw_load.rows_of(batch)
        loads["raw"].took(batch, partial(raw_load.create_events, self.driver, rows))
        for name, store in self.stores.items():
            loads[name].took(batch, partial(_add, store, batch))

    def _medians(self, asked: dict[tuple[str, str], Ask]) -> dict[tuple[str, str], float]:
        """How long each question takes each store: the median of several rounds, all in turns."""
        taken: dict[tuple[str, str], list[float]] = defaultdict(list)
        for number in range(2 + ROUNDS):
            for (name, what), ask in asked.items():
                started = time.perf_counter()
                ask(self.stores[name])
                if number >= 2:
                    taken[name, what].append(time.perf_counter() - started)
        took = {key: median(times) for key, times in taken.items()}
        self.times |= {f"{name}, {what}": f"{1000 * took:,.1f} ms" for (name, what), took in took.items()}
        return took


def _add(store: Store, batch: Batch) -> None:
    """Store a batch as `gkg load --events` does."""
    rest = iter(batch)
    while part := list(islice(rest, store.batch // EVENTS_OF_AN_ARTICLE)):
        store.add(part)


def _size(batch: Batch) -> int:
    return sum(len(reading.events) for reading in batch)


def _batches(stream: Iterator[Reading]) -> Iterator[Batch]:
    while batch := list(islice(stream, BATCH // EVENTS_OF_AN_ARTICLE)):
        yield batch


def _state(store: Store) -> str:
    """What tells one graph from another: its totals and every counted edge."""
    totals = store.totals()
    state = hashlib.sha256(digest(totals.articles, totals.events, totals.actors, totals.relations).encode())
    for row in sorted(str(relation_record(row)) for row in store.all_relations(EventQuery())):
        state.update(row.encode())
    return state.hexdigest()


def machine(driver: Driver) -> str:
    """What it was measured on, in one line."""
    told = driver.execute_query("CALL dbms.components() YIELD versions RETURN versions[0] AS version")
    model = platform.processor() or platform.machine()
    cpu = Path("/proc/cpuinfo")
    if cpu.is_file():
        named = (
            line.partition(":")[2] for line in cpu.read_text().splitlines() if line.startswith("model name")
        )
        model = next(named, model).strip()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({model}), {memory:.0f} GB of memory, Python {platform.python_version()}, "
        f"Neo4j {told.records[0]['version']} (2 GB heap, 1 GB page cache), SQLite {sqlite3.sqlite_version}"
    )


def report(bench: Bench) -> str:
    """The table, in Markdown, with the times and rates it comes from."""
    parts = [f"{bench.events:,} events. {machine(bench.driver)}.", ""]
    parts += ["| what | goal | measured | ok? |", "|---|---|---|---|"]
    parts += [f"| {line.what} | {line.goal} | {line.measured:.3g} | {line.reached} |" for line in bench.lines]
    parts += ["", "| behind it | |", "|---|---|"]
    parts += [f"| {what} | {rate:,.0f} |" for what, rate in bench.rates.items()]
    parts += [f"| {what} | {took} |" for what, took in bench.times.items()]
    return "\n".join(parts)


def main(arguments: list[str]) -> int:
    """Measure and print; the exit code is 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stores", description="Measure the stores.")
    parser.add_argument("--events", type=int, default=200_000, help="how many to load (default: 200000)")
    parser.add_argument("--small", action="store_true", help="20,000 events, to see that it works")
    parser.add_argument("--large", action="store_true", help="go on to 1,000,000 events")
    asked = parser.parse_args(arguments)
    events = 20_000 if asked.small else asked.events
    with tempfile.TemporaryDirectory() as folder:
        server = Neo4jServer(Path(folder) / "neo4j", password="benchmarks-only", heap="2g", page_cache="1g")
        login = Login(user=server.user, password=server.password)
        with (
            server,
            GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
            open_store(f"sqlite:///{folder}/graph.db") as sqlite,
            open_store(server.uri, login, patience=60) as neo4j,
        ):
            bench = Bench({"SQLite": sqlite, "Neo4j": neo4j}, driver, events)
            bench.load()
            bench.ask()
            more = islice(readings(max(LARGE, events + BATCH)), events // EVENTS_OF_AN_ARTICLE, None)
            bench.load_one_by_one(list(islice(more, ARTICLES)))
            if asked.large:
                bench.grow(more)
            print(report(bench))
    return int(any(line.reached == "**no**" for line in bench.lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

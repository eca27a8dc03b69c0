"""How fast the service answers, held against a bare FastAPI endpoint by wrk, all in one run on loopback.

python -m benchmarks.http                  # 100,000 events
python -m benchmarks.http --events 20000   # to see that it works

wrk (of Debian) asks over eight connections, in turns of a few seconds each, so that a busy machine slows all
alike. "Uncached" asks with a header that no request of any turn had before, so that no answer can be kept.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from neo4j import GraphDatabase

from benchmarks.generated import fill
from benchmarks.lines import Line
from graph.model import Kind
from graph.store import Login, open_store
from graph.vocabulary import default_vocabulary
from server.neo4j_server import Neo4jServer

HERE = Path(sys.executable).parent
ASKED = "/v1/relations?relation=CONDEMN"
SECONDS, ROUNDS = 4, 3
NEW_HEADER = """
local n, run = 0, "{run}"
request = function()
  n = n + 1
  wrk.headers["Accept"] = "application/json, x/" .. run .. "-" .. n
  return wrk.format()
end
"""
SENTENCE = "{} condemned {} on Monday. {} accused {} of sending weapons to {}."


@dataclass(frozen=True, slots=True)
class Measured:
    """One turn of wrk: requests a second, the 50th and 99th percentile in ms, and failed requests."""

    rate: float
    p50: float
    p99: float
    failed: int


def wrk(url: str, *, new: bool = False, connections: int = 8, seconds: int = SECONDS) -> Measured:
    """Ask for a while. Raises RuntimeError where wrk cannot."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(NEW_HEADER.replace("{run}", uuid.uuid4().hex))
        script.flush()
        extra = ["-s", script.name] if new else []
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", *extra, url]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr or done.stdout)
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", done.stdout)
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", done.stdout)
    return Measured(
        rate=float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1]),  # type: ignore[index]
        p50=_percentile(done.stdout, "50%"),
        p99=_percentile(done.stdout, "99%"),
        failed=int(failed[1] if failed else 0) + sum(int(n) for n in (errors.groups() if errors else ())),
    )


def _percentile(shown: str, which: str) -> float:
    number, unit = re.search(rf"{which}\s+([\d.]+)(us|ms|s)", shown).groups()  # type: ignore[union-attr]
    return float(number) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[unit]


@contextmanager
def serving(store: str, *settings: str) -> Iterator[str]:
    """`gkg serve` on a store as a process of its own; gives its address."""
    command = [str(HERE / "gkg"), "serve", "--port", "0", "--store", store]
    environment = dict(pair.split("=", 1) for pair in settings)
    with _process(command, environment) as line:
        address = line.removeprefix("gkg: ").partition(" answers")[0].rstrip("/")
        with urllib.request.urlopen(f"{address}/readyz"):  # it answers once the language model is loaded
            yield address


@contextmanager
def bare() -> Iterator[str]:
    """The bare endpoint as a process of its own."""
    command = [
        *(str(HERE / "python"), "-m", "uvicorn", "benchmarks.bare:app"),
        "--port",
        "0",
        "--no-access-log",
    ]
    with _process(command, {}, until="running on ") as line:
        yield line.partition("running on ")[2].split()[0]


@contextmanager
def _process(command: list[str], environment: dict[str, str], until: str = " answers") -> Iterator[str]:
    """A server, and the line with which it says that it runs."""
    surroundings = {**os.environ, **environment}  # noqa: TID251  # a process needs its surroundings
    with (
        tempfile.NamedTemporaryFile("w+") as said,
        subprocess.Popen(command, stderr=said, env=surroundings) as process,
    ):
        log = Path(said.name)
        try:
            while not (lines := [line for line in log.read_text().splitlines() if until in line]):
                if process.poll() is not None:
                    raise RuntimeError(f"{command[0]} does not start: {log.read_text()}")
                time.sleep(0.1)
            yield lines[0]
        finally:
            process.terminate()


def main() -> int:
    """Measure all, print each figure beside its goal, and end with 1 where one is missed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--events", type=int, default=100_000)
    arguments.add_argument("--no-neo4j", action="store_true")
    given = arguments.parse_args()
    if shutil.which("wrk") is None:
        print("wrk is not installed (apt-get install wrk)", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        uri = f"sqlite:///{folder}/graph.db"
        with open_store(uri) as store:
            fill(store, given.events)
        reached = [*against_bare(uri), *while_loading(uri, Path(folder))]
        if not given.no_neo4j:
            reached += on_neo4j(Path(folder), given.events // 5)
    return 0 if all(reached) else 1


def shown(what: str, measured: float, *, least: float | None = None, most: float | None = None) -> bool:
    line = Line(what, measured, least, most)
    print(line.row, flush=True)
    return line.reached == "yes"


def against_bare(uri: str) -> Iterator[bool]:
    """Rates and the 99th percentile of "who condemns whom" on SQLite, in turns with the bare endpoint."""
    with serving(uri) as address, bare() as other:
        turns = []
        for url, new in ((f"{other}/bare", False), (address + ASKED, True), (address + ASKED, False)) * 2:
            wrk(url, new=new, seconds=1)  # warms up
        for _ in range(ROUNDS):
            plain = wrk(f"{other}/bare")
            turns.append((plain, wrk(address + ASKED, new=True), wrk(address + ASKED)))
        assert not any(measured.failed for turn in turns for measured in turn)
        rates = [(turn[1].rate / turn[0].rate, turn[2].rate / turn[0].rate) for turn in turns]
        print(f"bare endpoint: {median(turn[0].rate for turn in turns):.0f} requests a second")
        yield shown(
            "uncached on SQLite, rate against a bare endpoint", median(r[0] for r in rates), least=0.4
        )
        yield shown("asked again, rate against a bare endpoint", median(r[1] for r in rates), least=0.9)
        late = median(turn[1].p99 / turn[0].p99 for turn in turns)
        yield shown("uncached, 99th percentile against the bare endpoint's", late, most=4)


def while_loading(uri: str, folder: Path) -> Iterator[bool]:
    """Fifty readers alone, and while another process loads articles."""
    articles = folder / "articles.jsonl"
    countries = [a.name for a in default_vocabulary().gazetteer.actors.values() if a.kind is Kind.COUNTRY]
    chance = random.Random(1)
    with articles.open("w", encoding="utf-8") as lines:
        for n in range(5_000):  # no two alike, or they would be read as copies
            said = [SENTENCE.format(*chance.sample(countries, 5)) for _ in range(6)]
            lines.write(json.dumps({"id": f"load-{n}", "text": " ".join(said)}) + "\n")
    with serving(uri) as address:
        wrk(address + ASKED, new=True, connections=50, seconds=1)
        alone = wrk(address + ASKED, new=True, connections=50)
        loading = subprocess.Popen(
            [str(HERE / "gkg"), "load", "--store", uri, str(articles)], stderr=subprocess.DEVNULL
        )
        try:
            time.sleep(8)  # the language model is there, and articles go in
            beside = wrk(address + ASKED, new=True, connections=50)
            assert loading.poll() is None, "loading ended before it was measured"
        finally:
            loading.terminate()
            loading.wait()
    yield shown("50 readers while articles are loaded, failed requests", beside.failed, most=0)
    yield shown("50 readers, 50th percentile while loading against alone", beside.p50 / alone.p50, most=1.5)


def on_neo4j(folder: Path, events: int) -> Iterator[bool]:
    """The same question on Neo4j, against calls of the bare driver with the same statement."""
    server = Neo4jServer(folder / "neo4j", password="benchmark-only")
    server.start()
    try:
        with open_store(server.uri, Login(user=server.user, password=server.password)) as store:
            fill(store, events)
        settings = (f"GKG_NEO4J_USER={server.user}", f"GKG_NEO4J_PASSWORD={server.password}")
        with serving(server.uri, *settings) as address:
            wrk(address + ASKED, new=True, seconds=2)
            ratios = [wrk(address + ASKED, new=True).rate / driver_rate(server) for _ in range(ROUNDS)]
    finally:
        server.kill()
    yield shown("uncached on Neo4j, rate against the bare driver", median(ratios), least=0.8)


STATEMENT = """
MATCH (s:Actor)-[r:CONDEMN]->(t:Actor)
RETURN s, type(r) AS relation, t, r.base AS base, r.events AS events, r.claimed AS claimed,
       r.articles AS articles, r.first AS first, r.last AS last
ORDER BY events DESC, s.id, relation, t.id LIMIT 101
"""


def driver_rate(server: Neo4jServer) -> float:
    """Calls a second of the driver alone from eight threads, each reading its rows."""
    ended = time.perf_counter() + SECONDS
    counts = [0] * 8
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:

        def ask(thread: int) -> None:
            while time.perf_counter() < ended:
                with driver.session() as session:
                    rows = session.execute_read(lambda tx: list(tx.run(STATEMENT)))
                assert rows
                counts[thread] += 1

        threads = [threading.Thread(target=ask, args=(n,)) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return sum(counts) / SECONDS


if __name__ == "__main__":
    sys.exit(main())

"""How soon an export's first byte is there and how much memory it takes, whatever the size of the graph.

    python -m benchmarks.exports                    # a million generated events in a file
    python -m benchmarks.exports --events 100000    # fewer
    python -m benchmarks.exports --store URI        # a store that is there

Each export runs in a process of its own, whose peak of resident memory is read from Linux's /proc.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.generated import fill
from graph.export import WRITERS, export_query, stream
from graph.store import open_store
from graph.vocabulary import default_vocabulary

EVENTS = 1_000_000
FIRST_BYTE = 1.0
"""Seconds, at most."""

MEMORY = 300
"""Megabytes of resident memory at most, Python and the vocabulary included."""

STATUS = Path("/proc/self/status")
PROJECT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Export:
    """What is written: a format, a shape and a part, and the one filter given, if any."""

    format: str
    shape: str
    part: str = "edges"
    filter: str = ""

    def __str__(self) -> str:
        return f"{self.format} of {self.shape}, {self.part}{self.filter and f', {self.filter}'}"


EXPORTS = [
    *(Export(*key) for key in WRITERS),
    Export("jsonl", "articles", filter="modality=actual"),
    Export("graphml", "events", filter="relation=CONDEMN"),
    Export("gexf", "relations", filter="since=2018-01-01"),
]


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds to the first byte and to the last, megabytes written, peak of resident memory in megabytes."""

    first: float
    last: float
    written: float
    peak: float


def measure(uri: str, export: Export) -> Measured:
    """Export in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.exports", "--store", uri]
    for name, value in asdict(export).items():
        command += [f"--{name}", value]
    run = subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.PIPE, text=True)
    return Measured(**json.loads(run.stdout))


def measure_here(uri: str, export: Export) -> Measured:
    """Export in this process, to nowhere."""
    vocabulary = default_vocabulary()
    key, _, value = export.filter.partition("=")
    query = export_query(export.format, export.shape, {key: [value]} if key else {}, vocabulary)
    with open_store(uri) as store:
        began = time.perf_counter()
        pieces = stream(export.format, export.shape, store, query, export.part)
        written = len(next(pieces, b""))
        first = time.perf_counter() - began
        written += sum(map(len, pieces))
        last = time.perf_counter() - began
    return Measured(first=first, last=last, written=written / 1e6, peak=_peak())


def table(uri: str) -> Iterator[tuple[str, bool]]:
    """A line for each export, and whether it keeps to the goals."""
    for export in EXPORTS:
        found = measure(uri, export)
        kept = found.first <= FIRST_BYTE and found.peak <= MEMORY
        line = f"{found.first:.2f} | {found.peak:.0f} | {found.last:.0f} | {found.written:.0f}"
        yield f"| {export} | {line} | {'yes' if kept else '**no**'} |", kept


def main(arguments: list[str]) -> int:
    """Measure and print; the exit code is 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exports", description="Measure exports.")
    parser.add_argument(
        "--events", type=int, default=EVENTS, help="how many to generate (default: a million)"
    )
    parser.add_argument("--store", metavar="URI", help="a store that is there, instead of a generated one")
    for name in ("format", "shape", "part", "filter"):
        parser.add_argument(f"--{name}", help="measure this one, in this process")
    asked = parser.parse_args(arguments)
    if asked.format:
        export = Export(asked.format, asked.shape, asked.part, asked.filter)
        print(json.dumps(asdict(measure_here(asked.store, export))))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        uri = asked.store or f"sqlite:///{folder}/graph.db"
        if not asked.store:
            with open_store(uri) as store:
                fill(store, asked.events)
        print(
            f"| export | first byte, s (<= {FIRST_BYTE:g}) | peak, MB (<= {MEMORY}) | whole, s | MB | met |"
        )
        print("|---|---|---|---|---|---|")
        missed = False
        for line, kept in table(uri):
            print(line, flush=True)
            missed |= not kept
    return int(missed)


def _peak() -> float:
    """The most resident memory that this process has had, in megabytes."""
    (line,) = (line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A real `gkg serve` in a process of its own, on a port of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from server.neo4j_server import free_port

ROOT = Path(__file__).parents[2]
START = 120.0  # seconds until the model is loaded on a slow machine


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    process: subprocess.Popen[str]
    port: int

    def request(self, path: str, method: str = "GET", **options: Any) -> httpx2.Response:
        return httpx2.request(method, f"http://127.0.0.1:{self.port}{path}", timeout=30, **options)

    def end(self) -> str:
        """End the server; what it logged."""
        self.process.terminate()
        return self.process.communicate(timeout=30)[1]


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[Served]:
    """A server on an empty store, once it is ready."""
    port = free_port()
    given = {
        "GKG_STORE": f"sqlite:///{folder / 'graph.db'}",
        "GKG_KEYS": str(folder / "keys.json"),
        "GKG_PORT": str(port),
        "PYTHONPATH": str(ROOT),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", "from api.cli import main; main()", "serve"],
        env={key: value for key, value in os.environ.items() if not key.startswith("GKG_")}
        | given
        | settings,
        stderr=subprocess.PIPE,
        text=True,
    )
    served = Served(process, port)
    try:
        until = time.monotonic() + START
        while True:
            try:
                ready = served.request("/readyz")
                assert ready.status_code == 200, json.dumps(ready.json())
                break
            except httpx2.TransportError:
                assert process.poll() is None, process.communicate()[1]
                assert time.monotonic() < until, "gkg serve does not answer"
                time.sleep(0.1)
        yield served
    finally:
        process.kill()
        process.communicate()

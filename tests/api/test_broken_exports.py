"""An export that fails on the way never looks like a whole file."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection, IncompleteRead
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from extract.pipeline import Extractor
from graph.store import Store
from tests.api.conftest import BASE
from tests.builders import fill, make_event
from tests.stores import file_address

EVENTS = 1000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "graph.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A store of a thousand events, 700 kB as JSON lines."""
    with file_address(path).open() as store:
        fill(store, *(make_event("USA", "CONDEMN", "RUS", at=100 * n) for n in range(EVENTS)))
        yield store


@pytest.fixture
def connection(store: Store, extractor: Extractor) -> Iterator[HTTPConnection]:
    """A connection to a server as `gkg serve` runs it, on a port of loopback."""
    app = create_app(Settings(), store=store, extractor=extractor)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, ws="none", lifespan="on"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    yield connection
    connection.close()
    server.should_exit = True
    thread.join()


def damage(path: Path, *, after: int) -> None:
    """Make the record unreadable that comes after so many others."""
    with sqlite3.connect(path) as file:
        wanted = "SELECT n FROM events ORDER BY id LIMIT 1 OFFSET ?"
        assert file.execute(f"UPDATE records SET record = '{{' WHERE n = ({wanted})", [after]).rowcount == 1


@pytest.mark.parametrize("format", ["graphml", "gexf", "csv", "jsonl"])
def test_a_store_that_fails_midway_breaks_the_connection(
    path: Path, connection: HTTPConnection, format: str
) -> None:
    asked = f"/v1/export.{format}?shape=events"
    connection.request("GET", asked)
    whole = connection.getresponse().read()
    damage(path, after=EVENTS - 10)
    connection.request("GET", asked)
    response = connection.getresponse()
    assert response.status == 200
    with pytest.raises(IncompleteRead) as broken:
        response.read()
    assert 0 < len(broken.value.partial) < len(whole)
    assert whole.startswith(broken.value.partial)


@pytest.mark.parametrize("format", ["graphml", "gexf", "csv", "jsonl"])
@pytest.mark.parametrize("shape", ["relations", "events"])
def test_a_store_that_fails_at_once_is_a_problem_and_no_file(
    store: Store, extractor: Extractor, format: str, shape: str
) -> None:
    app = create_app(Settings(), store=store, extractor=extractor)
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        store.close()
        response = client.get(f"/v1/export.{format}", params={"shape": shape})
    assert response.status_code >= 500
    assert response.headers["content-type"] == "application/problem+json"

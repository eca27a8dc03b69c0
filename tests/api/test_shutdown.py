"""SIGTERM ends a server in order: what runs is finished, nobody new is let in, the code is 0."""

import json
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from benchmarks.generated import readings
from tests.api.serving import Served, serving
from tests.stores import EVERYTHING, file_address

EVENTS = 10_000  # an export of more bytes than the sockets between the two ends hold
TEXT = "France condemned Russia. " * 200
ORDERLY = 10.0  # seconds: the five that are given, and as many for a busy machine


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path) as running:
        yield running


def connected(served: Served) -> socket.socket:
    """A connection that takes in little at a time."""
    end = socket.socket()
    end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16_384)
    end.settimeout(30)
    end.connect(("127.0.0.1", served.port))
    return end


def told_to_end(served: Served) -> None:
    """Send SIGTERM, and wait until nobody new is let in."""
    served.process.send_signal(signal.SIGTERM)
    until = time.monotonic() + 3
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", served.port), timeout=1).close()
        except ConnectionRefusedError:
            return
        time.sleep(0.02)
    pytest.fail("the server still lets others in")


def rest_of(end: socket.socket) -> bytes:
    return b"".join(iter(lambda: end.recv(65_536), b""))


def ended(served: Served) -> str:
    """The log of a server that ended well."""
    _, log = served.process.communicate(timeout=30)
    assert served.process.returncode == 0, log
    return log


def test_article_that_is_being_sent_is_taken_in(served: Served, tmp_path: Path) -> None:
    body = json.dumps({"id": "late", "text": TEXT, "published": "2024-06-20"}).encode()
    with closing(connected(served)) as end:
        end.sendall(
            b"POST /v1/articles HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % len(body)
        )
        assert b" 100 " in end.recv(1_000)  # the server has begun with it
        end.sendall(body[:100])
        told_to_end(served)
        end.sendall(body[100:])
        head, _, answer = rest_of(end).partition(b"\r\n\r\n")
    assert b" 200 " in head.splitlines()[0]
    assert json.loads(answer)["loaded"] == 1
    assert "Traceback" not in ended(served)
    with file_address(tmp_path / "graph.db").open() as store:
        assert store.article("late") is not None
    assert [path.name for path in tmp_path.glob("graph.db*")] == ["graph.db"]


def test_export_that_is_being_read_is_sent_whole(tmp_path: Path) -> None:
    with file_address(tmp_path / "graph.db").open() as store:
        store.add(readings(EVENTS))
        held = sum(1 for _ in store.events(EVERYTHING))
    with serving(tmp_path) as served, closing(HTTPConnection("127.0.0.1", served.port)) as asking:
        asking.sock = connected(served)
        asking.request("GET", "/v1/export.jsonl?shape=events")
        answer = asking.getresponse()
        assert answer.status == 200
        body = answer.read(1_000)
        told_to_end(served)
        time.sleep(0.5)
        assert served.process.poll() is None  # it is not through with it
        body += answer.read()
        assert "Traceback" not in ended(served)
    assert [type(json.loads(line)) for line in body.splitlines()] == [dict] * held


def test_what_never_comes_to_an_end_is_broken_off(served: Served) -> None:
    with closing(connected(served)) as end:
        end.sendall(
            b"POST /v1/articles HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            b"Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n"
        )
        assert b" 100 " in end.recv(1_000)
        start = time.monotonic()
        told_to_end(served)
        ended(served)
        assert time.monotonic() - start < ORDERLY

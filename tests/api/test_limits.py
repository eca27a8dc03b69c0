"""How often and how slowly one may ask: over real connections where these matter."""

import json
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
import uvicorn
from fastapi.testclient import TestClient
from pydantic import ValidationError

from api import wire
from api.access import GUESSES
from api.app import create_app
from api.guard import LONGEST_ADDRESS
from api.keys import KeyRing, May, digest, new_key
from api.rates import Rate, Windows, address_of
from api.settings import Settings
from extract.pipeline import Extractor
from graph.store import Store, open_store
from tests.api.serving import serving
from tests.builders import fill, make_event

FIRST = {"Authorization": "Bearer a-first-key-of-thirty-letters"}
WRONG = {"Authorization": "Bearer some-wrong-key"}
RATE = re.compile(r'"([a-z-]+)";r=(\d+);t=(\d+)')


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """What is counted here is the same on every store."""
    with open_store(f"sqlite:///{tmp_path / 'graph.db'}") as store:
        yield store


@contextmanager
def asking(settings: Settings, store: Store, client: str = "192.0.2.1") -> Iterator[TestClient]:
    """A client of an application, that asks from an address."""
    app = create_app(settings, store=store)
    with TestClient(app, base_url="http://127.0.0.1:8000", client=(client, 50_000)) as opened:
        yield opened


def keyed(tmp_path: Path, **more: str) -> Settings:
    key = FIRST["Authorization"].removeprefix("Bearer ")
    return Settings(api_key=key, keys=tmp_path / "keys.json", **more)


def too_often(response: httpx2.Response) -> int:
    """After how many seconds one who asked too often may ask again."""
    assert response.status_code == 429
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["type"] == "urn:gkg:problem:too-often"
    seconds = int(response.headers["retry-after"])
    assert f"{seconds} s" in response.json()["detail"]
    return seconds


# Rates.


def test_every_answer_says_how_much_is_left_and_the_last_one_when_to_come_back(
    store: Store, tmp_path: Path
) -> None:
    with asking(keyed(tmp_path, rate_limit="3/minute"), store) as client:
        for left in (2, 1, 0):
            response = client.get("/v1/relations", headers=FIRST)
            assert response.status_code == 200
            assert response.headers["ratelimit-policy"] == '"requests";q=3;w=60'
            said = RATE.fullmatch(response.headers["ratelimit"])
            assert said
            assert said.groups()[:2] == ("requests", str(left))
            assert 58 <= int(said[3]) <= 60
        refused = client.get("/v1/relations", headers=FIRST)
        assert 58 <= too_often(refused) <= 60
        assert refused.headers["ratelimit"].startswith('"requests";r=0;t=')
        assert client.get("/v1/relations?since=never", headers=FIRST).status_code == 429


def test_the_window_moves(store: Store, tmp_path: Path) -> None:
    with asking(keyed(tmp_path, rate_limit="2/second"), store) as client:
        assert [client.get("/v1/relations", headers=FIRST).status_code for _ in range(3)] == [200, 200, 429]
        time.sleep(1.05)
        assert client.get("/v1/relations", headers=FIRST).status_code == 200


def test_each_key_is_counted_for_itself_wherever_it_is_shown(store: Store, tmp_path: Path) -> None:
    settings = keyed(tmp_path, rate_limit="1/minute")
    text, _ = new_key(settings.keys, "a reader", May.READ)
    reader = {"Authorization": f"Bearer {text}"}
    with asking(settings, store) as client:
        assert client.get("/v1/relations", headers=FIRST).status_code == 200
        assert client.get("/v1/relations", headers=reader).status_code == 200
        assert client.get("/v1/relations", headers=reader).status_code == 429


def test_addresses_are_counted_where_there_are_no_keys(store: Store) -> None:
    app = create_app(Settings(rate_limit="1/minute"), store=store)
    for address in ("192.0.2.1", "192.0.2.2"):
        with TestClient(app, base_url="http://127.0.0.1:8000", client=(address, 1)) as client:
            assert [client.get("/v1/relations").status_code for _ in range(2)] == [200, 429]


def test_pages_and_health_are_not_counted(store: Store, tmp_path: Path) -> None:
    with asking(keyed(tmp_path, rate_limit="1/minute"), store) as client:
        for path in ("/", "/docs", "/openapi.json", "/healthz", "/web/docs.js") * 2:
            response = client.get(path)
            assert response.status_code == 200
            assert "ratelimit" not in response.headers
        assert client.get("/v1/relations", headers=FIRST).status_code == 200


def test_without_keys_nothing_is_counted_unless_it_is_set(store: Store) -> None:
    with asking(Settings(), store) as client:
        assert "ratelimit" not in client.get("/v1/relations").headers


@pytest.mark.parametrize("rate", ["", "often", "0/minute", "10/fortnight", "-1/second", "10"])
def test_what_is_no_rate_is_refused(rate: str) -> None:
    with pytest.raises(ValidationError, match="600/minute"):
        Settings(rate_limit=rate)


def test_guessing_is_slow_and_disturbs_nobody_elsewhere(store: Store, tmp_path: Path) -> None:
    app = create_app(keyed(tmp_path), store=store)
    many = int(GUESSES.partition("/")[0])
    with TestClient(app, base_url="http://127.0.0.1:8000", client=("192.0.2.1", 1)) as guesser:
        assert {guesser.get("/v1/relations", headers=WRONG).status_code for _ in range(many)} == {401}
        assert too_often(guesser.get("/v1/relations", headers=WRONG)) > 50
        assert too_often(guesser.get("/v1/relations", headers=FIRST)) > 50  # else one could go on guessing
        assert guesser.get("/v1/relations").status_code == 401
        assert guesser.get("/healthz").status_code == 200
    with TestClient(app, base_url="http://127.0.0.1:8000", client=("192.0.2.2", 1)) as other:
        assert other.get("/v1/relations", headers=FIRST).status_code == 200


def test_many_addresses_take_no_more_memory_than_some() -> None:
    windows = Windows(remembered=100)
    for number in range(10_000):
        assert windows.acquire_entry(f"address {number}", limit=2, expiry=60)
        assert windows.acquire_entry("the one who stays", limit=100_000, expiry=60)
    assert len(windows) == 100
    assert windows.get_moving_window("the one who stays", 100_000, 60)[1] == 10_000
    assert windows.get_moving_window("address 1", 2, 60)[1] == 0
    assert len(windows) == 100


def test_what_left_the_window_is_forgotten() -> None:
    rate = Rate("2/second", "requests")
    assert [rate.count("a") for _ in range(3)] == [True, True, False]
    assert rate.is_full("a")
    assert not rate.is_full("b")
    time.sleep(1.05)
    assert rate.standing("a").left == 2


@pytest.mark.parametrize(
    ("host", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8::1", "2001:db8::/64"),
        ("2001:db8::ffff:ffff:ffff:ffff", "2001:db8::/64"),
        ("2001:db8:0:1::1", "2001:db8:0:1::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "testclient"),
    ],
)
def test_one_client_is_one_address_or_one_network_of_ipv6(host: str, counted: str) -> None:
    assert address_of({"type": "http", "client": (host, 1)}) == counted
    assert address_of({"type": "http", "client": None}) == ""


@pytest.mark.parametrize(("proxies", "believed"), [('["127.0.0.1"]', True), ('["10.0.0.0/8"]', False)])
def test_who_asks_through_a_proxy_is_believed_where_the_proxy_is_known(
    tmp_path: Path, proxies: str, believed: bool
) -> None:
    with serving(tmp_path, GKG_RATE_LIMIT="1/minute", GKG_PROXIES=proxies) as served:
        through = [
            served.request("/v1/relations", headers={"X-Forwarded-For": f"192.0.2.{n}"}) for n in (1, 2)
        ]
    assert [answer.status_code for answer in through] == [200, 200 if believed else 429]


@pytest.mark.parametrize("proxy", ["*", "proxy.example.org", "10.0.0.7/8", ""])
def test_a_proxy_is_an_address_or_a_network(proxy: str) -> None:
    with pytest.raises(ValidationError, match="no address or network"):
        Settings(proxies=[proxy])


# Addresses.


@pytest.mark.parametrize(("length", "status"), [(LONGEST_ADDRESS, 404), (LONGEST_ADDRESS + 1, 414)])
def test_an_address_that_is_too_long_is_refused(store: Store, length: int, status: int) -> None:
    with asking(Settings(), store) as client:
        query = "/v1/nothing?q="
        response = client.get(query + "a" * (length - len(query) + 1))
        assert response.status_code == status
        assert response.headers["content-type"] == "application/problem+json"


# Slow clients, over real connections.


@pytest.fixture
def port(store: Store, extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server as `gkg serve` runs it, with less patience."""
    monkeypatch.setattr(wire, "HEAD_SECONDS", 1.0)
    monkeypatch.setattr(wire, "READING_SECONDS", 1.0)
    app = create_app(Settings(body_seconds=1), store=store, extractor=extractor)
    config = uvicorn.Config(app, port=0, http=wire.Wire, ws="none", log_config=None)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join()


@pytest.fixture
def export(store: Store, port: int) -> bytes:
    """A request whose answer fills every buffer on its way."""
    fill(store, *(make_event("FRA", "CONDEMN", "RUS", at=100 * number) for number in range(3000)))
    return head(port, "Connection: close", first="GET /v1/export.jsonl?shape=events HTTP/1.1")


@contextmanager
def connected(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as opened:
        yield opened


def head(port: int, *lines: str, first: str = "POST /v1/extract HTTP/1.1") -> bytes:
    return "\r\n".join([first, f"Host: 127.0.0.1:{port}", *lines, "", ""]).encode()


def rest(connection: socket.socket) -> bytes:
    """All that a server sends until it hangs up."""
    received = b""
    try:
        while some := connection.recv(65_536):
            received += some
    except ConnectionResetError:
        pass
    return received


def sent_until_hung_up(connection: socket.socket, piece: bytes, *, pause: float, most: int) -> int:
    """How many pieces a server takes before it hangs up; `most` where it never does."""
    for number in range(most):
        try:
            connection.sendall(piece)
        except (BrokenPipeError, ConnectionResetError):
            return number
        time.sleep(pause)
    return most


def is_answered(port: int) -> bool:
    return httpx2.get(f"http://127.0.0.1:{port}/v1/relations", timeout=5).status_code == 200


JSON = "Content-Type: application/json"


@pytest.mark.parametrize("length", ["Content-Length: 1000", "Transfer-Encoding: chunked"])
def test_a_body_that_comes_too_slowly_is_ended_and_others_are_answered_meanwhile(
    port: int, length: str
) -> None:
    began = time.monotonic()
    with connected(port) as slow:
        slow.sendall(head(port, JSON, length))
        for _ in range(4):
            slow.sendall(b"1\r\n{\r\n" if "chunked" in length else b"{")
            assert is_answered(port)
            time.sleep(0.1)
        answer = rest(slow)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"application/problem+json" in answer
    assert b"connection: close" in answer.lower()
    assert time.monotonic() - began < 5


def test_fifty_slow_bodies_hold_up_nobody(port: int) -> None:
    """As many as there are worker threads, and some more."""
    slow = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(50)]
    for connection in slow:
        connection.sendall(head(port, JSON, "Content-Length: 1000") + b"{")
    began = time.monotonic()
    assert is_answered(port)
    assert time.monotonic() - began < 0.9
    assert all(rest(connection).startswith(b"HTTP/1.1 408 ") for connection in slow)
    for connection in slow:
        connection.close()


def test_a_long_body_that_comes_steadily_is_read(port: int) -> None:
    body = json.dumps({"text": "France condemned Russia."}).encode() + b" " * 60_000
    with connected(port) as steady:
        steady.sendall(head(port, JSON, f"Content-Length: {len(body)}", "Connection: close"))
        step = len(body) // 20 + 1
        for start in range(0, len(body), step):
            steady.sendall(body[start : start + step])
            time.sleep(0.09)  # 1.8 s in all
        answer = rest(steady)
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert b"CONDEMN" in answer


@pytest.mark.parametrize(
    "sent", [b"", b"GET /healthz HT", b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "]
)
def test_headers_that_never_end_are_waited_for_only_so_long(port: int, sent: bytes) -> None:
    began = time.monotonic()
    with connected(port) as slow:
        slow.sendall(sent)
        answer = rest(slow)
    assert answer.startswith(b"HTTP/1.1 408 ") if sent else answer == b""
    assert 0.9 < time.monotonic() - began < 5


def test_headers_letter_by_letter_are_waited_for_only_so_long(port: int) -> None:
    began = time.monotonic()
    with connected(port) as slow:
        slow.sendall(b"GET /healthz HTTP/1.1\r\nX: ")
        assert sent_until_hung_up(slow, b"a", pause=0.02, most=1000) < 1000
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("many", [True, False], ids=["many", "one"])
def test_headers_without_end_are_refused(port: int, many: bool) -> None:
    line = b"X-Filler: " + b"a" * 1000 + b"\r\n"
    with connected(port) as greedy:
        greedy.sendall(f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n".encode())
        piece = line if many else b"a" * 1000
        assert sent_until_hung_up(greedy, piece, pause=0.0005, most=5000) < 1000
    assert is_answered(port)


@pytest.mark.parametrize("body", [b"", b"{}" + b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"])
def test_long_headers_in_one_piece_are_refused(port: int, body: bytes) -> None:
    with connected(port) as greedy:
        length = f"Content-Length: {2 if body else 0}"
        greedy.sendall(head(port, JSON, length, "X-Filler: " + "a" * 70_000) + body)
        answer = rest(greedy)
    assert answer.startswith(b"HTTP/1.1 431 ")
    assert answer.count(b"HTTP/1.1 ") == 1
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["status"] == 431


def test_headers_of_a_usual_size_are_read_again_and_again(port: int) -> None:
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}") as client:
        for _ in range(5):
            assert client.get("/healthz", headers={"X-Filler": "a" * 20_000}).status_code == 200
            time.sleep(0.3)  # 1.5 s in all, and never long without a request


def test_who_sends_on_after_the_answer_is_hung_up_on(port: int) -> None:
    began = time.monotonic()
    with connected(port) as endless:
        endless.sendall(head(port, JSON, "Content-Length: 99999999999"))
        assert sent_until_hung_up(endless, b"a", pause=0.05, most=200) < 200
    assert time.monotonic() - began < 5


def test_who_does_not_read_the_answer_is_hung_up_on(port: int, export: bytes) -> None:
    began = time.monotonic()
    with socket.socket() as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.settimeout(20)
        deaf.connect(("127.0.0.1", port))
        deaf.sendall(export)
        time.sleep(2.5)
        assert is_answered(port)
        answer = rest(deaf)
    assert not answer.endswith(b"0\r\n\r\n")  # it was broken off
    assert time.monotonic() - began < 8


def test_who_reads_the_answer_at_leisure_gets_all_of_it(port: int, export: bytes) -> None:
    with connected(port) as calm:
        calm.sendall(export)
        received = b""
        while some := calm.recv(100_000):
            received += some
            time.sleep(0.05)
    assert received.endswith(b"0\r\n\r\n")


def test_requests_behind_one_another_are_all_answered(port: int) -> None:
    """A slow answer before it does not cut the next request short."""
    body = json.dumps({"text": "France condemned Russia. " * 400}).encode()
    long = head(port, JSON, f"Content-Length: {len(body)}") + body
    with connected(port) as hasty:
        hasty.sendall(long + long + head(port, "Connection: close", first="GET /healthz HTTP/1.1"))
        answer = rest(hasty)
    assert answer.count(b"HTTP/1.1 200 ") == 3


# Comparing takes as long for an unknown id as for a known one.


def test_an_unknown_id_is_compared_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import hmac

    text, key = new_key(tmp_path / "keys.json", "a reader", May.READ)
    ring = KeyRing(tmp_path / "keys.json", digest("a-first-key-of-thirty-letters"))
    compared: list[int] = []
    real = hmac.compare_digest

    def counted(left: str, right: str) -> bool:
        compared.append(len(left) + len(right))
        return real(left, right)

    monkeypatch.setattr(hmac, "compare_digest", counted)
    for shown in (text, f"gkg_{key.id}_wrong", "gkg_00000000_wrong", "nothing like it"):
        compared.clear()
        ring.holder(shown)
        assert compared == [128, 128], shown

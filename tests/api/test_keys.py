"""Keys: kept as hashes, told apart, demanded where others can reach the server, and shown nowhere."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from api import keys as keys_module
from api.app import create_app
from api.keys import KeyRing, KeysBroken, May, digest, new_key, read_keys, revoke_key
from api.settings import Settings, is_loopback
from extract.pipeline import Extractor
from graph.errors import GkgError
from graph.store import Store, open_store
from tests.api.serving import serving

FIRST = "a-first-key-of-thirty-letters"
ARTICLE = {"id": "note", "published": "2024-06-20", "text": "France condemned Russia."}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "keys.json"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """What a key opens is the same on every store."""
    with open_store(f"sqlite:///{tmp_path / 'graph.db'}") as store:
        yield store


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def problem(response: httpx2.Response, status: int, kind: str) -> str:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["type"] == f"urn:gkg:problem:{kind}"
    return str(response.json()["detail"])


# The file.


def test_a_key_is_kept_as_its_hash_alone(file: Path) -> None:
    text, key = new_key(file, "a reader", May.READ)
    assert re.fullmatch(r"gkg_[0-9a-f]{8}_[0-9a-f]{64}", text)
    assert read_keys(file) == (key,)
    assert key.sha256 == digest(text)
    assert text.split("_")[2] not in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["keys.json"]
    assert key.sha256 not in repr(key)


def test_commands_at_once_lose_no_key(file: Path) -> None:
    names = [f"reader {number}" for number in range(40)]
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda name: new_key(file, name, May.READ)[1], names))
    assert sorted(key.name for key in read_keys(file)) == sorted(names)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda key: revoke_key(file, key.id), made[:-1]))
    assert read_keys(file) == (made[-1],)


def test_a_write_that_breaks_off_costs_no_key(file: Path) -> None:
    _, kept = new_key(file, "kept", May.READ)
    with pytest.raises(GkgError, match="no key of this id"):
        revoke_key(file, "00000000")
    assert read_keys(file) == (kept,)
    assert [path.name for path in file.parent.iterdir()] == ["keys.json"]


def test_what_a_broken_off_command_left_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys_module, "PATIENCE", 0.05)
    file.parent.mkdir()
    file.with_name("keys.json.new").touch()
    with pytest.raises(GkgError, match=r"keys\.json\.new.*delete this file"):
        new_key(file, "a reader", May.READ)


def test_a_file_behind_a_link_is_changed_where_it_is(file: Path, tmp_path: Path) -> None:
    new_key(file, "one", May.READ)
    link = tmp_path / "link.json"
    link.symlink_to(file)
    new_key(link, "two", May.READ)
    assert link.is_symlink()
    assert [key.name for key in read_keys(file)] == ["one", "two"]


@pytest.mark.parametrize("name", ["", "  ", "two\nlines", "a" * 101])
def test_a_name_is_one_short_line(file: Path, name: str) -> None:
    with pytest.raises(GkgError, match="one line"):
        new_key(file, name, May.READ)
    assert not file.exists()


BROKEN = [b"", b"{", b"[]", b"{}", b'{"keys": [{"id": "a"}]}', b'{"keys": 3}', b"\xff"]


@pytest.mark.parametrize("raw", BROKEN)
def test_a_broken_file_is_one_error_that_names_it_and_nobody_is_let_in(file: Path, raw: bytes) -> None:
    text, _ = new_key(file, "a reader", May.READ)
    ring = KeyRing(file, digest(FIRST))
    assert ring.holder(text)
    file.write_bytes(raw)
    for key in (text, FIRST):
        with pytest.raises(KeysBroken, match=r"keys\.json: .*gkg key new"):
            ring.holder(key)
    with pytest.raises(KeysBroken):
        ring.check()
    with pytest.raises(KeysBroken):
        new_key(file, "another", May.READ)
    assert file.read_bytes() == raw


def test_a_file_that_others_may_write_is_not_believed(file: Path) -> None:
    new_key(file, "a reader", May.READ)
    file.chmod(0o666)
    with pytest.raises(KeysBroken, match="chmod 600"):
        read_keys(file)


# Who is who.


def test_keys_are_told_apart_and_changes_are_seen_at_once(file: Path) -> None:
    ring = KeyRing(file, digest(FIRST))
    reader, key = new_key(file, "a reader", May.READ)
    assert ring.holder(reader) == key
    first = ring.holder(FIRST)
    assert first
    assert first.may is May.WRITE
    writer, other = new_key(file, "a writer", May.WRITE)
    assert ring.holder(writer) == other
    revoke_key(file, key.id)
    assert ring.holder(reader) is None
    assert ring.holder(writer) == other


@pytest.mark.parametrize("first", [None, digest(FIRST)])
def test_nothing_but_the_whole_key_is_a_key(file: Path, first: str | None) -> None:
    text, key = new_key(file, "a reader", May.READ)
    ring = KeyRing(file, first)
    wrong = ["", "gkg", "gkg_", "gkg__", f"gkg_{key.id}_", text[:-1], text + "0", text.upper(), key.sha256]
    wrong += [
        f"gkg_00000000_{text.split('_')[2]}",
        f"Bearer {text}",
        "\u00e9",
        FIRST[:-1],
        digest(FIRST),
        "0" * 64,
    ]
    assert [shown for shown in wrong if ring.holder(shown)] == []


# When a key is demanded.


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        *(("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True)),
        *(("0.0.0.0", False), ("::", False), ("192.0.2.7", False), ("graph.example.org", False)),
    ],
)
def test_a_key_is_demanded_wherever_others_can_come_from(host: str, alone: bool, tmp_path: Path) -> None:
    assert is_loopback(host) is alone
    settings = Settings(host=host, keys=tmp_path / "none.json")
    assert settings.demands_keys is not alone
    assert Settings(host=host, keys_demanded=True).demands_keys
    assert Settings(host=host, api_key=FIRST).demands_keys
    assert (settings.rate is None) is alone


@pytest.mark.parametrize("text", ["short", "a" * 19, "a" * 20 + " b", "a" * 20 + "\u00e9", "a" * 20 + "\n"])
def test_a_first_key_that_is_too_weak_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Settings(api_key=text)
    assert "openssl rand -hex 32" in str(caught.value)
    assert text not in str(caught.value)


def test_settings_do_not_know_the_first_key_itself() -> None:
    settings = Settings(api_key=FIRST)
    assert settings.api_key
    assert settings.api_key.get_secret_value() == digest(FIRST)
    assert digest(FIRST) not in repr(settings)


@pytest.fixture
def guarded(file: Path, store: Store, extractor: Extractor) -> Iterator[TestClient]:
    """A client of a server that listens on all addresses."""
    settings = Settings(host="0.0.0.0", keys=file, api_key=FIRST)
    app = create_app(settings, store=store, extractor=extractor)
    with TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/openapi.json", "/healthz", "/readyz", "/web/docs.js", "/browser/style.grass"]
)
def test_pages_and_health_are_open(guarded: TestClient, path: str) -> None:
    assert guarded.get(path).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        *(
            ("GET", f"/v1/{name}")
            for name in ("relations", "events", "actors", "vocabulary", "export.csv", "ask?q=a")
        ),
        *(
            ("GET", "/metrics"),
            ("HEAD", "/v1/relations"),
            ("OPTIONS", "/v1/relations"),
            ("GET", "//v1/relations"),
        ),
        *(
            ("POST", "/v1/extract"),
            ("POST", "/v1/articles"),
            ("DELETE", "/v1/articles/note"),
            ("GET", "/nothing"),
        ),
        *(("GET", "/web/../v1/relations"), ("GET", "/V1/relations"), ("GET", "/v1/relations/")),
    ],
)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": f"Basic {FIRST}"},
        {"Authorization": FIRST},
        {"Authorization": "Bearer "},
        {"X-API-Key": FIRST},
    ],
)
def test_all_else_takes_a_key(guarded: TestClient, method: str, path: str, headers: dict[str, str]) -> None:
    response = guarded.request(method, path, headers=headers)
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    if method != "HEAD":
        assert "Authorization: Bearer KEY" in problem(response, 401, "key-missing")


def test_of_all_that_is_described_only_health_is_open(guarded: TestClient) -> None:
    paths = guarded.get("/openapi.json").json()["paths"]
    assert {path for path in paths if guarded.get(path).status_code != 401} == {"/healthz", "/readyz"}


def test_a_wrong_key_is_told_and_not_repeated(guarded: TestClient) -> None:
    response = guarded.get("/v1/relations", headers=bearer("gkg_00000000_wrong"))
    assert "wrong or was revoked" in problem(response, 401, "key-wrong")
    assert response.headers["www-authenticate"] == 'Bearer error="invalid_token"'
    assert "gkg_00000000_wrong" not in response.text + str(response.headers)
    strange = guarded.get("/v1/relations", headers={b"Authorization": b"Bearer \xc3\xa9\xff"})
    problem(strange, 401, "key-wrong")


def test_a_key_that_reads_stores_nothing_and_one_that_writes_reads(guarded: TestClient, file: Path) -> None:
    reader, _ = new_key(file, "a reader", May.READ)
    writer, key = new_key(file, "a writer", May.WRITE)
    for method, path in (("POST", "/v1/articles"), ("DELETE", "/v1/articles/note"), ("PUT", "/v1/articles")):
        response = guarded.request(method, path, headers=bearer(reader))
        assert "--write" in problem(response, 403, "key-may-read")
        assert response.headers["www-authenticate"] == 'Bearer error="insufficient_scope"'
    assert guarded.post("/v1/extract", json=ARTICLE, headers=bearer(reader)).json()["events"]
    assert guarded.post("/v1/articles", json=ARTICLE, headers=bearer(writer)).json()["loaded"] == 1
    for text in (reader, writer, FIRST):
        assert len(guarded.get("/v1/relations", headers=bearer(text)).json()["relations"]) == 1
    revoke_key(file, key.id)
    assert guarded.delete("/v1/articles/note", headers=bearer(writer)).status_code == 401
    assert guarded.delete("/v1/articles/note", headers=bearer(FIRST)).status_code == 204


def test_a_file_that_breaks_while_the_server_runs_lets_nobody_in(guarded: TestClient, file: Path) -> None:
    text, _ = new_key(file, "a reader", May.READ)
    assert guarded.get("/v1/relations", headers=bearer(text)).status_code == 200
    whole = file.read_bytes()
    file.write_bytes(whole[:-20])
    for shown in (text, FIRST):
        response = guarded.get("/v1/relations", headers=bearer(shown))
        assert str(file) not in problem(response, 503, "keys-broken")
    assert guarded.get("/healthz").status_code == 200
    file.write_bytes(whole)
    assert guarded.get("/v1/relations", headers=bearer(text)).status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
@pytest.mark.parametrize(
    "address",
    [
        *(
            f"/v1/relations?{name}={FIRST}"
            for name in ("key", "api_key", "apiKey", "access_token", "TOKEN", "%6bey")
        ),
        *(
            "/v1/relations?source=gkg_0123abcd_" + "0f" * 32,
            "/v1/actors/gkg_0123abcd_" + "0f" * 32,
            "/?key=" + FIRST,
        ),
    ],
)
def test_a_key_in_an_address_is_refused_and_not_repeated(
    store: Store, extractor: Extractor, tmp_path: Path, host: str, address: str
) -> None:
    app = create_app(Settings(host=host, keys=tmp_path / "none"), store=store, extractor=extractor)
    with TestClient(app, base_url="http://127.0.0.1:8000") as client:
        response = client.get(address, headers=bearer(FIRST))
    assert "Authorization: Bearer KEY" in problem(response, 400, "key-in-address")
    assert FIRST not in response.text
    assert "0f0f" not in response.text


def test_the_description_says_which_operations_take_a_key(guarded: TestClient, store: Store) -> None:
    schema = guarded.get("/openapi.json").json()
    assert schema["components"]["securitySchemes"]["key"] == {"type": "http", "scheme": "bearer"}
    taking = {
        path: operation["get"]["security"]
        for path, operation in schema["paths"].items()
        if "get" in operation
    }
    assert taking["/v1/relations"] == [{"key": []}]
    assert taking["/healthz"] == []
    assert {"401", "403", "429"} <= schema["paths"]["/v1/relations"]["get"]["responses"].keys()
    assert "securitySchemes" not in create_app(Settings(), store=store).openapi()["components"]


# The commands.


def run(*arguments: str, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """A command with settings of its own, in a process of its own."""
    given = {
        "GKG_KEYS": str(folder / "keys.json"),
        "GKG_STORE": f"sqlite:///{folder / 'graph.db'}",
    } | settings
    return subprocess.run(
        [sys.executable, "-c", "from api.cli import main; main()", *arguments],
        env={key: value for key, value in os.environ.items() if not key.startswith("GKG_")} | given,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_key_is_printed_once_listed_without_its_secret_and_revoked(tmp_path: Path) -> None:
    made = run("key", "new", "the newsroom [b]", "--write", folder=tmp_path)
    assert made.returncode == 0
    text = made.stdout.removesuffix("\n")
    assert re.fullmatch(r"gkg_[0-9a-f]{8}_[0-9a-f]{64}", text)
    assert text not in made.stderr
    id = text.split("_")[1]
    listed = run("key", "list", folder=tmp_path)
    assert listed.stdout.splitlines()[1].split() == [
        id,
        "write",
        listed.stdout.split()[6],
        "the",
        "newsroom",
        "[b]",
    ]
    (record,) = json.loads(run("key", "list", "--json", folder=tmp_path).stdout)["keys"]
    assert record.keys() == {"id", "name", "may", "created"}
    assert (record["id"], record["name"], record["may"]) == (id, "the newsroom [b]", "write")
    assert run("key", "revoke", id, folder=tmp_path).returncode == 0
    assert run("key", "list", folder=tmp_path).stdout == ""
    again = run("key", "revoke", text, folder=tmp_path)
    assert again.returncode == 2
    assert text not in again.stderr


@pytest.mark.parametrize("keys", [None, b"{"])
def test_a_server_for_others_does_not_start_without_keys(tmp_path: Path, keys: bytes | None) -> None:
    if keys is not None:
        (tmp_path / "keys.json").write_bytes(keys)
    ended = run("serve", "--host", "0.0.0.0", "--port", "0", folder=tmp_path)
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert "gkg key new" in line
    assert ("GKG_API_KEY" in line) is (keys is None)
    assert not (tmp_path / "graph.db").exists()


def test_a_weak_first_key_is_one_line_that_does_not_repeat_it(tmp_path: Path) -> None:
    ended = run("serve", folder=tmp_path, GKG_API_KEY="too-short")
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert "GKG_API_KEY" in line
    assert "too-short" not in line


# Secrets are seen nowhere.


def test_no_log_answer_or_process_list_has_a_key(tmp_path: Path) -> None:
    made = run("key", "new", "a reader", folder=tmp_path).stdout.strip()
    secrets = [FIRST, made, made.split("_")[2], "a-wrong-key-of-somebody", "Sup3rSecretInAQuery"]
    settings = {"GKG_KEYS": str(tmp_path / "keys.json"), "GKG_API_KEY": FIRST, "GKG_LOG_LEVEL": "debug"}
    answers = []
    with serving(tmp_path, **settings) as served:

        def ask(path: str, key: str | None = None, **more: Any) -> None:
            headers = bearer(key) if key else {}
            answers.append(served.request(path, headers=headers | more.pop("headers", {}), **more))

        ask("/v1/relations", FIRST)
        ask("/v1/relations", made)
        ask("/v1/articles", FIRST, method="POST", json=ARTICLE)
        ask("/v1/articles", made, method="POST", json=ARTICLE)
        ask("/v1/relations", "a-wrong-key-of-somebody")
        ask("/v1/relations", "a-wrong-key-of-somebody", headers={"Host": "evil.example"})
        for name in ("key", "api_key", "access_token"):
            ask(f"/v1/relations?{name}=Sup3rSecretInAQuery")
            ask(f"/v1/relations?{name}=Sup3rSecretInAQuery", headers={"Host": "evil.example"})
        ask(f"/v1/actors/{made}", made)
        ask(f"/v1/actors/{made}?source=" + "a" * 9000)
        ask("/v1/relations?since=never", FIRST)
        command_line = Path(f"/proc/{served.process.pid}/cmdline").read_bytes().decode()
        log = served.end()
    assert [answer.status_code for answer in answers][:5] == [200, 200, 200, 403, 401]
    lines = [line for line in log.splitlines() if "[gkg.requests]" in line]
    assert any(" path=/ " in line and line.endswith("status=400") for line in lines)
    assert any(" path=/v1/relations " in line and line.endswith("status=200") for line in lines)
    seen = "\n".join([log, command_line, *(f"{answer.headers}{answer.text}" for answer in answers)])
    assert [secret for secret in secrets if secret in seen] == []


# Pages elsewhere.


@pytest.mark.parametrize(
    ("origins", "origin", "allowed"),
    [
        ([], "https://page.example.org", None),
        (["https://page.example.org"], "https://page.example.org", "https://page.example.org"),
        (["https://page.example.org"], "https://evil.example.org", None),
        (["https://page.example.org"], "null", None),
    ],
)
def test_a_page_elsewhere_may_ask_where_it_is_named(
    store: Store, file: Path, origins: list[str], origin: str, allowed: str | None
) -> None:
    settings = Settings(api_key=FIRST, keys=file, cors_origins=origins)
    wants = {"Origin": origin, "Access-Control-Request-Method": "DELETE"}
    wants |= {"Access-Control-Request-Headers": "authorization, content-type"}
    with TestClient(create_app(settings, store=store), base_url="http://127.0.0.1:8000") as client:
        asked_first = client.options("/v1/articles/note", headers=wants)
        answer = client.get("/v1/relations", headers=bearer(FIRST) | {"Origin": origin})
        refused = client.get("/v1/relations", headers={"Origin": origin})
        colours = client.options("/browser/style.grass", headers=wants)
    for response in (asked_first, answer, refused):
        assert response.headers.get("access-control-allow-origin") == allowed
        assert "access-control-allow-credentials" not in response.headers
    assert (asked_first.status_code == 200) is (allowed is not None)
    assert colours.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "origin", ["*", "page.example.org", "https://page.example.org/", "null", "ftp://a", ""]
)
def test_what_is_no_origin_is_refused(origin: str) -> None:
    with pytest.raises(ValidationError, match="no origin"):
        Settings(cors_origins=[origin])

"""What an operator sees: figures, one log line a request, whether the server is ready."""

import asyncio
import json
import logging
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families
from starlette.types import Receive, Scope, Send

from api.kept import KeptAnswers
from api.logs import set_up_logs
from graph.store import Store
from tests.api.serving import serving
from tests.builders import fill, make_actor, make_event


def figures(client: TestClient) -> dict[tuple[str, ...], float]:
    """Every figure by its name and the values of its labels."""
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_requests_are_counted_by_route_and_timed(client: TestClient, store: Store) -> None:
    fill(store, make_event())
    for path in (
        "/v1/relations",
        "/v1/relations",
        "/v1/relations.csv",
        "/v1/events/1",
        "/v1/events/2",
        "/secret",
    ):
        client.get(path)
    client.head("/v1/relations")
    found = figures(client)
    assert found["gkg_requests_total", "GET", "/v1/relations", "200"] == 2
    assert found["gkg_requests_total", "HEAD", "/v1/relations", "200"] == 1
    assert found["gkg_requests_total", "GET", "/v1/relations.{form}", "200"] == 1
    assert found["gkg_requests_total", "GET", "/v1/events/{event_id}", "404"] == 2
    assert found["gkg_requests_total", "GET", "none", "404"] == 1
    assert found["gkg_request_seconds_count", "/v1/relations"] == 3
    assert not any("secret" in label for key in found for label in key)


def test_articles_events_and_what_is_rejected_are_counted(client: TestClient) -> None:
    good = {"id": "a", "text": "France condemned Russia. Germany condemned Russia."}
    bad = [{"id": "b"}, {"text": " "}, {"text": "x", "published": "soon"}, {"id": "a", "text": "Other."}]
    client.post("/v1/articles", json=[good, *bad])
    client.post("/v1/articles", json=good)
    client.post("/v1/extract", json={"text": "France condemned Russia."})
    found = figures(client)
    assert found["gkg_articles_total", "loaded"] == 1
    assert found["gkg_articles_total", "unchanged"] == 1
    assert found["gkg_articles_total", "rejected"] == 4
    faults = ("malformed", "empty", "date", "repeated_id")
    assert [found["gkg_rejected_total", fault] for fault in faults] == [1, 1, 1, 1]
    assert found["gkg_events_total", "CONDEMN"] == 3
    assert found["gkg_store_seconds_count", "add"] == 1


def test_calls_to_the_store_are_timed_and_failures_counted(
    client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph.errors import StoreUnavailable

    client.get("/v1/relations")
    list(client.get("/v1/export.csv").iter_lines())

    def away(*_: object) -> None:
        raise StoreUnavailable("away")

    monkeypatch.setattr(store, "timeline", away)
    assert client.get("/v1/timeline").status_code == 503
    found = figures(client)
    assert found["gkg_store_seconds_count", "relations"] == 1
    assert found["gkg_store_seconds_count", "all_relations"] >= 1
    assert found["gkg_store_errors_total", "timeline"] == 1


def test_every_request_has_an_id_which_a_proxy_may_give(client: TestClient) -> None:
    made = client.get("/healthz").headers["x-request-id"]
    assert re.fullmatch("[0-9a-f]{32}", made)
    assert client.get("/healthz").headers["x-request-id"] != made
    given = client.get("/v1/nothing", headers={"X-Request-ID": "proxy-17.a"})
    assert given.headers["x-request-id"] == "proxy-17.a"
    for bad in ("a b", "x" * 65, 'a"b', "a\tb"):
        assert client.get("/healthz", headers={"X-Request-ID": bad}).headers["x-request-id"] != bad


def test_log_is_one_json_line_a_request_without_its_query(tmp_path: Path) -> None:
    with serving(tmp_path, GKG_LOG_JSON="true") as served:
        served.request("/v1/relations?source=France", headers={"X-Request-ID": "one"})
        served.request("/healthz")
        served.request("/v1/ask?q=hello", headers={"X-Request-ID": "two"})
        log = served.end()
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    requests = [line for line in lines if line["logger"] == "gkg.requests"]
    assert [(r["request"], r["method"], r["path"], r["status"]) for r in requests] == [
        ("one", "GET", "/v1/relations", 200),
        ("two", "GET", "/v1/ask", 422),
    ]
    assert all(r["ms"] > 0 and r["event"] == "request" and r["level"] == "info" for r in requests)
    assert "France" not in log


@pytest.mark.parametrize("as_json", [True, False])
def test_unforeseen_error_is_logged_without_what_it_was_about(
    as_json: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(text: str) -> None:
        raise ZeroDivisionError

    root = logging.getLogger()
    before = root.handlers[:], root.level
    set_up_logs("INFO", as_json=as_json)
    try:
        failing("-".join(["all", "that", "was", "asked"]))
    except ZeroDivisionError:
        logging.getLogger("uvicorn.error").exception("it failed")
    finally:
        root.handlers[:], level = before
        root.setLevel(level)
    log = capsys.readouterr().err
    assert "ZeroDivisionError" in log
    assert "all-that-was-asked" not in log


# Kept answers.


def test_answer_is_kept_until_somebody_writes(client: TestClient, store: Store) -> None:
    asked = 1 if store.revision() is not None else 2  # a server would have to be asked whether it changed
    fill(store, make_event("FRA", "CONDEMN", "RUS", article="a"))
    first = client.get("/v1/relations")
    assert client.get("/v1/relations").content == first.content
    assert figures(client)["gkg_store_seconds_count", "relations"] == asked
    client.get("/v1/relations", params={"limit": 5})
    client.get("/v1/relations", headers={"Accept": "text/csv"})
    assert figures(client)["gkg_store_seconds_count", "relations"] == asked + 2
    fill(store, make_event("DEU", "CONDEMN", "RUS", article="b"))
    assert len(client.get("/v1/relations").json()["relations"]) == 2
    assert store.remove("b")
    assert client.get("/v1/relations").content == first.content


def test_kept_answers_are_bounded(client: TestClient, store: Store) -> None:
    if store.revision() is None:
        return  # nothing is kept
    answered: list[str] = []

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        answered.append(scope["path"])
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"x" * 1000})

    async def nothing(*_: object) -> Any: ...

    async def asked(kept: KeptAnswers, *numbers: int) -> None:
        for n in numbers:
            scope = {"type": "http", "method": "GET", "path": f"/v1/{n}", "app": client.app}
            await kept(scope | {"scheme": "http", "headers": [], "query_string": b""}, nothing, nothing)

    asyncio.run(asked(KeptAnswers(answer, most=20_000), *range(50), 49, 48, 0))
    assert answered == [f"/v1/{n}" for n in (*range(50), 0)]


def test_store_that_is_closed_is_told_of_as_a_problem(client: TestClient, store: Store) -> None:
    assert client.get("/v1/relations").status_code == 200
    store.close()
    assert client.get("/v1/relations").json()["type"] == "urn:gkg:problem:store-broken"


def test_change_by_another_process_is_seen(tmp_path: Path) -> None:
    from graph.store import open_store

    uri = f"sqlite:///{tmp_path / 'graph.db'}"
    with open_store(uri) as one, open_store(uri) as other:
        before = one.revision()
        assert one.revision() == before
        fill(other, make_event())
        assert one.revision() != before


def test_a_question_looks_once_at_the_graph_for_all_names_it_may_have(
    client: TestClient, store: Store
) -> None:
    """Looked up one by one on a graph of 20,000 actors, its nineteen candidates took twelve seconds."""
    fill(store, make_event(make_actor("river-council", name="The River Council"), "CONDEMN", "RUS"))
    asked = client.get("/v1/ask", params={"q": "whom has the river council condemned since 2022"})
    assert asked.json()["query"]["source"] == ["river-council"]
    before = figures(client)["gkg_store_seconds_count", "actors_called"]
    strange = "did France and Germany condemn the attack on Atlantis in 2022"
    assert client.get("/v1/ask", params={"q": strange}).json()["value"] == "Atlantis"
    looks = figures(client)["gkg_store_seconds_count", "actors_called"] - before
    assert looks == 2  # the second for the one name that is refused, with near ones

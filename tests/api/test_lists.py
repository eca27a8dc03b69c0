"""Lists in every form, and what HTTP makes of them: Link, HEAD, ETag."""

import csv
import io
import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.model import Actor, Kind
from graph.store import Store
from tests.builders import fill, make_event

LISTS = {
    "/v1/relations": "relations",
    "/v1/ask?q=who+condemns+whom": "relations",
    "/v1/events": "events",
    "/v1/actors": "actors",
    "/v1/timeline": "timeline",
    "/v1/paths?source=FRA&target=SYR": "paths",
    "/v1/network": "actors",
    "/v1/vocabulary": "relations",
}


@pytest.fixture
def full(client: TestClient, store: Store) -> TestClient:
    """A client of a graph of a few events, one by an actor whose name a spreadsheet would run."""
    formula = Actor(id="sum-of-all", name='=HYPERLINK("x";"y")', kind=Kind.ORGANISATION)
    fill(
        store,
        make_event("FRA", "CONDEMN", "RUS", article="a", published="2022-03-01"),
        make_event("RUS", "ARM", "SYR", article="b", published="2022-04-01", attributed_to="FRA"),
        make_event(formula, "CONDEMN", "RUS", article="c", published="2023-04-01"),
        make_event("USA", "CONDEMN", "PRK", article="d", published="2023-05-01"),
    )
    return client


def suffixed(url: str, form: str) -> str:
    path, mark, query = url.partition("?")
    return f"{path}.{form}{mark}{query}"


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("url", LISTS)
def test_every_list_has_three_forms_by_suffix_and_by_accept(full: TestClient, url: str) -> None:
    answer = full.get(url)
    assert answer.headers["content-type"] == "application/json"
    assert "Accept" in answer.headers["vary"]
    assert full.get(suffixed(url, "json")).json().keys() == answer.json().keys()
    lines = full.get(suffixed(url, "jsonl"))
    assert lines.text == full.get(url, headers={"Accept": "application/x-ndjson"}).text
    records = [json.loads(line) for line in lines.text.splitlines()]
    assert records
    if url.startswith("/v1/paths"):
        assert [(r["path"], r["step"], r["relation"]) for r in records] == [
            (1, 1, "CONDEMN"),
            (1, 2, "ARM"),
        ]
    else:
        assert records == answer.json()[LISTS[url]]
    cells = full.get(suffixed(url, "csv"))
    assert cells.headers["content-type"] == "text/csv; charset=utf-8"
    assert cells.text == full.get(url, headers={"Accept": "text/csv"}).text
    assert len(table(cells.text)) == len(records)


def test_cells_of_a_table_stand_under_the_names_of_the_export(full: TestClient) -> None:
    row = next(r for r in table(full.get("/v1/relations.csv").text) if r["source"] == "FRA")
    assert row == {
        "source": "FRA",
        "source_name": "France",
        "relation": "CONDEMN",
        "base": "ACCUSE",
        "target": "RUS",
        "target_name": "Russia",
        "events": "1",
        "claimed": "0",
        "articles": "1",
        "first": "2022-03-01",
        "last": "2022-03-01",
    }
    event = next(r for r in table(full.get("/v1/events.csv").text) if r["source"] == "RUS")
    assert (event["target"], event["attributed_to"], event["negated"]) == ("SYR", "FRA", "false")
    assert event["sentence"] == "Russia arm Syria."


@pytest.mark.parametrize("path", ["/v1/relations.csv", "/v1/events.csv", "/v1/actors.csv"])
def test_cell_that_would_run_as_a_formula_is_made_words(full: TestClient, path: str) -> None:
    cells = [cell for row in table(full.get(path).text) for cell in row.values()]
    assert """'=HYPERLINK("x";"y")""" in cells
    assert not [cell for cell in cells if cell.startswith("=")]


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
        ("application/json;q=0.5, text/csv", "text/csv; charset=utf-8"),
        ("text/csv;q=0.1, application/jsonl;q=0.2", "application/x-ndjson; charset=utf-8"),
        ("text/*", "text/csv; charset=utf-8"),
        ("text/csv;q=0, */*", "application/json"),
        ("", "application/json"),
    ],
)
def test_accept_chooses_the_form(full: TestClient, accept: str, kind: str) -> None:
    assert full.get("/v1/relations", headers={"Accept": accept}).headers["content-type"] == kind


@pytest.mark.parametrize("accept", ["image/png", "application/json;q=0", "text/csv;q=x"])
def test_form_that_nobody_writes_is_not_acceptable(full: TestClient, accept: str) -> None:
    response = full.get("/v1/relations", headers={"Accept": accept})
    assert response.status_code == 406
    assert "text/csv" in response.json()["detail"]


def test_unknown_suffix_is_not_found(full: TestClient) -> None:
    response = full.get("/v1/relations.xlsx")
    assert (response.status_code, "csv" in response.json()["detail"]) == (404, True)


@pytest.mark.parametrize("path", ["/v1/relations", "/v1/events", "/v1/actors"])
def test_link_leads_to_the_next_page_in_every_form(full: TestClient, path: str) -> None:
    page = full.get(path, params={"limit": 2})
    assert page.json()["truncated"] is True
    assert page.links["next"]["url"] == page.json()["next"]
    whole = full.get(path)
    assert (whole.json()["truncated"], whole.json()["next"], "link" in whole.headers) == (False, None, False)
    lines: list[str] = []
    url: str | None = f"{path}.jsonl?limit=2"
    while url:
        page = full.get(url)
        lines += page.text.splitlines()
        assert len(page.text.splitlines()) <= 2
        url = page.links.get("next", {}).get("url")
    assert lines == full.get(f"{path}.jsonl").text.splitlines()


def test_table_without_a_limit_is_whole_and_json_says_that_it_is_not(
    client: TestClient, store: Store
) -> None:
    names = [Actor(id=f"band-{n}", name=f"Band {n}", kind=Kind.GROUP) for n in range(1_203)]
    fill(
        store,
        *(make_event(a, "CONDEMN", "RUS", article=f"a{n % 7}", at=n * 100) for n, a in enumerate(names)),
    )
    assert len(table(client.get("/v1/relations.csv").text)) == 1_203
    assert len(client.get("/v1/events.jsonl").text.splitlines()) == 1_203
    page = client.get("/v1/relations").json()
    assert (len(page["relations"]), page["truncated"]) == (100, True)


def test_bad_question_is_a_problem_in_every_form(full: TestClient) -> None:
    for form in ("json", "csv", "jsonl"):
        response = full.get(f"/v1/relations.{form}?source=Ukrane")
        assert response.status_code == 422
        assert response.headers["content-type"] == "application/problem+json"


# HEAD and ETag.


@pytest.mark.parametrize(
    "url", [*LISTS, "/v1/relations.csv", "/v1/export.graphml", "/healthz", "/", "/v1/actors/FRA", "/nothing"]
)
def test_head_has_the_headers_of_get_and_no_body(full: TestClient, url: str) -> None:
    same = {"X-Request-ID": "the-same"}
    head, get = full.head(url, headers=same), full.get(url, headers=same)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert {**head.headers} == {**get.headers}


def test_answer_that_has_not_changed_is_not_sent_again(full: TestClient, store: Store) -> None:
    first = full.get("/v1/relations")
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = full.get("/v1/relations", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert "content-length" not in again.headers
    assert full.head("/v1/relations", headers={"If-None-Match": tag}).status_code == 304
    assert full.get("/v1/relations.csv?limit=9", headers={"If-None-Match": tag}).status_code == 200
    fill(store, make_event("DEU", "CONDEMN", "RUS", article="z"))
    changed = full.get("/v1/relations", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


def test_problem_has_no_tag(full: TestClient) -> None:
    assert "etag" not in full.get("/v1/nothing").headers


# One actor, and the network.


def test_profile_of_an_actor_tells_what_it_does_and_where_it_says_so(full: TestClient) -> None:
    profile: dict[str, Any] = full.get("/v1/actors/Russia").json()
    assert (profile["id"], profile["outgoing"], profile["incoming"]) == ("RUS", 1, 2)
    assert {"Russia", "Russian", "Moscow"} <= {*profile["aliases"]}
    assert [(r["relation"], r["target"]["id"]) for r in profile["acts"]] == [("ARM", "SYR")]
    assert {r["source"]["id"] for r in profile["acted_upon"]} == {"FRA", "sum-of-all"}
    assert [event["article"] for event in profile["evidence"]] == ["c", "b", "a"]
    assert profile["truncated"] is False


def test_network_measures_the_slice(full: TestClient) -> None:
    answer = full.get("/v1/network", params={"relation": "CONDEMN"}).json()
    assert [actor["id"] for actor in answer["actors"]][:2] == ["RUS", "PRK"]
    assert (answer["size"], answer["edges"], answer["events"]) == (5, 3, 3)
    assert [c["size"] for c in answer["communities"]] == [3, 2]
    assert answer["truncated"] is False
    shown = full.get("/v1/network", params={"limit": 2}).json()
    assert (len(shown["actors"]), shown["size"], shown["truncated"]) == (2, 6, True)
    assert full.get("/v1/network", params={"since": "2030"}).json()["actors"] == []


# The description.


def test_operations_keep_their_names(client: TestClient) -> None:
    """Programs generated from the description call these; a new name breaks them."""
    paths = client.get("/openapi.json").json()["paths"]
    names = {operation["operationId"] for path in paths.values() for operation in path.values()}
    lists = ("relations", "ask", "events", "actors", "paths", "timeline", "network", "vocabulary")
    assert names == {*lists, *(f"{name}_as" for name in lists)} | {
        *("event", "actor", "extract", "add_articles", "article", "remove_article", "export", "cypher"),
        *("healthz", "readyz", "metrics"),
    }

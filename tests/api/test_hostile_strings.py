"""Hostile words in every field of a request: an answer to each, no failure of ours, and the graph intact."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from graph.query import EventQuery
from graph.store import Store
from tests.builders import fill, make_actor, make_article, make_event, make_party, make_reading
from tests.hostile import HOSTILE
from tests.stores import fingerprint

LONG = "n" * 1_000_000
FILTERS = ("source", "target", "actor", "between", "code", "relation", "content", "plover", "quad", "person")
MORE_FILTERS = (
    "since",
    "until",
    "negated",
    "modality",
    "attributed_to",
    "min_confidence",
    "article",
    "level",
)
LISTS = ("relations", "events", "timeline", "paths", "export.csv", "export.graphml", "export.jsonl")


def name_of(text: str) -> str:
    return repr(text[:12])


@pytest.mark.parametrize("text", [*HOSTILE, LONG], ids=name_of)
def test_an_article_full_of_it_is_stored_and_comes_back(client: TestClient, store: Store, text: str) -> None:
    fill(store, make_event("FRA", "PRAISE", "DEU", article="kept"))
    before = fingerprint(store)
    given = {
        "id": text[:1_000],
        "title": text[:100_000],
        "url": text[:1_000],
        "language": text[:1_000],
        "text": f"France condemned Russia. {text}"[:900_000],
    }
    answer = client.post("/v1/articles", json=given)
    if "\0" in text:
        assert answer.status_code == 422
        assert "holds a NUL character: binary, not text" in answer.json()["detail"]
        assert fingerprint(store) == before
        return
    assert answer.status_code == 200, answer.text[:500]
    assert answer.json()["loaded"] == 1
    address = f"/v1/articles/{quote(given['id'], safe='')}"
    stored = client.get(address)
    assert stored.status_code == 200
    assert stored.json().items() >= given.items()
    events = client.get("/v1/events", params={"article": given["id"], "relation": "CONDEMN"}).json()["events"]
    assert [event["article"] for event in events] == [given["id"]]
    assert client.delete(address).status_code == 204
    assert client.get(address).status_code == 404
    assert fingerprint(store) == before


@pytest.mark.parametrize("text", HOSTILE, ids=name_of)
def test_a_filter_of_it_is_an_answer_or_a_refusal(client: TestClient, store: Store, text: str) -> None:
    fill(store, make_event(make_actor("somebody", name="Somebody"), "CONDEMN", "RUS"))
    before = fingerprint(store)
    for list_ in LISTS:
        for name in (*FILTERS, *MORE_FILTERS, "cursor", "limit", "bucket", "shape"):
            answer = client.get(f"/v1/{list_}", params={name: text})
            assert answer.status_code in (200, 422), (list_, name, answer.text[:500])
    for path in ("ask", "actors"):
        assert client.get(f"/v1/{path}", params={"q": text}).status_code in (200, 422)
    for path in ("articles", "events", "actors"):
        assert client.get(f"/v1/{path}/{quote(text, safe='')}").status_code in (404, 422)
    assert (
        client.post("/v1/extract", json={"text": text, "title": text, "published": text}).status_code == 422
    )
    read = client.post("/v1/extract", json={"text": text, "title": text})
    assert read.status_code == (422 if "\0" in text else 200)
    assert fingerprint(store) == before


@pytest.mark.parametrize("text", [*HOSTILE, LONG], ids=name_of)
def test_actors_called_so_are_found_shown_and_exported(client: TestClient, store: Store, text: str) -> None:
    actor = make_actor("somebody", name=text)
    event = make_event(make_party(actor, person=text[:500]), "CONDEMN", "RUS", attributed_to=actor)
    store.add([make_reading(event, article=make_article(text, id="article-1", title=text, url=text))])
    (row,) = client.get("/v1/relations").json()["relations"]
    assert row["source"] == {"id": "somebody", "name": text, "kind": "organisation"}
    (shown,) = client.get("/v1/events").json()["events"]
    assert (shown["source"]["name"], shown["attributed_to"]["name"]) == (text, text)
    assert client.get("/v1/actors/somebody").json()["name"] == text
    assert [a["id"] for a in client.get("/v1/actors", params={"q": text[:100]}).json()["actors"]] == [
        "somebody"
    ]
    for path in (
        "timeline",
        "paths?source=somebody&target=RUS",
        "export.graphml",
        "export.csv",
        "export.jsonl",
    ):
        assert client.get(f"/v1/{path}").status_code == 200
    assert len(list(store.events(EventQuery()))) == 1

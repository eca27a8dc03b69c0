"""What the HTTP API answers, over a real store and a real extractor."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import networkx
import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from graph.model import Actor, Kind, Person
from graph.records import event_of
from graph.store import Store
from tests.builders import fill, make_article, make_event, make_party, make_reading

TEXT = "France condemned Russia. Germany condemned Russia."
CHARTER = Actor(id="blue-river-council", name="Blue River Council", kind=Kind.ORGANISATION)


@pytest.fixture
def full(client: TestClient, store: Store) -> TestClient:
    """A client of a graph in which several condemn, one claims, and one is known to the graph alone."""
    fill(
        store,
        make_event("USA", "CONDEMN", "RUS", article="a", published="2022-03-01"),
        make_event("USA", "CONDEMN", "RUS", article="b", published="2024-05-01", attributed_to="FRA"),
        make_event("USA-MIL", "CONDEMN", "PRK", article="b", at=100, published="2024-05-01"),
        make_event("KOR", "CONDEMN", "PRK", article="c", published="2023-01-01"),
        make_event(CHARTER, "CONDEMN", "RUS", article="c", at=100, published="2023-01-01"),
        make_event("FRA", "CONDEMN", "RUS", article="d", published=None),
        make_event("DEU", "CONDEMN", "RUS", article="e", modality="possible"),
    )
    return client


def triples(response: Response) -> list[tuple[str, str, str, int]]:
    assert response.status_code == 200, response.text
    rows = response.json()["relations"]
    return [(r["source"]["id"], r["relation"], r["target"]["id"], r["events"]) for r in rows]


def problem(response: Response, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["status"] == status
    assert body["type"]
    assert body["title"]
    assert body["detail"]
    return body


# Who does what to whom.


def test_relations_count_who_does_what_to_whom(full: TestClient) -> None:
    answer = full.get("/v1/relations").json()
    assert answer["relations"][0] == {
        "source": {"id": "USA", "name": "United States", "kind": "country"},
        "relation": "CONDEMN",
        "base": "ACCUSE",
        "target": {"id": "RUS", "name": "Russia", "kind": "country"},
        "events": 2,
        "claimed": 1,
        "articles": 2,
        "first": "2022-03-01",
        "last": "2024-05-01",
    }
    assert answer["query"]["modality"] == ["actual"]
    assert answer["next"] is None
    assert len(answer["relations"]) == 5


@pytest.mark.parametrize(
    ("parameters", "sources"),
    [
        ({"source": "United States"}, {"USA"}),
        ({"source": "US"}, {"USA"}),
        ({"source": ["USA", "France"]}, {"USA", "FRA"}),
        ({"target": "north korea", "relation": "condemned"}, {"USA", "KOR"}),
        ({"target": "PRK", "level": "actor"}, {"USA-MIL", "KOR"}),
        ({"source": "the Blue River Council"}, {"blue-river-council"}),
        ({"source": "blue-river-council"}, {"blue-river-council"}),
        ({"actor": "KOR"}, {"KOR"}),
        ({"between": "PRK,KOR"}, {"KOR"}),
        ({"code": "KOR"}, {"KOR"}),
        ({"modality": "any", "source": "DEU"}, {"DEU"}),
        ({"since": "2024"}, {"USA"}),
        ({"until": "2023"}, {"USA"}),
        ({"attributed_to": "France"}, {"USA"}),
        ({"article": "c"}, {"KOR", "blue-river-council"}),
        ({"min_confidence": "0.9"}, set()),
        ({"quad": "material-conflict"}, set()),
    ],
)
def test_filters_narrow_the_answer(full: TestClient, parameters: dict[str, Any], sources: set[str]) -> None:
    assert {row[0] for row in triples(full.get("/v1/relations", params=parameters))} == sources


def test_date_filter_counts_what_has_no_date(full: TestClient) -> None:
    assert full.get("/v1/relations", params={"since": "2000"}).json()["undated"] == 1


def test_pages_join_to_the_whole_list(full: TestClient) -> None:
    whole = triples(full.get("/v1/relations"))
    pages, url = [], "/v1/relations?limit=2&relation=condemn"
    while url:
        response = full.get(url)
        pages.append(triples(response))
        url = response.json()["next"]
    assert [len(page) for page in pages] == [2, 2, 1]
    assert [row for page in pages for row in page] == whole


def test_question_answers_with_its_reading_and_its_url(full: TestClient) -> None:
    response = full.get("/v1/ask", params={"q": "Who has condemned Russia since 2022?"})
    answer = response.json()
    assert answer["reading"] == "events in which anybody CONDEMNs Russia, since 2022-01-01"
    assert {row[0] for row in triples(response)} == {"USA", "blue-river-council"}
    assert triples(full.get(answer["url"])) == triples(response)


def test_question_may_name_an_actor_that_only_the_graph_knows(full: TestClient) -> None:
    answer = full.get("/v1/ask", params={"q": "whom has the Blue River Council condemned"}).json()
    assert answer["reading"] == "events in which Blue River Council CONDEMNs anybody"
    assert answer["relations"][0]["target"]["id"] == "RUS"


def test_question_pages_go_on(full: TestClient) -> None:
    first = full.get("/v1/ask", params={"q": "who condemns whom", "limit": 4})
    second = full.get(first.json()["next"])
    assert len(triples(first)) == 4
    assert len(triples(second)) == 1
    assert second.json()["reading"] == first.json()["reading"]


def test_id_of_a_person_out_of_office_means_the_person(client: TestClient, store: Store) -> None:
    bildt = Actor(id="carl-bildt", name="Carl Bildt", kind=Kind.PERSON, code="SWE", sector="ELI")
    fill(store, make_event(bildt, "PRAISE", "USA", article="a"), make_event("SWE", "PRAISE", "USA", at=100))
    alone = [("carl-bildt", "PRAISE", "USA", 1)]
    assert triples(client.get("/v1/relations", params={"source": "carl-bildt"})) == alone
    named = client.get("/v1/relations", params={"source": "Carl Bildt"}).json()["query"]
    assert (named["source"], named["person"]) == (["SWE", "carl-bildt"], ["carl-bildt"])


def test_name_finds_a_person_in_office_and_out_of_it(client: TestClient, store: Store) -> None:
    bildt = Person(id="carl-bildt", name="Carl Bildt")
    alone = Actor(id="carl-bildt", name="Carl Bildt", kind=Kind.PERSON, code="SWE", sector="ELI")
    office = make_event(make_party("SWE", person=bildt), "PRAISE", "USA", article="a")
    fill(store, office, make_event(make_party(alone, person=bildt), "PRAISE", "CHN", article="b", at=100))
    found = triples(client.get("/v1/relations", params={"source": "Carl Bildt"}))
    assert sorted(found) == [("SWE", "PRAISE", "USA", 1), ("carl-bildt", "PRAISE", "CHN", 1)]


# The evidence.


def test_evidence_is_the_event_with_its_article(full: TestClient) -> None:
    listed = full.get("/v1/events", params={"source": "USA", "target": "RUS"}).json()["events"]
    assert [event["published"] for event in listed] == ["2024-05-01", "2022-03-01"]
    assert {"title", "url"} <= set(listed[0])
    assert event_of(listed[0], name="answer").article == "b"
    assert full.get(f"/v1/events/{listed[0]['id']}").json() == listed[0]


def test_evidence_pages_join(full: TestClient) -> None:
    first = full.get("/v1/events", params={"limit": 4}).json()
    second = full.get(first["next"]).json()
    ids = [event["id"] for event in first["events"] + second["events"]]
    assert len(ids) == len(set(ids)) == 6


# Actors.


@pytest.mark.parametrize(
    ("text", "id"), [("united st", "USA"), ("prk", "PRK"), ("KP", "PRK"), ("river", "blue-river-council")]
)
def test_actors_are_found_by_name_and_code(full: TestClient, text: str, id: str) -> None:
    assert id in [actor["id"] for actor in full.get("/v1/actors", params={"q": text}).json()["actors"]]


def test_actors_come_busiest_first_and_page(full: TestClient) -> None:
    first = full.get("/v1/actors", params={"limit": 1}).json()
    assert first["actors"][0]["id"] == "RUS"
    assert first["actors"][0]["incoming"] == 5
    assert full.get(first["next"]).json()["actors"][0]["id"] != "RUS"


def test_actor_has_counts_both_ways(full: TestClient) -> None:
    for name in ("KOR", "KR", "South Korea"):
        actor = full.get(f"/v1/actors/{name}").json()
        assert (actor["id"], actor["outgoing"], actor["incoming"]) == ("KOR", 1, 0)


def test_known_actor_without_events_has_none(full: TestClient) -> None:
    assert full.get("/v1/actors/CHE").json()["outgoing"] == 0


def test_unknown_actor_is_not_found(full: TestClient) -> None:
    assert "Atlantis" in problem(full.get("/v1/actors/Atlantis"), 404)["detail"]


# Articles.


def test_extract_gives_events_and_stores_nothing(client: TestClient, store: Store) -> None:
    answer = client.post("/v1/extract", json={"text": TEXT, "published": "2024-12-28"}).json()
    found = {(e["source"]["id"], e["relation"], e["target"]["id"]) for e in answer["events"]}
    assert found == {("FRA", "CONDEMN", "RUS"), ("DEU", "CONDEMN", "RUS")}
    for event in answer["events"]:
        for span in (event["sentence"], event["trigger"], event["source"]["mention"]):
            assert TEXT[span["start"] : span["end"]] == span["text"]
    assert store.totals().events == 0


def test_article_is_stored_once_and_can_be_deleted(client: TestClient) -> None:
    article = {"id": "news/2024 1", "text": TEXT, "title": "Two condemn", "published": "2024-12-28"}
    first = client.post("/v1/articles", json=article).json()
    assert first["articles"] == [{"article": "news/2024 1", "outcome": "loaded", "events": 2, "reason": None}]
    again = client.post("/v1/articles", json=article).json()
    assert again["articles"][0] | {"outcome": "loaded"} == first["articles"][0]
    assert again["unchanged"] == 1
    changed = client.post("/v1/articles", json=article | {"text": "France condemned Russia."}).json()
    assert changed["articles"][0]["outcome"] == "replaced"
    stored = client.get("/v1/articles/news/2024 1").json()
    assert (stored["text"], stored["title"], stored["events"]) == (
        "France condemned Russia.",
        "Two condemn",
        1,
    )
    assert triples(client.get("/v1/relations")) == [("FRA", "CONDEMN", "RUS", 1)]
    assert client.delete("/v1/articles/news/2024 1").status_code == 204
    assert triples(client.get("/v1/relations")) == []
    problem(client.get("/v1/articles/news/2024 1"), 404)
    problem(client.delete("/v1/articles/news/2024 1"), 404)


@pytest.mark.parametrize("form", ["list", "ndjson"])
def test_bad_article_costs_no_other(client: TestClient, form: str) -> None:
    records: list[Any] = [
        {"id": "a", "text": "France condemned Russia."},
        {"id": "b"},
        {"id": "a", "text": "Something else."},
        7,
        {"id": "c", "text": "Germany condemned Russia."},
    ]
    if form == "list":
        response = client.post("/v1/articles", json=records)
    else:
        lines = "\n".join(json.dumps(record) for record in records)
        response = client.post(
            "/v1/articles", content=lines, headers={"Content-Type": "application/x-ndjson"}
        )
    answer = response.json()
    assert [a["outcome"] for a in answer["articles"]] == [
        "loaded",
        "rejected",
        "rejected",
        "rejected",
        "loaded",
    ]
    assert [a["article"] for a in answer["articles"]] == ["a", "article:2", "article:3", "article:4", "c"]
    assert "no 'text'" in answer["articles"][1]["reason"]
    assert (answer["loaded"], answer["rejected"]) == (2, 3)


def test_lines_are_a_list_even_if_there_is_one(client: TestClient) -> None:
    kind = {"Content-Type": "application/x-ndjson"}
    answer = client.post("/v1/articles", content=b'{"id": "a"}', headers=kind).json()
    assert answer["rejected"] == 1


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"id": "a"}, "no 'text'"),
        ({"text": ""}, "empty"),
        ({"text": "a" * 1001}, "the limit is 1,000"),
        ({"text": "a", "published": "soon"}, "ISO 8601"),
        ([1], "not a JSON object"),
    ],
)
def test_single_bad_article_is_a_problem(
    make_client: Callable[..., TestClient], record: Any, words: str
) -> None:
    client = make_client(article_limit=1000)
    assert words in problem(client.post("/v1/extract", json=record), 422)["detail"]


def test_lone_surrogate_and_broken_json_are_problems(client: TestClient) -> None:
    kind = {"Content-Type": "application/json"}
    body = problem(client.post("/v1/articles", content=b'{"text": "\\ud800"}', headers=kind), 422)
    assert "surrogate" in body["detail"]
    for broken in (b'{"text": ', b"", b"caf\xe9", b"[" * 100_000):
        assert "JSON" in problem(client.post("/v1/articles", content=broken, headers=kind), 422)["detail"]
    body = problem(client.post("/v1/extract", content=b'{"text": "caf\xe9"}', headers=kind), 422)
    assert body["detail"] == "body: not JSON in UTF-8: byte 14 is not valid; send it as UTF-8"


def test_form_of_a_page_elsewhere_cannot_store_anything(client: TestClient) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        response = client.post("/v1/articles", content='{"text": "a"}', headers={"Content-Type": kind})
        assert "application/json" in problem(response, 415)["detail"]


def test_body_over_the_limit_is_refused_declared_or_chunked(make_client: Callable[..., TestClient]) -> None:
    client = make_client(body_limit=1000)
    kind = {"Content-Type": "application/json"}

    def chunks() -> Iterator[bytes]:
        yield b'{"text": "'
        for _ in range(100):
            yield b"a" * 100
        yield b'"}'

    problem(client.post("/v1/articles", content=b" " * 1001, headers=kind), 413)
    problem(client.post("/v1/articles", content=chunks(), headers=kind), 413)
    assert client.post("/v1/articles", json={"text": "a"}).status_code == 200


# Exports and the rest.


def test_graphml_opens_in_networkx_with_the_edges(full: TestClient) -> None:
    response = full.get("/v1/export.graphml", params={"target": "RUS"})
    assert response.headers["content-type"].startswith("application/graphml+xml")
    graph = networkx.parse_graphml(response.text, force_multigraph=True)
    assert graph.number_of_edges() == 3


@pytest.mark.parametrize("format", ["graphml", "gexf", "csv", "jsonl"])
@pytest.mark.parametrize("shape", ["relations", "events"])
def test_every_format_and_shape_is_served(full: TestClient, format: str, shape: str) -> None:
    response = full.get(f"/v1/export.{format}", params={"shape": shape})
    assert response.status_code == 200
    assert "Blue River Council" in response.text
    assert f".{format}" in response.headers["content-disposition"]


def test_lines_of_events_are_everything_unless_filtered(full: TestClient) -> None:
    everything = full.get("/v1/export.jsonl", params={"shape": "events"}).text.splitlines()
    actual = full.get("/v1/export.jsonl", params={"shape": "events", "modality": "actual"}).text.splitlines()
    assert (len(everything), len(actual)) == (7, 6)


def test_unknown_format_is_not_found_and_a_wrong_shape_is_a_problem(full: TestClient) -> None:
    assert "graphml" in problem(full.get("/v1/export.xlsx"), 404)["detail"]
    problem(full.get("/v1/export.graphml", params={"shape": "articles"}), 422)
    problem(full.get("/v1/export.graphml", params={"shape": "circles"}), 422)


def test_vocabulary_lists_every_relation(client: TestClient) -> None:
    answer = client.get("/v1/vocabulary").json()
    condemn = next(relation for relation in answer["relations"] if relation["name"] == "CONDEMN")
    assert (condemn["plover"], condemn["cameo"]) == ("ACCUSE", "111")
    assert len(answer["plover"]) == 16


def test_server_says_that_it_is_alive_and_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}
    assert client.get("/readyz").json()["status"] == "ready"


# Errors.


@pytest.mark.parametrize(
    ("url", "field", "words"),
    [
        ("/v1/relations?source=Ukrane", "source", "Ukraine"),
        ("/v1/relations?relation=condemms", "relation", "CONDEMN"),
        ("/v1/relations?since=yesterday", "since", "not a date"),
        ("/v1/relations?since=2024&until=2023", "until", "not after"),
        ("/v1/relations?cursor=abc", "cursor", "cursor"),
        ("/v1/events?cursor=abc", "cursor", "cursor"),
        ("/v1/actors?cursor=abc", "cursor", "cursor"),
        ("/v1/relations?sorce=USA", "sorce", "no such parameter"),
        ("/v1/ask?q=who+condemns+whom&source=USA", "source", "no such parameter"),
        ("/v1/relations?plover=HATE", "plover", "not one of"),
        ("/v1/relations?between=USA", "between", "comma"),
        ("/v1/relations?since=2022&since=2023", "since", "given twice"),
        ("/v1/events?limit=1&limit=2", "limit", "given twice"),
        ("/v1/ask?q=who+condemns+Russia+since+2022-13", "since", "not a date"),
        ("/v1/relations?source=", "source", "''"),
        ("/v1/ask?q=hello", "q", "who condemns whom"),
    ],
)
def test_bad_query_names_field_and_mend(full: TestClient, url: str, field: str, words: str) -> None:
    body = problem(full.get(url), 422)
    assert body["field"] == field
    assert words in body["detail"]


@pytest.mark.parametrize("url", ["/v1/relations?limit=0", "/v1/relations?limit=x", "/v1/ask"])
def test_bad_parameter_is_a_problem(client: TestClient, url: str) -> None:
    assert problem(client.get(url), 422)["errors"]


def test_unknown_actor_gets_near_names_of_codebook_and_graph(full: TestClient) -> None:
    body = problem(full.get("/v1/relations", params={"source": "River Council"}), 422)
    assert "Blue River Council" in body["near"]
    assert "Ukraine" in problem(full.get("/v1/relations", params={"source": "Ukrane"}), 422)["near"]


def test_ambiguous_actor_gets_candidates(client: TestClient) -> None:
    body = problem(client.get("/v1/relations", params={"source": "Korea"}), 422)
    assert {"KOR", "PRK"} <= {candidate["id"] for candidate in body["candidates"]}


def test_name_of_two_actors_in_the_graph_is_ambiguous(client: TestClient, store: Store) -> None:
    for id in ("red-front-mali", "red-front-chad"):
        actor = Actor(id=id, name="Red Front of Nowhere", kind=Kind.GROUP)
        fill(store, make_event(actor, "CONDEMN", "RUS", article=id))
    body = problem(client.get("/v1/relations", params={"source": "red front of nowhere"}), 422)
    assert {candidate["id"] for candidate in body["candidates"]} == {"red-front-mali", "red-front-chad"}


def test_what_is_not_there_and_what_is_not_taken_are_problems(client: TestClient) -> None:
    problem(client.get("/v1/nothing"), 404)
    problem(client.get("/v1/events/0"), 404)
    response = client.post("/v1/relations")
    problem(response, 405)
    assert "GET" in response.headers["allow"]


def test_failure_inside_tells_no_secrets(
    client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("secret path /var/lib")

    monkeypatch.setattr(store, "relations", fails)
    assert "secret" not in json.dumps(problem(client.get("/v1/relations"), 500))


def test_store_that_is_away_is_503_with_a_time_to_try_again(
    make_client: Callable[..., TestClient], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph.errors import StoreUnavailable

    client = make_client()

    def away(*_: object) -> None:
        raise StoreUnavailable("/var/lib/graph.db: locked")

    monkeypatch.setattr(store, "check", away)
    response = client.get("/readyz")
    assert "/var/lib" not in problem(response, 503)["detail"]
    assert int(response.headers["retry-after"]) > 0


def test_server_without_a_model_answers_questions_and_refuses_texts(store: Store) -> None:
    from api.app import create_app
    from api.settings import Settings

    fill(store, make_event())
    with TestClient(
        create_app(Settings(model="no_such_model"), store=store), base_url="http://localhost"
    ) as client:
        assert len(triples(client.get("/v1/relations"))) == 1
        body = problem(client.post("/v1/extract", json={"text": "France condemned Russia."}), 503)
        assert "no_such_model" in body["detail"]
        problem(client.get("/readyz"), 503)


def test_application_opens_and_closes_its_own_store(tmp_path: Any) -> None:
    from api.app import create_app
    from api.settings import Settings

    settings = Settings(store=f"sqlite:///{tmp_path / 'own.db'}")
    with TestClient(create_app(settings), base_url="http://[::1]:9") as client:
        assert client.get("/readyz").status_code == 200


# Who is answered.


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:1", "localhost:8000", "LOCALHOST", "[::1]", "[::1]:80"]
)
def test_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost@evil", "[::2]:80", ""]
)
def test_other_names_are_refused(client: TestClient, host: str) -> None:
    assert "GKG_ALLOWED_HOSTS" in problem(client.get("/healthz", headers={"Host": host}), 421)["detail"]


def test_further_names_can_be_allowed(make_client: Callable[..., TestClient]) -> None:
    client = make_client(allowed_hosts=["graph.example.org"], host="192.0.2.7")
    for host in ("graph.example.org", "graph.example.org:80", "192.0.2.7:8000"):
        assert client.get("/healthz", headers={"Host": host}).status_code == 200
    problem(client.get("/healthz", headers={"Host": "example.org"}), 421)


# Pages.


@pytest.mark.parametrize("path", ["/", "/docs"])
def test_pages_load_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    import re

    page = client.get(path)
    assert page.status_code == 200
    links = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert [link for link in links if not link.startswith(("/", "data:"))] == []
    for link in links:
        if link.startswith("/"):
            assert client.get(link).status_code == 200, link
    assert not re.search(r"<script(?![^>]*\bsrc=)", page.text)
    assert page.headers["content-security-policy"].startswith("default-src 'self'")


def test_docs_understand_the_version_of_the_description(client: TestClient) -> None:
    assert client.get("/openapi.json").json()["openapi"].startswith("3.1")
    assert "5." in client.get("/swagger/swagger-ui-bundle.js").text


def test_description_has_every_filter_and_the_problem(client: TestClient) -> None:
    from api.filters import NAMES

    schema = client.get("/openapi.json").json()
    names = {parameter["name"] for parameter in schema["paths"]["/v1/relations"]["get"]["parameters"]}
    assert names == NAMES | {"limit", "cursor"}
    assert "Problem" in schema["components"]["schemas"]
    assert "HTTPValidationError" not in json.dumps(schema["paths"])


def test_filters_are_those_of_the_query() -> None:
    from api.filters import NAMES
    from graph.query import FILTERS

    assert {*FILTERS, "since", "until", "negated", "modality", "min_confidence", "level"} == NAMES


def test_words_of_any_script_travel_as_they_are(client: TestClient, store: Store) -> None:
    store.add([make_reading(article=make_article("Kyiv — Київ 🕊 met.", id="ü"))])
    response = client.get("/v1/articles/ü")
    assert response.json()["text"] == "Kyiv — Київ 🕊 met."
    assert "Київ" in response.content.decode()


# Chains and time.


def test_paths_lead_from_source_to_target(client: TestClient, store: Store) -> None:
    fill(
        store,
        make_event("FRA", "CONDEMN", "RUS", article="a"),
        make_event("RUS", "ARM", "SYR", article="b"),
        make_event("FRA", "PRAISE", "DEU", article="c"),
    )
    answer = client.get("/v1/paths", params={"source": "French", "target": "Syria"}).json()
    assert (answer["source"], answer["target"], answer["truncated"]) == ("FRA", "SYR", False)
    (chain,) = answer["paths"]
    assert [(s["source"]["id"], s["target"]["id"]) for s in chain] == [("FRA", "RUS"), ("RUS", "SYR")]
    assert [(r["relation"], r["events"]) for s in chain for r in s["relations"]] == [
        ("CONDEMN", 1),
        ("ARM", 1),
    ]
    one_hop = client.get("/v1/paths", params={"source": "FRA", "target": "SYR", "max_hops": 1})
    assert one_hop.json()["paths"] == []


@pytest.mark.parametrize(
    "query",
    ["source=FRA", "target=FRA", "source=FRA&source=DEU&target=RUS", "source=FRA&target=RUS&max_hops=7"],
)
def test_paths_need_one_source_and_one_target(client: TestClient, query: str) -> None:
    problem(client.get(f"/v1/paths?{query}"), 422)


def test_timeline_counts_by_steps_of_time(full: TestClient) -> None:
    answer = full.get("/v1/timeline", params={"relation": "condemns", "bucket": "year"}).json()
    assert answer["timeline"] == [
        {"start": "2022-01-01", "acts": 1, "events": 1, "claimed": 0},
        {"start": "2023-01-01", "acts": 2, "events": 2, "claimed": 0},
        {"start": "2024-01-01", "acts": 2, "events": 2, "claimed": 1},
    ]
    assert answer["undated"] == 1
    assert answer["bucket"] == "year"

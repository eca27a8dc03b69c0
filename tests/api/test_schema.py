"""Whatever is asked, the answer is one that the description has, and none is a failure of ours.

schemathesis draws requests from the application's own OpenAPI, such as it allows and such as it forbids.
What it draws rarely means anything here, so a third kind asks for what is in the graph. Always the same
requests are drawn.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
import requests
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.app import create_app
from api.settings import Settings
from graph.export import FORMATS
from graph.model import Event
from graph.query import EventQuery
from graph.store import Store
from tests.api.conftest import BASE
from tests.builders import fill, make_actor, make_article, make_event, make_party, make_reading
from tests.hostile import HOSTILE

MEANT = 5  # requests to each operation for what is in the graph
DRAWN = 3  # and of what the description allows, and of what it forbids
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
OPERATIONS: Mapping[str, APIOperation] = {
    operation.definition.raw["operationId"]: operation
    for operation in (
        found.ok()
        for found in schemathesis.openapi.from_dict(create_app(Settings()).openapi()).get_all_operations()
    )
}
TAKES_ANYTHING = {"healthz", "readyz", "metrics", "vocabulary", "actor", "event", "article", "remove_article"}
WORDS = [word for word in HOSTILE if "\0" not in word]  # no store takes the others
TEXT = "France condemned Russia on Monday. Germany may sanction Belarus, the Kremlin said."
ACCEPTED = [
    *("*/*", "application/json", "text/csv", "application/x-ndjson", "application/jsonl", "image/png"),
    *("text/*;q=0.5, application/json;q=nothing", ",;q=,;;", ""),
]
HEADERS: list[dict[str, str]] = [{}, *({"Accept": accept} for accept in ACCEPTED), {"If-None-Match": "*"}]
same_each_time = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],  # a request that fails is told as it was drawn: making it smaller takes long
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@schemathesis.serializer("application/x-ndjson")
def as_lines(context: schemathesis.SerializationContext, lines: object) -> bytes:
    """The body of JSON lines, which schemathesis draws as a text; a broken one may be anything."""
    return (lines if isinstance(lines, str) else json.dumps(lines)).encode()


def happened() -> Iterator[Event]:
    """A few dozen events of every kind, between actors with hostile names, in articles with hostile ids."""
    for word in WORDS:
        actor = make_actor(word, name=word)
        known = {"article": word, "date": "2023-05-01", "date_granularity": "day"}
        yield make_event(actor, "CONDEMN", "RUS", **known)
        yield make_event(
            make_party("FRA", person=word), "SANCTION", actor, at=90, attributed_to=actor, **known
        )
        yield make_event("RUS", "ARM", "SYR-MIL", article=word, at=180, modality="planned", negated=True)
    yield make_event("FRA", "THREATEN", "DEU", article="plain", content="SANCTION", published=None)
    yield make_event("DEU", "MEET", "FRA", article="plain", at=90, reciprocal=True, modality="possible")


@pytest.fixture
def filled(store: Store, make_client: Callable[..., TestClient]) -> TestClient:
    """A client of an application whose graph has a little of everything."""
    fill(store, *happened())
    every_key = {"title": WORDS[0], "url": WORDS[2], "language": "en"}
    store.add([make_reading(article=make_article("\n".join(WORDS), id="whole", **every_key))])
    return make_client()


def known(store: Store) -> dict[str, list[str]]:
    """Values of every parameter that mean something in the graph, and a few that nearly do."""
    actors = ["FRA", "RUS", "Germany", "the Kremlin", "nobody", *WORDS]
    events = [event.id for event in store.events(EventQuery(negated=None, modality=()))]
    articles = ["plain", "whole", "none", *WORDS]
    return {
        **dict.fromkeys(("source", "target", "actor", "attributed_to", "actor_id"), actors),
        **{"between": ["FRA,DEU", "RUS,FRA", "FRA"], "code": ["FRA", "RUS", "SYR", "MIL", "XXX"]},
        **{key: ["CONDEMN", "sanctions", "ARM", "MEET", "smiles"] for key in ("relation", "content")},
        **{"plover": ["ACCUSE", "SANCTION", "AID"], "quad": ["verbal conflict", "material conflict"]},
        **{"person": WORDS, "article": articles, "article_id": articles, "event_id": [*events, "none"]},
        **{"modality": ["actual", "planned", "any"], "negated": ["true", "false", "any"]},
        **{"since": ["2022", "2023-05", "2024-13"], "until": ["2024", "2023-05-02"]},
        **{"min_confidence": ["0", "0.8", "1"], "level": ["state", "actor"]},
        **{"limit": ["1", "2", "100"], "cursor": ["bm9uZQ"], "max_hops": ["1", "4"]},
        **{"bucket": ["day", "month", "year"], "shape": ["relations", "events", "articles"]},
        **{"part": ["edges", "nodes"], "form": ["json", "csv", "jsonl", "xml"], "format": [*FORMATS, "xml"]},
        "q": ["who condemns Russia", "whom has France sanctioned since 2022", "France", "who?", *WORDS[2:5]],
    }


BODIES = [
    (kind, body)
    for word in HOSTILE
    for kind, body in (
        ("application/json", {"id": word, "text": f"{TEXT} {word}", "title": word, "url": word}),
        ("application/json", {"text": word, "published": "2024-12-28"}),
        ("application/x-ndjson", "\n".join(json.dumps({"text": text}) for text in (TEXT, word, f"{TEXT} 2"))),
    )
]


def asked(operation: APIOperation, known: Mapping[str, list[str]]) -> st.SearchStrategy[Case]:
    """Requests for what is in the graph: a few parameters at once, each with a value that is known."""
    parameters = operation.definition.raw.get("parameters", [])
    inner = {p["name"]: st.sampled_from(known[p["name"]]) for p in parameters if p["in"] == "path"}
    query = [p["name"] for p in parameters if p["in"] == "query"]
    always = {p["name"] for p in parameters if p["in"] == "query" and p.get("required")}
    if operation.path.startswith("/v1/paths"):
        always |= {"source", "target"}
    some = st.lists(st.sampled_from(query), max_size=3, unique=True) if query else st.just([])
    values = some.flatmap(
        lambda names: st.fixed_dictionaries({n: st.sampled_from(known[n]) for n in {*names, *always}})
    )
    sent = st.sampled_from(BODIES) if operation.method == "post" else st.none()

    def case(inner: dict[str, str], query: dict[str, str], sent: tuple[str, Any] | None) -> Case:
        body: dict[str, Any] = {"media_type": sent[0], "body": sent[1]} if sent else {}
        return operation.Case(path_parameters=inner, query=query, **body)

    return st.builds(case, st.fixed_dictionaries(inner), values, sent)


def ask(client: TestClient, case: Case, headers: Mapping[str, str]) -> int:
    """Send a request byte by byte as it was drawn, and hold the answer against the description."""
    sent = requests.Request(**case.as_transport_kwargs(base_url=BASE)).prepare()
    answer = client.request(
        str(sent.method), str(sent.url), headers={**sent.headers, **headers}, content=sent.body
    )
    case.validate_response(answer, checks=CHECKS)
    return answer.status_code


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_is_as_described(filled: TestClient, store: Store, name: str) -> None:
    operation = OPERATIONS[name]
    meant = asked(operation, known(store))
    allowed = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    forbidden = operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)
    answered: set[int] = set()
    kinds = [(MEANT, meant), (DRAWN, allowed)] + ([] if name in TAKES_ANYTHING else [(DRAWN, forbidden)])
    for number, kind in kinds:

        @settings(same_each_time, max_examples=number)
        @given(case=kind, headers=st.sampled_from(HEADERS))
        def each(case: Case, headers: dict[str, str]) -> None:
            answered.add(ask(filled, case, headers))

        each()
    assert answered & {200, 204}, f"nothing asked of {name} meant anything: {answered}"

"""A question that takes too long is given up where it runs, and told so."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from benchmarks.generated import readings
from extract.pipeline import Extractor
from graph.errors import QueryTooLong
from graph.query import EventQuery, Page
from graph.store import open_store
from tests.builders import fill, make_event
from tests.stores import Address, file_address


def test_a_question_that_takes_too_long_is_given_up_and_the_next_one_answered(address: Address) -> None:
    endless = {
        "sqlite": "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c",
        "bolt": "UNWIND range(1, 100000000000) AS n RETURN count(n) AS n",
    }[address.uri.partition("://")[0].removesuffix("+s")]
    with open_store(address.uri, address.login, patience=30.0, seconds=0.5) as store:
        fill(store, make_event("FRA", "CONDEMN", "RUS"))
        ask: Any = store._rows  # type: ignore[attr-defined]  # no question of ours takes long enough
        with pytest.raises(QueryTooLong, match=r"longer than 0\.5 seconds; narrow it"):
            ask(endless, []) if "sqlite" in address.uri else ask(endless)
        assert len(store.relations(EventQuery(), Page()).rows) == 1
        assert len(list(store.all_relations(EventQuery()))) == 1


def test_server_says_that_a_question_is_too_long_and_how_to_mend_it(
    tmp_path: Path, extractor: Extractor
) -> None:
    address = file_address(tmp_path / "graph.db")
    with address.open() as store:
        store.add(list(readings(4_000)))
    settings = Settings(store=address.uri, query_seconds=1e-6)
    with TestClient(create_app(settings, extractor=extractor), base_url="http://127.0.0.1") as client:
        refused = client.get("/v1/timeline")
        assert (refused.status_code, refused.json()["type"]) == (504, "urn:gkg:problem:query-too-long")
        assert "narrow it by source" in refused.json()["detail"]
        assert client.get("/v1/relations", params={"source": "FRA", "limit": 1}).status_code == 200

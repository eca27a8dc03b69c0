"""What only a server can do to us: refuse us, be another's, be of another version, be away."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from neo4j import GraphDatabase

from api.app import create_app
from api.settings import Settings
from benchmarks.generated import readings
from extract.pipeline import Extractor
from graph import neo4j_writing as writing
from graph.errors import ForeignStore, StoreError, StoreUnavailable
from graph.query import EventQuery
from graph.store import Login, open_store
from tests.builders import fill, make_event
from tests.proxy import Proxy
from tests.stores import Address, Server, emptied, file_address, fingerprint, server_address


@pytest.fixture
def address(neo4j: Server) -> Address:
    return emptied(server_address(neo4j))


def on_the_server(address: Address, *statements: str) -> None:
    """Do to the database what another program would."""
    assert address.login.password is not None
    login = address.login.user, address.login.password
    with GraphDatabase.driver(address.uri, auth=login) as driver, driver.session() as session:
        for statement in statements:
            session.run(statement).consume()


def set_version(address: Address, version: int) -> None:
    on_the_server(address, f"MATCH (m:Schema {{id: 'gkg'}}) SET m.version = {version}")


def test_a_wrong_password_is_named_and_not_told(address: Address) -> None:
    wrong = replace(address, login=Login(user=address.login.user, password="not-the-password"))
    with pytest.raises(StoreError, match="GKG_NEO4J_USER and GKG_NEO4J_PASSWORD") as error:
        wrong.open()
    assert "not-the-password" not in str(error.value)


def test_a_database_that_is_not_there_is_named(address: Address) -> None:
    with pytest.raises(StoreError, match="no database 'elsewhere'; set GKG_NEO4J_DATABASE"):
        replace(address, login=replace(address.login, database="elsewhere")).open(patience=1)


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1"])
def test_a_server_that_is_away_is_named_with_the_mend(uri: str) -> None:
    with pytest.raises(StoreUnavailable, match=r"cannot be reached .*; start it"):
        open_store(uri, Login(password="any"), patience=0.5)


def test_a_server_of_another_version_is_refused(address: Address) -> None:
    with (
        Proxy(address.uri, server_calls_itself=(b"Neo4j/5.26.", b"Neo4j/4.44.")) as proxy,
        pytest.raises(ForeignStore, match=r"the server is Neo4j/4\.44.*needs Neo4j 5\.26 or newer"),
    ):
        replace(address, uri=proxy.uri).open()


def test_the_database_of_another_program_is_refused_and_left_alone(address: Address) -> None:
    address.open().close()
    on_the_server(address, "MATCH (m:Schema) DELETE m", "CREATE (:Person {name: 'Ada'})")
    try:
        with pytest.raises(ForeignStore, match="something else than a gkg graph"):
            address.open()
    finally:
        on_the_server(address, "MATCH (p:Person {name: 'Ada'}) DELETE p")
    address.open().close()


def test_an_older_graph_is_refused_until_it_is_migrated(address: Address) -> None:
    with address.open() as store:
        fill(
            store,
            make_event("\U0001f44d one", "CONDEMN", "\ue000 two"),
            make_event("FRA", "ARM", "SYR", at=100),
        )
        before = fingerprint(store)
    # As version 1 left it.
    on_the_server(address, "DROP INDEX event_day", "MATCH (a:Actor) REMOVE a.key")
    set_version(address, 1)
    with pytest.raises(ForeignStore, match="version 1, this gkg reads version 2; run `gkg migrate`"):
        address.open()
    with open_store(address.uri, address.login, migrate=True) as store:
        assert store.migrated_from == 1
        assert fingerprint(store) == before
    with address.open() as store:
        assert store.migrated_from is None
    on_the_server(address, "DROP INDEX event_day")  # fails unless the migration made it
    with open_store(address.uri, address.login, migrate=True) as store:
        assert store.migrated_from is None
    on_the_server(address, "CREATE INDEX event_day FOR (e:Event) ON (e.relation, e.day)")


@pytest.mark.parametrize(
    ("version", "mend"), [(99, "install the gkg that wrote it"), (0, "no gkg wrote; empty the database")]
)
def test_a_newer_or_unknown_version_is_refused_even_to_migrate(
    address: Address, version: int, mend: str
) -> None:
    address.open().close()
    set_version(address, version)
    try:
        for migrate in (False, True):
            with pytest.raises(ForeignStore, match=mend):
                open_store(address.uri, address.login, migrate=migrate)
    finally:
        set_version(address, 2)


def test_a_graph_emptied_under_a_writer_is_named(address: Address) -> None:
    with address.open(patience=1) as store:
        on_the_server(address, "MATCH (m:Schema) DELETE m")
        with pytest.raises(StoreUnavailable, match="emptied or migrated meanwhile"):
            fill(store, make_event("FRA", "ARM", "SYR"))
        assert not list(store.events(EventQuery()))


def test_a_server_away_is_503_and_right_again_when_it_is_back(address: Address, extractor: Extractor) -> None:
    with address.open() as store:
        fill(store, make_event("FRA", "CONDEMN", "RUS"))
    with Proxy(address.uri) as proxy:
        settings = Settings(
            store=proxy.uri, neo4j_user=address.login.user, neo4j_password=address.login.password or ""
        )
        app = create_app(settings, extractor=extractor)
        with TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
            asked = ("/v1/relations", "/readyz", "/v1/events", "/v1/actors", "/v1/timeline")
            assert [client.get(path).status_code for path in asked] == [200] * len(asked)
            answer = client.get("/v1/relations").json()
            proxy.cut()
            for path in asked:
                response = client.get(path)
                assert response.status_code == 503, path
                assert response.headers["content-type"] == "application/problem+json"
                assert int(response.headers["Retry-After"]) > 0
            assert client.get("/healthz").status_code == 200
            proxy.mend()
            until = time.monotonic() + 30
            while client.get("/readyz").status_code != 200:
                assert time.monotonic() < until, "not ready again within 30 s"
            assert client.get("/v1/relations").json() == answer


@pytest.mark.parametrize("small", [0, writing.SMALL], ids=["large graph", "small graph"])
def test_either_search_for_counted_edges_counts_the_same(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: int
) -> None:
    monkeypatch.setattr(writing, "SMALL", small)
    with address.open() as store, file_address(tmp_path / "same.db").open() as other:
        for articles in (readings(200), readings(400), readings(300, seed=2)):
            batch = list(articles)
            store.add(batch)
            other.add(batch)
        store.remove("generated-0000007")
        other.remove("generated-0000007")
        assert fingerprint(store) == fingerprint(other)

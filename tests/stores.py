"""Where the stores of the tests are: a fresh file, or the Neo4j server of the test run, emptied."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from neo4j import GraphDatabase

from graph.query import EventQuery, Level, Page
from graph.records import article_record, event_record
from graph.store import Login, Store, open_store


class Server(Protocol):
    """A running Neo4j server: the fixture `neo4j`."""

    @property
    def uri(self) -> str: ...

    @property
    def user(self) -> str: ...

    @property
    def password(self) -> str: ...


@dataclass(frozen=True, slots=True)
class GivenServer:
    """A server that somebody else runs, named by GKG_TEST_NEO4J_URI."""

    uri: str
    user: str
    password: str


@dataclass(frozen=True, slots=True)
class Address:
    """All it takes to open a store."""

    uri: str
    login: Login = field(default_factory=Login)

    def open(self, *, patience: float = 30.0) -> Store:
        return open_store(self.uri, self.login, patience=patience)

    @property
    def environment(self) -> dict[str, str]:
        """The settings by which the command line finds it."""
        login = {"GKG_NEO4J_USER": self.login.user, "GKG_NEO4J_PASSWORD": self.login.password}
        return {"GKG_STORE": self.uri} | {key: value for key, value in login.items() if value is not None}


def file_address(path: Path) -> Address:
    return Address(f"sqlite:///{path}")


def server_address(server: Server) -> Address:
    return Address(server.uri, Login(user=server.user, password=server.password))


def emptied(address: Address) -> Address:
    """The address of a server whose graph was emptied."""
    assert address.login.password is not None
    login = address.login.user, address.login.password
    with GraphDatabase.driver(address.uri, auth=login) as driver, driver.session() as session:
        for nodes in ("(n:Event)", "(n WHERE NOT n:Schema)"):
            session.run(
                f"MATCH {nodes} CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 2000 ROWS"
            ).consume()
    return address


EVERYTHING = EventQuery(negated=None, modality=())


def fingerprint(store: Store) -> str:
    """A hash of all that a store holds: articles, events, counts at both levels, actors."""
    held: list[Any] = [
        [article_record(a.article), a.hash, a.extractor, a.codebook, a.events] for a in store.articles()
    ]
    held += [event_record(event) for event in store.events(EVERYTHING)]
    for level in Level:
        held += [str(row) for row in store.all_relations(EventQuery(level=level))]
    held += [str(row) for row in store.actors(None, Page(limit=10_000)).rows]
    return hashlib.sha256(json.dumps(held).encode()).hexdigest()

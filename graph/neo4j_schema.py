"""What a Neo4j database holds: constraints, indexes, labels, and the mark that says it is a graph of ours.

(:Actor:Country {id, code, sector, kind, name})-[:CONDEMN {events, claimed, ...}]->(:Actor)
(:Actor)-[:PART_OF]->(:Country)
(:Event)-[:SOURCE]->(:Actor), -[:TARGET]->(:Actor), -[:ATTRIBUTED_TO]->(:Actor), -[:REPORTED_IN]->(:Article)
"""

import re
from collections.abc import Callable

from neo4j import Session

from graph.errors import ForeignStore
from graph.model import Kind
from graph.neo4j_conditions import order_key

VERSION = 2
OLDEST = (5, 26)  # the oldest server whose Cypher is spoken here
MARK = "gkg"  # the id of the one :Schema node

CONSTRAINTS = tuple(
    f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for label in ("Schema", "Actor", "Article", "Event")
)
INDEXES = (
    "CREATE INDEX event_source IF NOT EXISTS FOR (e:Event) ON (e.source, e.relation)",
    "CREATE INDEX event_target IF NOT EXISTS FOR (e:Event) ON (e.target, e.relation)",
    "CREATE INDEX event_day IF NOT EXISTS FOR (e:Event) ON (e.relation, e.day)",
)
LABELS = {  # of an actor, beside :Actor
    "Country": {Kind.COUNTRY},
    "Organisation": {Kind.ORGANISATION, Kind.PARTY, Kind.COMPANY, Kind.MEDIA},
    "Group": {Kind.GROUP, Kind.SECTOR, Kind.PEOPLE},
}


def prepare(session: Session, uri: str, *, migrate: bool) -> int | None:
    """Make an empty database a store, or check that it is one of this version.

    An older one is brought up to this version where that is asked for; its version is told then.
    Raises ForeignStore for a database of something else, an older graph, or a newer one.
    """
    asked = session.run("MATCH (m:Schema {id: $mark}) RETURN m.version AS version", mark=MARK)
    found = asked.single()
    check_server(asked.consume().server.agent, uri)
    if found is None:
        if session.run("MATCH (n) RETURN count(n) > 0 AS used").single(strict=True)["used"]:
            raise ForeignStore(
                f"{uri}: the database holds something else than a gkg graph; "
                "empty it, or choose another with GKG_NEO4J_DATABASE"
            )
        _index(session)
        _mark(session)
        return None
    version = found["version"]
    if version == VERSION:
        return None
    if version > VERSION:
        raise ForeignStore(
            f"{uri}: holds a graph of version {version}, this gkg reads version {VERSION}; "
            "install the gkg that wrote it"
        )
    if version < min(MIGRATIONS):
        raise ForeignStore(
            f"{uri}: holds a graph of version {version}, which no gkg wrote; empty the database"
        )
    if not migrate:
        raise ForeignStore(
            f"{uri}: holds a graph of version {version}, this gkg reads version {VERSION}; "
            "run `gkg migrate` once, when nobody writes to it"
        )
    for step in range(version, VERSION):
        MIGRATIONS[step](session)
    _mark(session)
    return int(version)


def _index(session: Session) -> None:
    for statement in (*CONSTRAINTS, *INDEXES):
        session.run(statement).consume()
    session.run("CALL db.awaitIndexes(3600)").consume()


def _from_1(session: Session) -> None:
    """Questions by relation and day get an index, and actors the key that orders them as SQLite does."""
    _index(session)
    ids = [row["id"] for row in session.run("MATCH (a:Actor) RETURN a.id AS id")]
    rows = [{"id": id, "key": key} for id in ids if (key := order_key(id)) != id]
    session.run("UNWIND $rows AS row MATCH (a:Actor {id: row.id}) SET a.key = row.key", rows=rows).consume()


MIGRATIONS: dict[int, Callable[[Session], None]] = {1: _from_1}  # by the version they start from


def check_server(agent: str, uri: str) -> None:
    """Refuse a server that does not speak our Cypher, by what it calls itself: Neo4j/5.26.30.

    Raises ForeignStore.
    """
    found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if found is None or (int(found[1]), int(found[2])) < OLDEST:
        raise ForeignStore(f"{uri}: the server is {agent}; gkg needs Neo4j {OLDEST[0]}.{OLDEST[1]} or newer")


def _mark(session: Session) -> None:
    session.run(
        "MERGE (m:Schema {id: $mark}) SET m.version = $version, m.writes = coalesce(m.writes, 0)",
        mark=MARK,
        version=VERSION,
    ).consume()

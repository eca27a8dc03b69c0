"""The yardstick: the same events written to Neo4j as fast as plain UNWIND and CREATE write them.

No counts, no comparing with what is there, no actors to look for. Its nodes have labels of their own, so that
it shares a server with the store it is held against.
"""

from collections.abc import Sequence
from typing import Any

from neo4j import Driver

from graph import neo4j_writing as writing
from graph.model import Reading
from graph.storing import Marks, nodes_of

BATCH = 1_000  # events of one transaction
LABELS = ("RawEvent", "RawActor", "RawArticle")
RAW_EVENTS = """
UNWIND $rows AS row
MATCH (s:RawActor {id: row.source}) MATCH (t:RawActor {id: row.target}) MATCH (a:RawArticle {id: row.article})
CREATE (e:RawEvent) SET e = row.values
CREATE (e)-[:SOURCE]->(s) CREATE (e)-[:TARGET]->(t) CREATE (e)-[:REPORTED_IN]->(a)
WITH e, row WHERE row.claimant IS NOT NULL
MATCH (c:RawActor {id: row.claimant}) CREATE (e)-[:ATTRIBUTED_TO]->(c)
"""

Rows = list[dict[str, Any]]


def prepare(driver: Driver) -> None:
    """Make the constraints on ids that the store has too."""
    for label in LABELS:
        driver.execute_query(f"CREATE CONSTRAINT FOR (n:{label}) REQUIRE n.id IS UNIQUE")
    driver.execute_query("CALL db.awaitIndexes(60)")


def create_ends(driver: Driver, readings: Sequence[Reading]) -> None:
    """Create the articles, and the actors that are not there yet, which the events will be tied to."""
    ids = sorted({actor.id for reading in readings for event in reading.events for actor in nodes_of(event)})
    driver.execute_query("UNWIND $ids AS id MERGE (:RawActor {id: id})", ids=ids)
    none = Marks(hash="", extractor="", codebook="")
    articles = [writing._article_row(reading, none) for reading in readings]
    driver.execute_query("UNWIND $rows AS row CREATE (a:RawArticle) SET a = row", rows=articles)


def rows_of(readings: Sequence[Reading]) -> list[Rows]:
    """The events as the store would send them, transaction by transaction."""
    rows = [writing._event_row(event) for reading in readings for event in reading.events]
    return [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]


def create_events(driver: Driver, transactions: Sequence[Rows]) -> None:
    """Create the events with their edges."""
    with driver.session() as session:
        for rows in transactions:
            session.execute_write(lambda tx, rows: tx.run(RAW_EVENTS, rows=rows).consume(), rows)

"""The writing transactions of the server: one writer at a time, events and counted edges together.

Every writing transaction begins by taking the lock of the one :Schema node. So writers wait for each
other instead of meeting in deadlock on the edges of the same pair, whatever process they are in, and
what a transaction reads does not change until it is through.

An article with more events than one transaction can bear comes and goes in slices. Meanwhile it has no
marks and is `pending`: its events stand, the counts know nothing of them. Whoever is interrupted leaves
it so, and the next to give or remove it begins by clearing it away.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any
from uuid import uuid4

from neo4j import ManagedTransaction, Session
from neo4j.exceptions import ConstraintError

from graph.counting import PairChange, is_counted, pair_changes
from graph.errors import Fault, Rejected, StoreUnavailable
from graph.model import Actor, Event, Reading
from graph.neo4j_conditions import order_key
from graph.neo4j_schema import LABELS, MARK, VERSION
from graph.query import actor_ids, folded_pair
from graph.records import RELATION_NAME, event_of_text, event_record, record_text
from graph.storing import Marks, base_type, country_of, nodes_of

SLICE = 5_000  # events of one transaction; their changes stay in the server's memory until it commits

Row = dict[str, Any]


def take_turn(tx: ManagedTransaction, uri: str) -> None:
    """Wait for the writers before us. Raises StoreUnavailable where the graph is gone meanwhile."""
    turn = "MATCH (m:Schema {id: $mark}) SET m.writes = m.writes + 1 RETURN m.version AS version"
    found = tx.run(turn, mark=MARK).single()
    if found is None or found["version"] != VERSION:
        raise StoreUnavailable(f"{uri}: the graph was emptied or migrated meanwhile; start again")


def marks_of(tx: ManagedTransaction | Session, ids: Iterable[str]) -> dict[str, Marks]:
    """The marks of the articles that are stored; one that came only in part has none."""
    rows = tx.run(
        "UNWIND $ids AS id MATCH (a:Article {id: id}) "
        "RETURN a.id AS id, a.hash AS hash, a.extractor AS extractor, a.codebook AS codebook, "
        "count { (a)<-[:REPORTED_IN]-() } AS events",
        ids=list(ids),
    )
    return {
        row["id"]: Marks(
            hash=row["hash"] or "",
            extractor=row["extractor"] or "",
            codebook=row["codebook"] or "",
            events=row["events"],
        )
        for row in rows
    }


def replace_articles(tx: ManagedTransaction, changed: Mapping[str, tuple[Reading, Marks]]) -> None:
    """Write articles with their events, in the place of the ones they had, and count them."""
    gone = events_of(tx, changed)
    delete_events(tx, [event.id for events in gone for event in events])
    write_articles(tx, [_article_row(reading, marks) for reading, marks in changed.values()])
    write_events(tx, [event for reading, _ in changed.values() for event in reading.events])
    count(tx, [reading.events for reading, _ in changed.values()], gone)
    drop_orphans(tx, gone)


def is_large(events: int, known: Marks | None) -> bool:
    """Whether an article is more than one transaction bears, new or old, or was left half written."""
    return events > SLICE or (known is not None and (known.events > SLICE or not known.hash))


def events_of(tx: ManagedTransaction, articles: Iterable[str]) -> list[list[Event]]:
    """The events that the counts know of, in a list for each of the articles that has any."""
    rows = tx.run(
        "UNWIND $ids AS id MATCH (a:Article {id: id})<-[:REPORTED_IN]-(e:Event) WHERE a.pending IS NULL "
        "RETURN id, e.record AS record",
        ids=list(articles),
    )
    found: dict[str, list[Event]] = defaultdict(list)
    for row in rows:
        found[row["id"]].append(event_of_text(row["record"]))
    return list(found.values())


def write_articles(tx: ManagedTransaction, rows: Sequence[Row]) -> None:
    tx.run("UNWIND $rows AS row MERGE (a:Article {id: row.id}) SET a = row", rows=list(rows)).consume()


def write_events(tx: ManagedTransaction, events: Iterable[Event]) -> None:
    """Write events and the actors they bring; the articles stand already.

    Raises Rejected where an event has the id of another article's.
    """
    given = list(events)
    actors = {actor.id: actor for event in given for actor in nodes_of(event)}
    tx.run(ACTORS, rows=[_actor_row(actor) for actor in actors.values()]).consume()
    parts = [
        {"id": actor.id, "country": country} for actor in actors.values() if (country := country_of(actor))
    ]
    tx.run(PARTS, rows=parts).consume()
    for batch in _slices(given):
        try:
            tx.run(EVENTS, rows=[_event_row(event) for event in batch]).consume()
        except ConstraintError as error:
            stolen = re.search(r"id` = '(?P<id>.*)'", str(error.message), re.DOTALL)
            owners = {event.id: event.article for event in batch}
            article = owners.get(stolen["id"]) if stolen else None
            raise Rejected(
                article or batch[0].article,
                "an event of it has the id of another article's event",
                Fault.EVENT,
            ) from error


def delete_events(tx: ManagedTransaction, ids: Sequence[str]) -> None:
    if ids:
        tx.run("UNWIND $ids AS id MATCH (e:Event {id: id}) DETACH DELETE e", ids=list(ids)).consume()


def delete_article(tx: ManagedTransaction, id: str) -> bool:
    summary = tx.run("MATCH (a:Article {id: $id}) DETACH DELETE a", id=id).consume()
    return summary.counters.nodes_deleted > 0


def count(tx: ManagedTransaction, came: Iterable[Sequence[Event]], went: Iterable[Sequence[Event]]) -> None:
    """Bring the counted edges up to what the transaction did to the events."""
    changes = pair_changes(came, went)
    if not changes:
        return
    edges = tx.run("MATCH ()-[r]->() RETURN count(r) AS n").single(strict=True)["n"]
    query = COUNT.format(search=SEARCH_SMALL if edges < SMALL else SEARCH)
    # The rows stand in a map, since a list is planned anew for other lengths.
    tx.run(query, given={"rows": [_change_row(change) for change in changes]}).consume()
    shrunk: dict[str, list[Row]] = defaultdict(list)
    for change in changes:
        if change.shrinks:
            shrunk[change.relation].append(_change_row(change))
    for relation, lessened in shrunk.items():
        assert RELATION_NAME.fullmatch(relation)  # it stands in the query itself
        tx.run(_with_type(UNCOUNT, relation), rows=lessened).consume()
        tx.run(_with_type(REDATE, relation), rows=lessened, relation=relation).consume()


def drop_orphans(tx: ManagedTransaction, went: Iterable[Sequence[Event]]) -> None:
    """Delete the actors that nothing mentions any more."""
    orphans = {actor.id: actor for events in went for event in events for actor in nodes_of(event)}
    # Sectors first: a country stays while one of its sectors does.
    for is_sector in (True, False):
        ids = sorted(id for id, actor in orphans.items() if (country_of(actor) is not None) is is_sector)
        if ids:
            tx.run(ORPHANS, ids=ids).consume()


# Articles of more events than a transaction bears. Each step is a transaction of its own, run by `write`,
# and may be run again: its COMMIT may have succeeded though the answer was lost.

Write = Callable[[Callable[[ManagedTransaction], Any]], Any]


def add_in_slices(write: Write, reading: Reading, marks: Marks) -> None:
    """Write an article slice by slice; only the last step makes it count and marks it as read."""
    id = reading.article.id
    token = clear_in_slices(write, id)

    def arrive(tx: ManagedTransaction) -> None:
        none = Marks(hash="", extractor="", codebook="")
        write_articles(tx, [_article_row(reading, none) | {"pending": token}])

    def add(tx: ManagedTransaction, events: Sequence[Event]) -> None:
        _go_on(tx, id, token)
        rows = tx.run(
            "UNWIND $ids AS id MATCH (e:Event {id: id, article: $article}) RETURN id",
            ids=[event.id for event in events],
            article=id,
        )
        there = {row["id"] for row in rows}
        write_events(tx, [event for event in events if event.id not in there])

    def count_all(tx: ManagedTransaction) -> None:
        if marks_of(tx, [id]).get(id) == marks:
            return
        _go_on(tx, id, token)
        count(tx, [reading.events], [])
        write_articles(tx, [_article_row(reading, marks)])

    write(arrive)
    for batch in _slices(reading.events):
        write(partial(add, events=batch))
    write(count_all)


def clear_in_slices(write: Write, id: str) -> str:
    """Take an article out of the counts, then its events away slice by slice; tells the mark it leaves."""
    token = uuid4().hex

    def leave(tx: ManagedTransaction) -> None:
        events = events_of(tx, [id])
        tx.run(
            "MATCH (a:Article {id: $id}) "
            "SET a.pending = $token, a.hash = '', a.extractor = '', a.codebook = ''",
            id=id,
            token=token,
        ).consume()
        count(tx, [], events)

    def take(tx: ManagedTransaction) -> bool:
        rows = tx.run(
            "MATCH (:Article {id: $id, pending: $token})<-[:REPORTED_IN]-(e:Event) "
            "RETURN e.record AS record LIMIT $slice",
            id=id,
            token=token,
            slice=SLICE,
        )
        events = [event_of_text(row["record"]) for row in rows]
        delete_events(tx, [event.id for event in events])
        drop_orphans(tx, [events])
        return bool(events)

    write(leave)
    while write(take):
        pass
    return token


def _go_on(tx: ManagedTransaction, id: str, token: str) -> None:
    """Raise StoreUnavailable where somebody else has begun to write the same article."""
    ours = tx.run("MATCH (a:Article {id: $id, pending: $token}) RETURN a.id", id=id, token=token).single()
    if ours is None:
        raise StoreUnavailable(f"article {id!r} is being written by another process; load it again")


# Rows and the queries that take them.


def _article_row(reading: Reading, marks: Marks) -> Row:
    article = reading.article
    row = {key: getattr(article, key) for key in ("id", "title", "published", "url", "language", "text")}
    return row | {"hash": marks.hash, "extractor": marks.extractor, "codebook": marks.codebook}


def _actor_row(actor: Actor) -> Row:
    values = {
        "code": actor.code,
        "sector": actor.sector,
        "kind": str(actor.kind),
        "name": actor.name,
        "folded": [actor.name.casefold(), actor.id.casefold()],
        "key": key if (key := order_key(actor.id)) != actor.id else None,
    }
    labels = [label for label, kinds in LABELS.items() if actor.kind in kinds]
    return {"id": actor.id, "labels": labels, "values": values}


def _event_row(event: Event) -> Row:
    record = event_record(event)
    source, target, attribution = event.source, event.target, event.attributed_to
    claimant = attribution.speaker.actor.id if attribution else None
    ends = source.actor.id, target.actor.id
    folded = folded_pair(*ends)
    values = {key: record[key] for key in SCALARS if record[key] is not None} | {
        "sentence": event.sentence.text,
        "trigger": event.trigger.text,
        "source": ends[0],
        "target": ends[1],
        "base": base_type(event).value,
        "counted": is_counted(event),
        "record": record_text(record),
    }
    known = {
        "source_person": source.person.id if source.person else None,
        "target_person": target.person.id if target.person else None,
        "attributed_to": claimant,
        "day": event.when,
        "state_source": folded[0] if folded[0] != ends[0] else None,
        "state_target": folded[1] if folded[1] != ends[1] else None,
    }
    values |= {key: value for key, value in known.items() if value is not None}
    return {
        "source": ends[0],
        "target": ends[1],
        "article": event.article,
        "claimant": claimant,
        "values": values,
    }


def _change_row(change: PairChange) -> Row:
    return {
        "relation": change.relation,
        "source": change.source,
        "target": change.target,
        "sources": actor_ids(change.source),
        "targets": actor_ids(change.target),
        "base": change.base.value,
        "events": change.events,
        "claimed": change.claimed,
        "articles": change.articles,
        "first": change.first,
        "last": change.last,
        "lost_first": min(change.lost, default=None),
        "lost_last": max(change.lost, default=None),
    }


def _with_type(query: str, relation: str) -> str:
    return query.replace("$TYPE", relation)


def _slices(events: Sequence[Event]) -> Iterator[list[Event]]:
    stream = iter(events)
    while batch := list(islice(stream, SLICE)):
        yield batch


SCALARS = (
    *("id", "act", "article", "field", "relation", "content", "plover", "cameo", "quad", "reciprocal"),
    *("negated", "modality", "date", "date_granularity", "published", "confidence"),
)
ACTORS = f"""
UNWIND $rows AS row MERGE (a:Actor {{id: row.id}})
REMOVE a:{":".join(LABELS)} SET a:$(row.labels), a += row.values
"""
PARTS = """
UNWIND $rows AS row MATCH (a:Actor {id: row.id}) MATCH (c:Actor {id: row.country}) MERGE (a)-[:PART_OF]->(c)
"""
EVENTS = """
UNWIND $rows AS row
MATCH (s:Actor {id: row.source}) MATCH (t:Actor {id: row.target}) MATCH (a:Article {id: row.article})
CREATE (e:Event) SET e = row.values
CREATE (e)-[:SOURCE]->(s) CREATE (e)-[:TARGET]->(t) CREATE (e)-[:REPORTED_IN]->(a)
WITH e, row WHERE row.claimant IS NOT NULL
MATCH (c:Actor {id: row.claimant}) CREATE (e)-[:ATTRIBUTED_TO]->(c)
"""
# One query for all relations: planning a hundred costs seconds. `replan=skip` keeps the plan. On a small
# graph, a search between two nodes is planned as a scan of all edges, and would stay so as the graph grows;
# one of variable length can only go on from a node. On a large graph, a search from the end with fewer
# edges is best.
COUNT = """
CYPHER replan=skip
UNWIND $given.rows AS row MATCH (s:Actor {{id: row.source}}) MATCH (t:Actor {{id: row.target}})
{search}
FOREACH (r IN CASE WHEN r IS NOT NULL THEN [r] ELSE [] END |
    SET r.base = row.base, r.events = r.events + row.events,
        r.claimed = r.claimed + row.claimed, r.articles = r.articles + row.articles,
        r.first = CASE WHEN r.first IS NULL OR row.first < r.first THEN row.first ELSE r.first END,
        r.last = CASE WHEN r.last IS NULL OR row.last > r.last THEN row.last ELSE r.last END)
FOREACH (_ IN CASE WHEN r IS NULL THEN [row] ELSE [] END |
    CREATE (s)-[:$(row.relation) {{base: row.base, events: row.events, claimed: row.claimed,
        articles: row.articles, first: row.first, last: row.last}}]->(t))
"""
SMALL = (
    200_000  # edges of all kinds; at 400,000 the search of variable length takes twice as long as the other
)
SEARCH_SMALL = (
    "OPTIONAL MATCH (s)-[found*1..1]->(t) WHERE type(found[0]) = row.relation WITH s, t, row, found[0] AS r"
)
SEARCH = "CALL (s, t, row) { OPTIONAL MATCH (s)-[r]->(t) WHERE type(r) = row.relation RETURN r }"
UNCOUNT = """
UNWIND $rows AS row
MATCH (:Actor {id: row.source})-[r:$TYPE]->(:Actor {id: row.target}) WHERE r.events = 0 DELETE r
"""
REDATE = """
UNWIND $rows AS row
MATCH (:Actor {id: row.source})-[r:$TYPE]->(:Actor {id: row.target})
WHERE row.lost_first <= r.first OR row.lost_last >= r.last
CALL (row) {
    MATCH (e:Event) WHERE e.source IN row.sources AND e.relation = $relation AND e.target IN row.targets
        AND e.counted AND coalesce(e.state_source, e.source) = row.source
        AND coalesce(e.state_target, e.target) = row.target
    RETURN min(e.day) AS first, max(e.day) AS last
}
SET r.first = first, r.last = last
"""
ORPHANS = """
UNWIND $ids AS id MATCH (a:Actor {id: id})
WHERE NOT EXISTS { (a)<-[:SOURCE|TARGET|ATTRIBUTED_TO|PART_OF]-() } DETACH DELETE a
"""

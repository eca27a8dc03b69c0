"""What a writing transaction does to the file: events and counted pairs together.

The connection stands in a transaction already, and its caller commits or undoes it.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from graph.counting import PairChange, pair_changes
from graph.errors import Fault, Rejected
from graph.model import Event, Reading
from graph.query import actor_ids, folded_pair
from graph.records import event_of_text, event_record, record_text
from graph.storing import Marks, base_type, nodes_of


def marks_of(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Marks]:
    """The marks of the articles that are stored."""
    rows = (connection.execute(MARKS, [id]).fetchone() for id in ids)
    return {
        row["id"]: Marks(
            hash=row["hash"], extractor=row["extractor"], codebook=row["codebook"], events=row["events"]
        )
        for row in rows
        if row is not None
    }


def replace_articles(
    connection: sqlite3.Connection, changed: Mapping[str, tuple[Reading, Marks]], held: Collection[str]
) -> None:
    """Write articles with their events, in the place of the ones that those already held had, and count them.

    Raises Rejected where an event has the id of another article's.
    """
    gone = [events_of(connection, id) for id in changed if id in held]
    for delete in DELETE_EVENTS:
        connection.executemany(delete, [(id,) for id in changed if id in held])
    readings = [reading for reading, _ in changed.values()]
    connection.executemany(WRITE_ARTICLE, [_article_row(*written) for written in changed.values()])
    _write_actors(connection, readings)
    _write_events(connection, readings)
    count(connection, [reading.events for reading in readings], gone)
    drop_orphans(connection, gone)


def remove_article(connection: sqlite3.Connection, id: str) -> bool:
    """Delete an article with its events; whether there was one."""
    gone = [events_of(connection, id)]
    for delete in DELETE_EVENTS:
        connection.execute(delete, [id])
    removed = connection.execute("DELETE FROM articles WHERE id = ?", [id]).rowcount > 0
    count(connection, [], gone)
    drop_orphans(connection, gone)
    return removed


def events_of(connection: sqlite3.Connection, article: str) -> list[Event]:
    return [event_of_text(row["record"]) for row in connection.execute(RECORDS_OF, [article])]


def count(
    connection: sqlite3.Connection, came: Sequence[Sequence[Event]], went: Sequence[Sequence[Event]]
) -> None:
    """Bring the counted pairs up to what the transaction did to the events."""
    changes = pair_changes(came, went)
    connection.executemany(COUNT_PAIR, [_change_row(change) for change in changes])
    for change in changes:
        if change.shrinks:
            _shrink(connection, change)


def _shrink(connection: sqlite3.Connection, change: PairChange) -> None:
    """Delete a pair that lost its last event; else look up its first and last day anew."""
    key = (change.source, change.relation, change.target)
    connection.execute(f"DELETE FROM pairs WHERE {PAIR} AND events = 0", key)
    sources, targets = actor_ids(change.source), actor_ids(change.target)
    days = (
        f"SELECT min(day), max(day) FROM events WHERE source IN ({places(sources)}) AND relation = ? "
        f"AND target IN ({places(targets)}) AND state_source = ? AND state_target = ? AND counted = 1"
    )
    found = [*sources, change.relation, *targets, change.source, change.target]
    connection.execute(f"UPDATE pairs SET (first, last) = ({days}) WHERE {PAIR}", [*found, *key])


def drop_orphans(connection: sqlite3.Connection, went: Iterable[Sequence[Event]]) -> None:
    """Delete the actors that nothing mentions any more."""
    # Sectors first: a country stays while one of its sectors does.
    orphans = {actor.id for events in went for event in events for actor in nodes_of(event)}
    for id in sorted(orphans, key=lambda id: (-len(id), id)):
        connection.execute(DROP_ORPHAN, [id])


def _write_actors(connection: sqlite3.Connection, readings: Sequence[Reading]) -> None:
    actors = {
        actor.id: actor for reading in readings for event in reading.events for actor in nodes_of(event)
    }
    connection.executemany(
        WRITE_ACTOR, [(a.id, a.code, a.sector, str(a.kind), a.name) for a in actors.values()]
    )


def _write_events(connection: sqlite3.Connection, readings: Sequence[Reading]) -> None:
    events = [event for reading in readings for event in reading.events]
    last = connection.execute("SELECT coalesce(max(n), 0) FROM events").fetchone()[0]
    try:
        connection.executemany(WRITE_EVENT, [_event_row(n, e) for n, e in enumerate(events, last + 1)])
    except sqlite3.IntegrityError as error:
        raise Rejected(
            _taker(connection, events), "an event of it has the id of another article's event", Fault.EVENT
        ) from error
    records = (record_text(event_record(event)) for event in events)
    connection.executemany(WRITE_RECORD, enumerate(records, last + 1))


def _taker(connection: sqlite3.Connection, events: Sequence[Event]) -> str:
    """The article that brings an event of an id that another's has."""
    for event in events:
        held = connection.execute("SELECT article FROM events WHERE id = ?", [event.id]).fetchone()
        if held is not None and held["article"] != event.article:
            return event.article
    return events[0].article


def _article_row(reading: Reading, marks: Marks) -> tuple[Any, ...]:
    a = reading.article
    return (
        *(a.id, a.title, a.published, a.url, a.language, a.text),
        *(marks.hash, marks.extractor, marks.codebook),
    )


def _event_row(n: int, event: Event) -> tuple[Any, ...]:
    source, target = event.source, event.target
    return (
        n,
        event.id,
        event.article,
        source.actor.id,
        target.actor.id,
        *folded_pair(source.actor.id, target.actor.id),
        event.relation,
        event.content,
        base_type(event).value,
        event.plover.value,
        event.negated,
        event.modality.value,
        event.attributed_to.speaker.actor.id if event.attributed_to else None,
        source.person.id if source.person else None,
        target.person.id if target.person else None,
        event.when,
        event.confidence,
        event.act,
    )


def _change_row(c: PairChange) -> tuple[Any, ...]:
    return (
        *(c.source, c.relation, c.target, c.base.value),
        *(c.events, c.claimed, c.articles, c.first, c.last),
    )


def places(values: Collection[object]) -> str:
    """Places for so many parameters."""
    return ", ".join("?" * len(values))


PAIR = "(source, relation, target) = (?, ?, ?)"
MARKS = (
    "SELECT id, hash, extractor, codebook, (SELECT count(*) FROM events e WHERE e.article = a.id) AS events "
    "FROM articles a WHERE id = ?"
)
RECORDS_OF = "SELECT record FROM events JOIN records USING (n) WHERE article = ?"
DELETE_EVENTS = (
    "DELETE FROM records WHERE n IN (SELECT n FROM events WHERE article = ?)",
    "DELETE FROM events WHERE article = ?",
)
WRITE_ARTICLE = """
INSERT OR REPLACE INTO articles (id, title, published, url, language, text, hash, extractor, codebook)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
WRITE_ACTOR = """
INSERT INTO actors (id, code, sector, kind, name) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
    (code, sector, kind, name) = (excluded.code, excluded.sector, excluded.kind, excluded.name)
"""
WRITE_EVENT = """
INSERT INTO events (n, id, article, source, target, state_source, state_target, relation, content, base,
    plover, negated, modality, claimant, source_person, target_person, day, confidence, act)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
WRITE_RECORD = "INSERT INTO records (n, record) VALUES (?, ?)"
# min and max of SQLite are null where one of their values is.
COUNT_PAIR = """
INSERT INTO pairs (source, relation, target, base, events, claimed, articles, first, last)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, relation, target) DO UPDATE SET
    base = excluded.base, events = events + excluded.events, claimed = claimed + excluded.claimed,
    articles = articles + excluded.articles,
    first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)),
    last = max(coalesce(last, excluded.last), coalesce(excluded.last, last))
"""
DROP_ORPHAN = """
DELETE FROM actors WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM events WHERE source = ?1)
    AND NOT EXISTS (SELECT 1 FROM events WHERE target = ?1)
    AND NOT EXISTS (SELECT 1 FROM events WHERE claimant = ?1)
    AND NOT EXISTS (SELECT 1 FROM actors WHERE id > ?1 || '-' AND id < ?1 || '.')
"""

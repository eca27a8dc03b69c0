"""The embedded store: one SQLite file in WAL mode, safe for several threads.

Events stand in short rows, what filters and groupings use; `records` keeps the whole of each. `pairs` holds
the counted edges of the default question (actual, not negated, a military as its country); every transaction
adds to them and takes from them what its articles bring and take away (graph/counting.py).

A connection serves one call, or one list for export from its first row to its last, so that a slow reader
holds up nobody and sees one state of the graph.
"""

import json
import sqlite3
import threading
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote, unquote

from pydantic_core import from_json

from graph import sqlite_writing as writing
from graph.errors import ForeignStore, QueryTooLong, StoreError, StoreUnavailable
from graph.gazetteer import folded_name
from graph.model import Actor, Article, Event, Kind, Plover, Reading
from graph.query import (
    ActorPage,
    ActorRow,
    Bucket,
    EventQuery,
    Evidence,
    EvidencePage,
    Level,
    Page,
    RelationPage,
    RelationRow,
    StoredArticle,
    Timeline,
    TimelineRow,
    Totals,
    actor_ids,
    cursor_of,
    is_counted_by_pairs,
    is_default_kind,
    position_of,
)
from graph.records import event_of_text
from graph.sqlite_schema import WAIT, finished, prepare
from graph.sqlite_writing import places
from graph.store import Links
from graph.storing import Marks, Outcome, check_reading, plan

COUNTS = (
    "min(base) AS base, count(*) AS events, count(claimant) AS claimed, count(DISTINCT article) AS articles, "
    "min(day) AS first, max(day) AS last"
)
COUNTED = "source, relation, target, base, events, claimed, articles, first, last"
ACTOR = "id, code, sector, kind, name"
STEPS = {
    Bucket.DAY: "day",
    Bucket.WEEK: "date(day, '-6 days', 'weekday 1')",
    Bucket.MONTH: "substr(day, 1, 7) || '-01'",
    Bucket.YEAR: "substr(day, 1, 4) || '-01-01'",
}
STEPS_BETWEEN_LOOKS = 20_000  # of SQLite's machine, a fraction of a millisecond: how often the clock is read
COLUMNS = {Level.STATE: ("state_source", "state_target"), Level.ACTOR: ("source", "target")}


class SqliteStore:
    """A Store in one file. Opening makes the file; another program's file is refused, never touched."""

    batch = 10_000  # a transaction writes every page of an index once, however many of its events fall there

    def __init__(self, path: Path, *, seconds: float | None = None) -> None:
        self.uri = f"sqlite:///{path}"
        self._seconds = seconds
        self.migrated_from: int | None = None
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        self._watcher: sqlite3.Connection | None = None
        self._pool = threading.RLock()
        self._writing = threading.Lock()
        try:
            self.check()
        except BaseException:
            self.close()
            raise

    def check(self) -> None:
        with self._lent() as connection:
            self.migrated_from = prepare(connection, self._path) or self.migrated_from

    def close(self) -> None:
        with self._pool:
            self._closed = True
            while self._idle:
                self._idle.pop().close()
            if self._watcher is not None:
                self._watcher.close()
                self._watcher = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, readings: Iterable[Reading]) -> list[Outcome]:
        given = list(readings)  # read before the lock is taken: extraction may be behind it
        for reading in given:
            check_reading(reading)
        ids = {reading.article.id for reading in given}
        if not plan(given, self.marks(ids)).changed:
            return [Outcome.UNCHANGED] * len(given)  # nobody has to wait for what writes nothing
        with self._transaction() as connection:
            held = writing.marks_of(connection, ids)
            planned = plan(given, held)
            writing.replace_articles(connection, planned.changed, held)
        return planned.outcomes

    def marks(self, article_ids: Iterable[str]) -> dict[str, Marks]:
        with self._lent() as connection:
            return writing.marks_of(connection, article_ids)

    def remove(self, article_id: str) -> bool:
        with self._transaction() as connection:
            return writing.remove_article(connection, article_id)

    def article(self, article_id: str) -> StoredArticle | None:
        row = self._row(f"{ARTICLES} WHERE id = ?", [article_id])
        return _stored_article(row) if row else None

    def articles(self, query: EventQuery | None = None) -> Iterator[StoredArticle]:
        wanted, values = "1", list[Any]()
        if query is not None:
            where, values = conditions(query)
            wanted = f"EXISTS (SELECT 1 FROM events e WHERE e.article = a.id AND {where})"
        for row in self._stream(f"{ARTICLES} WHERE {wanted} ORDER BY id", values):
            yield _stored_article(row)

    def relations(self, query: EventQuery, page: Page) -> RelationPage:
        after: list[Any] = []
        if page.cursor is not None:
            events, *names = position_of(page.cursor, [int, str, str, str])
            after = [events, events, *names]
        found = [RelationRow._make(row) for row in self._at_once(*_relations(query, after, page.limit + 1))]
        rows = found[: page.limit]
        last = rows[-1] if len(found) > page.limit and rows else None
        return RelationPage(
            rows=tuple(rows),
            undated=self._undated(query),
            next=cursor_of([last.events, last.source, last.relation, last.target]) if last else None,
        )

    def all_relations(self, query: EventQuery) -> Iterator[RelationRow]:
        return map(RelationRow._make, self._stream(*_relations(query, [], -1)))

    def links(self, query: EventQuery, actors: Collection[str], *, backwards: bool = False) -> Links:
        if is_counted_by_pairs(query):
            where, values = _pair_conditions(query)
            table, (source, target) = "pairs", ("source", "target")
        else:
            where, values = conditions(query)
            where += (
                f" AND e.{'target' if backwards else 'source'} IN ({LISTED})"  # has an index, a state none
            )
            values.append(_listed(node for actor in actors for node in actor_ids(actor)))
            table, (source, target) = "events e", COLUMNS[query.level]
        end = target if backwards else source
        sql = (
            f"SELECT DISTINCT {source} AS source, {target} AS target FROM {table} "
            f"WHERE {where} AND {end} IN ({LISTED})"
        )
        rows = self._rows(sql, [*values, _listed(actors)])
        return {(row["source"], row["target"]) for row in rows}

    def timeline(self, query: EventQuery, bucket: Bucket) -> Timeline:
        where, values = conditions(query)
        sql = (
            f"SELECT {STEPS[bucket]} AS start, count(DISTINCT act) AS acts, count(*) AS events, "
            f"count(claimant) AS claimed FROM events e WHERE {where} AND day IS NOT NULL "
            "GROUP BY 1 ORDER BY 1"
        )
        rows = tuple(TimelineRow(**dict(row)) for row in self._rows(sql, values))
        return Timeline(rows=rows, undated=self._count_undated(query))

    def evidence(self, query: EventQuery, page: Page) -> EvidencePage:
        where, values = conditions(query)
        if page.cursor is not None:
            day, id = position_of(page.cursor, [str, str])
            where += f" AND {DAY} <= ? AND ({DAY} < ? OR e.id > ?)"
            values = [*values, day, day, id]
        order = f"ORDER BY {DAY} DESC, e.id"
        wanted = f"SELECT e.n FROM events e WHERE {where} {order} LIMIT ?"  # records are long: sort without
        sql = f"{EVIDENCE} WHERE e.n IN ({wanted}) {order}"
        found = [_evidence(row) for row in self._rows(sql, [*values, page.limit + 1])]
        rows = found[: page.limit]
        last = rows[-1].event if len(found) > page.limit and rows else None
        return EvidencePage(
            rows=tuple(rows),
            undated=self._undated(query),
            next=cursor_of([last.when or "", last.id]) if last else None,
        )

    def events(self, query: EventQuery) -> Iterator[Event]:
        where, values = conditions(query)
        for row in self._stream(
            f"SELECT r.record FROM events e JOIN records r USING (n) WHERE {where} ORDER BY e.id", values
        ):
            yield event_of_text(row["record"])

    def actors_of(self, query: EventQuery) -> Iterator[Actor]:
        where, values = conditions(query)
        table, ends = "events e", COLUMNS[query.level]
        if is_counted_by_pairs(query):
            where, values = _pair_conditions(query)
            table, ends = "pairs", COLUMNS[Level.ACTOR]
        if query.level is Level.ACTOR and not query.article and not query.attributed_to:
            # Most actors are found with their first event, by the indexes of ends.
            is_end = [f"EXISTS (SELECT 1 FROM {table} WHERE {end} = a.id AND {where})" for end in ends]
        else:
            is_end = [f"id IN (SELECT {end} FROM {table} WHERE {where})" for end in ends]
        sql = f"SELECT {ACTOR} FROM actors a WHERE {' OR '.join(is_end)} ORDER BY id"
        for row in self._stream(sql, [*values, *values]):
            yield _actor(row)

    def event(self, event_id: str) -> Evidence | None:
        row = self._row(f"{EVIDENCE} WHERE e.id = ?", [event_id])
        return _evidence(row) if row else None

    def actors(self, ids: Iterable[str] | None, page: Page) -> ActorPage:
        having, values = "outgoing + incoming > 0", list[Any]()
        if ids is not None:
            having = f"id IN ({LISTED})"
            values.append(_listed(ids))
        if page.cursor is not None:
            busy, id = position_of(page.cursor, [int, str])
            having += " AND (outgoing + incoming < ? OR (outgoing + incoming = ? AND id > ?))"
            values += [busy, busy, id]
        sql = f"SELECT * FROM ({ACTORS}) WHERE {having} ORDER BY outgoing + incoming DESC, id LIMIT ?"
        found = [_actor_row(row) for row in self._rows(sql, [*values, page.limit + 1])]
        rows = found[: page.limit]
        last = rows[-1] if len(found) > page.limit and rows else None
        return ActorPage(
            rows=tuple(rows),
            next=cursor_of([last.outgoing + last.incoming, last.actor.id]) if last else None,
        )

    def actor(self, actor_id: str) -> ActorRow | None:
        row = self._row(f"SELECT * FROM ({ACTORS}) WHERE id = ?", [actor_id])
        return _actor_row(row) if row else None

    def find_actors(self, text: str) -> list[str]:
        sql = "SELECT id FROM actors WHERE instr(folded(name), ?1) OR instr(folded(id), ?1) ORDER BY id"
        return [row["id"] for row in self._rows(sql, [text.casefold()])]

    def actors_called(self, names: Collection[str]) -> list[Actor]:
        wanted = "SELECT folded_name(unquoted(value)) FROM json_each(?1)"
        called = f"folded_name(name) IN ({wanted}) OR folded_name(id) IN ({wanted})"
        sql = f"SELECT {ACTOR} FROM actors WHERE {called} ORDER BY id"
        return [_actor(row) for row in self._rows(sql, [_listed(names)])] if names else []

    def totals(self) -> Totals:
        row = self._row(
            "SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM events) AS events, "
            "(SELECT count(*) FROM actors) AS actors",
            [],
        )
        by_relation = "SELECT relation, count(*) AS n FROM events GROUP BY relation ORDER BY relation"
        counts = {r["relation"]: r["n"] for r in self._rows(by_relation, [])}
        if row is None:
            raise StoreUnavailable(f"{self.uri}: the counts cannot be read")
        return Totals(articles=row["articles"], events=row["events"], actors=row["actors"], relations=counts)

    def revision(self) -> str | None:
        with self._errors(), self._pool:
            if self._watcher is None and not self._closed:
                self._watcher = self._opened()  # writes nothing, so that it sees every change as another's
            if self._watcher is None:
                raise StoreError(f"{self.uri}: the store is closed")
            return str(self._watcher.execute("PRAGMA data_version").fetchone()[0])

    # How answers are read.

    def _undated(self, query: EventQuery) -> int:
        return 0 if query.since is None and query.until is None else self._count_undated(query)

    def _count_undated(self, query: EventQuery) -> int:
        where, values = conditions(query, dated=False)
        row = self._row(f"SELECT count(*) AS n FROM events e WHERE {where} AND {DAY} = ''", values)
        return int(row["n"]) if row else 0

    # The connections.

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        """A connection for one call: an idle one, or a new one when all are in use."""
        with self._errors():
            with self._pool:
                if self._closed:
                    raise StoreError(f"{self.uri}: the store is closed")
                connection = self._idle.pop() if self._idle else self._opened()
            try:
                yield connection
            finally:
                self._take_back(connection)

    def _take_back(self, connection: sqlite3.Connection) -> None:
        with self._pool:
            if self._closed:
                connection.close()
            else:
                self._idle.append(connection)

    def _opened(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # One call at a time uses a connection, though not always from the same thread.
        connection = sqlite3.connect(self._path, timeout=WAIT, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")  # 64 MB, taken as they are needed
        connection.execute("PRAGMA wal_autocheckpoint = 20000")  # 80 MB: few pauses of a long load
        connection.create_function("folded", 1, str.casefold, deterministic=True)
        connection.create_function("folded_name", 1, folded_name, deterministic=True)
        connection.create_function("unquoted", 1, unquote, deterministic=True)
        return connection

    def _rows(self, sql: str, values: Sequence[Any]) -> list[sqlite3.Row]:
        with self._lent() as connection, self._limited(connection):
            return connection.execute(sql, values).fetchall()

    def _row(self, sql: str, values: Sequence[Any]) -> sqlite3.Row | None:
        return next(iter(self._rows(sql, values)), None)

    def _at_once(self, sql: str, values: Sequence[Any]) -> list[Sequence[Any]]:
        """The rows of a page of relations in one step of SQLite.

        Between two steps a thread waits its turn for Python; a hundred rows would wait a hundred times.
        """
        columns = ", ".join(RelationRow._fields)
        row = self._row(f"SELECT json_group_array(json_array({columns})) AS rows FROM ({sql})", values)
        rows: list[Sequence[Any]] = from_json(row["rows"]) if row else []
        return rows

    def _stream(self, sql: str, values: Sequence[Any]) -> Iterator[sqlite3.Row]:
        """Rows as they are asked for, all of one state of the graph, on a connection of their own."""
        with self._lent() as connection:
            with self._limited(connection):
                cursor = connection.execute(sql, values)
                first = cursor.fetchone()
            with closing(cursor):
                if first is not None:
                    yield first
                    yield from cursor

    @contextmanager
    def _limited(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Interrupt what takes longer than a question may."""
        if self._seconds is None:
            yield
            return
        until = time.monotonic() + self._seconds
        connection.set_progress_handler(lambda: time.monotonic() > until, STEPS_BETWEEN_LOOKS)
        try:
            yield
        finally:
            connection.set_progress_handler(None, 0)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._writing, self._lent() as connection:
            connection.execute("BEGIN IMMEDIATE")
            with finished(connection):
                yield connection

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Say what SQLite or the file system refuses, with the mend."""
        try:
            yield
        except UnicodeEncodeError as error:
            raise StoreError(f"{error.object!r} is not Unicode: it holds a lone surrogate") from error
        except sqlite3.OperationalError as error:
            if str(error) == "interrupted" and self._seconds is not None:
                raise QueryTooLong(self._seconds) from error
            raise StoreUnavailable(f"{self._path}: {_mend(str(error))}") from error
        except sqlite3.DatabaseError as error:
            raise ForeignStore(
                f"{self._path}: {error}; not a gkg graph, or damaged; choose another file with --store"
            ) from error
        except OSError as error:
            raise StoreUnavailable(
                f"{self._path}: {error.strerror}; choose another file with --store"
            ) from error


MENDS = {
    "readonly": "the file is read-only; make it writable or choose another with --store",
    "full": "the disk is full; make room and load again, nothing that was acknowledged is lost",
    "locked": "another process is writing; try again when it is done",
    "unable to open": "cannot be opened; check that the folder exists and may be written, or use --store",
}


def _mend(message: str) -> str:
    return next((mend for sign, mend in MENDS.items() if sign in message), message)


ARTICLES = "SELECT a.*, (SELECT count(*) FROM events e WHERE e.article = a.id) AS events FROM articles a"
EVIDENCE = (
    "SELECT r.record, a.title, a.url, a.published FROM events e JOIN records r USING (n) "
    "JOIN articles a ON a.id = e.article"
)
DAY = "coalesce(day, '')"  # as the index by day has it
# As many ids as wanted in one parameter. Quoted, since json_each ends a text at its first NUL.
LISTED = "SELECT unquoted(value) FROM json_each(?)"
ACTORS = (
    "SELECT a.*, (SELECT count(*) FROM events e WHERE e.source = a.id) AS outgoing, "
    "(SELECT count(*) FROM events e WHERE e.target = a.id) AS incoming FROM actors a"
)


def conditions(query: EventQuery, *, dated: bool = True) -> tuple[str, list[Any]]:
    """The WHERE clause of a query over `events e`, with its values."""
    parts, values = ["1"], list[Any]()

    def any_of(columns: Sequence[str], wanted: Sequence[str]) -> None:
        if wanted:
            parts.append("(" + " OR ".join(f"{column} IN ({places(wanted)})" for column in columns) + ")")
            values.extend(list(wanted) * len(columns))

    def nodes(ids: Iterable[str]) -> list[str]:
        return [node for id in ids for node in actor_ids(id)]

    any_of(["e.source"], nodes(query.source))
    any_of(["e.target"], nodes(query.target))
    any_of(["e.source", "e.target"], nodes(query.actor))
    any_of(["e.claimant"], nodes(query.attributed_to))
    any_of(["e.source_person", "e.target_person"], query.person)
    for column in ("relation", "content", "plover", "article"):
        any_of([f"e.{column}"], getattr(query, column))
    if query.between:
        either = []
        for first, second in query.between:
            ends = (nodes([first]), nodes([second]))
            for source, target in (ends, ends[::-1]):
                either.append(f"(e.source IN ({places(source)}) AND e.target IN ({places(target)}))")
                values.extend([*source, *target])
        parts.append("(" + " OR ".join(either) + ")")
    if query.code:
        coded = f"IN (SELECT id FROM actors WHERE code IN ({places(query.code)}))"
        parts.append(f"(e.source {coded} OR e.target {coded})")
        values.extend([*query.code, *query.code])
    if query.quad:
        any_of(["e.plover"], [plover.value for plover in Plover if plover.quad in query.quad])
    if is_default_kind(query):
        parts.append("e.counted = 1")
    else:
        any_of(["e.modality"], query.modality)
        if query.negated is not None:
            parts.append("e.negated" if query.negated else "NOT e.negated")
    if query.min_confidence:
        parts.append("e.confidence >= ?")
        values.append(query.min_confidence)
    for sign, day in ((">=", query.since), ("<", query.until)):
        if dated and day:
            parts.append(f"e.day {sign} ?")
            values.append(day)
    return " AND ".join(parts), values


def _relations(query: EventQuery, after: list[Any], limit: int) -> tuple[str, list[Any]]:
    """The columns of a RelationRow for each pair of a query behind a position, with the values."""
    if is_counted_by_pairs(query):
        where, values = _pair_conditions(query)
        grouped = f"SELECT {COUNTED} FROM pairs WHERE {where}"
    else:
        from_column, to_column = COLUMNS[query.level]
        where, values = conditions(query)
        grouped = (
            f"SELECT {from_column} AS source, relation, {to_column} AS target, {COUNTS} FROM events e "
            f"WHERE {where} GROUP BY 1, 2, 3"
        )
    since = ""
    if after:
        since = "WHERE p.events < ? OR (p.events = ? AND (p.source, p.relation, p.target) > (?, ?, ?))"
    sql = (
        "SELECT source, s.name AS source_name, s.kind AS source_kind, relation, base, "
        "target, t.name AS target_name, t.kind AS target_kind, "
        f"events, claimed, articles, first, last FROM ({grouped}) p "
        f"JOIN actors s ON s.id = p.source JOIN actors t ON t.id = p.target {since} "
        "ORDER BY p.events DESC, p.source, p.relation, p.target LIMIT ?"
    )
    return sql, [*values, *after, limit]


def _pair_conditions(query: EventQuery) -> tuple[str, list[Any]]:
    """The WHERE clause over `pairs`, whose ends are folded already."""
    where, values = conditions(
        EventQuery(
            source=query.source,
            target=query.target,
            actor=query.actor,
            between=query.between,
            relation=query.relation,
            negated=None,
            modality=(),
        )
    )
    return where.replace("e.", ""), values


def _listed(ids: Iterable[str]) -> str:
    return json.dumps([quote(id) for id in ids])


def _stored_article(row: sqlite3.Row) -> StoredArticle:
    return StoredArticle(
        article=Article(**{k: row[k] for k in ("id", "title", "published", "url", "language", "text")}),
        hash=row["hash"],
        extractor=row["extractor"],
        codebook=row["codebook"],
        events=row["events"],
    )


def _evidence(row: sqlite3.Row) -> Evidence:
    return Evidence(
        event=event_of_text(row["record"]), title=row["title"], url=row["url"], published=row["published"]
    )


def _actor(row: sqlite3.Row) -> Actor:
    return Actor(
        id=row["id"], code=row["code"], sector=row["sector"], kind=Kind(row["kind"]), name=row["name"]
    )


def _actor_row(row: sqlite3.Row) -> ActorRow:
    return ActorRow(actor=_actor(row), outgoing=row["outgoing"], incoming=row["incoming"])

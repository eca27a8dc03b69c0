"""The embedded store: one SQLite file in WAL mode, safe for several threads.

Events keep their whole record; beside them stand the columns that filters use. `pairs` holds the counted
edges of the default question (actual, not negated) at both levels and is recounted for every pair that a
transaction touches, so it can never drift from the events.

A connection serves one call, or one list for export from its first row to its last, so that a slow reader
holds up nobody and sees one state of the graph.
"""

import json
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self

from graph.errors import ForeignStore, Rejected, StoreError, StoreUnavailable
from graph.model import Actor, Article, Event, Kind, Modality, Plover, Reading
from graph.query import (
    ActorPage,
    ActorRow,
    EventQuery,
    Evidence,
    EvidencePage,
    Level,
    Page,
    RelationPage,
    RelationRow,
    StoredArticle,
    Totals,
    actor_ids,
    cursor_of,
    folded_pair,
    position_of,
)
from graph.records import event_of, event_record
from graph.storing import Outcome, base_type, content_hash, nodes_of

APPLICATION = 0x676B6731  # "gkg1": tells our files from other SQLite files
VERSION = 1
HEADER = 100  # bytes that every SQLite file begins with; SQLite takes a shorter file for an empty one
WAIT = 30.0  # seconds that a writer waits for another process's

SCHEMA = """
CREATE TABLE IF NOT EXISTS actors (id TEXT PRIMARY KEY, code TEXT, sector TEXT, kind TEXT NOT NULL,
    name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (id TEXT PRIMARY KEY, title TEXT, published TEXT, url TEXT, language TEXT,
    text TEXT NOT NULL, hash TEXT NOT NULL, extractor TEXT NOT NULL, codebook TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles (id),
    source TEXT NOT NULL, target TEXT NOT NULL, state_source TEXT NOT NULL, state_target TEXT NOT NULL,
    relation TEXT NOT NULL, content TEXT, base TEXT NOT NULL, plover TEXT NOT NULL,
    negated INTEGER NOT NULL, modality TEXT NOT NULL, claimant TEXT, source_person TEXT,
    target_person TEXT, day TEXT, confidence REAL NOT NULL, record TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS events_by_article ON events (article);
CREATE INDEX IF NOT EXISTS events_by_source ON events (source, relation, target, modality, negated,
    article, claimant, day, base);
CREATE INDEX IF NOT EXISTS events_by_target ON events (target, relation, source);
CREATE INDEX IF NOT EXISTS events_by_state ON events (state_source, relation, state_target, modality, negated,
    article, claimant, day, base);
CREATE INDEX IF NOT EXISTS events_by_relation ON events (relation, day);
CREATE INDEX IF NOT EXISTS events_by_day ON events (coalesce(day, '') DESC, id);
CREATE INDEX IF NOT EXISTS events_by_claimant ON events (claimant) WHERE claimant IS NOT NULL;
CREATE TABLE IF NOT EXISTS pairs (level TEXT NOT NULL, source TEXT NOT NULL, relation TEXT NOT NULL,
    target TEXT NOT NULL, base TEXT NOT NULL, events INTEGER NOT NULL, claimed INTEGER NOT NULL,
    articles INTEGER NOT NULL, first TEXT, last TEXT,
    PRIMARY KEY (level, source, relation, target)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS pairs_by_count ON pairs (level, events DESC, source, relation, target);
CREATE INDEX IF NOT EXISTS pairs_by_relation ON pairs (level, relation, events DESC, source, target);
"""

COUNTS = (
    "min(base) AS base, count(*) AS events, count(claimant) AS claimed, count(DISTINCT article) AS articles, "
    "min(day) AS first, max(day) AS last"
)
COLUMNS = {Level.STATE: ("state_source", "state_target"), Level.ACTOR: ("source", "target")}


class SqliteStore:
    """A Store in one file. Opening makes the file; another program's file is refused, never touched."""

    def __init__(self, path: Path) -> None:
        self.uri = f"sqlite:///{path}"
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        self._pool = threading.RLock()
        self._writing = threading.Lock()
        try:
            self.check()
        except BaseException:
            self.close()
            raise

    def check(self) -> None:
        with self._lent() as connection:
            self._prepare(connection)

    def close(self) -> None:
        with self._pool:
            self._closed = True
            while self._idle:
                self._idle.pop().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, readings: Iterable[Reading]) -> list[Outcome]:
        given = list(readings)  # read before the lock is taken: extraction may be behind it
        with self._transaction() as connection:
            touched: set[tuple[str, str, str, str]] = set()
            orphans: set[str] = set()
            outcomes = [self._add(connection, reading, touched, orphans) for reading in given]
            self._settle(connection, touched, orphans)
        return outcomes

    def is_current(self, article: Article, extractor: str, codebook: str) -> bool:
        row = self._row("SELECT hash, extractor, codebook FROM articles WHERE id = ?", [article.id])
        return row is not None and tuple(row) == (content_hash(article), extractor, codebook)

    def remove(self, article_id: str) -> bool:
        with self._transaction() as connection:
            touched: set[tuple[str, str, str, str]] = set()
            orphans: set[str] = set()
            self._forget_events(connection, article_id, touched, orphans)
            removed = connection.execute("DELETE FROM articles WHERE id = ?", [article_id]).rowcount > 0
            self._settle(connection, touched, orphans)
        return removed

    def article(self, article_id: str) -> StoredArticle | None:
        row = self._row(f"{ARTICLES} WHERE id = ?", [article_id])
        return _stored_article(row) if row else None

    def articles(self) -> Iterator[StoredArticle]:
        for row in self._stream(f"{ARTICLES} ORDER BY id", []):
            yield _stored_article(row)

    def relations(self, query: EventQuery, page: Page) -> RelationPage:
        after: list[Any] = []
        if page.cursor is not None:
            events, *names = position_of(page.cursor, [int, str, str, str])
            after = [events, events, *names]
        rows = list(self._relations(query, after, page.limit + 1))
        more = len(rows) > page.limit
        rows = rows[: page.limit]
        last = rows[-1] if more and rows else None
        return RelationPage(
            rows=tuple(rows),
            undated=self._undated(query),
            next=cursor_of([last.events, last.source.id, last.relation, last.target.id]) if last else None,
        )

    def all_relations(self, query: EventQuery) -> Iterator[RelationRow]:
        return self._relations(query, [], -1)

    def evidence(self, query: EventQuery, page: Page) -> EvidencePage:
        where, values = conditions(query)
        if page.cursor is not None:
            day, id = position_of(page.cursor, [str, str])
            where += " AND (coalesce(day, '') < ? OR (coalesce(day, '') = ? AND e.id > ?))"
            values = [*values, day, day, id]
        order = "ORDER BY coalesce(day, '') DESC, e.id"
        wanted = f"SELECT e.id FROM events e WHERE {where} {order} LIMIT ?"  # records are long: sort without
        sql = f"{EVIDENCE} WHERE e.id IN ({wanted}) {order}"
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
        for row in self._stream(f"SELECT e.record FROM events e WHERE {where} ORDER BY e.id", values):
            yield _event(row["record"])

    def event(self, event_id: str) -> Evidence | None:
        row = self._row(f"{EVIDENCE} WHERE e.id = ?", [event_id])
        return _evidence(row) if row else None

    def actors(self, ids: Iterable[str] | None, page: Page) -> ActorPage:
        having, values = "outgoing + incoming > 0", list[Any]()
        if ids is not None:
            wanted = list(ids)
            having = "id IN (SELECT value FROM json_each(?))"
            values.append(json.dumps(wanted))
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

    # What the transactions are made of.

    def _add(
        self,
        connection: sqlite3.Connection,
        reading: Reading,
        touched: set[tuple[str, str, str, str]],
        orphans: set[str],
    ) -> Outcome:
        article = reading.article
        stray = next((event for event in reading.events if event.article != article.id), None)
        if stray is not None:
            raise Rejected(article.id, f"the event {stray.id} belongs to article {stray.article!r}")
        marks = (content_hash(article), reading.extractor, reading.codebook)
        known = connection.execute(
            "SELECT hash, extractor, codebook FROM articles WHERE id = ?", [article.id]
        ).fetchone()
        if known is not None and tuple(known) == marks:
            return Outcome.UNCHANGED
        if known is not None:
            self._forget_events(connection, article.id, touched, orphans)
        connection.execute(
            "INSERT OR REPLACE INTO articles (id, title, published, url, language, text, hash, extractor, "
            "codebook) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                article.id,
                article.title,
                article.published,
                article.url,
                article.language,
                article.text,
                *marks,
            ],
        )
        actors = {actor.id: actor for event in reading.events for actor in nodes_of(event)}
        connection.executemany(
            "INSERT INTO actors (id, code, sector, kind, name) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET (code, sector, kind, name) = "
            "(excluded.code, excluded.sector, excluded.kind, excluded.name)",
            [(a.id, a.code, a.sector, str(a.kind), a.name) for a in actors.values()],
        )
        rows = {event.id: _event_row(event) for event in reading.events}
        try:
            connection.executemany(f"INSERT INTO events VALUES ({', '.join('?' * 18)})", rows.values())
        except sqlite3.IntegrityError as error:
            raise Rejected(article.id, "an event of it has the id of another article's event") from error
        touched.update(key for event in reading.events for key in _pair_keys(event))
        return Outcome.LOADED if known is None else Outcome.REPLACED

    def _forget_events(
        self,
        connection: sqlite3.Connection,
        article_id: str,
        touched: set[tuple[str, str, str, str]],
        orphans: set[str],
    ) -> None:
        rows = connection.execute("SELECT record FROM events WHERE article = ?", [article_id]).fetchall()
        for row in rows:
            event = _event(row["record"])
            touched.update(_pair_keys(event))
            orphans.update(actor.id for actor in nodes_of(event))
        connection.execute("DELETE FROM events WHERE article = ?", [article_id])

    def _settle(
        self, connection: sqlite3.Connection, touched: set[tuple[str, str, str, str]], orphans: set[str]
    ) -> None:
        """Recount the pairs that the transaction touched and drop actors that nothing mentions any more."""
        for level, source, relation, target in sorted(touched):
            from_column, to_column = COLUMNS[Level(level)]
            connection.execute(
                "DELETE FROM pairs WHERE level = ? AND source = ? AND relation = ? AND target = ?",
                [level, source, relation, target],
            )
            connection.execute(
                f"INSERT INTO pairs SELECT ?, {from_column}, relation, {to_column}, {COUNTS} FROM events "
                f"WHERE {from_column} = ? AND relation = ? AND {to_column} = ? AND modality = ? "
                "AND NOT negated GROUP BY relation",
                [level, source, relation, target, Modality.ACTUAL.value],
            )
        # Sectors first: a country stays while one of its sectors does.
        for id in sorted(orphans, key=lambda id: (-len(id), id)):
            connection.execute(
                "DELETE FROM actors WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM events WHERE source = ?1) "
                "AND NOT EXISTS (SELECT 1 FROM events WHERE target = ?1) "
                "AND NOT EXISTS (SELECT 1 FROM events WHERE claimant = ?1) "
                "AND NOT EXISTS (SELECT 1 FROM actors WHERE id > ?1 || '-' AND id < ?1 || '.')",
                (id,),
            )

    # How answers are read.

    def _relations(self, query: EventQuery, after: list[Any], limit: int) -> Iterator[RelationRow]:
        if _counted(query):
            where, values = _pair_conditions(query)
            grouped = (
                "SELECT source, relation, target, base, events, claimed, articles, first, last "
                f"FROM pairs WHERE {where}"
            )
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
            f"SELECT p.*, {_actor_columns('s')}, {_actor_columns('t')} FROM ({grouped}) p "
            f"JOIN actors s ON s.id = p.source JOIN actors t ON t.id = p.target {since} "
            "ORDER BY p.events DESC, p.source, p.relation, p.target LIMIT ?"
        )
        for row in self._stream(sql, [*values, *after, limit]):
            yield RelationRow(
                source=_actor(row, "s_"),
                relation=row["relation"],
                base=Plover(row["base"]),
                target=_actor(row, "t_"),
                events=row["events"],
                claimed=row["claimed"],
                articles=row["articles"],
                first=row["first"],
                last=row["last"],
            )

    def _undated(self, query: EventQuery) -> int:
        if query.since is None and query.until is None:
            return 0
        where, values = conditions(query, dated=False)
        row = self._row(f"SELECT count(*) AS n FROM events e WHERE {where} AND day IS NULL", values)
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
        connection.create_function("folded", 1, str.casefold, deterministic=True)
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        if self._path.is_file() and 0 < self._path.stat().st_size < HEADER:
            raise ForeignStore(f"{self._path}: not a database; choose another file with --store")
        connection.execute("BEGIN")  # one look, while another process may be making the file
        with _finished(connection):
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != APPLICATION and (tables or application):
            raise ForeignStore(
                f"{self._path}: a database of another program; choose another file with --store"
            )
        if tables and version != VERSION:
            raise ForeignStore(
                f"{self._path}: holds a graph of version {version}, this gkg reads version {VERSION}; "
                "load the articles into a new file with --store"
            )
        if tables:
            return
        _write_ahead(connection)
        connection.execute("BEGIN IMMEDIATE")
        with _finished(connection):
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            for statement in SCHEMA.split(";"):
                connection.execute(statement)

    def _rows(self, sql: str, values: Sequence[Any]) -> list[sqlite3.Row]:
        with self._lent() as connection:
            return connection.execute(sql, values).fetchall()

    def _row(self, sql: str, values: Sequence[Any]) -> sqlite3.Row | None:
        return next(iter(self._rows(sql, values)), None)

    def _stream(self, sql: str, values: Sequence[Any]) -> Iterator[sqlite3.Row]:
        """Rows as they are asked for, all of one state of the graph, on a connection of their own."""
        with self._lent() as connection, closing(connection.execute(sql, values)) as cursor:
            yield from cursor

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._writing, self._lent() as connection:
            connection.execute("BEGIN IMMEDIATE")
            with _finished(connection):
                yield connection

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Say what SQLite or the file system refuses, with the mend."""
        try:
            yield
        except UnicodeEncodeError as error:
            raise StoreError(f"{error.object!r} is not Unicode: it holds a lone surrogate") from error
        except sqlite3.OperationalError as error:
            raise StoreUnavailable(f"{self._path}: {_mend(str(error))}") from error
        except sqlite3.DatabaseError as error:
            raise ForeignStore(
                f"{self._path}: {error}; not a gkg graph, or damaged; choose another file with --store"
            ) from error
        except OSError as error:
            raise StoreUnavailable(
                f"{self._path}: {error.strerror}; choose another file with --store"
            ) from error


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch the file to WAL. Unlike other statements this one does not wait while others open the file."""
    patience = time.monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > patience:
                raise
        time.sleep(0.01)


@contextmanager
def _finished(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what was done since BEGIN, or undo it."""
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


MENDS = {
    "readonly": "the file is read-only; make it writable or choose another with --store",
    "full": "the disk is full; make room and load again, nothing that was acknowledged is lost",
    "locked": "another process is writing; try again when it is done",
    "unable to open": "cannot be opened; check that the folder exists and may be written, or use --store",
}


def _mend(message: str) -> str:
    return next((mend for sign, mend in MENDS.items() if sign in message), message)


ARTICLES = "SELECT a.*, (SELECT count(*) FROM events e WHERE e.article = a.id) AS events FROM articles a"
EVIDENCE = "SELECT e.record, a.title, a.url, a.published FROM events e JOIN articles a ON a.id = e.article"
ACTORS = (
    "SELECT a.*, (SELECT count(*) FROM events e WHERE e.source = a.id) AS outgoing, "
    "(SELECT count(*) FROM events e WHERE e.target = a.id) AS incoming FROM actors a"
)


def conditions(query: EventQuery, *, dated: bool = True) -> tuple[str, list[Any]]:
    """The WHERE clause of a query over `events e`, with its values."""
    parts, values = ["1"], list[Any]()

    def any_of(columns: Sequence[str], wanted: Sequence[str]) -> None:
        if wanted:
            parts.append("(" + " OR ".join(f"{column} IN ({_marks(wanted)})" for column in columns) + ")")
            values.extend(list(wanted) * len(columns))

    def nodes(ids: Iterable[str]) -> list[str]:
        return [node for id in ids for node in actor_ids(id)]

    any_of(["e.source"], nodes(query.source))
    any_of(["e.target"], nodes(query.target))
    any_of(["e.source", "e.target"], nodes(query.actor))
    any_of(["e.claimant"], nodes(query.attributed_to))
    any_of(["e.source_person", "e.target_person"], query.person)
    for column in ("relation", "content", "plover", "article", "modality"):
        any_of([f"e.{column}"], getattr(query, column))
    if query.between:
        either = []
        for first, second in query.between:
            ends = (nodes([first]), nodes([second]))
            for source, target in (ends, ends[::-1]):
                either.append(f"(e.source IN ({_marks(source)}) AND e.target IN ({_marks(target)}))")
                values.extend([*source, *target])
        parts.append("(" + " OR ".join(either) + ")")
    if query.code:
        coded = f"IN (SELECT id FROM actors WHERE code IN ({_marks(query.code)}))"
        parts.append(f"(e.source {coded} OR e.target {coded})")
        values.extend([*query.code, *query.code])
    if query.quad:
        any_of(["e.plover"], [plover.value for plover in Plover if plover.quad in query.quad])
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


def _counted(query: EventQuery) -> bool:
    """Whether the counted pairs answer a query: the default kind of event, filtered by ends and relation."""
    plain = EventQuery(
        source=query.source,
        target=query.target,
        actor=query.actor,
        between=query.between,
        relation=query.relation,
        level=query.level,
    )
    named = [*query.source, *query.target, *query.actor, *(end for pair in query.between for end in pair)]
    return query == plain and (query.level is Level.ACTOR or not any(id.endswith("-MIL") for id in named))


def _pair_conditions(query: EventQuery) -> tuple[str, list[Any]]:
    """The WHERE clause over `pairs`, whose ends are already folded to the query's level."""
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
    return "level = ? AND " + where.replace("e.", ""), [str(query.level), *values]


def _pair_keys(event: Event) -> Iterator[tuple[str, str, str, str]]:
    source, target = event.source.actor.id, event.target.actor.id
    yield (Level.ACTOR.value, source, event.relation, target)
    folded_source, folded_target = folded_pair(source, target)
    yield (Level.STATE.value, folded_source, event.relation, folded_target)


def _event_row(event: Event) -> tuple[Any, ...]:
    source, target = event.source, event.target
    return (
        event.id,
        event.article,
        source.actor.id,
        target.actor.id,
        *folded_pair(source.actor.id, target.actor.id),
        event.relation,
        event.content,
        base_type(event).value,
        event.plover.value,
        int(event.negated),
        event.modality.value,
        event.attributed_to.speaker.actor.id if event.attributed_to else None,
        source.person.id if source.person else None,
        target.person.id if target.person else None,
        event.when,
        event.confidence,
        json.dumps(event_record(event), ensure_ascii=False),
    )


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _event(record: str) -> Event:
    return event_of(json.loads(record), name="stored event")


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
        event=_event(row["record"]), title=row["title"], url=row["url"], published=row["published"]
    )


def _actor_columns(table: str) -> str:
    return ", ".join(f"{table}.{c} AS {table}_{c}" for c in ("id", "code", "sector", "kind", "name"))


def _actor(row: sqlite3.Row, prefix: str) -> Actor:
    return Actor(
        id=row[f"{prefix}id"],
        code=row[f"{prefix}code"],
        sector=row[f"{prefix}sector"],
        kind=Kind(row[f"{prefix}kind"]),
        name=row[f"{prefix}name"],
    )


def _actor_row(row: sqlite3.Row) -> ActorRow:
    return ActorRow(actor=_actor(row, ""), outgoing=row["outgoing"], incoming=row["incoming"])

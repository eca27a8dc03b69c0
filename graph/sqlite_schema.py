"""The tables of the embedded store, its version mark, and how an older file becomes one of this version."""

import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import ForeignStore

APPLICATION = 0x676B6731  # "gkg1": tells our files from other SQLite files
VERSION = 3
HEADER = 100  # bytes that every SQLite file begins with; SQLite takes a shorter file for an empty one
WAIT = 30.0  # seconds that a writer waits for another process's

TABLES = """
CREATE TABLE actors (id TEXT PRIMARY KEY, code TEXT, sector TEXT, kind TEXT NOT NULL,
    name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (id TEXT PRIMARY KEY, title TEXT, published TEXT, url TEXT, language TEXT,
    text TEXT NOT NULL, hash TEXT NOT NULL, extractor TEXT NOT NULL, codebook TEXT NOT NULL);
"""
PAIRS = """
CREATE TABLE pairs (source TEXT NOT NULL, relation TEXT NOT NULL, target TEXT NOT NULL, base TEXT NOT NULL,
    events INTEGER NOT NULL, claimed INTEGER NOT NULL, articles INTEGER NOT NULL, first TEXT, last TEXT,
    PRIMARY KEY (source, relation, target)) WITHOUT ROWID;
"""
# What filters and groupings use stands apart from the whole record, so that they read short rows.
EVENTS = """
CREATE TABLE events (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL REFERENCES articles (id), source TEXT NOT NULL, target TEXT NOT NULL,
    state_source TEXT NOT NULL, state_target TEXT NOT NULL, relation TEXT NOT NULL, content TEXT,
    base TEXT NOT NULL, plover TEXT NOT NULL, negated INTEGER NOT NULL, modality TEXT NOT NULL,
    claimant TEXT, source_person TEXT, target_person TEXT, day TEXT, confidence REAL NOT NULL,
    act TEXT NOT NULL, counted INTEGER AS (modality = 'actual' AND NOT negated) VIRTUAL);
CREATE TABLE records (n INTEGER PRIMARY KEY, record TEXT NOT NULL);
"""
# Each costs a load as much as the table itself, more with wider keys: none is wider than questions need.
INDEXES = """
CREATE INDEX events_by_article ON events (article);
CREATE INDEX events_by_source ON events (source, relation, target);
CREATE INDEX events_by_target ON events (target, relation);
CREATE INDEX events_by_relation ON events (relation, day);
CREATE INDEX events_by_day ON events (coalesce(day, '') DESC);
CREATE INDEX events_by_claimant ON events (claimant) WHERE claimant IS NOT NULL;
CREATE INDEX pairs_by_count ON pairs (events DESC, source, relation, target);
CREATE INDEX pairs_by_relation ON pairs (relation, events DESC, source, target);
CREATE INDEX pairs_by_target ON pairs (target, source);
"""


def prepare(connection: sqlite3.Connection, path: Path) -> int | None:
    """Make an empty file a store, or bring an older one up to this version and tell which it was.

    Raises ForeignStore for a file of another program or a newer gkg.
    """
    if path.is_file() and 0 < path.stat().st_size < HEADER:
        raise ForeignStore(f"{path}: not a database; choose another file with --store")
    if _version(connection, path) == VERSION:
        return None
    _write_ahead(connection)
    connection.execute("BEGIN IMMEDIATE")
    with finished(connection):
        found = _version(connection, path)  # once more: another process may have been quicker
        if found is None:
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            _run(connection, TABLES + PAIRS + EVENTS + INDEXES)
        else:
            for version in range(found, VERSION):
                MIGRATIONS[version](connection)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    return None if found == VERSION else found


def _version(connection: sqlite3.Connection, path: Path) -> int | None:
    """The version of the graph in a file, None where the file is empty."""
    single = not connection.in_transaction
    if single:
        connection.execute("BEGIN")  # one look, while another process may be making the file
    try:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        if single:
            connection.execute("ROLLBACK")
    if application != APPLICATION and (tables or application):
        raise ForeignStore(f"{path}: a database of another program; choose another file with --store")
    if not tables:
        return None
    if version > VERSION:
        raise ForeignStore(
            f"{path}: holds a graph of version {version}, this gkg reads version {VERSION}; "
            "install the gkg that wrote it, or load the articles into a new file with --store"
        )
    if version < min(MIGRATIONS):
        raise ForeignStore(
            f"{path}: holds a graph of version {version}, which no gkg wrote; "
            "choose another file with --store"
        )
    return version


def _from_1(connection: sqlite3.Connection) -> None:
    """Acts get a column."""
    connection.execute("ALTER TABLE events ADD COLUMN act TEXT NOT NULL DEFAULT ''")
    connection.create_function("act_of", 1, lambda record: json.loads(record)["act"], deterministic=True)
    connection.execute("UPDATE events SET act = act_of(record)")


def _from_2(connection: sqlite3.Connection) -> None:
    """Records leave the table of events, pairs stand at the default level only, indexes are narrower."""
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall():
        connection.execute(f"DROP INDEX {name}")
    connection.execute("ALTER TABLE events RENAME TO former")
    _run(connection, EVENTS)
    kept = (
        "id, article, source, target, state_source, state_target, relation, content, base, plover, negated, "
        "modality, claimant, source_person, target_person, day, confidence, act"
    )
    connection.execute(f"INSERT INTO events (n, {kept}) SELECT rowid, {kept} FROM former")
    connection.execute("INSERT INTO records (n, record) SELECT rowid, record FROM former")
    connection.execute("DROP TABLE former")
    connection.execute("ALTER TABLE pairs RENAME TO former")
    _run(connection, PAIRS)
    kept = "source, relation, target, base, events, claimed, articles, first, last"
    connection.execute(f"INSERT INTO pairs ({kept}) SELECT {kept} FROM former WHERE level = 'state'")
    connection.execute("DROP TABLE former")
    _run(connection, INDEXES)


MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _from_1, 2: _from_2}


@contextmanager
def finished(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what was done since BEGIN, or undo it."""
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _run(connection: sqlite3.Connection, script: str) -> None:
    for statement in script.split(";"):
        connection.execute(statement)


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

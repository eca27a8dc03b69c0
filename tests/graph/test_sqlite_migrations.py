"""Files that earlier versions wrote are brought up to this one as they are opened, and nothing is lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.generated import readings
from graph.errors import ForeignStore
from graph.query import Level
from graph.sqlite_schema import APPLICATION, VERSION
from graph.sqlite_store import SqliteStore
from tests.builders import make_event, make_reading
from tests.stores import fingerprint

ACTORS_AND_ARTICLES = """
CREATE TABLE actors (id TEXT PRIMARY KEY, code TEXT, sector TEXT, kind TEXT NOT NULL,
    name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (id TEXT PRIMARY KEY, title TEXT, published TEXT, url TEXT, language TEXT,
    text TEXT NOT NULL, hash TEXT NOT NULL, extractor TEXT NOT NULL, codebook TEXT NOT NULL);
CREATE TABLE pairs (level TEXT NOT NULL, source TEXT NOT NULL, relation TEXT NOT NULL,
    target TEXT NOT NULL, base TEXT NOT NULL, events INTEGER NOT NULL, claimed INTEGER NOT NULL,
    articles INTEGER NOT NULL, first TEXT, last TEXT,
    PRIMARY KEY (level, source, relation, target)) WITHOUT ROWID;
CREATE TABLE events (id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles (id),
    source TEXT NOT NULL, target TEXT NOT NULL, state_source TEXT NOT NULL, state_target TEXT NOT NULL,
    relation TEXT NOT NULL, content TEXT, base TEXT NOT NULL, plover TEXT NOT NULL,
    negated INTEGER NOT NULL, modality TEXT NOT NULL, claimant TEXT, source_person TEXT,
    target_person TEXT, day TEXT, confidence REAL NOT NULL, record TEXT NOT NULL{more});
CREATE INDEX events_by_article ON events (article);
CREATE INDEX events_by_day ON events (coalesce(day, '') DESC, id)
"""
MORE = {
    1: "",
    2: """, act TEXT NOT NULL DEFAULT '',
    counted INTEGER AS (modality = 'actual' AND NOT negated) VIRTUAL""",
}
COLUMNS = (
    "id, article, source, target, state_source, state_target, relation, content, base, plover, negated, "
    "modality, claimant, source_person, target_person, day, confidence, record"
)


def as_left_by(version: int, new: Path, old: Path) -> None:
    """Write the graph of a file of today as a file that an earlier version wrote."""
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.executescript(ACTORS_AND_ARTICLES.format(more=MORE[version]))
        connection.execute("ATTACH ? AS now", [str(new)])
        for table in ("actors", "articles"):
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM now.{table}")
        for level in Level:
            connection.execute("INSERT INTO main.pairs SELECT ?, * FROM now.pairs", [level])
        columns = COLUMNS if version == 1 else f"{COLUMNS}, act"
        connection.execute(
            f"INSERT INTO main.events ({columns}) SELECT {columns} FROM now.events JOIN now.records USING (n)"
        )


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_file_becomes_one_of_this_version(tmp_path: Path, version: int) -> None:
    with SqliteStore(tmp_path / "new.db") as store:
        store.add([*readings(300), make_reading(make_event("a\0b", "CONDEMN", "RUS", article="nul"))])
        store.remove("generated-0000003")
        before = fingerprint(store)
    as_left_by(version, tmp_path / "new.db", tmp_path / "old.db")
    with SqliteStore(tmp_path / "old.db") as store:
        assert store.migrated_from == version
        assert fingerprint(store) == before
        store.add(list(readings(400)))
        store.remove("generated-0000005")
        after = fingerprint(store)
    with SqliteStore(tmp_path / "old.db") as store:
        assert store.migrated_from is None
    with SqliteStore(tmp_path / "new.db") as store:
        store.add(list(readings(400)))
        store.remove("generated-0000005")
        assert fingerprint(store) == after


def test_a_version_that_never_was_is_refused(tmp_path: Path) -> None:
    SqliteStore(tmp_path / "graph.db").close()
    with closing(sqlite3.connect(tmp_path / "graph.db")) as connection:
        connection.execute("PRAGMA user_version = 0")
    with pytest.raises(ForeignStore, match="version 0, which no gkg wrote"):
        SqliteStore(tmp_path / "graph.db")

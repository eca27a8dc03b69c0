"""What is SQLite's own: files that are not ours, files that may not be written, and sudden death."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from graph.errors import ForeignStore, StoreError, StoreUnavailable
from graph.query import EventQuery, Page
from graph.sqlite_schema import VERSION
from graph.sqlite_store import SqliteStore
from graph.store import open_store
from tests.builders import fill, make_event, make_reading
from tests.privileges import without_privileges


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(ForeignStore, match=r"other\.db: a database of another program; .*--store"):
        SqliteStore(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"x", b"Dear diary,\n", b"SQLite format 3\0" + b"\xff" * 200])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(ForeignStore, match=r"notes\.txt: .*--store"):
        SqliteStore(path)
    assert path.read_bytes() == content


def test_a_newer_version_is_refused_with_the_mend(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    SqliteStore(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(ForeignStore, match=f"version {VERSION + 1}, this gkg reads version {VERSION}"):
        SqliteStore(path)


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="cannot be opened"):
        SqliteStore(tmp_path)


def test_a_read_only_file_says_so_when_written_and_can_be_asked(folder: Path) -> None:
    path = folder / "graph.db"
    with SqliteStore(path) as store:
        fill(store, make_event("USA", "CONDEMN", "RUS"))
    folder.chmod(0o777)
    path.chmod(0o444)
    with without_privileges(), SqliteStore(path) as store:
        assert len(store.relations(EventQuery(), Page()).rows) == 1
        with pytest.raises(StoreUnavailable, match=r"graph\.db: the file is read-only; make it writable"):
            store.add([make_reading(make_event(article="article-2"))])


def test_a_folder_that_may_not_be_written_is_named(folder: Path) -> None:
    folder.chmod(0o555)
    path = folder / "new" / "graph.db"
    with (
        without_privileges(),
        pytest.raises(StoreUnavailable, match=rf"{path}: Permission denied; .*--store"),
    ):
        SqliteStore(path)
    with without_privileges(), pytest.raises(StoreUnavailable, match=r"cannot be opened; .*--store"):
        SqliteStore(folder / "graph.db")


def test_missing_folders_are_made(tmp_path: Path) -> None:
    SqliteStore(tmp_path / "a" / "b" / "graph.db").close()
    assert (tmp_path / "a" / "b" / "graph.db").is_file()


def test_a_full_disk_is_named_and_costs_nothing_that_was_stored(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "graph.db") as store:
        fill(store, make_event("USA", "CONDEMN", "RUS"))
        with store._lent() as connection:  # every later page fails as on a full disk
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")
        events = [make_event(article="article-2", at=100 * i) for i in range(500)]
        with pytest.raises(StoreUnavailable, match="the disk is full; make room and load again"):
            store.add([make_reading(*events)])
        assert store.totals().articles == 1
        assert len(store.relations(EventQuery(), Page()).rows) == 1


def test_a_writer_elsewhere_is_waited_for_then_named(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    with SqliteStore(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        with store._lent() as connection:
            connection.execute("PRAGMA busy_timeout = 50")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="another process is writing"):
            store.add([make_reading(make_event())])
        other.execute("ROLLBACK")
        store.add([make_reading(make_event())])


def test_a_list_under_way_sees_one_state(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "graph.db") as store:
        fill(store, *(make_event(at=100 * i) for i in range(2000)))
        under_way = store.events(EventQuery())
        next(under_way)
        store.remove("article-1")
        fill(store, make_event("FRA", "PRAISE", "DEU", article="article-2"))
        assert [row.relation for row in store.all_relations(EventQuery())] == ["PRAISE"]
        assert sum(1 for _ in under_way) == 1999


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "graph.db")
    store.close()
    store.close()
    with pytest.raises(StoreError, match="the store is closed"):
        store.totals()


def test_lone_surrogates_are_named_and_not_stored(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "graph.db") as store:
        with pytest.raises(StoreError, match="not Unicode"):
            store.add([make_reading(make_event(cameo="\ud800"))])
        assert store.totals().articles == 0


@pytest.mark.parametrize(
    "uri", ["graph.db", "postgres://host/db", "sqlite://graph.db", "sqlite:///", "neo4j://", ""]
)
def test_an_address_of_no_store_is_refused_with_the_right_form(uri: str) -> None:
    with pytest.raises(StoreError, match="sqlite:///"):
        open_store(uri)


def test_relative_and_absolute_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_store("sqlite:///here.db").close()
    open_store(f"sqlite:///{tmp_path}/there.db").close()
    assert {path.name for path in tmp_path.glob("*.db")} == {"here.db", "there.db"}


PROJECT = Path(__file__).parents[2]
LOADING = """
import sys
from graph.store import open_store
from tests.builders import make_event, make_reading
store = open_store(sys.argv[1])
print("open", flush=True)
for number in range(int(sys.argv[2])):
    name = f"article-{number}"
    events = [make_event("USA", "CONDEMN", "RUS", article=name, at=100 * i) for i in range(50)]
    store.add([make_reading(*events)])
    print(number, flush=True)
"""


def loading(uri: str, articles: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", LOADING, uri, str(articles)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT)


def test_killed_in_mid_load_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    uri = f"sqlite:///{tmp_path / 'graph.db'}"
    acknowledged = 0
    for round in range(3):
        with loading(uri, 100_000) as child:
            assert child.stdout is not None
            for line in child.stdout:
                acknowledged = max(acknowledged, int(line) + 1 if line != "open\n" else 0)
                if acknowledged >= 10 * (round + 1):
                    break
            child.send_signal(signal.SIGKILL)
        with open_store(uri) as store:
            (row,) = store.all_relations(EventQuery())
            totals = store.totals()
            assert totals.articles >= acknowledged
            assert row.events == totals.events == 50 * totals.articles
            assert row.articles == totals.articles


OPENING = """
import sys, time
from graph.store import open_store
print("ready", flush=True)
start = float(sys.stdin.readline())
for number in range(60):
    while time.time() < start + number / 50:
        pass
    open_store(f"sqlite:///{sys.argv[1]}/{number}.db").close()
"""


def test_four_processes_may_make_one_file_at_the_same_moment(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPENING, str(tmp_path)]
    with ExitStack() as stack:
        children = [
            stack.enter_context(
                subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    cwd=PROJECT,
                )
            )
            for _ in range(4)
        ]
        for child in children:
            assert child.stdout is not None
            child.stdout.readline()
        start = time.time() + 0.1
        for child in children:
            assert child.stdin is not None
            child.stdin.write(b"%f\n" % start)
            child.stdin.flush()
        errors = [child.communicate()[1].decode() for child in children]
    assert errors == ["", "", "", ""]
    assert [child.returncode for child in children] == [0, 0, 0, 0]


def test_four_processes_fill_one_file(tmp_path: Path) -> None:
    uri = f"sqlite:///{tmp_path / 'graph.db'}"
    with ExitStack() as stack:
        children = [stack.enter_context(loading(uri, 5)) for _ in range(4)]
        for child in children:
            child.communicate()
    assert [child.returncode for child in children] == [0, 0, 0, 0]
    with open_store(uri) as store:
        assert store.totals().articles == 5


def test_a_record_goes_with_its_event(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "graph.db") as store:
        fill(store, *(make_event(at=100 * i) for i in range(3)), make_event(article="article-2"))
        store.add([make_reading(make_event(), extractor="another")])
        store.remove("article-2")
        with store._lent() as connection:
            numbers = [
                {row["n"] for row in connection.execute(f"SELECT n FROM {table}")}
                for table in ("events", "records")
            ]
    assert len(numbers[0]) == 1
    assert numbers[0] == numbers[1]

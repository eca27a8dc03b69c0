"""A graph's own two exports make the same graph again, in any store."""

from pathlib import Path

from api.loading import store_readings
from api.readings import read_readings
from benchmarks.generated import readings
from graph.export import export_query, write
from graph.store import Store
from graph.vocabulary import default_vocabulary
from tests.stores import file_address, fingerprint


def test_two_exports_restore_the_graph(store: Store, tmp_path: Path) -> None:
    with file_address(tmp_path / "first.db").open() as first:
        first.add(list(readings(300)))
        expected = fingerprint(first)
        files = {shape: tmp_path / f"{shape}.jsonl" for shape in ("events", "articles")}
        for shape, path in files.items():
            with path.open("wb") as out:
                write("jsonl", shape, first, export_query("jsonl", shape, {}, default_vocabulary()), out)
    with (tmp_path / "events.jsonl").open("rb") as nothing:
        given = read_readings(str(files["events"]), str(files["articles"]), stdin=nothing, limit=1_000_000)
        assert [result.reason for result in store_readings(given, store) if result.outcome is None] == []
    assert fingerprint(store) == expected

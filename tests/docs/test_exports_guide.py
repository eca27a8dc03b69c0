"""What the guide to exports says is what happens: its commands run, its tables are those of the files."""

import csv
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import networkx as nx
import pytest

from api.cli import main
from benchmarks.generated import readings
from graph.export.csv_tables import EVENT_COLUMNS, NODE_COLUMNS, RELATION_COLUMNS
from graph.export.network import EVENT_FIELDS, NODE_FIELDS, RELATION_FIELDS
from tests.builders import fill, make_event
from tests.stores import Address, file_address, fingerprint

PROJECT = Path(__file__).parents[2]
GUIDE = (PROJECT / "docs" / "exports.md").read_text(encoding="utf-8")


def blocks(language: str) -> str:
    return "\n".join(re.findall(rf"^```{language}\n(.*?)^```", GUIDE, flags=re.M | re.S))


def fields_after(words: str) -> list[str]:
    """The first column of the table that follows these words."""
    table = GUIDE.partition(words)[2].partition("|---|---|\n")[2].partition("\n\n")[0]
    return re.findall(r"^\| `(\w+)` \|", table, flags=re.M)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """A store of a thousand events, in a folder where all that the guide says was done."""
    folder = tmp_path_factory.mktemp("guide")
    address = file_address(folder / "graph.db")
    with address.open() as store:
        store.add(readings(1000))
        fill(
            store,
            make_event("USA", "CONDEMN", "RUS"),
            make_event("RUS", "THREATEN", "USA", article="article-2"),
        )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("GKG_STORE", address.uri)
        for line in filter(None, blocks("console").splitlines()):
            patch.setattr(sys, "argv", shlex.split(line.removeprefix("$ ")))
            with pytest.raises(SystemExit) as ended:
                main()
            assert not ended.value.code, line
        exec(blocks("python"), {})
        yield address


@pytest.fixture
def folder(address: Address) -> Path:
    return Path(address.uri.removeprefix("sqlite:///")).parent


def test_every_line_of_the_guides_commands_is_one_of_gkg() -> None:
    assert all(line.startswith("$ gkg ") for line in blocks("console").splitlines() if line)


def test_the_commands_of_the_guide_write_what_it_names(folder: Path) -> None:
    assert nx.read_gexf(folder / "relations.gexf").number_of_edges() > 100
    starts = [e["start"] for *_, e in nx.read_gexf(folder / "events.gexf").edges(data=True)]
    assert "2016-01-01" <= min(starts) <= max(starts) < "2020-01-01"
    relations = {e["relation"] for *_, e in nx.read_graphml(folder / "conflict.graphml").edges(data=True)}
    assert relations == {"CONDEMN", "THREATEN"}


def test_the_two_tables_fit_together(folder: Path) -> None:
    with (folder / "edges.csv").open(newline="", encoding="utf-8") as edges:
        ends = {end for row in csv.DictReader(edges) for end in (row["source"], row["target"])}
    with (folder / "nodes.csv").open(newline="", encoding="utf-8") as nodes:
        assert {row["id"] for row in csv.DictReader(nodes)} == ends


def test_the_copy_is_the_same_graph(address: Address, folder: Path) -> None:
    with address.open() as one, file_address(folder / "copy.db").open() as two:
        assert fingerprint(one) == fingerprint(two)


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("Of nodes", (("label", "string"), *NODE_FIELDS)),
        ("Of edges of `relations`", RELATION_FIELDS),
        ("Of edges of `events`", EVENT_FIELDS),
    ],
)
def test_every_field_of_a_file_is_told_in_its_order(words: str, fields: Sequence[tuple[str, str]]) -> None:
    assert fields_after(words) == [name for name, _ in fields]


def test_csv_has_the_same_columns_between_the_ends() -> None:
    ends = {"source", "source_name", "target", "target_name"}
    assert [c for c in RELATION_COLUMNS if c not in ends] == [name for name, _ in RELATION_FIELDS]
    assert [c for c in EVENT_COLUMNS if c not in ends] == [name for name, _ in EVENT_FIELDS]
    assert set(NODE_COLUMNS) - {"id", "name"} == {name for name, _ in NODE_FIELDS} - {"actor"}

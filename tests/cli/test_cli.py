"""The command line: data on standard output, reports on standard error, and what the exit code says."""

import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import networkx
import pytest

from api.cli import main
from graph.records import event_of, event_record
from graph.store import open_store
from tests.builders import fill, make_event
from tests.privileges import without_privileges

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Result:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Gkg = Callable[..., Result]


@pytest.fixture
def gkg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Gkg:
    """Runs a command in an empty folder, with a store of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GKG_STORE", "sqlite:///graph.db")

    def run(*args: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["gkg", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as caught:
            main()
        out, err = capsysbinary.readouterr()
        return Result(code=int(caught.value.code or 0), out=out.decode(), err=err.decode())

    return run


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Three lines, the second of which is no article."""
    file = tmp_path / "news.jsonl"
    good = {"id": "a", "text": "France condemned Russia.", "published": "2022-03-01"}
    other = {"id": "c", "text": "Germany condemned Russia — again 🕊.", "title": "Berlin speaks"}
    file.write_text("\n".join(map(json.dumps, (good, {"id": "b"}, other))))
    return file


@pytest.fixture
def filled(tmp_path: Path, gkg: Gkg) -> Gkg:
    """Commands over a store in which somebody condemns somebody."""
    with open_store("sqlite:///graph.db") as store:
        fill(
            store,
            make_event("USA", "CONDEMN", "RUS", article="a", published="2022-03-01"),
            make_event("USA", "CONDEMN", "RUS", article="b", published="2024-05-01"),
            make_event("FRA", "CONDEMN", "PRK", article="c", published=None),
            make_event("DEU", "CONDEMN", "RUS", article="d", modality="planned"),
        )
    return gkg


# extract


def test_extract_writes_event_lines_and_names_what_it_rejects(gkg: Gkg, news: Path) -> None:
    result = gkg("extract", news)
    assert result.code == 1
    assert f"rejected {news}:2: there is no 'text'" in result.err
    events = [event_of(line, name="line") for line in result.lines]
    assert [(e.article, e.source.actor.id, e.target.actor.id) for e in events] == [
        ("a", "FRA", "RUS"),
        ("c", "DEU", "RUS"),
    ]
    assert not Path("graph.db").exists()


def test_several_processes_extract_and_load_the_same(gkg: Gkg, news: Path, tmp_path: Path) -> None:
    assert gkg("extract", "--processes", "2", news).out == gkg("extract", news).out != ""
    one, two = (f"sqlite:///{tmp_path / name}.db" for name in ("one", "two"))
    gkg("load", news, "--store", one)
    gkg("load", "--processes", "2", news, "--store", two)
    export = [
        gkg("export", "--format", "jsonl", "--shape", "events", "--store", uri).out for uri in (one, two)
    ]
    assert export[0] == export[1] != ""


def test_extract_reads_standard_input_when_no_path_is_given(gkg: Gkg) -> None:
    line = b'{"text": "France condemned Russia."}'
    assert gkg("extract", stdin=line).out == gkg("extract", "-", stdin=line).out != ""


def test_missing_file_is_rejected_by_name(gkg: Gkg) -> None:
    result = gkg("extract", "missing.txt")
    assert (result.code, result.out) == (1, "")
    assert "missing.txt: no such file" in result.err


# load


def test_load_reports_each_outcome_and_is_idempotent(gkg: Gkg, news: Path) -> None:
    first, second = gkg("load", news), gkg("load", news)
    assert (first.code, second.code) == (1, 1)
    assert (first.out, second.out) == ("", "")
    assert "2 loaded, 1 rejected; 2 events" in first.err
    assert "2 unchanged, 1 rejected; 2 events" in second.err
    assert f"{news}:2: there is no 'text'" in second.err


def test_changed_article_replaces_its_events(gkg: Gkg) -> None:
    gkg("load", "-", stdin=b'{"id": "a", "text": "France condemned Russia."}')
    result = gkg("load", "-", stdin=b'{"id": "a", "text": "Germany condemned Russia."}')
    assert "1 replaced" in result.err
    assert [r["source"]["id"] for r in gkg("ask", "who condemns whom", "--json").lines[0]["relations"]] == [
        "DEU"
    ]


def test_extracted_lines_load_back_to_the_same_graph(gkg: Gkg, news: Path) -> None:
    Path("events.jsonl").write_text(gkg("extract", news).out, encoding="utf-8")
    gkg("load", news)
    loaded = gkg("ask", "who condemns whom", "--json").out
    result = gkg("load", "--events", "events.jsonl", "--articles", news, "--store", "sqlite:///copy.db")
    assert "2 loaded, 1 rejected; 2 events" in result.err
    assert gkg("ask", "who condemns whom", "--json", "--store", "sqlite:///copy.db").out == loaded


def test_export_loads_back_with_its_marks(gkg: Gkg, news: Path) -> None:
    gkg("load", news)
    gkg("export", "--format", "jsonl", "--shape", "events", "-o", "e.jsonl")
    gkg("export", "--format", "jsonl", "--shape", "articles", "-o", "a.jsonl")
    result = gkg("load", "--events", "e.jsonl", "--articles", "a.jsonl", "--store", "sqlite:///copy.db")
    assert (result.code, "2 loaded; 2 events" in result.err) == (0, True)
    for shape in ("events", "articles"):
        copied = gkg("export", "--format", "jsonl", "--shape", shape, "--store", "sqlite:///copy.db").out
        assert copied == gkg("export", "--format", "jsonl", "--shape", shape).out
    assert "2 unchanged" in gkg("load", news, "--store", "sqlite:///copy.db").err


def test_events_load_without_their_articles(gkg: Gkg, news: Path) -> None:
    lines = gkg("extract", news).out.encode()
    result = gkg("load", "--events", "-", stdin=lines)
    assert (result.code, "2 loaded; 2 events" in result.err) == (0, True)


def test_event_that_does_not_fit_its_article_is_rejected_by_line(gkg: Gkg, news: Path) -> None:
    lines = gkg("extract", news).lines
    lines[0]["trigger"]["start"] += 1
    lines[1]["article"] = "elsewhere"
    Path("events.jsonl").write_text("\n".join(map(json.dumps, [*lines, {"id": "x"}, 7])))
    result = gkg("load", "--events", "events.jsonl", "--articles", news)
    assert result.code == 1
    assert "events.jsonl:1: the trigger 'condemned' does not stand at 8" in result.err
    assert "events.jsonl:2:" in result.err
    assert "no article 'elsewhere'" in result.err
    assert "events.jsonl:3: the event has no" in result.err
    assert "events.jsonl:4: not a JSON object" in result.err


def test_events_and_paths_together_are_wrong_usage(gkg: Gkg, news: Path) -> None:
    assert gkg("load", news, "--events", news).code == 2
    assert gkg("load", "--articles", news).code == 2
    assert gkg("load", "--events", "missing.jsonl").code == 2


def test_seed_article_says_who_condemns_whom(gkg: Gkg, shared: Path) -> None:
    assert gkg("load", shared / "seed" / "article.txt").code == 0
    rows = gkg("ask", "who condemns whom", "--json").lines[0]["relations"]
    pairs = {(row["source"]["id"], row["target"]["id"]) for row in rows}
    assert {(s, t) for s in ("USA", "KOR") for t in ("PRK", "RUS")} <= pairs


# ask


def test_answer_is_a_table_and_the_reading_a_report(filled: Gkg) -> None:
    result = filled("ask", "who", "condemns", "whom")
    assert result.code == 0
    header, *rows = [line.split() for line in result.out.splitlines()]
    assert header == ["Source", "Relation", "Target", "Events", "Articles", "First", "Last"]
    assert rows[0] == ["United", "States", "CONDEMN", "Russia", "2", "2", "2022-03-01", "2024-05-01"]
    assert len(rows) == 2
    assert "read as: events in which anybody CONDEMNs anybody" in result.err


def test_answer_as_json_is_that_of_the_api(filled: Gkg) -> None:
    answer = filled("ask", "whom has the US condemned since 2024", "--json").lines[0]
    assert answer["reading"] == "events in which United States CONDEMNs anybody, since 2024-01-01"
    assert [row["events"] for row in answer["relations"]] == [1]


def test_answer_says_what_it_leaves_out(filled: Gkg) -> None:
    assert "1 events without a date are left out" in filled("ask", "who condemns whom since 2000").err
    assert "only the first 1 rows" in filled("ask", "who condemns whom", "--limit", "1").err


def test_nothing_found_is_exit_code_1(filled: Gkg, gkg: Gkg) -> None:
    result = filled("ask", "who condemns Chile")
    assert (result.code, result.out) == (1, "")
    assert "nothing found" in result.err
    assert "store is empty" in gkg("ask", "who condemns whom", "--store", "sqlite:///other.db").err


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("who condemns Ukrane", "Ukraine"),
        ("who condemns Korea", "KOR"),
        ("make me a sandwich", "who condemns whom"),
    ],
)
def test_question_that_cannot_be_answered_is_one_line(filled: Gkg, question: str, words: str) -> None:
    result = filled("ask", question)
    assert result.code == 2
    assert words in result.err
    assert len(result.err.splitlines()) == 1


# export


def test_export_takes_the_filters_of_the_api(filled: Gkg) -> None:
    result = filled("export", "--format", "graphml", "--target", "Russia", "--modality", "any")
    graph = networkx.parse_graphml(result.out, force_multigraph=True)
    assert graph.number_of_edges() == 2
    assert filled("export", "--format", "csv", "--source", "FRA", "--source", "USA").out.count("CONDEMN") == 2


def test_export_into_a_file_appears_when_it_is_whole(filled: Gkg, tmp_path: Path) -> None:
    result = filled("export", "--format", "gexf", "-o", "graph.gexf")
    assert (result.code, result.out) == (0, "")
    assert Path("graph.gexf").read_bytes().startswith(b"<?xml")
    assert filled("export", "--format", "gexf", "-o", "no/such/folder/graph.gexf").code == 2
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize(
    "args",
    [
        ["export"],
        ["export", "--format", "xlsx"],
        ["export", "--format", "graphml", "--shape", "articles"],
        ["export", "--format", "csv", "--since", "yesterday"],
        ["export", "--format", "csv", "--source", "Ukrane"],
        ["nonsense"],
        ["ask"],
        ["ask", "who condemns whom", "--store", "mysql://localhost"],
    ],
)
def test_wrong_usage_is_exit_code_2(gkg: Gkg, args: list[str]) -> None:
    result = gkg(*args)
    assert (result.code, result.out) == (2, "")
    assert result.err


# explain, codebook, doctor


def test_explain_shows_rule_frame_and_ways(gkg: Gkg) -> None:
    result = gkg("explain", "The Kremlin condemned Ukraine in 2022.")
    assert result.code == 0
    assert "CONDEMN Ukraine" in result.out
    for words in ("trigger", "condemned", "frame", "CONDEMN/", "rule", "'The Kremlin' by metonym"):
        assert words in result.out
    event = gkg("explain", "--json", "The Kremlin condemned Ukraine in 2022.").lines[0]["events"][0]
    assert event["why"]["source"] == "metonym"


def test_explain_shows_what_nearly_matched(gkg: Gkg) -> None:
    result = gkg("explain", "The plan was condemned.")
    assert result.code == 1
    assert "no event" in result.out
    assert "nearly: 'condemned' as CONDEMN/" in result.out


def test_codebook_that_ships_has_nothing_to_mend(gkg: Gkg) -> None:
    result = gkg("codebook", "check")
    assert (result.code, result.err.splitlines()[-1]) == (0, "gkg: nothing to mend")


def test_codebook_that_contradicts_itself_is_named(gkg: Gkg, tmp_path: Path) -> None:
    folder = tmp_path / "book"
    (folder / "relations").mkdir(parents=True)
    (folder / "actors").mkdir()
    (folder / "classes.toml").write_text("[classes]\n")
    (folder / "actors" / "countries.toml").write_text('[FRA]\nname = "France"\n[RUS]\nname = "Russia"\n')
    example = '{ text = "France slept.", source = "FRA", target = "RUS" }'
    (folder / "relations" / "accuse.toml").write_text(
        'plover = "ACCUSE"\n'
        f'[CONDEMN]\ncameo = "1x1"\ndefinition = "d"\nverbs = ["condemn X"]\nexamples = [{example}]\n'
        '[DENOUNCE]\ncameo = "111"\ndefinition = "d"\nverbs = ["condemn X"]\nexamples = []\n'
        'not_examples = ["France condemned Russia."]\n'
    )
    result = gkg("codebook", "check", folder)
    assert result.code == 1
    assert result.out.startswith("2 relations, 2 frames, 1 examples, 1 not_examples, 2 actors")
    for words in (
        "CONDEMN: the CAMEO code '1x1' is not a string of digits",
        "CONDEMN: there are no not_examples",
        "DENOUNCE: there are no examples",
        "DENOUNCE: the verb frame 'condemn X' is also CONDEMN's",
        "CONDEMN: example not read: 'France slept.' should say FRA CONDEMN RUS, says nothing",
    ):
        assert words in result.out


def test_codebook_that_cannot_be_read_is_one_line(gkg: Gkg, tmp_path: Path) -> None:
    result = gkg("codebook", "check", tmp_path)
    assert result.code == 1
    assert "no codebook here" in result.err


def test_doctor_finds_all_well(gkg: Gkg, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        monkeypatch.setenv("GKG_PORT", str(probe.getsockname()[1]))
    result = gkg("doctor")
    assert [line.split()[:2] for line in result.out.splitlines()] == [
        ["ok", part] for part in ("python", "spacy", "vocabulary", "model", "store", "keys", "sqlite", "port")
    ]
    assert result.code == 0


def test_doctor_names_what_is_broken(gkg: Gkg, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("graph.db").write_bytes(b"not a database, but long enough to be mistaken for one" * 10)
    monkeypatch.setenv("GKG_MODEL", "no_such_model")
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        monkeypatch.setenv("GKG_PORT", str(busy.getsockname()[1]))
        result = gkg("doctor")
    assert result.code == 1
    broken = {line.split()[1] for line in result.out.splitlines() if line.startswith("mend")}
    assert broken == {"model", "store", "port"}


def test_wrong_setting_is_named(gkg: Gkg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GKG_PORT", "http")
    result = gkg("doctor")
    assert result.code == 2
    assert "GKG_PORT" in result.err
    assert "Traceback" not in result.err


# As a process of its own.


def command(*args: str) -> list[str]:
    return [sys.executable, "-c", "from api.cli import main; main()", *args]


def environment(folder: Path) -> dict[str, str]:
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    return os.environ | {"GKG_STORE": f"sqlite:///{folder / 'graph.db'}", "PYTHONPATH": path}


def test_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'graph.db'}") as store:
        fill(store, *(make_event("USA", "CONDEMN", "RUS", at=100 * i) for i in range(2000)))
    process = subprocess.Popen(
        command("export", "--format", "jsonl", "--shape", "events"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(30) == 141
    with process.stderr:
        assert process.stderr.read() == b""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A served store, and its address."""
    process = subprocess.Popen(
        command("serve", "--port", "0"), stderr=subprocess.PIPE, env=environment(tmp_path), text=True
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    try:
        yield process, line.split()[1].rstrip("/")
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(("sent", "codes"), [(signal.SIGINT, (0, 130)), (signal.SIGTERM, (0,))])
def test_served_graph_answers_until_it_is_told_to_end(
    server: tuple[subprocess.Popen[str], str], tmp_path: Path, sent: signal.Signals, codes: tuple[int, ...]
) -> None:
    process, address = server
    deadline = time.monotonic() + 90  # the model loads slowly where other tests run beside
    while True:
        try:
            ready = httpx2.get(f"{address}/readyz", timeout=10)
            break
        except httpx2.TransportError:
            assert time.monotonic() < deadline, "the server does not answer"
            time.sleep(0.1)
    assert ready.status_code == 200
    assert httpx2.get(f"{address}/healthz", headers={"Host": "evil.example"}).status_code == 421
    process.send_signal(sent)
    _, log = process.communicate(timeout=30)
    assert process.returncode in codes
    assert "Traceback" not in log
    assert [path.name for path in tmp_path.glob("graph.db*")] == ["graph.db"]  # closed: nothing beside it


def test_busy_port_is_one_clear_line(gkg: Gkg) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        result = gkg("serve", "--port", str(port))
    assert result.code == 2
    (line,) = result.err.splitlines()
    assert line.startswith(f"gkg: 127.0.0.1:{port} cannot be used (Address already in use)")
    assert "--port" in line


def test_no_store_is_left_behind_by_help(gkg: Gkg) -> None:
    result = gkg("--help")
    assert result.code == 0
    assert not Path("graph.db").exists()
    for name in ("extract", "load", "ask", "export", "explain", "serve", "codebook", "key", "doctor"):
        assert name in result.out


def test_read_only_store_is_told(gkg: Gkg, folder: Path) -> None:
    path = folder / "graph.db"
    load = ("load", "--events", "-", "--store", f"sqlite:///{path}")
    assert gkg(*load, stdin=event_line(article="a")).code == 0
    folder.chmod(0o777)
    path.chmod(0o444)
    with without_privileges():
        result = gkg(*load, stdin=event_line(article="b"))
    assert result.code == 2
    assert f"{path}: the file is read-only; make it writable" in result.err


def event_line(**given: Any) -> bytes:
    return json.dumps(event_record(make_event(**given))).encode()


def test_file_that_cannot_be_written_is_named_as_it_was_given(filled: Gkg) -> None:
    result = filled("export", "--format", "csv", "-o", "no/such/folder/graph.csv")
    assert result.code == 2
    assert result.err == (
        "gkg: no/such/folder/graph.csv: cannot be written (No such file or directory); "
        "choose another file with --output\n"
    )


def test_export_to_a_pipe_or_link_writes_there_and_replaces_neither(filled: Gkg) -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert filled("export", "--format", "csv", "-o", "pipe").code == 0
    assert os.read(reader, 6) == b"source"
    os.close(reader)
    assert Path("pipe").is_fifo()
    Path("link").symlink_to("graph.csv")
    assert filled("export", "--format", "csv", "-o", "link").code == 0
    assert Path("link").is_symlink()
    assert Path("graph.csv").read_bytes().startswith(b"source")

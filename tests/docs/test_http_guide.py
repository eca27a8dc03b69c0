"""What the guide to the HTTP API says is what happens: its requests run, its answers are the server's."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from api.app import create_app
from api.problems import STATUS
from graph.query import Bucket
from tests.api.serving import serving

PROJECT = Path(__file__).parents[2]
GUIDE = (PROJECT / "docs" / "http.md").read_text(encoding="utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```", GUIDE, flags=re.M | re.S)
HERE = "127.0.0.1:8000"
EVENTS = 9  # of the guide's articles


@dataclass(frozen=True, slots=True)
class Asked:
    """A command of the guide, what the guide shows of its output, and all of it."""

    command: str
    shown: str
    printed: str


def steps() -> Iterator[tuple[str, str]]:
    """Each command with the answer shown: below it, or in the next fence if that is JSON."""
    for number, (language, text) in enumerate(FENCES):
        if language == "console":
            calls = re.split(r"^\$ ", text.replace("\\\n", ""), flags=re.M)[1:]
            pairs = [call.partition("\n") for call in calls]
            *before, (last, _, below) = pairs
            yield from ((command, shown) for command, _, shown in before)
            following, answer = FENCES[number + 1] if number + 1 < len(FENCES) else ("", "")
            yield last, answer if following == "json" else below
        elif language == "python":
            yield text, ""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[Asked]:
    """Every request of the guide, sent in its order to a server on an empty graph."""
    if shutil.which("curl") is None:
        pytest.skip("no curl to send the guide's requests with")
    folder = tmp_path_factory.mktemp("guide")
    (folder / "news.jsonl").write_text(dict(FENCES)["jsonl"], encoding="utf-8")
    found = []
    with serving(folder) as served:
        there = f"127.0.0.1:{served.port}"
        for command, shown in steps():
            if command.startswith("curl "):
                line = command.replace(HERE, there)
                ran = subprocess.run(line, shell=True, cwd=folder, capture_output=True, text=True, timeout=60)
                assert ran.returncode == 0, f"{command}: {ran.stderr}"
                printed = ran.stdout
            else:
                names: dict[str, Any] = {}
                exec(command.replace(HERE, there), names)
                printed = "\n".join(names["sentences"])
            found.append(Asked(command, shown, printed.replace(there, HERE)))
    return found


def difference(shown: Any, real: Any, place: str = "") -> str | None:
    """Where an answer is not as shown. Keys may be left out; `"..."` ends a list that is cut short."""
    if isinstance(shown, dict) and isinstance(real, dict):
        parts = [(f"{place}.{key}", value, real.get(key, "<no such key>")) for key, value in shown.items()]
    elif isinstance(shown, list) and isinstance(real, list):
        cut = shown[-1:] == ["..."]
        wanted = shown[:-1] if cut else shown
        if len(real) < len(wanted) or (len(real) > len(wanted) and not cut):
            return f"{place}: {len(real)} rows, not {len(wanted)}"
        parts = [(f"{place}[{n}]", *pair) for n, pair in enumerate(zip(wanted, real, strict=False))]
    else:
        return None if shown == real else f"{place}: {real!r}, not {shown!r}"
    return next(filter(None, (difference(value, found, where) for where, value, found in parts)), None)


def test_answers_are_as_shown(asked: list[Asked]) -> None:
    assert len(asked) > 20
    for one in asked:
        if one.shown.lstrip().startswith("{"):
            wrong = difference(json.loads(one.shown), json.loads(one.printed))
            assert wrong is None, f"{one.command}\n{wrong}"
        else:
            lines = iter(one.printed.replace("\r", "").splitlines())
            for line in one.shown.splitlines():
                assert line == "..." or line in lines, f"{one.command}\n{line}\n---\n{one.printed}"


def test_tables_are_shown_whole(asked: list[Asked]) -> None:
    tables = [one for one in asked if one.shown.startswith(("source,", "start,"))]
    assert len(tables) == 2
    for table in tables:
        assert table.printed == table.shown


def test_script_follows_all_pages(asked: list[Asked]) -> None:
    script = next(one for one in asked if one.command.startswith("import "))
    assert len(script.printed.splitlines()) == EVENTS


def test_every_request_is_one_that_the_test_runs() -> None:
    assert all(command.startswith("curl ") or "urlopen" in command for command, _ in steps())
    assert {language for language, _ in FENCES} == {"console", "json", "jsonl", "python"}


def test_every_endpoint_stands_in_the_table_with_its_methods() -> None:
    real = {
        f"{method.upper()} {path}"
        for path, operations in create_app().openapi()["paths"].items()
        for method in operations
        if not path.endswith(".{form}")
    }
    assert set(re.findall(r"`((?:GET|POST|DELETE) /[^`]+)`", GUIDE)) == real


def test_every_bucket_is_named() -> None:
    row = next(line for line in GUIDE.splitlines() if line.startswith("| `GET /v1/timeline`"))
    assert re.findall(r"`(\w+)`", row.partition("`bucket`")[2]) == [*map(str, Bucket)]


def test_every_type_of_problem_is_told_with_its_status() -> None:
    rows = re.findall(r"^\| (\d+) \| `([\w-]+)` \|", GUIDE, flags=re.M)
    told = {(int(status), kind) for status, kind in rows}
    real = {(int(status), kind) for _, status, kind, _ in STATUS}
    for file in (PROJECT / "api").glob("*.py"):
        calls = re.findall(r'problem\(\s*(\d+),[^)]*?kind="([\w-]+)"', file.read_text(encoding="utf-8"))
        real |= {(int(status), kind) for status, kind in calls}
    assert told == real


def test_every_status_that_the_description_has_is_told() -> None:
    told = set(re.findall(r"^\| (\d+) \|", GUIDE, flags=re.M))
    described = {
        status
        for operations in create_app().openapi()["paths"].values()
        for operation in operations.values()
        for status in operation["responses"]
    }
    assert {status for status in described if status >= "400"} <= told

"""What the documentation names exists, and what exists is documented."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from api.app import create_app
from api.cli import app
from api.settings import Settings
from graph.export import FORMATS, SHAPES
from graph.model import Plover
from graph.query import FILTERS
from graph.vocabulary import default_vocabulary

PROJECT = Path(__file__).parents[2]
PAGES = [
    PROJECT / "README.md",
    PROJECT / "CONTRIBUTING.md",
    PROJECT / "CHANGELOG.md",
    *PROJECT.glob("docs/**/*.md"),
]
README = PAGES[0].read_text(encoding="utf-8")
GUIDES = "\n".join(page.read_text(encoding="utf-8") for page in PAGES if "decisions" not in page.parts)
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def code(text: str) -> Iterator[str]:
    """What stands between backticks, in fences or indented as code."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", text, flags=re.M | re.S)
    prose = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    yield from fenced
    yield from re.findall(r"`([^`]+)`", prose)
    yield from re.findall(r"^ {4}(\S.*)$", prose, flags=re.M)


def commands() -> dict[str, Any]:
    """Every command by its words. Typer brings its own click, so commands are told by what they have."""
    found: dict[str, Any] = {}

    def walk(command: Any, name: str) -> None:
        children = getattr(command, "commands", None)
        if children is None:
            found[name] = command
        else:
            for sub, child in children.items():
                walk(child, f"{name} {sub}".strip())

    walk(typer.main.get_command(app), "")
    return found


COMMANDS = commands()
SETTINGS = {f"GKG_{name.upper()}" for name in Settings.model_fields}


@every_page
def test_every_command_that_is_named_exists_with_its_options(page: Path) -> None:
    for line in (line for text in code(page.read_text(encoding="utf-8")) for line in text.splitlines()):
        for call in re.findall(r"(?:^|[\s$|/])gkg ([a-z].*)", line):
            name = next((name for name in COMMANDS if call == name or call.startswith(name + " ")), None)
            assert name, f"{page.name}: gkg {call}"
            options = {o for p in COMMANDS[name].params for o in (*p.opts, *p.secondary_opts)}
            bare = re.sub(r"""("[^"]*"|'[^']*')""", "", call)
            assert set(re.findall(r"(?<=\s)--?[a-z][a-z_-]*", bare)) <= options, f"{page.name}: gkg {call}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"`gkg {name}`" in README


@every_page
def test_every_setting_that_is_named_exists(page: Path) -> None:
    assert set(re.findall(r"\bGKG_[A-Z0-9_]+", page.read_text(encoding="utf-8"))) <= SETTINGS


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_every_setting_is_documented(name: str) -> None:
    assert f"`{name}`" in GUIDES


@every_page
def test_every_relation_that_is_named_exists(page: Path) -> None:
    vocabulary = default_vocabulary()
    known = {*vocabulary.relations, *Plover.__members__, *vocabulary.gazetteer.actors, *SETTINGS, "STORES"}
    known |= logging.getLevelNamesMapping().keys()
    for text in code(page.read_text(encoding="utf-8")):
        named = {text} if re.fullmatch("[A-Z][A-Z_]{3,}", text) else set()
        named |= set(re.findall(r'"(?:relation|content|base)": "([A-Z_]+)"', text))
        named |= {w.upper() for w in re.findall(r"(?<![\w-])relation=([A-Za-z_]+)", text)}
        for word in named - known:
            assert vocabulary.relation(word).name in known, f"{page.name}: {word}"


@pytest.mark.parametrize(
    "name", [*FILTERS, "since", "until", "negated", "modality", "min_confidence", "level"]
)
def test_every_filter_is_documented(name: str) -> None:
    assert f"`{name}`" in README


@pytest.mark.parametrize("name", [*FORMATS, *SHAPES])
def test_every_format_and_shape_is_documented(name: str) -> None:
    assert name in README


@every_page
def test_every_make_target_that_is_named_exists(page: Path) -> None:
    targets = set(
        re.findall(r"^([a-z0-9]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), flags=re.M)
    )
    named = {
        t for text in code(page.read_text(encoding="utf-8")) for t in re.findall(r"\bmake ([a-z0-9]+)", text)
    }
    assert named <= targets


def test_the_two_commands_stand_in_the_first_screen() -> None:
    first_screen = "\n".join(README.splitlines()[:24])
    assert "make run" in first_screen
    assert "make test" in first_screen


@every_page
def test_every_endpoint_that_is_named_exists(page: Path) -> None:
    paths = [re.sub(r"\{[^}]+\}", "[^/]+", path) for path in create_app().openapi()["paths"]]
    named = re.findall(r"(/v1/[a-z][\w./{}-]*)", page.read_text(encoding="utf-8"))
    for name in named:
        assert any(re.fullmatch(path, name.rstrip("./")) for path in paths), f"{page.name}: {name}"


@every_page
def test_every_file_that_is_named_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = {target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target}
    named |= {
        n
        for n in re.findall(r"`([\w./-]+)`", text)
        if re.match(r"(graph|extract|api|tests|docs|samples|scripts)/", n)
    }
    missing = [name for name in named if not ((page.parent / name).exists() or (PROJECT / name).exists())]
    assert missing == []


def test_decisions_are_numbered_and_half_a_page() -> None:
    decisions = sorted((PROJECT / "docs" / "decisions").glob("*.md"))
    assert decisions
    for page in decisions:
        number = int(page.name[:4])
        text = page.read_text(encoding="utf-8")
        assert text.startswith(f"# {number}. ")
        assert len(text.split()) <= 450, page.name

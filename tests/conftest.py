"""Fixtures for all tests, and the last line of a run: what was left out and why."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.pipeline import Extractor
from graph.store import Store, open_store
from graph.vocabulary import default_vocabulary

SHARED = Path(__file__).parents[2] / "shared"
LEFT_OUT = pytest.StashKey[Counter[str]]()


@pytest.fixture
def shared() -> Path:
    """The folder beside the project with the gold sets; without it the test is left out, loudly."""
    if not SHARED.is_dir():
        pytest.skip("the gold sets (../shared) are not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor that ships, loaded once."""
    return Extractor(default_vocabulary())


STORES = ["sqlite"]


@pytest.fixture(params=STORES)
def store_uri(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store of every kind; what holds for one must hold for all."""
    match request.param:
        case "sqlite":
            return f"sqlite:///{tmp_path / 'graph.db'}"
    raise ValueError(request.param)


@pytest.fixture
def store(store_uri: str) -> Iterator[Store]:
    """An empty store of every kind."""
    with open_store(store_uri) as store:
        yield store


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    reports = terminalreporter.stats.get("skipped", [])
    config.stash[LEFT_OUT] = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in reports)


def pytest_unconfigure(config: pytest.Config) -> None:
    left_out = config.stash.get(LEFT_OUT, None)
    if left_out is None:
        return
    reasons = "; ".join(f"{reason} ({count})" for reason, count in left_out.most_common())
    print(f"SKIPPED {left_out.total()} TESTS: {reasons}" if left_out else "Nothing was skipped.")

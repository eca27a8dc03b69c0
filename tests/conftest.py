"""Fixtures for all tests, and the last line of a run: what was left out and why."""

import os
import tempfile
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from extract.pipeline import Extractor
from graph.store import Store
from graph.vocabulary import default_vocabulary
from server.assembly import missing_tools
from server.neo4j_server import Neo4jServer
from tests.stores import Address, GivenServer, Server, emptied, file_address, server_address

SHARED = Path(__file__).parents[2] / "shared"
settings.register_profile("busy", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")  # a machine that is busy with other things draws examples slowly
LEFT_OUT = pytest.StashKey[Counter[str]]()
NO_GOLD = "the gold sets (../shared) are not on this machine"


@pytest.fixture
def shared() -> Path:
    """The folder beside the project with the gold sets; without it the test is left out, loudly."""
    if not SHARED.is_dir():
        pytest.skip(NO_GOLD)
    return SHARED


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every user may enter."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o755)
        yield path


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor that ships, loaded once."""
    return Extractor(default_vocabulary())


@pytest.fixture(scope="session")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Neo4j server for the whole run: the one of GKG_TEST_NEO4J_URI, or one of our own."""
    uri = os.environ.get("GKG_TEST_NEO4J_URI")
    if uri:
        user = os.environ.get("GKG_TEST_NEO4J_USER", "neo4j")
        yield GivenServer(uri, user, os.environ.get("GKG_TEST_NEO4J_PASSWORD", ""))
        return
    lacking = missing_tools()
    if lacking:
        pytest.skip(f"no Neo4j server to test with: {lacking}")
    server = Neo4jServer(tmp_path_factory.mktemp("neo4j"), password="in-the-tests-only")
    server.start()
    yield server
    server.kill()  # nobody wants its data


STORES = ["sqlite", "neo4j"]


@pytest.fixture(params=STORES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """The address of an empty store of every kind; what holds for one must hold for all."""
    match request.param:
        case "sqlite":
            return file_address(tmp_path / "graph.db")
        case "neo4j":
            return emptied(server_address(request.getfixturevalue("neo4j")))
    raise ValueError(request.param)


@pytest.fixture
def store(address: Address) -> Iterator[Store]:
    """An empty store of every kind."""
    with address.open() as store:
        yield store


def refuse_skips(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Fail what was skipped where CI=true: the build has every tool, only the gold sets may be elsewhere."""
    if os.environ.get("CI") != "true" or not report.skipped or hasattr(report, "wasxfail"):
        return
    assert isinstance(report.longrepr, tuple)
    reason = str(report.longrepr[2]).removeprefix("Skipped: ")
    if reason != NO_GOLD:
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI=true forbids: {reason}"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    refuse_skips(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    refuse_skips(report)
    return report


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

"""Visitors of the explorer page, on a store of each kind."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from api.app import create_app
from api.settings import Settings
from extract.pipeline import Extractor
from graph.store import Store
from tests.conftest import STORES
from tests.stores import emptied, file_address, server_address
from tests.web.chromium import CHROMIUM, chromium_page, load_samples
from tests.web.explorer import Explorer, exploring


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("chromium is missing: apt-get install chromium")
    with chromium_page() as page:
        assert page.context.browser
        yield page.context.browser


@pytest.fixture(scope="module", params=STORES)
def samples(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, extractor: Extractor
) -> Iterator[Store]:
    """A store of each kind with the sample articles."""
    if request.param == "sqlite":
        address = file_address(tmp_path_factory.mktemp("explorer") / "graph.db")
    else:
        address = emptied(server_address(request.getfixturevalue("neo4j")))
    with address.open() as store:
        load_samples(store, extractor)
        yield store


@pytest.fixture
def page(samples: Store, extractor: Extractor, chromium: Browser) -> Iterator[Explorer]:
    """A visitor's page, before the samples."""
    yield from _visit(samples, extractor, chromium)


@pytest.fixture
def bare(store: Store, extractor: Extractor, chromium: Browser) -> Iterator[Explorer]:
    """A visitor's page, before an empty store."""
    yield from _visit(store, extractor, chromium)


def _visit(store: Store, extractor: Extractor, chromium: Browser) -> Iterator[Explorer]:
    """What the browser complained about fails the test."""
    app = create_app(Settings(rate_limit="9000/minute"), store=store, extractor=extractor)
    with exploring(app, chromium) as explorer:
        yield explorer
        assert explorer.complaints == []

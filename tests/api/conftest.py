"""The application over a real store and a real extractor."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from extract.pipeline import Extractor
from graph.store import Store, open_store
from graph.vocabulary import default_vocabulary

BASE = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(default_vocabulary())


@pytest.fixture
def make_client(store: Store, extractor: Extractor) -> Iterator[Callable[..., TestClient]]:
    """A client of an application with the settings given."""
    with ExitStack() as stack:

        def made(**settings: object) -> TestClient:
            app = create_app(Settings(**settings), store=store, extractor=extractor)
            return stack.enter_context(TestClient(app, base_url=BASE, raise_server_exceptions=False))

        yield made


@pytest.fixture
def client(make_client: Callable[..., TestClient]) -> TestClient:
    return make_client()


@pytest.fixture
def filled_store(store: Store) -> Store:
    return store


@pytest.fixture
def other_store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'other.db'}") as other:
        yield other

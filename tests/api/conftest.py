"""The application over a real store and a real extractor."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from extract.pipeline import Extractor
from graph.store import Store
from graph.vocabulary import default_vocabulary

BASE = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(default_vocabulary())


@pytest.fixture
def make_client(store: Store, extractor: Extractor) -> Iterator[Callable[..., TestClient]]:
    """A client of an application with the settings given."""
    with ExitStack() as stack:

        def made(**settings: Any) -> TestClient:
            app = create_app(Settings(**settings), store=store, extractor=extractor)
            return stack.enter_context(TestClient(app, base_url=BASE, raise_server_exceptions=False))

        yield made


@pytest.fixture
def client(make_client: Callable[..., TestClient]) -> TestClient:
    return make_client()

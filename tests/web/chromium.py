"""Debian's chromium, by Playwright, and applications on a port of loopback for it to visit."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, sync_playwright

from api.loading import load
from extract.pipeline import Extractor
from extract.text.articles import read_articles
from graph.store import Store
from graph.vocabulary import default_vocabulary

SAMPLES = Path(__file__).parents[2] / "samples" / "articles.jsonl"
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",  # nothing of elsewhere
]
SIZE = {"width": 1400, "height": 900}
PATIENCE = 60_000  # milliseconds for what the Browser does at its own pace, on a busy machine


@contextmanager
def chromium_page() -> Iterator[Page]:
    """A page of a chromium of its own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        try:
            yield new_visitor(chromium)
        finally:
            chromium.close()


@contextmanager
def listening(app: FastAPI, port: int) -> Iterator[None]:
    """The application on a port of loopback, over real HTTP."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_config=None, ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the HTTP server did not start"
            time.sleep(0.02)
        yield
    finally:
        server.should_exit = True
        thread.join()


def load_samples(store: Store, extractor: Extractor) -> None:
    """Load the articles that ship with gkg."""
    vocabulary = default_vocabulary()
    outcomes = list(load(read_articles([str(SAMPLES)], stdin=BytesIO()), store, extractor, vocabulary))
    assert all(loaded.outcome for loaded in outcomes)


def new_visitor(chromium: Browser) -> Page:
    """A page that remembers nothing of the other pages."""
    context = chromium.new_context(viewport=SIZE)
    context.set_default_timeout(PATIENCE)
    return context.new_page()

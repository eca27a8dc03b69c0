"""The pages where a key is demanded, and that a browser may load all of them and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from api.app import create_app
from api.keys import May, new_key
from api.settings import Settings
from extract.pipeline import Extractor
from graph.store import open_store
from server.neo4j_server import free_port
from tests.builders import fill, make_event
from tests.web.chromium import listening, new_visitor


@dataclass(frozen=True, slots=True)
class Visit:
    """A page with what the browser complained about, and the addresses it asked for."""

    page: Page
    address: str
    key: str
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)

    def give(self, key: str) -> None:
        self.page.get_by_label("This server answers who has a key").fill(key)
        self.page.get_by_role("button", name="Use this key").click()


@pytest.fixture(params=[True, False], ids=["keys", "no keys"])
def demanded(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def visit(chromium: Browser, tmp_path: Path, extractor: Extractor, demanded: bool) -> Iterator[Visit]:
    """A visitor to a server, with a key that may read."""
    text, _ = new_key(tmp_path / "keys.json", "a reader", May.READ)
    settings = Settings(keys=tmp_path / "keys.json", keys_demanded=demanded, rate_limit="600/minute")
    port = free_port()
    page = new_visitor(chromium)
    visit = Visit(page, f"http://127.0.0.1:{port}", text)
    page.on("console", lambda said: visit.complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("request", lambda request: visit.asked.append(request.url))
    with open_store(f"sqlite:///{tmp_path / 'graph.db'}") as store:
        fill(store, make_event("FRA", "CONDEMN", "RUS"))
        with listening(create_app(settings, store=store, extractor=extractor), port):
            yield visit
            page.context.close()


with_keys = pytest.mark.parametrize("demanded", [True], ids=["keys"])
rows = ".table tbody tr"


@with_keys
def test_the_page_asks_for_the_key_and_keeps_it_while_its_tab_is_open(visit: Visit) -> None:
    visit.go("/")
    field = visit.page.get_by_label("This server answers who has a key")
    expect(field).to_be_visible()
    assert field.get_attribute("type") == "password"
    assert field.get_attribute("autocomplete") == "off"
    visit.give(visit.key)
    expect(visit.page.locator(rows)).to_have_count(1)
    expect(field).to_be_hidden()
    visit.page.get_by_role("button", name="Evidence: France CONDEMN Russia").click()
    expect(visit.page.locator(".evidence blockquote")).to_have_count(1)
    visit.page.reload()
    expect(visit.page.locator(rows)).to_have_count(1)
    stored = visit.page.evaluate(
        "[Object.values(sessionStorage), Object.values(localStorage), document.cookie]"
    )
    assert stored == [[visit.key], [], ""]
    assert not [address for address in visit.asked if visit.key in address]


@with_keys
@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("gkg_00000000_wrong", "This key is wrong or was revoked."),
        ("what is a key\N{EM DASH}this?", "A key has letters, digits and signs only."),
    ],
)
def test_the_page_says_that_a_key_is_wrong_and_asks_again(visit: Visit, given: str, words: str) -> None:
    visit.go("/")
    visit.give(given)
    expect(visit.page.get_by_role("form", name="Key").get_by_role("alert")).to_have_text(words)
    visit.give(visit.key)
    expect(visit.page.locator(rows)).to_have_count(1)


@with_keys
@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("GraphML", "gkg-relations.graphml"),
        ("CSV", "gkg-relations.csv"),
        ("JSON lines", "gkg-relations.jsonl"),
    ],
)
def test_a_file_is_saved_with_the_key(visit: Visit, tmp_path: Path, link: str, name: str) -> None:
    visit.go("/")
    visit.give(visit.key)
    expect(visit.page.locator(rows)).to_have_count(1)
    with visit.page.expect_download() as saving:
        visit.page.get_by_role("link", name=link, exact=True).click()
    assert saving.value.suggested_filename == name
    saving.value.save_as(tmp_path / name)
    assert "France" in (tmp_path / name).read_text(encoding="utf-8")


def test_the_pages_work_under_their_policy(visit: Visit, demanded: bool) -> None:
    visit.go("/")
    if demanded:
        visit.give(visit.key)
    expect(visit.page.locator(rows)).to_have_count(1)
    visit.go("/docs")
    visit.page.get_by_role("link", name="/v1/timeline", exact=True).click()
    visit.page.get_by_role("button", name="Try it out").click()
    if demanded:
        visit.page.get_by_role("button", name="Authorize").click()
        visit.page.get_by_label("auth-bearer-value").fill(visit.key)
        visit.page.get_by_role("button", name="Apply credentials").click()
        visit.page.get_by_role("button", name="Close").click()
    visit.page.get_by_role("button", name="Execute").click()
    expect(visit.page.locator(".live-responses-table .response-col_status").last).to_contain_text("200")
    complaints = [said for said in visit.complaints if "401 (Unauthorized)" not in said]
    assert complaints == []
    assert {address.split("/")[2] for address in visit.asked if address.startswith("http")} == {
        visit.address.removeprefix("http://")
    }

"""An article that is pasted or dropped: its events marked before it is stored, and what storing it does."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from api.app import create_app
from api.keys import May, new_key
from api.settings import Settings
from extract.pipeline import Extractor
from graph.store import Store
from server.neo4j_server import free_port
from tests.builders import fill, make_event
from tests.web.chromium import listening, new_visitor

LETTERS = "\N{GRINNING FACE} \N{MATHEMATICAL DOUBLE-STRUCK CAPITAL A}\N{OLD PERSIAN SIGN A}"
TITLE = f"{LETTERS} Iran attacks Israel"
TEXT = (
    f"{LETTERS} France and Germany condemned Russia. {LETTERS}\n\n"
    f"{LETTERS} Poland will send arms to Ukraine. Russia denied that it had attacked Ukraine."
)
on_one_store = pytest.mark.parametrize("address", ["sqlite"], indirect=True)


@dataclass(frozen=True, slots=True)
class Desk:
    """The page with the panel, and what the browser complained about."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    @property
    def opener(self) -> Locator:
        return self.page.get_by_role("button", name="Read an article")

    @property
    def panel(self) -> Locator:
        return self.page.get_by_role("region", name="Read an article")

    @property
    def title(self) -> Locator:
        return self.panel.get_by_role("heading", level=2)

    @property
    def text(self) -> Locator:
        return self.panel.get_by_label("Text:")

    @property
    def events(self) -> Locator:
        return self.panel.get_by_role("list", name="Events").get_by_role("button")

    @property
    def rows(self) -> Locator:
        return self.page.locator(".table tbody tr")

    def press(self, name: str) -> None:
        self.panel.get_by_role("button", name=name, exact=True).click()

    def read(self, text: str, title: str = "") -> None:
        self.opener.click()
        self.text.fill(text)
        self.panel.get_by_label("Title").fill(title)
        self.press("Read")

    def marked(self, role: str) -> str:
        return "".join(self.panel.locator(f".article mark.{role}").all_text_contents())

    def drop(self, target: Locator, *, file: str = "", text: str) -> None:
        carried = self.page.evaluate_handle(
            """([name, text]) => {
                const carried = new DataTransfer();
                if (name) carried.items.add(new File([text], name));
                else carried.setData("text/plain", text);
                return carried;
            }""",
            [file, text],
        )
        target.dispatch_event("dragover", {"dataTransfer": carried})
        target.dispatch_event("drop", {"dataTransfer": carried})


Serve = Callable[[Settings], AbstractContextManager[Desk]]


@pytest.fixture
def serve(chromium: Browser, store: Store, extractor: Extractor) -> Serve:
    """A graph with one event, served as the settings say, and its page in the browser."""

    @contextmanager
    def serving(settings: Settings) -> Iterator[Desk]:
        port = free_port()
        page = new_visitor(chromium)
        desk = Desk(page, f"http://127.0.0.1:{port}")
        page.on("console", lambda said: desk.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: desk.complaints.append(str(error)))
        with listening(create_app(settings, store=store, extractor=extractor), port):
            page.goto(desk.address)
            yield desk
            page.context.close()

    fill(store, make_event("FRA", "CONDEMN", "RUS"))
    return serving


@pytest.fixture
def desk(serve: Serve) -> Iterator[Desk]:
    with serve(Settings(rate_limit="600/minute")) as desk:
        expect(desk.rows).to_have_count(1)
        yield desk
        assert desk.complaints == []


def extracted(desk: Desk, **article: str) -> list[dict[str, Any]]:
    """The events by the API itself, in the order of the text."""
    answer = desk.page.request.post(f"{desk.address}/v1/extract", data=article).json()
    events: list[dict[str, Any]] = answer["events"]
    return sorted(events, key=lambda event: (event["field"] == "text", event["trigger"]["start"]))


@on_one_store
def test_the_words_of_each_event_are_marked_in_title_and_text(desk: Desk, store: Store) -> None:
    desk.read(TEXT, TITLE)
    events = extracted(desk, text=TEXT, title=TITLE)
    assert len(events) == 5
    expect(desk.title).to_have_text("5 events found. Nothing is stored yet.")
    expect(desk.title).to_be_focused()
    assert desk.panel.locator(".article h3").text_content() == TITLE
    assert desk.panel.locator(".article .text").text_content() == TEXT
    assert desk.marked("found") == "attackscondemnedsendattacked"
    assert desk.marked("source") == ""
    for button, event in zip(desk.events.all(), events, strict=True):
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        parts = [event["source"]["mention"], event["trigger"], event["target"]["mention"]]
        assert [desk.marked(role) for role in ("source", "trigger", "target")] == [p["text"] for p in parts]
    expect(desk.panel.locator("li.chosen")).to_contain_text("negated: the text says that it did not happen")
    assert store.article(events[0]["article"]) is None


@on_one_store
def test_a_trigger_of_several_events_leads_to_each_in_turn(desk: Desk) -> None:
    desk.read("France and Germany condemned Russia.")
    for source in ("France", "Germany", "France"):
        desk.panel.locator("mark.found").click()
        expect(desk.panel.locator(".article mark.source")).to_have_text(source)


def test_what_is_stored_is_on_screen_at_once_and_can_be_asked_for(desk: Desk, store: Store) -> None:
    desk.read("Germany condemned Russia. Poland will send arms to Ukraine.")
    expect(desk.title).to_have_text("2 events found. Nothing is stored yet.")
    expect(desk.rows).to_have_count(1)
    article = extracted(desk, text="Germany condemned Russia. Poland will send arms to Ukraine.")[0][
        "article"
    ]
    assert store.article(article) is None
    desk.press("Store it")
    expect(desk.title).to_have_text("Stored: its 2 events are in the graph now.")
    assert store.article(article) is not None
    expect(desk.rows).to_have_count(2)  # who condemns whom was asked again
    desk.press("Show in the graph")
    expect(desk.panel).to_be_hidden()
    expect(desk.opener).to_be_focused()
    expect(desk.rows.filter(has_text="ARM")).to_have_count(1)  # planned, and still shown
    assert f"article={article}" in desk.page.url
    desk.page.go_back()
    expect(desk.rows.filter(has_text="CONDEMN")).to_have_count(2)
    desk.read("Germany condemned Russia. Poland will send arms to Ukraine.")
    desk.press("Store it")
    expect(desk.title).to_have_text("Unchanged: it was stored before; its 2 events are in the graph.")
    desk.press("Read another")
    expect(desk.text).to_have_value("")


@on_one_store
def test_markup_in_an_article_is_text(desk: Desk) -> None:
    text = "France <b>condemned</b> Russia.\n<script>document.title = 1</script><img src=x onerror=alert(1)>"
    desk.read(text, "<i>Iran attacks Israel</i>")
    article = desk.panel.locator(".article")
    expect(article).to_be_visible()
    assert article.locator(".text").text_content() == text
    expect(article.locator("script, img, b, i")).to_have_count(0)
    assert desk.page.title() == "events in which anybody CONDEMNs anybody - gkg"


@on_one_store
def test_a_file_may_be_dropped_anywhere_and_text_on_the_panel(desk: Desk) -> None:
    desk.drop(desk.page.locator(".table"), file="news.md", text="\ufeffFrance condemned Russia.\r\n")
    expect(desk.text).to_have_value("France condemned Russia.\n")
    expect(desk.text).to_be_focused()
    desk.press("Read")
    expect(desk.title).to_contain_text("1 event found")
    desk.drop(desk.panel, text="Germany condemned Russia.")
    expect(desk.text).to_have_value("Germany condemned Russia.")
    desk.drop(desk.panel, file="page.html", text="<p>France condemned Russia.")
    expect(desk.panel.get_by_role("alert")).to_contain_text("page.html is a web page")
    expect(desk.text).to_have_value("Germany condemned Russia.")


@on_one_store
def test_who_waits_too_long_may_stop_and_what_is_folded_away_comes_back(desk: Desk) -> None:
    desk.page.route("**/v1/extract", lambda route: None)  # a line on which nothing comes back
    desk.read("France condemned Russia.")
    expect(desk.panel.get_by_role("status")).to_contain_text("Reading …")
    desk.press("Stop")
    expect(desk.text).to_be_focused()
    expect(desk.panel.get_by_role("button", name="Read", exact=True)).to_be_enabled()
    desk.opener.click()
    expect(desk.panel).to_be_hidden()
    desk.opener.click()
    expect(desk.text).to_have_value("France condemned Russia.")
    desk.press("Discard")
    desk.opener.click()
    expect(desk.text).to_have_value("")


@on_one_store
def test_what_goes_wrong_is_said_and_costs_nothing(serve: Serve) -> None:
    with serve(Settings(article_limit=30)) as desk:
        expect(desk.rows).to_have_count(1)
        desk.page.locator("main[aria-busy=false]").wait_for()
        alert = desk.panel.get_by_role("alert")
        desk.read("Nobody did anything.")
        expect(desk.title).to_have_text("No event was found. Nothing is stored yet.")
        desk.press("Change the text")
        desk.text.fill("France condemned Russia. " * 2)
        desk.press("Read")
        expect(alert).to_contain_text("has 50 bytes, the limit is 30")
        desk.text.fill("France condemned Russia.")
        expect(alert).to_be_hidden()
        desk.page.context.set_offline(True)
        desk.press("Read")
        expect(alert).to_contain_text("The server does not answer.")
        expect(desk.panel.get_by_role("button", name="Read", exact=True)).to_be_focused()
        desk.page.context.set_offline(False)
        desk.press("Read")
        expect(desk.title).to_contain_text("1 event found")
        assert [said.split(": ")[0] for said in desk.complaints] == ["Failed to load resource"] * 2


@on_one_store
def test_who_may_only_read_is_told_so_when_storing(serve: Serve, tmp_path: Path) -> None:
    key, _ = new_key(tmp_path / "keys.json", "a reader", May.READ)
    with serve(Settings(keys=tmp_path / "keys.json", keys_demanded=True)) as desk:
        desk.page.get_by_label("This server answers who has a key").fill(key)
        desk.page.get_by_role("button", name="Use this key").click()
        expect(desk.rows).to_have_count(1)
        desk.read("Germany condemned Russia.")
        desk.press("Store it")
        expect(desk.panel.get_by_role("alert")).to_contain_text("may read")
        expect(desk.title).to_contain_text("Nothing is stored yet.")
        expect(desk.panel.get_by_role("button", name="Store it")).to_be_enabled()


@on_one_store
def test_an_article_is_read_and_stored_by_keyboard_alone(desk: Desk) -> None:
    press = desk.page.keyboard.press
    desk.opener.focus()
    press("Enter")
    expect(desk.text).to_be_focused()
    desk.page.keyboard.type("Germany condemned Russia. Poland praised Ukraine.")
    press("Control+Enter")
    expect(desk.title).to_be_focused()
    for _ in range(3):  # before, after, the text
        press("Tab")
    press("ArrowRight")
    expect(desk.panel.locator(".article mark.trigger")).to_have_text("condemned")
    press("Tab")
    press("ArrowDown")
    expect(desk.events.nth(1)).to_be_focused()
    expect(desk.panel.locator(".article mark.source")).to_have_text("Poland")
    press("Tab")  # why it is read so
    press("Tab")
    expect(desk.panel.get_by_role("button", name="Store it")).to_be_focused()
    press("Enter")
    expect(desk.title).to_be_focused()
    expect(desk.title).to_contain_text("Stored")
    expect(desk.rows).to_have_count(2)

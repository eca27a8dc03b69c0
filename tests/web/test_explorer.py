"""The explorer's flows in a real browser, on both stores: ask, see, believe, take away."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from api.app import create_app
from api.settings import Settings
from extract.pipeline import Extractor
from graph.store import Store
from tests.builders import fill, make_actor, make_event
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
    """A visitor's page; what the browser complained about fails the test."""
    app = create_app(Settings(rate_limit="9000/minute"), store=samples, extractor=extractor)
    with exploring(app, chromium) as explorer:
        yield explorer
        assert explorer.complaints == []


def relations(page: Explorer, **filters: str | list[str]) -> set[tuple[str, str, str]]:
    """What the service answers, by name."""
    found = page.answer(f"/v1/relations?{urlencode(filters | {'limit': '1000'}, doseq=True)}")
    return {(row["source"]["name"], row["relation"], row["target"]["name"]) for row in found["relations"]}


# Ask.


def test_the_first_visit_shows_who_condemns_whom(page: Explorer) -> None:
    page.go()
    expect(page.reading).to_have_text("Read as: events in which anybody CONDEMNs anybody.")
    assert page.drawn() == page.triples() == relations(page, relation="condemns")
    assert len(page.drawn()) > 20


def test_a_question_is_completed_by_keyboard_and_asked(page: Explorer) -> None:
    page.go()
    box = page.page.get_by_role("combobox", name="Question")
    box.fill("")
    box.press_sequentially("who condemns south k")
    option = page.page.get_by_role("option", name="South Korea country KOR")
    expect(option).to_be_visible()
    while option.get_attribute("aria-selected") != "true":
        page.page.keyboard.press("ArrowDown")
    page.page.keyboard.press("Enter")
    expect(box).to_have_value("who condemns South Korea ")
    box.fill("who cond")
    box.press_sequentially("e")
    expect(page.page.get_by_role("option", name="condemn")).to_be_visible()
    page.page.keyboard.press("Escape")
    expect(page.page.locator("[role=option]")).to_have_count(0)
    page.ask("what did Russia do to Ukraine")
    assert page.triples() == relations(page, source="RUS", target="UKR") != set()


def test_each_part_of_the_reading_can_be_changed(page: Explorer) -> None:
    page.go()
    page.part("Target").get_by_role("combobox").press_sequentially("Iraq")
    page.page.get_by_role("option").filter(has_text="Iraq").first.click()
    page.settled()
    assert page.triples() == relations(page, relation="condemns", target="IRQ") != set()
    page.page.get_by_label("From", exact=True).fill("1990-08-03")
    page.settled()
    assert page.triples() == relations(page, relation="condemns", target="IRQ", since="1990-08-03")
    page.page.get_by_label("From", exact=True).fill("")
    page.part("Relation").get_by_role("button", name="without condemn").click()
    page.settled()
    assert (
        page.triples() == relations(page, target="IRQ") > relations(page, relation="condemns", target="IRQ")
    )
    page.page.get_by_label("Modality").select_option("any")
    page.settled()
    assert page.triples() == relations(page, target="IRQ", modality="any")
    page.part("Who says so").get_by_role("combobox").fill("Iraq")
    page.page.keyboard.press("Enter")
    page.settled()
    expect(page.part("Who says so").get_by_role("button")).to_have_text("Iraq \N{MULTIPLICATION SIGN}")
    assert page.triples() == relations(page, target="IRQ", modality="any", attributed_to="IRQ")


def test_what_is_not_understood_offers_what_is(page: Explorer) -> None:
    page.go("/?q=who+frobnicates+whom")
    offered = page.page.get_by_role("alert").get_by_role("button")
    expect(offered).to_have_count(3)
    question = offered.first.inner_text()
    offered.first.click()
    page.settled()
    expect(page.page.get_by_role("combobox", name="Question")).to_have_value(question)
    expect(page.page.get_by_role("alert")).to_have_count(0)
    page.complaints[:] = [said for said in page.complaints if "422" not in said]


def test_an_ambiguous_name_offers_who_may_be_meant(page: Explorer) -> None:
    page.go("/?q=who+condemns+Korea")
    page.page.get_by_role("alert").get_by_role("button", name="North Korea (PRK)").click()
    page.settled()
    assert page.triples() == relations(page, relation="condemns", target="PRK") != set()
    page.complaints[:] = [said for said in page.complaints if "422" not in said]


def test_nothing_found_is_said(page: Explorer) -> None:
    page.go("/?q=who+condemns+Fiji")
    expect(page.reading).to_contain_text("Nothing found.")
    expect(page.rows).to_have_count(0)


def test_a_server_that_is_gone_is_said_and_asked_again(page: Explorer) -> None:
    page.go()
    page.page.context.set_offline(True)
    page.page.get_by_role("combobox", name="Question").fill("what does Iran do")
    page.page.keyboard.press("Enter")
    expect(page.page.get_by_role("alert")).to_contain_text("The server does not answer.")
    page.page.context.set_offline(False)
    page.page.get_by_role("button", name="Try again").click()
    page.settled()
    assert page.triples() == relations(page, source="IRN")
    page.complaints[:] = [said for said in page.complaints if "ERR_INTERNET_DISCONNECTED" not in said]


# See.


def test_a_row_that_is_selected_is_selected_everywhere(page: Explorer) -> None:
    page.go()
    page.row("France", "CONDEMN", "Russia").click()
    page.settled()
    assert page.chosen() == {"FRA,CONDEMN,RUS"}
    expect(page.page.locator("tr[aria-selected=true]")).to_contain_text(["France"])
    expect(page.page.locator(".timeline .bar.selected[height]:not([height='0'])")).to_have_count(1)
    expect(page.evidence.get_by_role("heading")).to_have_text("France CONDEMN Russia")


def test_an_arrow_that_is_clicked_selects_its_row(page: Explorer) -> None:
    page.go("/?q=who+condemns+Sweden")
    page.page.mouse.click(*page.middle_of("TUR,CONDEMN,SWE"))
    page.settled()
    expect(page.page.locator("tr[aria-selected=true]")).to_contain_text(["Turkey"])
    expect(page.evidence.locator("blockquote")).not_to_have_count(0)


def test_an_actor_is_expanded_hidden_and_brought_back(page: Explorer) -> None:
    page.go("/?q=who+condemns+Iraq")
    before, places = page.triples(), page.places()
    page.page.mouse.click(*page.on_screen("USA"))
    page.settled()
    page.evidence.get_by_role("button", name="Expand").click()
    page.settled()
    expanded = page.triples()
    assert expanded == page.drawn() == before | relations(page, actor="USA")
    moved = {actor for actor, place in page.places().items() if places.get(actor, place) != place}
    assert moved == set()
    page.evidence.get_by_role("button", name="Hide").click()
    page.settled()
    assert not [triple for triple in page.drawn() if "United States" in triple]
    page.page.get_by_role("button", name="Undo").click()
    page.settled()
    assert page.triples() == expanded
    page.page.get_by_role("button", name="Undo").click()
    page.settled()
    assert page.triples() == page.drawn() == before
    page.page.get_by_role("button", name="Redo").click()
    page.settled()
    assert page.triples() == expanded


def test_an_actor_that_is_dragged_stays_where_it_was_put(page: Explorer) -> None:
    page.go()
    x, y = page.on_screen("EGY")
    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.mouse.move(x + 90, y + 60, steps=5)
    page.page.mouse.up()
    page.settled()
    put = page.places()["EGY"]
    page.page.reload()
    page.settled()
    assert page.places()["EGY"] == put
    page.page.get_by_role("cell", name="Egypt", exact=True).get_by_role("button").first.click()
    page.evidence.get_by_role("button", name="Unpin").click()
    assert "pinned" not in page.page.url


def test_a_path_between_two_actors_is_drawn_and_stands_out(page: Explorer) -> None:
    page.go("/?q=who+condemns+Sweden")
    page.page.get_by_role("button", name="Turkey").first.click()
    page.evidence.get_by_role("combobox", name="Path to").press_sequentially("France")
    page.page.get_by_role("option").filter(has_text="France").first.click()
    page.settled()
    steps = page.answer("/v1/paths?source=TUR&target=FRA")["paths"][0]
    keys = {
        ",".join([row["source"]["id"], row["relation"], row["target"]["id"]])
        for step in steps
        for row in step["relations"]
    }
    page.page.get_by_role("button", name="Close").click()
    page.settled()
    assert page.chosen() == keys != set()


def test_the_address_brings_back_the_same_picture(page: Explorer) -> None:
    page.go(
        f"/?{urlencode({'q': 'who condemns Iraq', 'expanded': 'RUS', 'hidden': 'USA', 'selected': 'SUN'})}"
    )
    seen = page.places(), page.triples(), page.chosen()
    page.go(page.page.url.removeprefix(page.address))
    assert (page.places(), page.triples(), page.chosen()) == seen
    assert seen[2]


def test_dragging_over_the_timeline_asks_for_those_days_only(page: Explorer) -> None:
    page.go()
    box = page.page.locator(".timeline svg").bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.page.mouse.move(box["x"] + box["width"] - 1, middle)
    page.page.mouse.down()
    page.page.mouse.move(box["x"] + box["width"] * 0.8, middle, steps=4)
    page.page.mouse.up()
    page.settled()
    since = page.page.get_by_label("From", exact=True).input_value()
    until = page.page.get_by_label("Before", exact=True).input_value()
    assert "2000-01-01" < since < until
    assert page.triples() == page.drawn() == relations(page, relation="condemns", since=since, until=until)
    page.page.get_by_role("button", name="all days").click()
    page.settled()
    assert page.triples() == relations(page, relation="condemns")


def test_a_step_of_the_timeline_is_selected_by_keyboard(page: Explorer) -> None:
    page.go()
    timeline = page.page.get_by_role("slider")
    timeline.focus()
    (first, *_) = page.answer("/v1/timeline?relation=condemns&bucket=year")["timeline"]
    page.page.keyboard.press("Enter")
    page.settled()
    expect(page.evidence.locator("blockquote")).to_have_count(first["events"])
    year = int(first["start"][:4])
    within = relations(page, relation="condemns", since=f"{year}-01-01", until=f"{year + 1}-01-01")
    assert len(page.chosen()) == len(within) > 0
    page.page.keyboard.press("Shift+ArrowRight")
    page.page.keyboard.press("Enter")
    page.settled()
    assert page.page.get_by_label("Before", exact=True).input_value() == f"{year + 2}-01-01"


def test_the_table_is_sorted_by_any_column(page: Explorer) -> None:
    page.go()
    for name, direction in (("Target", "ascending"), ("Target", "descending"), ("Last", "ascending")):
        page.page.get_by_role("columnheader", name=name).get_by_role("button").click()
        header = page.page.get_by_role("columnheader", name=name)
        expect(header).to_have_attribute("aria-sort", direction)
        column = {"Target": 2, "Last": 7}[name]
        cells = [row.locator("td").nth(column).inner_text() for row in page.rows.all()]
        assert cells == sorted(cells, reverse=direction == "descending", key=str.casefold)


def test_the_drawing_is_moved_and_zoomed_by_keyboard(page: Explorer) -> None:
    page.go()
    page.page.get_by_role("group", name="Drawing").focus()
    before = page.on_screen("IRQ")
    page.page.keyboard.press("ArrowRight")
    assert page.on_screen("IRQ")[0] == pytest.approx(before[0] - 60)
    page.page.keyboard.press("+")
    page.page.keyboard.press("0")
    assert page.on_screen("IRQ") == pytest.approx(before, abs=2)


# Believe.


def test_the_evidence_marks_source_trigger_and_target_where_the_event_has_them(page: Explorer) -> None:
    page.go("/?relation=CONDEMN&source=FRA&target=RUS&selected=FRA,CONDEMN,RUS")
    (event,) = page.answer("/v1/events?relation=CONDEMN&source=FRA&target=RUS")["events"]
    quote = page.evidence.locator("blockquote")
    expect(quote).to_have_text(event["sentence"]["text"])
    for part in ("source", "target"):
        expect(quote.locator(f"mark.{part}")).to_have_text(event[part]["mention"]["text"])
    expect(quote.locator("mark.trigger")).to_have_text(event["trigger"]["text"])
    expect(page.evidence.locator(".from")).to_contain_text(event["title"])
    expect(page.evidence.locator(".from")).to_contain_text(event["published"])
    page.evidence.get_by_text("Why it is read so").click()
    expect(page.evidence.locator("details li").nth(1)).to_contain_text(event["why"]["rule"])


def test_who_says_so_and_whether_it_happened_is_said_in_words(page: Explorer) -> None:
    page.go("/?modality=any&negated=any")
    events = page.answer("/v1/events?modality=any&negated=any&limit=1000")["events"]
    words = {
        "planned": next(e for e in events if e["modality"] == "planned"),
        "negated": next(e for e in events if e["negated"]),
        "says ": next(e for e in events if e["attributed_to"]),
    }
    for word, event in words.items():
        key = ",".join([event["source"]["id"], event["relation"], event["target"]["id"]])
        page.go(f"/?modality=any&negated=any&level=actor&selected={key}")
        said = page.evidence.locator("li", has_text=event["sentence"]["text"]).locator(".qualified")
        expect(said.filter(has_text=word).first).to_be_visible()


# Take away.


@pytest.mark.parametrize(
    ("link", "name"),
    [
        *(("GraphML", "gkg-relations.graphml"), ("GEXF", "gkg-relations.gexf"), ("CSV", "gkg-relations.csv")),
        *(("JSON lines", "gkg-relations.jsonl"), ("JSON", "gkg-relations.json")),
    ],
)
def test_the_answer_is_saved_as_a_file(page: Explorer, tmp_path: Path, link: str, name: str) -> None:
    page.go("/?q=who+condemns+Iraq")
    with page.page.expect_download() as saving:
        page.page.get_by_role("link", name=link, exact=True).click()
    assert saving.value.suggested_filename == name
    saving.value.save_as(tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "Saudi Arabia" in text
    if link in ("GraphML", "GEXF"):
        ElementTree.fromstring(text)
    if link == "JSON":
        assert {row["target"]["id"] for row in json.loads(text)["relations"]} == {"IRQ"}


def test_what_is_on_screen_is_saved_as_a_picture(page: Explorer, tmp_path: Path) -> None:
    page.go()
    with page.page.expect_download() as saving:
        page.page.get_by_role("button", name="PNG").click()
    saving.value.save_as(tmp_path / "gkg.png")
    content = (tmp_path / "gkg.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    width, height = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    assert width > 1000
    assert height > 600
    assert len(content) > 20_000  # an empty picture is smaller


def test_the_link_and_the_cypher_are_copied(page: Explorer) -> None:
    page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.go("/?q=who+condemns+Iraq")
    page.page.get_by_role("button", name="Copy link to this view").click()
    expect(page.page.get_by_text("Link copied.")).to_be_visible()
    assert page.page.evaluate("navigator.clipboard.readText()") == page.page.url
    page.page.get_by_role("button", name="Copy Cypher").click()
    expect(page.page.get_by_text("Cypher copied.")).to_be_visible()
    cypher = page.page.evaluate("navigator.clipboard.readText()")
    assert cypher == page.answer("/v1/cypher?relation=CONDEMN&target=IRQ")["cypher"]
    expect(page.page.get_by_role("region", name="Take away").locator("code")).to_have_text(cypher)


# Nothing, and things that mean harm.


@pytest.fixture
def bare(store: Store, extractor: Extractor, chromium: Browser) -> Iterator[Explorer]:
    """A page before an empty store."""
    app = create_app(Settings(rate_limit="9000/minute"), store=store, extractor=extractor)
    with exploring(app, chromium) as explorer:
        yield explorer
        assert explorer.complaints == []


def test_an_empty_graph_says_how_it_is_filled(bare: Explorer) -> None:
    bare.page.goto(bare.address)
    expect(bare.page.get_by_text("The graph is empty.")).to_be_visible()
    expect(bare.rows).to_have_count(0)


def test_names_and_sentences_are_text_whatever_they_say(bare: Explorer, store: Store) -> None:
    name = "\U0001f600 <img src=x onerror=alert(1)><script>alert(2)</script> & 'band'"
    event = make_event(make_actor("band", name=name), "CONDEMN", "IRN")
    fill(store, event)
    bare.page.on("dialog", lambda dialog: bare.complaints.append(dialog.message))
    bare.go("/?q=who+condemns+Iran&selected=band,CONDEMN,IRN")
    assert bare.drawn() == bare.triples() == {(name, "CONDEMN", "Iran")}
    quote = bare.evidence.locator("blockquote")
    expect(quote).to_have_text(event.sentence.text)
    expect(quote.locator("mark.source")).to_have_text(name)
    expect(quote.locator("mark.trigger")).to_have_text("condemn")
    expect(quote.locator("mark.target")).to_have_text("Iran")
    assert bare.page.locator("img, main script").count() == 0


# Everybody.


AXE = Path(__file__).parents[2] / "explorer" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.parametrize("width", [390, 900, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Explorer, width: int, scheme: str) -> None:
    look: Page = page.page
    look.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    look.set_viewport_size({"width": width, "height": 900})
    for address in (
        "/",
        "/?q=who+condemns+whom&selected=FRA,CONDEMN,RUS",
        "/?q=what+does+Iran+do&selected=IRN",
    ):
        page.go(address)
        look.evaluate(AXE.read_text(encoding="utf-8"))
        found = look.evaluate("axe.run().then(({ violations }) => violations)")
        assert [(broken["id"], [node["html"] for node in broken["nodes"]][:3]) for broken in found] == []
        assert look.evaluate("document.documentElement.scrollWidth <= innerWidth")

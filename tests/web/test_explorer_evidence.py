"""The explorer's flows in a real browser, on both stores: believe, take away, and that everybody can."""

import json
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.explorer import Explorer

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


COUNTED = {
    "a question": "q=who+condemns+whom",
    "an actor": "actor=IRN",
    "a type": "plover=THREATEN",
    "plans": "modality=planned",
    "denied or not": "relation=MEET&negated=any&modality=any",
    "days": "since=1990-08-05&until=2015-07-15",
    "no folding": "level=actor&code=EGY",
    "a person": "person=vladimir-putin",
    "expanded": "q=who+condemns+Iraq&expanded=RUS&expanded=IRQ",
    "sure ones": "min_confidence=0.8",
    "some hidden": "q=who+condemns+whom&hidden=SUN&hidden=USA",
    "a path": "q=who+condemns+Sweden&path=TUR&path=France",
    "both, of plans": "modality=planned&source=USA&expanded=RUS&path=USA&path=IRN",
}
LOOKED_AT = 8  # rows of each, spread over all


@pytest.mark.parametrize("address", COUNTED.values(), ids=COUNTED)
def test_a_row_has_as_many_sentences_as_it_counts(page: Explorer, address: str) -> None:
    page.go(f"/?{address}")
    rows = page.rows.all()
    assert rows
    for row in rows[:: max(1, len(rows) // LOOKED_AT)]:
        row.get_by_role("button").nth(1).click()
        page.settled()
        while page.evidence.get_by_role("button", name="More sentences").count():
            page.evidence.get_by_role("button", name="More sentences").click()
            page.settled()
        count = int(row.locator("td.number").first.inner_text())
        assert page.evidence.locator("blockquote").count() == count, row.inner_text()


@pytest.mark.parametrize(
    ("actor", "hidden"), [("IRN", "none"), ("RUS", "none"), ("USA", "none"), ("RUS", "USA")]
)
def test_an_actor_has_the_sentences_of_its_rows_and_no_others(
    page: Explorer, actor: str, hidden: str
) -> None:
    question = "what happened between the United States and Iran"
    page.go(f"/?{urlencode({'q': question, 'expanded': 'RUS', 'hidden': hidden})}")
    name = page.answer(f"/v1/actors/{actor}")["name"]
    page.go(f"{page.page.url.removeprefix(page.address)}&selected={actor}")
    mine = [row for row in page.rows.all() if name in (row.inner_text().split("\t")[0::2][:2])]
    counted = sum(int(row.locator("td.number").first.inner_text()) for row in mine)
    while page.evidence.get_by_role("button", name="More sentences").count():
        page.evidence.get_by_role("button", name="More sentences").click()
        page.settled()
    assert page.evidence.locator("blockquote").count() == counted > 0


def test_sentences_that_are_late_leave_no_others_under_their_heading(page: Explorer) -> None:
    page.go("/?q=who+condemns+whom&selected=FRA,CONDEMN,RUS")
    expect(page.evidence.locator("blockquote")).to_have_count(1)
    late: list[Route] = []
    page.page.route("**/v1/events?*", lambda route: late.append(route))
    page.row("Turkey", "CONDEMN", "Sweden").click()
    expect(page.evidence.get_by_role("heading")).to_have_text("Turkey CONDEMN Sweden")
    expect(page.evidence.locator("blockquote")).to_have_count(0)
    for route in late:
        route.continue_()
    expect(page.evidence.locator("blockquote")).to_contain_text(["Swed"])


def test_the_definition_of_a_relation_stands_above_its_sentences(page: Explorer) -> None:
    page.go("/?q=who+condemns+whom&selected=FRA,CONDEMN,RUS")
    (condemn,) = [known for known in page.answer("/v1/vocabulary")["relations"] if known["name"] == "CONDEMN"]
    for said in (condemn["definition"], f"PLOVER {condemn['plover']}", f"CAMEO {condemn['cameo']}"):
        expect(page.evidence).to_contain_text(said)


def test_escape_closes_the_sentences(page: Explorer) -> None:
    page.go("/?q=who+condemns+whom&selected=FRA,CONDEMN,RUS")
    page.evidence.get_by_role("button", name="Close").focus()
    page.page.keyboard.press("Escape")
    page.settled()
    assert page.chosen() == set()
    expect(page.evidence).to_be_focused()


# Take away.


@pytest.mark.parametrize(
    ("link", "name"),
    [
        *(("GraphML", "gkg-relations.graphml"), ("GEXF", "gkg-relations.gexf"), ("CSV", "gkg-relations.csv")),
        ("JSON lines", "gkg-relations.jsonl"),
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
    if link == "JSON lines":
        assert {json.loads(line)["target"]["id"] for line in text.splitlines()} == {"IRQ"}


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

"""The explorer's flows in a real browser, on both stores: ask and see."""

from itertools import combinations
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.web.explorer import DRAWN, Explorer


def relations(page: Explorer, **filters: str | list[str]) -> set[tuple[str, str, str]]:
    """What the service answers, by name."""
    found = page.answer(f"/v1/relations?{urlencode(filters | {'limit': '1000'}, doseq=True)}")
    return {(row["source"]["name"], row["relation"], row["target"]["name"]) for row in found["relations"]}


MARGIN = 8  # pixels that the browser's box around a name has beyond its letters

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
    expect(page.page.locator("tr.selected")).to_contain_text(["France"])
    expect(page.page.locator(".timeline .bar.selected[height]:not([height='0'])")).to_have_count(1)
    expect(page.evidence.get_by_role("heading")).to_have_text("France CONDEMN Russia")


def test_an_arrow_that_is_clicked_selects_its_row(page: Explorer) -> None:
    page.go("/?q=who+condemns+Sweden")
    page.page.mouse.click(*page.middle_of("TUR,CONDEMN,SWE"))
    page.settled()
    expect(page.page.locator("tr.selected")).to_contain_text(["Turkey"])
    expect(page.evidence.locator("blockquote")).not_to_have_count(0)


@pytest.mark.parametrize("width", [390, 1400])
def test_names_are_as_large_at_every_zoom_and_none_covers_another(page: Explorer, width: int) -> None:
    page.page.set_viewport_size({"width": width, "height": 900})
    page.go("/?modality=any")
    page.page.get_by_role("group", name="Drawing").focus()
    overview = page.names()
    for _ in range(4):
        page.page.keyboard.press("+")
    page.page.wait_for_function(  # names are written anew when the drawing has come to rest
        f"""many => {{
            const named = {DRAWN}.nodes('.named'), zoom = {DRAWN}.zoom();
            return named.length > many && named.every(n => Math.round(n.data('font') * zoom) === 12);
        }}""",
        arg=len(overview),
    )
    for names in (overview, page.names()):
        assert {round(name["pixels"]) for name in names} == {12}
        for one, other in combinations(names, 2):
            across = min(one["right"], other["right"]) - max(one["left"], other["left"])
            down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            assert min(across, down) <= MARGIN, (one, other)


def test_the_colour_of_an_arrow_is_the_quad_class_of_its_events(page: Explorer) -> None:
    for address in ("modality=planned", "modality=possible", "relation=ATTACK"):
        page.go(f"/?{address}")
        events = page.answer(f"/v1/events?{address}&limit=1000")["events"]
        quads = page.quads()
        assert quads
        for event in events:
            assert quads[event["relation"]] == {event["quad"]}, event


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


def test_the_answer_to_another_question_is_brought_into_sight(page: Explorer) -> None:
    page.go("/?modality=any")
    page.page.get_by_role("group", name="Drawing").focus()
    for _ in range(14):
        page.page.keyboard.press("ArrowLeft")
    page.ask("what happened between Sweden and Turkey")
    box = page.page.locator(".drawing").bounding_box()
    assert box
    for actor in page.places():
        x, y = page.on_screen(actor)
        assert box["x"] < x < box["x"] + box["width"], actor
        assert box["y"] < y < box["y"] + box["height"], actor


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
    assert page.chosen() == keys != set()
    expect(page.page.get_by_text("Path from Turkey to France")).to_contain_text(f"{len(keys)} relations")
    page.page.get_by_role("button", name="The other way").click()
    page.settled()
    expect(page.page.get_by_text("Path from France to Turkey")).to_be_visible()
    page.page.get_by_role("button", name="Forget the path").click()
    page.settled()
    assert page.chosen() == set()


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
    page.page.locator(".timeline svg").scroll_into_view_if_needed()
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

"""The explorer before an empty store and before names that mean harm: apart, since it empties a server."""

from playwright.sync_api import expect

from graph.store import Store
from tests.builders import fill, make_actor, make_event
from tests.web.explorer import Explorer


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

"""Makes the screenshots of the docs anew, from the samples: python -m tests.web.screenshots [explorer]."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from api.app import create_app
from api.settings import Settings
from extract.pipeline import Extractor
from graph.vocabulary import default_vocabulary
from server.neo4j_server import Neo4jServer, free_port
from tests.stores import file_address, server_address
from tests.web.chromium import chromium_page, listening, load_samples
from tests.web.explorer import exploring
from tests.web.neo4j_browser import Neo4jBrowser

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SETTLES = 4_000  # milliseconds until the nodes have found their places


VIEWS = {
    "explorer": ("/?q=who+condemns+whom&selected=FRA,CONDEMN,RUS", 1400, "light"),
    "explorer-dark": ("/?q=what+happened+between+the+United+States+and+Iran&selected=IRN", 1400, "dark"),
    "explorer-phone": ("/?q=who+condemns+Iraq&selected=SUN,CONDEMN,IRQ", 390, "light"),
}


def main() -> None:
    """Start everything on free ports, ask, and keep what is seen."""
    IMAGES.mkdir(exist_ok=True)
    extractor = Extractor(default_vocabulary())
    explorer(extractor)
    if sys.argv[1:] != ["explorer"]:
        neo4j_browser(extractor)


def explorer(extractor: Extractor) -> None:
    """The explorer page: wide, dark, and on a phone."""
    with TemporaryDirectory() as home, file_address(Path(home) / "graph.db").open() as store:
        load_samples(store, extractor)
        app = create_app(Settings(), store=store, extractor=extractor)
        with chromium_page() as page:
            assert page.context.browser
            with exploring(app, page.context.browser) as visit:
                for name, (address, width, scheme) in VIEWS.items():
                    visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
                    visit.page.set_viewport_size({"width": width, "height": 900})
                    visit.go(address)
                    visit.page.screenshot(path=IMAGES / f"{name}.png")


def neo4j_browser(extractor: Extractor) -> None:
    """Neo4j Browser with our colours and our guide."""
    port = free_port()
    with (
        TemporaryDirectory() as home,
        Neo4jServer(Path(home), password="for-the-pictures") as server,
        server_address(server).open() as store,
    ):
        load_samples(store, extractor)
        app = create_app(Settings(store=server.uri), store=store, extractor=extractor)
        with listening(app, port), chromium_page() as page:
            browser = Neo4jBrowser(page, server)
            browser.connect(server.browser)
            _look(browser, f"http://localhost:{port}")


def _look(browser: Neo4jBrowser, http: str) -> None:
    page = browser.page
    page.set_viewport_size({"width": 1400, "height": 800})
    browser.run(":config autoComplete: false")
    browser.expect('"autoComplete": false')
    browser.run(f":style {http}/browser/style.grass")
    browser.expect("relationship.CONDEMN")
    browser.run(":clear")
    browser.run("MATCH p=(:Country)-[:CONDEMN]->() RETURN p")
    browser.graph()
    browser.frame.get_by_title("Fullscreen").click()
    browser.frame.get_by_title("Collapse the node properties display").click()
    page.wait_for_timeout(SETTLES)
    browser.frame.get_by_label("zoom-to-fit").click()
    page.wait_for_timeout(SETTLES)
    page.screenshot(path=IMAGES / "neo4j-browser-condemn.png")
    browser.frame.get_by_title("Close").first.dispatch_event("click")

    browser.run(":clear")
    browser.run(f":guide {http}/browser/guide.html")
    browser.turn_to(4, "b.id")
    browser.click_block("b.id")
    browser.run_typed()
    browser.graph()
    banner = page.get_by_text("To help make Neo4j Browser better")
    if banner.count():
        banner.locator("xpath=following-sibling::*[1]").click()
    browser.frame.get_by_title("Collapse the node properties display").click()
    page.wait_for_timeout(SETTLES)
    page.screenshot(path=IMAGES / "neo4j-browser-guide.png")


if __name__ == "__main__":
    main()

"""Neo4j Browser as a person uses it: connect, type, click, look."""

from contextlib import suppress

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TooSlow

from tests.stores import Server
from tests.web.chromium import PATIENCE

AGAIN = 5_000  # milliseconds after which a click that showed nothing is made again


class Neo4jBrowser:
    """One visit to the Browser of a server."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self._server = server

    def connect(self, address: str) -> None:
        """Open an address of the Browser and connect to the server."""
        self.page.goto(address)
        self.page.get_by_test_id("password").wait_for()
        self.page.get_by_test_id("bolt-scheme-select").select_option("bolt://")
        self.page.get_by_test_id("boltaddress").fill(self._server.uri.removeprefix("bolt://"))
        self.page.get_by_test_id("username").fill(self._server.user)
        self.page.get_by_test_id("password").fill(self._server.password)
        self.page.get_by_test_id("connect").click()
        self.page.get_by_text("You are connected as user").wait_for()

    def run(self, command: str) -> None:
        """Type a command or a query and run it."""
        self.page.locator("[data-testid=activeEditor] .monaco-editor").first.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(command)
        self.run_typed()

    def run_typed(self) -> None:
        """Run what stands in the editor; answers that are there already are old from now on."""
        self.page.evaluate(
            "for (const frame of document.querySelectorAll('[data-testid=frame]')) frame.dataset.old = 1"
        )
        self.page.get_by_test_id("editor-Run").click()

    def turn_to(self, slide: int, words: str) -> None:
        """Turn a guide, in its drawer or its frame, to a slide that holds a block with these words.

        A click while the drawer still slides in is lost, so it is made again until the block is there; the
        slide's own number, not "Next": that one would overshoot.
        """
        number = self.page.locator(f"[data-testid=pagination-{slide}], li[aria-label='{slide}']")
        for _ in range(PATIENCE // AGAIN):
            number.filter(visible=True).first.click()
            with suppress(TooSlow):
                self._block(words).wait_for(timeout=AGAIN)
                return
        raise AssertionError(f"slide {slide} of the guide does not show {words!r}")

    def click_block(self, words: str) -> None:
        """Click a block of the guide, which types it into the editor."""
        self._block(words).click()

    def _block(self, words: str) -> Locator:
        return self.page.locator("pre.runnable", has_text=words).filter(visible=True).first

    def typed(self) -> str:
        """What stands in the editor. It writes blanks that do not break."""
        text = self.page.locator("[data-testid=activeEditor] .view-lines").inner_text()
        return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())

    @property
    def frame(self) -> Locator:
        """The answer to what was run last."""
        return self.page.locator("[data-testid=frame]:not([data-old])").first

    def graph(self) -> Locator:
        """The drawing in the newest answer, when it is there."""
        self.frame.locator("g.node").first.wait_for()
        return self.frame.locator("svg").filter(has=self.page.locator("g.node")).first

    def captions(self) -> list[str]:
        """What the nodes of the newest answer are called; long names are written over several lines."""
        nodes = self.graph().locator("g.node")
        return [
            " ".join("".join(node.locator("text.caption").all_text_contents()).split())
            for node in nodes.all()
        ]

    def fills(self) -> dict[str, str]:
        """The colour of each node by its caption."""
        nodes = self.graph().locator("g.node").all()
        circles = [node.locator("circle.b-outline").get_attribute("fill") or "" for node in nodes]
        return dict(zip(self.captions(), circles, strict=True))

    def edges(self) -> list[str]:
        """What is written on the edges of the newest answer; on short ones it is cut off or left out."""
        return self.graph().locator("g.relationship text").all_text_contents()

    def edge_fills(self) -> list[str | None]:
        """The colours of the edges of the newest answer."""
        edges = self.graph().locator("g.relationship path.b-outline").all()
        return [edge.get_attribute("fill") for edge in edges]

    def expect(self, words: str) -> None:
        """Wait until the newest answer says something."""
        expect(self.frame).to_contain_text(words, timeout=PATIENCE)

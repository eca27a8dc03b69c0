"""The explorer page as a person uses it: ask, look, click, take away. Complaints of the browser are kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI
from playwright.sync_api import Browser, Locator, Page, expect

from server.neo4j_server import free_port
from tests.web.chromium import listening, new_visitor

DRAWN = "document.querySelector('.drawing')._cyreg.cy"  # where cytoscape keeps itself


@dataclass(frozen=True, slots=True)
class Explorer:
    """One visitor's page."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str = "/") -> None:
        """Open an address of the page and wait for its answer."""
        self.page.goto(self.address + path)
        self.settled()

    def ask(self, question: str) -> None:
        """Type a question and press Enter."""
        self.page.get_by_role("combobox", name="Question").fill(question)
        self.page.keyboard.press("Enter")
        self.settled()

    def settled(self) -> None:
        """Wait until nothing is asked any more and every actor has its place."""
        self.page.locator("main[aria-busy=false]").wait_for()
        self.page.locator(".drawing[aria-busy=false]").wait_for(state="attached")

    def answer(self, path: str) -> Any:
        """What the service says, asked past the page."""
        response = self.page.request.get(self.address + path)
        assert response.ok, response.text()
        return response.json()

    @property
    def rows(self) -> Locator:
        return self.page.locator(".table tbody tr")

    @property
    def evidence(self) -> Locator:
        return self.page.get_by_role("region", name="Evidence")

    @property
    def reading(self) -> Locator:
        return self.page.get_by_role("region", name="Reading").get_by_role("status")

    def row(self, source: str, relation: str, target: str) -> Locator:
        return self.page.get_by_role("button", name=f"Evidence: {source} {relation} {target}", exact=True)

    def part(self, name: str) -> Locator:
        """A part of the reading."""
        return self.page.get_by_role("form", name=name, exact=True)

    def triples(self) -> set[tuple[str, str, str]]:
        """What the table lists."""
        cells = [row.locator("td").all_inner_texts() for row in self.rows.all()]
        return {(source, relation, target) for source, relation, target, *_ in cells}

    def drawn(self) -> set[tuple[str, str, str]]:
        """What the drawing holds: sources, relations and targets by name."""
        names = "[e.source().data('name'), e.data('relation'), e.target().data('name')]"
        return {tuple(edge) for edge in self.page.evaluate(f"{DRAWN}.edges().map(e => {names})")}

    def chosen(self) -> set[str]:
        """The keys of the arrows that stand out."""
        return set(self.page.evaluate(f"{DRAWN}.edges('.chosen').map(e => e.id())"))

    def places(self) -> dict[str, tuple[float, float]]:
        """Where actors are, in the drawing's own units."""
        found = self.page.evaluate(
            f"{DRAWN}.nodes().map(n => [n.id(), Math.round(n.position('x')), Math.round(n.position('y'))])"
        )
        return {actor: (x, y) for actor, x, y in found}

    def names(self) -> list[dict[str, Any]]:
        """The names of actors that are written: how high and where, in pixels of the screen."""
        box = "n.renderedBoundingBox({includeNodes: false, includeOverlays: false})"
        words = "{name: n.data('words'), pixels: n.data('font') * n.cy().zoom()"
        return list(
            self.page.evaluate(
                f"{DRAWN}.nodes('.named').map(n => {{const b = {box}; return {words},"
                " left: b.x1, right: b.x2, top: b.y1, bottom: b.y2}})"
            )
        )

    def quads(self) -> dict[str, set[str]]:
        """The quad classes that the arrows of each relation are coloured by."""
        found: dict[str, set[str]] = {}
        for relation, quad in self.page.evaluate(
            f"{DRAWN}.edges().map(e => [e.data('relation'), e.data('quad')])"
        ):
            found.setdefault(relation, set()).add(quad)
        return found

    def on_screen(self, actor: str) -> tuple[float, float]:
        """Where an actor is on the page, for the mouse."""
        return self._point(f"{DRAWN}.getElementById({actor!r}).renderedPosition()")

    def middle_of(self, key: str) -> tuple[float, float]:
        """The middle of an arrow on the page, for the mouse."""
        return self._point(f"{DRAWN}.getElementById({key!r}).renderedMidpoint()")

    def _point(self, expression: str) -> tuple[float, float]:
        self.page.locator(".drawing").scroll_into_view_if_needed()
        at = self.page.evaluate(expression)
        box = self.page.locator(".drawing").bounding_box()
        assert box
        return box["x"] + at["x"], box["y"] + at["y"]


@contextmanager
def exploring(app: FastAPI, chromium: Browser) -> Iterator[Explorer]:
    """A new visitor to an application."""
    port = free_port()
    page = new_visitor(chromium)
    explorer = Explorer(page, f"http://127.0.0.1:{port}")
    page.on("console", lambda said: explorer.complaints.append(f"{said.type}: {said.text}"))
    page.on("pageerror", lambda error: explorer.complaints.append(str(error)))
    expect.set_options(timeout=20_000)
    with listening(app, port):
        yield explorer
        page.context.close()

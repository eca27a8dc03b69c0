"""How soon the explorer draws large answers, and how smoothly they move, in headless chromium without a GPU.

    python -m benchmarks.explorer

A server of its own answers from a generated graph. Seconds are those that a user waits, from the address or
the click to the last actor in its place; frames are those that the page draws while the picture is moved.
"""

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

from benchmarks.generated import fill
from benchmarks.http import serving
from graph.store import open_store

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run"),
]
SIZE: ViewportSize = {"width": 1400, "height": 900}
PATIENCE = 120_000  # milliseconds
DRAWING = "document.querySelector('.drawing')._cyreg.cy"
IS_SETTLED = f"""() => {{
    const cy = document.querySelector('.drawing') && {DRAWING};
    return cy && cy.nodes().length && document.querySelector('main[aria-busy=false]')
        && document.querySelector('.drawing[aria-busy=false]');
}}"""
MOVE = f"""seconds => new Promise(done => {{
    const cy = {DRAWING}, begun = performance.now();
    let drawn = 0;
    cy.on('render', () => {{ drawn += 1; }});
    const step = () => {{
        cy.panBy({{ x: 3, y: 1 }});
        const passed = performance.now() - begun;
        if (passed < seconds * 1000) requestAnimationFrame(step);
        else done(drawn / (passed / 1000));
    }};
    step();
}})"""


@dataclass(frozen=True, slots=True)
class Size:
    """A graph to draw: so many actors, and about so many relations between them."""

    actors: int
    relations: int


SIZES = [Size(500, 1500), Size(2000, 5000)]
NOT_COUNTED = 0.15
"""Share of the generated events that are planned, possible or negated."""


def measure(page: Page, address: str, size: Size) -> list[str]:
    """Rows of the table: what, seconds or frames a second."""
    begun = time.perf_counter()
    page.goto(f"{address}/?level=actor")
    page.wait_for_function(IS_SETTLED, timeout=PATIENCE)
    first = time.perf_counter() - begun
    begun = time.perf_counter()
    page.get_by_role("button", name="Show up to 5000").click()
    page.wait_for_function(IS_SETTLED, timeout=PATIENCE)
    whole = time.perf_counter() - begun
    actors, relations = page.evaluate(f"[{DRAWING}.nodes().length, {DRAWING}.edges().length]")
    frames = page.evaluate(MOVE, 3)
    goals = ("5 s", "-") if size.actors > 1000 else ("-", "10")
    return [
        f"| of {size.actors} actors, the 300 strongest relations | - | {first:.1f} s |",
        f"| all: {actors} actors, {relations} relations | {goals[0]} | {whole:.1f} s |",
        f"| frames a second while it is moved | {goals[1]} | {frames:.0f} |",
    ]


def main() -> int:
    """Print a table of what each size takes."""
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    if not CHROMIUM.exists():
        print("chromium is missing: apt-get install chromium", file=sys.stderr)
        return 2
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for size in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                uri = f"sqlite:///{folder}/graph.db"
                with open_store(uri) as store:
                    fill(store, round(size.relations / (1 - NOT_COUNTED)), actors=size.actors, skew=0.2)
                with serving(uri, "GKG_RATE_LIMIT=9000/minute") as address:
                    page = chromium.new_page(viewport=SIZE)
                    for row in measure(page, address, size):
                        print(row, flush=True)
                    page.close()
        chromium.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

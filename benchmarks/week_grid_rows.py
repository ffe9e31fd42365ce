"""The week grid of 350 people in a browser: milliseconds until what was asked for is painted.

    python -m benchmarks.week_grid_rows [--repeat 5]

Opening and moving go through Streamlit and back; searching and folding stay in the browser.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "web"))
from page_server import chromium, served

GRID = 'document.querySelector("[data-testid=stBidiComponentIsolated]").shadowRoot'
PAINTED = "await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
ACTS = {
    "search, first letter": "type('k')",
    "search, second letter": "type('ka')",
    "search, a whole name": "type('karim 29')",
    "search cleared": "type('')",
    "one sector folded": "grid.querySelector('.fold').click()",
    "one sector unfolded": "grid.querySelector('.fold').click()",
    "all folded": "grid.querySelector('.fold-all').click()",
    "all unfolded": "grid.querySelector('.fold-all').click()",
}
SIZE = {"width": 1440, "height": 900}


def main(arguments: list[str]) -> None:
    """Read the command line, open the page, print a line for each gesture: median and worst."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5)
    repeat = parser.parse_args(arguments).repeat
    app = Path(__file__).parent.parent / "tests" / "web" / "grid_app.py"
    browser_path = os.environ.get("GEMS_CHROMIUM", "/usr/bin/chromium")
    with (
        tempfile.TemporaryDirectory() as folder,
        served(app, Path(folder) / "log.txt") as site,
        chromium(browser_path) as browser,
    ):
        taken: dict[str, list[float]] = {}
        for _ in range(repeat):
            for case in ("full", "many"):
                page, drawn = _open(browser, f"{site}/?case={case}&embed=true")
                taken.setdefault(f"page opened, {_count(page, '.row[data-row]')} rows", []).append(drawn)
                if case == "many":
                    for name, milliseconds in _gestures(page):
                        taken.setdefault(name, []).append(milliseconds)
                page.close()
    for name, values in taken.items():
        _print(f"{name:28} {median(values):6.0f} ms   worst {max(values):6.0f}")


def _open(browser: Browser, address: str) -> tuple[Page, float]:
    page = browser.new_page(viewport=SIZE)
    start = time.monotonic()
    page.goto(address)
    page.locator(".wg .row.head").wait_for()
    page.evaluate(f"async () => {{ {PAINTED} }}")
    opened = time.monotonic() - start
    page.get_by_text("Reçu : rien").wait_for()
    return page, 1000 * opened


def _gestures(page: Page) -> list[tuple[str, float]]:
    taken = [(name, _painted(page, act)) for name, act in ACTS.items()]
    page.locator("[data-id=c2-0]").focus()
    page.keyboard.press("m")
    page.keyboard.press("ArrowDown")
    start = time.monotonic()
    page.keyboard.press("Enter")
    page.locator(".cell[data-row=p1-0] [data-id=c2-0]").wait_for()
    return [*taken, ("one card moved, and answered", 1000 * (time.monotonic() - start))]


def _painted(page: Page, act: str) -> float:
    return page.evaluate(f"""async () => {{
        const grid = {GRID};
        const box = grid.querySelector("input");
        const type = (text) => {{ box.value = text; box.dispatchEvent(new Event("input", {{ bubbles: true }})); }};
        {PAINTED};
        const start = performance.now();
        {act};
        {PAINTED};
        return performance.now() - start;
    }}""")


def _count(page: Page, what: str) -> int:
    return page.locator(what).count()


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])

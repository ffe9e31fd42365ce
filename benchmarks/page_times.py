"""Every page of every role in a browser: milliseconds from the click until it stands still, with its main thing shown.

    python -m benchmarks.page_times [gems23 large] [--repeat 3]

Each group gets a database of its own with its sample week published, and the real server. "opened" is a page reached by
its address in a browser already signed in (Streamlit's own start included), "clicked" the same page reached from
another one.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Locator, Page

from gems.access.accounts import house
from gems.access.policy import Role
from gems.domain.time import Horizon
from gems.planning.group_import import import_group, preview_import
from gems.planning.office import Office
from gems.planning.week.propose import propose
from gems.planning.week.publish import publish
from gems.planning.week.sight import week_sight
from gems.store.store import Store
from sample_data import DEFAULT_WEEK, generate, planted_weeks
from ui.demonstration import NOW, PASSWORD, Person, furnish
from ui.web.screens import PAGES
from ui.wiring import DATABASE, PRETENDED_NOW, stamp_at

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "web"))
from page_server import chromium, served

SIZES = {Role.EMPLOYEE: {"width": 390, "height": 844}}
DESK = {"width": 1440, "height": 900}
STILL = """() => {
    const app = document.querySelector("[data-testid=stApp]");
    const busy = document.querySelector("[data-testid=stSkeleton], [data-stale=true]");
    return app && app.dataset.testScriptState === "notRunning" && !busy && document.querySelector("h1, h2");
}"""
PLANNED = f"semaine={Horizon.of_iso_week(DEFAULT_WEEK).first}"
"""The week that is published, for the screens that show one."""
DRAWN = {"semaine": ".wg .card"}
"""What else must be there, by screen."""
PATIENCE = 120_000


def main(arguments: list[str]) -> None:
    """Read the command line, furnish, visit, print one line a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", default=["gems23", "large"])
    parser.add_argument("--repeat", type=int, default=3)
    told = parser.parse_args(arguments)
    _print(f"{'group':8} {'role':12} {'page':14} {'opened':>9} {'clicked':>9}   (median ms of {told.repeat})")
    with chromium(os.environ.get("GEMS_CHROMIUM", "/usr/bin/chromium")) as browser:
        for name in told.groups:
            with _house(name) as (site, people):
                for person in people:
                    for line in _visit(browser, site, person, told.repeat):
                        _print(f"{name:8} {line}")


@contextmanager
def _house(name: str) -> Iterator[tuple[str, tuple[Person, ...]]]:
    """A server on a database with the group and its planted week, published."""
    app = Path(__file__).parent.parent / "ui" / "web" / "asgi.py"
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/gems.sqlite"
        people = _furnished(url, name)
        with served(app, Path(folder) / "log.txt", {DATABASE: url, PRETENDED_NOW: NOW}) as site:
            yield site, people


def _furnished(url: str, name: str) -> tuple[Person, ...]:
    store = Store.open(url, lambda: stamp_at(NOW))
    group, planted = generate(name), planted_weeks(name)
    group_id, people = furnish(store, group)
    office, actor = Office(store), house(group_id)
    seen = preview_import(office, actor, group=group, schedule=planted).revision
    import_group(office, actor, group=group, schedule=planted, seen_revision=seen)
    monday = planted.horizon.first
    head = week_sight(office, actor, monday=monday).heads[-1]
    head = propose(office, actor, monday=monday, number=head.number, edit=head.edit)
    publish(office, actor, monday=monday, number=head.number, edit=head.edit, despite="benchmark")
    store.close()
    return people


def _visit(browser: Browser, site: str, person: Person, repeat: int) -> Iterator[str]:
    page = browser.new_page(viewport=SIZES.get(person.role, DESK), locale="fr-FR")
    page.set_default_timeout(PATIENCE)
    page.goto(f"{site}/connexion")
    page.fill("input[name=login]", person.login)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_function(STILL)
    specs = PAGES[person.role]
    for spec in specs:
        address = f"{site}/{spec.path}?{PLANNED}"
        opened = [_timed(page, lambda to=address: page.goto(to), DRAWN.get(spec.path)) for _ in range(repeat)]
        clicked = list(_clicks(page, spec.path, [one.path for one in specs], repeat))
        shown = f"{median(clicked):9.0f}" if clicked else f"{'–':>9}"
        yield f"{person.role:12} {spec.path:14} {median(opened):9.0f} {shown}"
    page.close()


def _clicks(page: Page, path: str, paths: list[str], repeat: int) -> Iterator[float]:
    """Away to another page and back, the way back timed."""
    away = next((one for one in paths if one != path), None)
    for _ in range(repeat if away is not None else 0):
        _timed(page, lambda: _link(page, str(away)).click())
        yield _timed(page, lambda: _link(page, path).click(), DRAWN.get(path))


def _link(page: Page, path: str) -> Locator:
    return page.locator(f".st-key-pages a[href$='/{path}'], .st-key-pages a[href='{path}']").first


def _timed(page: Page, act: Callable[[], object], drawn: str | None = None) -> float:
    """Milliseconds from an act until the page stands still, with its main thing drawn."""
    start = time.monotonic()
    act()
    page.wait_for_timeout(20)  # the click travels to the server before anything moves
    page.wait_for_function(STILL)
    if drawn is not None:
        page.locator(drawn).first.wait_for()
    return 1000 * (time.monotonic() - start)


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])

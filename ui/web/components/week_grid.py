"""Mounts the week grid (people × days) in a Streamlit page and brings back what somebody did there.

The drawing is in the JavaScript and CSS files beside this one; this module hands them the words and checks
what comes back. Nothing here or there asks anything of another site.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import streamlit as st

from ui.web.components.grid_data import GridCard, GridEvent, GridRow, WeekGrid
from ui.web.components.grid_words import FRENCH

HERE = Path(__file__).parent
# Streamlit takes one script: these are read in this order, as parts of one module.
SCRIPTS = ("grid_dom.js", "grid_rows.js", "grid_tools.js", "grid_bubble.js", "grid_keys.js", "week_grid.js")
STYLES = ("grid_palette.css", "week_grid.css", "grid_card.css", "grid_phone.css")


def joined(names: tuple[str, ...]) -> str:
    """The text of files beside this one, end to end."""
    return "\n".join((HERE / name).read_text("utf-8") for name in names)


_mount = st.components.v2.component(
    "gems.week_grid", html='<div class="wg"></div>', css=joined(STYLES), js=joined(SCRIPTS)
)


def week_grid(
    grid: WeekGrid, *, key: str, height: int = 760, on_pick: Callable[[str], None] | None = None
) -> GridEvent | None:
    """Show the grid; the answer is what was just picked, once, else None.

    `on_pick` hears the id of a card or a row before the page is drawn again, so that the grid handed over next may
    already show it picked; it may be the id of something gone since.

    `height` is the most the grid takes on a wide screen, in pixels, before it scrolls inside; a phone scrolls
    the page. `key` also keeps what was folded, searched and which day was shown while people move about.
    """
    result = _mount(
        key=key,
        data=to_payload(grid, key=key, height=height),
        on_pick_change=_listener(key, "pick", on_pick),
        on_row_change=_listener(key, "row", on_pick),
    )
    return _event(grid, pick=result.get("pick"), row=result.get("row"))


def _listener(key: str, kind: str, on_pick: Callable[[str], None] | None) -> Callable[[], None]:
    """Streamlit promises a value only for events with a callback, be it deaf."""

    def hear() -> None:
        picked = st.session_state[key].get(kind)
        if on_pick is not None and isinstance(picked, str):
            on_pick(picked)

    return hear


def _event(grid: WeekGrid, *, pick: object, row: object) -> GridEvent | None:
    """A browser may send anything, or the id of a card gone since: only what is shown counts."""
    if isinstance(pick, str) and any(card.id == pick for card in grid.cards):
        return GridEvent(kind="pick", id=pick)
    shown = grid.rows if grid.lane is None else (grid.lane, *grid.rows)
    if isinstance(row, str) and any(one.id == row for one in shown):
        return GridEvent(kind="row", id=row)
    return None


def to_payload(grid: WeekGrid, *, key: str, height: int) -> dict[str, Any]:
    """The grid as plain JSON: rows in sector order, each with its cards by day, in time order."""
    cells: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for card in sorted(grid.cards, key=lambda card: card.sort_minute):
        cells.setdefault(card.row_id, {}).setdefault(card.day_iso, []).append(_plain(card))
    return {
        "key": key,
        "height": height,
        "selected": grid.selected,
        "words": FRENCH | dict(grid.words),
        "days": [_plain(day) for day in grid.days],
        "lane": None if grid.lane is None else _plain(grid.lane) | {"cells": cells.get(grid.lane.id, {})},
        "rows": [_plain(row) | {"cells": cells.get(row.id, {})} for row in by_group(grid.rows)],
        "cards": len(grid.cards),
    }


def by_group(rows: tuple[GridRow, ...]) -> list[GridRow]:
    """Rows of a sector together; sectors in the order of their first row."""
    groups: dict[str, list[GridRow]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    return [row for members in groups.values() for row in members]


def _plain(item: Any) -> dict[str, Any]:
    """Fields that say something: empty ones stay home, as 350 rows make a long message."""
    values = {one.name: getattr(item, one.name) for one in fields(item)}
    return {
        name: dict(value) if isinstance(value, Mapping) else value
        for name, value in values.items()
        if value or name in ("percent",)
    }


__all__ = ["GridCard", "GridEvent", "GridRow", "WeekGrid", "week_grid"]

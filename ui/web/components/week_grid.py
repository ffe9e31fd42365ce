"""Mounts the week grid (people × days) in a Streamlit page and brings back what somebody did there.

The drawing is in the JavaScript and CSS files beside this one; this module hands them the words and checks
what comes back. Nothing here or there asks anything of another site.
"""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from ui.web.components.grid_data import EventKind, GridCard, GridEvent, GridRow, WeekGrid
from ui.web.components.grid_words import FRENCH
from ui.web.components.payload import BOARD_SCRIPTS, BOARD_STYLES, by_group, joined, plain

_mount = st.components.v2.component(
    "gems.week_grid",
    html='<div class="wg"></div>',
    css=joined((*BOARD_STYLES, "grid_phone.css", "grid_move.css")),
    js=joined((*BOARD_SCRIPTS, "grid_keys.js", "grid_chooser.js", "grid_move.js", "grid_drag.js", "week_grid.js")),
)


def week_grid(
    grid: WeekGrid,
    *,
    key: str,
    height: int = 760,
    on_pick: Callable[[str], None] | None = None,
    on_move: Callable[[str, str, str], None] | None = None,
    on_key: Callable[[str, str], None] | None = None,
) -> GridEvent | None:
    """Show the grid; the answer is what was just done there, once, else None.

    Callbacks hear before the page is drawn again, so that the grid handed over next may already show it:
    `on_pick` the id of a card or a row; `on_move` a card, the row and the day (ISO) it was dropped on, which the
    grid shows as being checked until it is handed the next picture; `on_key` "undo", "redo" or "lock" with the
    card it was pressed on ("" for the first two).

    `height` is the most the grid takes on a wide screen, in pixels, before it scrolls inside; a phone scrolls
    the page. `key` also keeps what was folded, searched and which day was shown while people move about.
    """
    answered = f"{key} answered"

    def hear() -> None:
        st.session_state[answered] = st.session_state.get(answered, 0) + 1
        event = _event(grid, st.session_state[key].get("event"))
        if event is None:
            return
        if event.kind == "move":
            if on_move is not None:
                on_move(event.id, event.row_id, event.day_iso)
        elif event.kind in ("pick", "row"):
            if on_pick is not None:
                on_pick(event.id)
        elif on_key is not None:
            on_key(event.kind, event.id)

    # Streamlit redraws only what differs: the count sees to it that a move refused is answered too.
    data = to_payload(grid, key=key, height=height) | {"answered": st.session_state.get(answered, 0)}
    result = _mount(key=key, data=data, on_event_change=hear)
    return _event(grid, result.get("event"))


def _event(grid: WeekGrid, sent: object) -> GridEvent | None:
    """A browser may send anything, or the id of a card gone since: only what is shown, and may be done, counts."""
    if not isinstance(sent, Mapping):
        return None
    kind, name, row_id, day_iso = (sent.get(part, "") for part in ("kind", "id", "row_id", "day_iso"))
    card = next((one for one in grid.cards if one.id == name), None)
    rows = [row.id for row in ((grid.lane, *grid.rows) if grid.lane else grid.rows)]
    if kind == "move" and card and card.movable and not card.locked:
        known = row_id in rows and any(day.date_iso == day_iso for day in grid.days)
        return GridEvent(kind="move", id=card.id, row_id=row_id, day_iso=day_iso) if known else None
    allowed: dict[EventKind, bool] = {
        "pick": card is not None,
        "row": name in rows,
        "lock": grid.editable and card is not None,
        "undo": grid.editable and not name,
        "redo": grid.editable and not name,
    }
    return next((GridEvent(kind=one, id=name) for one, may in allowed.items() if may and one == kind), None)


def to_payload(grid: WeekGrid, *, key: str, height: int) -> dict[str, Any]:
    """The grid as plain JSON: rows in sector order, each with its cards by day, in time order."""
    cells: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for card in sorted(grid.cards, key=lambda card: card.sort_minute):
        cells.setdefault(card.row_id, {}).setdefault(card.day_iso, []).append(plain(card))
    return {
        "key": key,
        "height": height,
        "selected": grid.selected,
        "editable": grid.editable,
        "words": FRENCH | dict(grid.words),
        "days": [plain(day) for day in grid.days],
        "lane": None if grid.lane is None else plain(grid.lane) | {"cells": cells.get(grid.lane.id, {})},
        "rows": [plain(row) | {"cells": cells.get(row.id, {})} for row in by_group(grid.rows)],
        "cards": len(grid.cards),
        "movable": any(card.movable for card in grid.cards),
    }


__all__ = ["GridCard", "GridEvent", "GridRow", "WeekGrid", "week_grid"]

"""Mounts the day line (people × hours of one day) in a Streamlit page and brings back what was picked there."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from ui.web.components.day_line_data import DayBar, DayLine
from ui.web.components.day_line_layout import Stand, hours_shown, stands
from ui.web.components.day_line_words import DAY_FRENCH
from ui.web.components.grid_data import GridEvent, GridRow
from ui.web.components.payload import BOARD_SCRIPTS, BOARD_STYLES, by_group, joined, plain

_mount = st.components.v2.component(
    "gems.day_line",
    html='<div class="wg day-line"></div>',
    css=joined((*BOARD_STYLES, "day_line.css")),
    js=joined((*BOARD_SCRIPTS, "day_line.js")),
)


def day_line(
    line: DayLine, *, key: str, height: int = 760, on_pick: Callable[[str], None] | None = None
) -> GridEvent | None:
    """Show the day; the answer is the card (`pick`) or the `row` that was just picked, once, else None.

    `on_pick` hears its id before the page is drawn again. `height` is the most it takes, in pixels, before it
    scrolls inside. `key` also keeps what was folded and searched while people move about.
    """

    def hear() -> None:
        event = _event(line, st.session_state[key].get("event"))
        if event is not None and on_pick is not None:
            on_pick(event.id)

    result = _mount(key=key, data=to_payload(line, key=key, height=height), on_event_change=hear)
    return _event(line, result.get("event"))


def _event(line: DayLine, sent: object) -> GridEvent | None:
    """A browser may send anything: only what is shown counts."""
    if not isinstance(sent, Mapping):
        return None
    kind, name = sent.get("kind"), sent.get("id")
    if kind == "pick" and any(bar.card.id == name for bar in line.bars):
        return GridEvent(kind="pick", id=str(name))
    if kind == "row" and any(row.id == name for row in _rows(line)):
        return GridEvent(kind="row", id=str(name))
    return None


def to_payload(line: DayLine, *, key: str, height: int) -> dict[str, Any]:
    """The day as plain JSON: rows in sector order, each with its bars in time order and in their place."""
    bars: dict[str, list[DayBar]] = {}
    for bar in line.bars:
        bars.setdefault(bar.card.row_id, []).append(bar)
    first, last = hours_shown(line.bars)
    return {
        "key": key,
        "height": height,
        "selected": line.selected,
        "words": DAY_FRENCH | dict(line.words),
        "day": plain(line.day),
        "first_hour": first,
        "last_hour": last,
        "lane": None if line.lane is None else _row(line.lane, bars),
        "rows": [_row(row, bars) for row in by_group(line.rows)],
        "cards": len(line.bars),
    }


def _rows(line: DayLine) -> tuple[GridRow, ...]:
    return line.rows if line.lane is None else (line.lane, *line.rows)


def _row(row: GridRow, bars: Mapping[str, list[DayBar]]) -> dict[str, Any]:
    placed = stands(bars.get(row.id, ()))
    tracks = 1 + max((stand.track for stand in placed), default=0)
    return plain(row) | {"bars": [_bar(stand) for stand in placed], "tracks": tracks}


def _bar(stand: Stand) -> dict[str, Any]:
    return plain(stand.bar.card) | {
        "from": stand.bar.card.sort_minute,
        "until": stand.bar.end_minute,
        "travel_minutes": stand.bar.travel_minutes,
        "track": stand.track,
        "gap_minutes": stand.gap_minutes,
    }


__all__ = ["DayBar", "DayLine", "day_line"]

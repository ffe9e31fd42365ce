"""What the browser components share on the way out: their files, and pictures as plain JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from ui.web.components.grid_data import GridRow

HERE = Path(__file__).parent
# What every board is made of; read in this order, as parts of one module.
BOARD_SCRIPTS = ("grid_dom.js", "grid_rows.js", "grid_tools.js", "grid_bubble.js", "grid_stops.js", "grid_board.js")
BOARD_STYLES = ("grid_palette.css", "week_grid.css", "grid_card.css")


def joined(names: Iterable[str]) -> str:
    """The text of files beside this one, end to end: Streamlit takes one script and one style sheet."""
    return "\n".join((HERE / name).read_text("utf-8") for name in names)


def by_group(rows: tuple[GridRow, ...]) -> list[GridRow]:
    """Rows of a sector together; sectors in the order of their first row."""
    groups: dict[str, list[GridRow]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    return [row for members in groups.values() for row in members]


def plain(item: Any) -> dict[str, Any]:
    """Fields that say something: empty ones stay home, as 350 rows make a long message."""
    values = {one.name: getattr(item, one.name) for one in fields(item)}
    return {
        name: dict(value) if isinstance(value, Mapping) else value
        for name, value in values.items()
        if value or name in ("percent",)
    }

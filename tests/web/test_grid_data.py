"""What the week grid is handed, and what it takes back: without a browser."""

from dataclasses import replace
from typing import Any

import pytest
from grid_app import DAYS, full

from ui.web.components.grid_data import COLOURS, PATTERNS, GridCard, GridEvent, GridRow, member_colours
from ui.web.components.grid_words import ENGLISH, FRENCH
from ui.web.components.week_grid import _event, by_group, to_payload


def some_card(**changes: Any) -> GridCard:
    words = {"id": "a", "row_id": "p0", "day_iso": DAYS[0].date_iso, "start": "7 h 00", "end": "8 h 00", "title": "MJC"}
    return GridCard(**(words | changes))


def test_a_member_keeps_its_colour_whatever_the_order() -> None:
    names = [f"m{number:02}" for number in range(60)]
    colours = member_colours(names)
    assert member_colours([*reversed(names), "m03"]) == colours
    assert colours["m00"] == (0, 0)
    assert colours["m11"] == (11, 0)
    assert colours["m12"] == (0, 1)
    assert len(set(colours.values())) == COLOURS * PATTERNS
    for color, pattern in colours.values():
        some_card(color=color, pattern=pattern)


@pytest.mark.parametrize("look", [{"color": 12}, {"color": -1}, {"pattern": 4}])
def test_a_colour_that_is_not_drawn_is_refused(look: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="member_colours"):
        some_card(**look)


def test_cards_of_a_cell_stand_in_time_order() -> None:
    times = {"evening": 1020, "noon": 720, "also_noon": 720, "morning": 420}
    grid = replace(full(), cards=tuple(some_card(id=name, sort_minute=minute) for name, minute in times.items()))
    row = to_payload(grid, key="k", height=1)["rows"][0]
    assert [one["id"] for one in row["cells"][DAYS[0].date_iso]] == ["morning", "noon", "also_noon", "evening"]


def test_people_of_a_sector_stand_together() -> None:
    rows = tuple(GridRow(id=name, name=name, group=group) for name, group in ("ax", "by", "cx", "d "))
    assert [row.id for row in by_group(rows)] == ["a", "c", "b", "d"]


def test_words_are_whole_in_both_languages_and_french_fills_the_gaps() -> None:
    assert FRENCH.keys() == ENGLISH.keys()
    grid = replace(full(), words={"empty": "Rien."})
    words = to_payload(grid, key="k", height=1)["words"]
    assert words == FRENCH | {"empty": "Rien."}


@pytest.mark.parametrize(
    ("sent", "understood"),
    [
        ({"pick": "c1"}, GridEvent(kind="pick", id="c1")),
        ({"row": "p3"}, GridEvent(kind="row", id="p3")),
        ({"row": "lane"}, GridEvent(kind="row", id="lane")),
        ({"pick": "gone"}, None),
        ({"row": "c1"}, None),
        ({"pick": ["c1"]}, None),
        ({}, None),
    ],
)
def test_only_what_was_shown_comes_back(sent: dict[str, object], understood: GridEvent | None) -> None:
    assert _event(full(), pick=sent.get("pick"), row=sent.get("row")) == understood

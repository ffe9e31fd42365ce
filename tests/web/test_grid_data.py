"""What the week grid is handed, and what it takes back: without a browser."""

from dataclasses import replace
from typing import Any

import pytest
from grid_app import DAYS, full

from ui.web.components.grid_data import COLOURS, PATTERNS, GridCard, GridEvent, GridRow, member_colours
from ui.web.components.grid_words import ENGLISH, FRENCH
from ui.web.components.payload import by_group
from ui.web.components.week_grid import _event, to_payload


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


def sent(kind: str, card_id: object = "", row_id: object = "", day_iso: object = "") -> dict[str, object]:
    return {"kind": kind, "id": card_id, "row_id": row_id, "day_iso": day_iso}


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        (sent("pick", "c1"), GridEvent(kind="pick", id="c1")),
        (sent("row", "p3"), GridEvent(kind="row", id="p3")),
        (sent("row", "lane"), GridEvent(kind="row", id="lane")),
        (sent("pick", "gone"), None),
        (sent("row", "c1"), None),
        (sent("pick", ["c1"]), None),
        (sent("row", ["p3"]), None),
        (sent("erase", "c1"), None),
        ({"kind": ["pick"], "id": "c1"}, None),
        ({}, None),
        ("pick", None),
        (None, None),
    ],
)
def test_only_what_was_shown_comes_back(said: object, understood: GridEvent | None) -> None:
    assert _event(full(), said) == understood


MONDAY, SUNDAY = DAYS[0].date_iso, DAYS[6].date_iso


@pytest.mark.parametrize(
    ("said", "lands"),
    [
        (sent("move", "free", "p1", SUNDAY), True),
        (sent("move", "free", "lane", MONDAY), True),
        (sent("move", "free", "p99", MONDAY), False),
        (sent("move", "free", "p1", "2026-11-16"), False),
        (sent("move", "free", ["p1"], MONDAY), False),
        (sent("move", "free", "p1"), False),
        (sent("move", "locked", "p1", MONDAY), False),
        (sent("move", "fixed", "p1", MONDAY), False),
        (sent("move", "gone", "p1", MONDAY), False),
    ],
)
def test_a_card_moves_only_to_a_row_and_a_day_that_are_shown(said: dict[str, str], lands: bool) -> None:
    cards = some_card(id="free", movable=True), some_card(id="locked", movable=True, locked=True), some_card(id="fixed")
    event = _event(replace(full(), cards=cards), said)
    assert event == (
        GridEvent(kind="move", id="free", row_id=said["row_id"], day_iso=said["day_iso"]) if lands else None
    )


def test_keys_change_a_grid_only_where_it_may_be_changed() -> None:
    keys = sent("undo"), sent("redo"), sent("lock", "c1")
    assert [_event(full(), said) for said in keys] == [None, None, None]
    heard = [_event(replace(full(), editable=True), said) for said in keys]
    assert heard == [GridEvent(kind="undo"), GridEvent(kind="redo"), GridEvent(kind="lock", id="c1")]
    assert _event(replace(full(), editable=True), sent("lock", "gone")) is None

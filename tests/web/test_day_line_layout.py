"""Where bars of a day stand, and what the day line takes back: without a browser."""

from dataclasses import replace

import pytest
from day_app import full
from hypothesis import given
from hypothesis import strategies as st

from ui.web.components.day_line import _event, to_payload
from ui.web.components.day_line_data import DayBar
from ui.web.components.day_line_layout import FIRST_HOUR, LAST_HOUR, LONGEST_GAP, hours_shown, stands
from ui.web.components.day_line_words import DAY_ENGLISH, DAY_FRENCH
from ui.web.components.grid_data import GridCard, GridEvent


def bar(start: int, end: int, travel: int = 0, loose: str = "") -> DayBar:
    card = GridCard(id=f"{start}-{end}", row_id="p0", day_iso="2026-11-09", start="", end="", title="MJC",
                    sort_minute=start, loose=loose)  # fmt: skip
    return DayBar(card=card, end_minute=end, travel_minutes=travel)


@pytest.mark.parametrize(
    ("bars", "hours"),
    [
        ([], (6, 21)),
        ([bar(8 * 60, 17 * 60)], (6, 21)),
        ([bar(5 * 60 + 30, 9 * 60)], (5, 21)),
        ([bar(6 * 60, 9 * 60, travel=10)], (5, 21)),  # the way to it is shown too
        ([bar(18 * 60, 21 * 60 + 1)], (6, 22)),
        ([bar(22 * 60, 31 * 60)], (6, 31)),  # into the next morning
        ([bar(-2 * 60, 7 * 60)], (6, 21)),  # of the night before, the last hour
        ([bar(-2 * 60, 5 * 60)], (4, 21)),
        ([bar(-2 * 60, 30)], (0, 21)),
    ],
)
def test_hours_go_from_the_earliest_start_to_the_latest_end(bars: list[DayBar], hours: tuple[int, int]) -> None:
    assert hours_shown(bars) == hours


def test_free_time_is_what_the_way_leaves() -> None:
    day = [bar(420, 720), bar(870, 1020, travel=12), bar(1020, 1080), bar(1085, 1100, travel=15)]
    assert [stand.gap_minutes for stand in stands(day)] == [0, 870 - 12 - 720, 0, 0]


def test_free_time_counts_from_the_last_to_end_and_never_from_work_without_a_time() -> None:
    assert [stand.gap_minutes for stand in stands([bar(480, 720), bar(540, 600), bar(780, 900)])] == [0, 0, 60]
    assert [stand.gap_minutes for stand in stands([bar(480, 720), bar(500, 760, loose="le matin"), bar(780, 900)])] == [
        0,
        0,
        60,
    ]


def test_the_rest_between_two_nights_is_no_gap() -> None:
    assert [stand.gap_minutes for stand in stands([bar(-120, 420), bar(420 + LONGEST_GAP, 1400)])] == [0, LONGEST_GAP]
    assert [stand.gap_minutes for stand in stands([bar(-120, 420), bar(421 + LONGEST_GAP, 1400)])] == [0, 0]


SPANS = st.tuples(st.integers(-300, 1440), st.integers(1, 700)).map(lambda span: bar(span[0], span[0] + span[1]))


@given(st.lists(SPANS, max_size=12))
def test_overlaps_stand_apart_on_as_few_tracks_as_can_be(bars: list[DayBar]) -> None:
    placed = stands(bars)
    assert sorted(id(stand.bar) for stand in placed) == sorted(map(id, bars))
    for at, one in enumerate(placed):
        for other in placed[at + 1 :]:
            assert one.bar.end_minute <= other.bar.card.sort_minute or one.track != other.track
    at_once = [sum(two.card.sort_minute <= one.card.sort_minute < two.end_minute for two in bars) for one in bars]
    assert 1 + max((stand.track for stand in placed), default=0) == max(at_once, default=1)
    first, last = hours_shown(bars)
    assert 0 <= first <= FIRST_HOUR
    assert last >= LAST_HOUR
    assert all(first * 60 < one.end_minute <= last * 60 for one in bars if one.end_minute > 0)


def test_a_bar_ends_after_it_starts() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        bar(600, 600)


def test_words_are_whole_in_both_languages_and_french_fills_the_gaps() -> None:
    assert DAY_FRENCH.keys() == DAY_ENGLISH.keys()
    words = to_payload(replace(full(), words={"empty": "Rien."}), key="k", height=1)["words"]
    assert words == DAY_FRENCH | {"empty": "Rien."}


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ({"kind": "pick", "id": "c1"}, GridEvent(kind="pick", id="c1")),
        ({"kind": "row", "id": "lane"}, GridEvent(kind="row", id="lane")),
        ({"kind": "row", "id": "p3"}, GridEvent(kind="row", id="p3")),
        ({"kind": "pick", "id": "gone"}, None),
        ({"kind": "pick", "id": ["c1"]}, None),
        ({"kind": "move", "id": "c1", "row_id": "p3", "day_iso": "2026-11-09"}, None),
        ("c1", None),
        (None, None),
    ],
)
def test_only_what_was_shown_comes_back(said: object, understood: GridEvent | None) -> None:
    assert _event(full(), said) == understood

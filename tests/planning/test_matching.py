"""A row written by hand, without a mission: which request it serves."""

from collections.abc import Mapping

import pytest

from gems.domain.schedule import Schedule
from gems.planning.matching import matched
from tests.rules.case_text import piece
from tests.rules.given import problem_of

CARE = {"id": "R1", "site": "E", "job": "caregiver", "days": "mon-fri", "slot": "7:00-14:00"}
DAY = "2026-11-23"


def missions_of(requests: list[Mapping[str, object]], *rows: str) -> list[str | None]:
    """The mission each row is given, in the order of the rows."""
    problem = problem_of({"requests": requests}, "matching")
    pieces = [piece(row, problem.horizon, problem.group) for row in rows]
    schedule = matched(problem, Schedule(horizon=problem.horizon, assignments=tuple(pieces)))
    given = {(each.employee_id, each.span): each.mission_id for each in schedule.assignments}
    assert len(schedule.assignments) == len(rows)
    return [given[each.employee_id, each.span] for each in pieces]


def test_the_one_mission_that_fits_is_taken() -> None:
    assert missions_of([CARE], "ANA mon 7:00-14:00 E") == [f"R1/{DAY}/1"]


@pytest.mark.parametrize(
    "row",
    [
        "ANA mon 7:00-14:00 G",
        "ANA mon 7:00-14:00 E job=aes",
        "ANA sat 7:00-14:00 E",
        "ANA mon 7:15-14:00 E",
    ],
    ids=["other site", "other job", "other day", "other time"],
)
def test_nothing_else_is(row: str) -> None:
    assert missions_of([CARE], row) == [None]


def test_a_mission_that_somebody_serves_is_not_taken_twice() -> None:
    rows = (f"ANA mon 7:00-14:00 E mission=R1/{DAY}/1", "BEN mon 7:00-14:00 E")
    assert missions_of([CARE], *rows) == [f"R1/{DAY}/1", None]


def test_two_people_asked_for_are_two_missions() -> None:
    rows = ("ANA mon 7:00-14:00 E", "BEN mon 7:00-14:00 E", "DAN mon 7:00-14:00 E")
    found = missions_of([CARE | {"headcount": 2}], *rows)
    assert sorted(found, key=str) == [None, f"R1/{DAY}/1", f"R1/{DAY}/2"]


def test_people_are_more_than_asked_only_once_all_that_are_asked_have_come() -> None:
    rows = ("ANA mon 7:00-14:00 E", "BEN mon 7:00-14:00 E", "DAN mon 7:00-14:00 E")
    roomy = CARE | {"most_headcount": 2, "wanted": ["ANA", "BEN", "DAN"]}
    found = missions_of([roomy, CARE | {"id": "R2"}], *rows)
    assert sorted(found, key=str) == [f"R1/{DAY}/1", f"R1/{DAY}/2", f"R2/{DAY}/1"]
    assert f"R1/{DAY}/2" not in missions_of([roomy, CARE | {"id": "R2"}], *rows[:2])


def test_one_person_for_the_week_keeps_the_same_head() -> None:
    week = CARE | {"headcount": 2, "same_person": True}
    found = missions_of(
        [week],
        "ANA mon 7:00-14:00 E",
        "BEN tue 7:00-14:00 E",
        "ANA wed 7:00-14:00 E",
        "BEN wed 7:00-14:00 E",
    )
    assert [name and name[-1] for name in found] == ["1", "2", "1", "2"]


def test_the_row_with_one_choice_chooses_first() -> None:
    window = {"id": "R2", "site": "E", "job": "caregiver", "days": "mon", "window": "7:00-14:30", "minutes": 420}
    rows = ("ANA mon 7:00-14:00 E", "BEN mon 7:30-14:30 E")
    assert missions_of([window, CARE], *rows) == [f"R1/{DAY}/1", f"R2/{DAY}/1"]


def test_a_request_that_wishes_this_person_comes_first_and_one_that_does_not_last() -> None:
    wanted, excluded = CARE | {"id": "R2", "wanted": ["BEN"]}, CARE | {"id": "R0", "excluded": ["BEN"]}
    assert missions_of([excluded, CARE, wanted], "BEN mon 7:00-14:00 E") == [f"R2/{DAY}/1"]
    assert missions_of([excluded, CARE], "BEN mon 7:00-14:00 E") == [f"R1/{DAY}/1"]


def test_twice_the_same_row_serves_once() -> None:
    problem = problem_of({"requests": [CARE]}, "matching")
    row = piece("ANA mon 7:00-14:00 E", problem.horizon, problem.group)
    schedule = matched(problem, Schedule(horizon=problem.horizon, assignments=(row, row)))
    assert [each.mission_id for each in schedule.assignments] == [None, f"R1/{DAY}/1"]


def test_the_morning_after_counts_for_the_day_it_begins() -> None:
    night = {"id": "N1", "site": "E", "job": "night_watch", "days": "mon", "slot": "21:00-31:00"}
    assert missions_of([night], "DAN mon 21:00-31:00 E job=night_watch") == [f"N1/{DAY}/1"]

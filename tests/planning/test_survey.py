"""Hours asked and served of a schedule, where more people come than asked."""

from gems.domain.fairness import asked_and_served
from gems.domain.schedule import Schedule
from gems.planning.survey import survey_without_reasons
from gems.planning.week.done import done_in
from tests.rules.case_text import piece
from tests.rules.given import problem_of

ROOMY = {"id": "R1", "site": "E", "days": "mon", "slot": "7:00-14:00", "headcount": 2, "most_headcount": 3}


def test_whoever_comes_beyond_the_number_asked_is_neither_asked_nor_served() -> None:
    problem = problem_of({"requests": [ROOMY]}, "survey")
    rows = [f"{who} mon 7:00-14:00 E mission=R1/2026-11-23/{head}" for who, head in (("ANA", 1), ("BEN", 3))]
    pieces = tuple(piece(row, problem.horizon, problem.group) for row in rows)
    schedule = Schedule(horizon=problem.horizon, assignments=pieces)
    found = survey_without_reasons(problem, schedule)
    assert (found.requested_minutes, found.served_minutes) == (840, 420)
    assert [(line.need_id, line.minutes) for line in found.unserved] == [("R1/2026-11-23/2", 420)]
    done = done_in(problem, schedule)
    assert (done.asked["EHPAD"], done.served["EHPAD"]) == asked_and_served(problem, schedule)["EHPAD"] == (840, 420)
    assert done.faces["BEN", "EHPAD"] == 420

"""Records written by their fields alone."""

import pickle
from dataclasses import replace
from threading import Thread

from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.ports import Case
from sample_data import DEFAULT_WEEK, generate
from solver.fields_only import written

PROBLEM = prepare(generate("small"), Horizon.of_iso_week(DEFAULT_WEEK))


def test_what_is_read_back_is_equal_and_holds_nothing_worked_out() -> None:
    problem = replace(PROBLEM, group=replace(PROBLEM.group))
    assert problem.needs
    assert problem.group.employee
    case = Case(problem=problem, standing=Schedule(horizon=problem.horizon))
    again = pickle.loads(written((case, 8.0)))  # noqa: S301 — written on this line
    assert again == (case, 8.0)
    assert "needs" in vars(problem)
    assert "needs" not in vars(again[0].problem)
    assert "employee" not in vars(again[0].problem.group)


def test_another_thread_may_be_working_it_out() -> None:
    shared = replace(PROBLEM.group)
    stop = False

    def work_out() -> None:
        number = 0
        while not stop:
            vars(shared)[f"worked out {number}"] = number
            number += 1

    other = Thread(target=work_out)
    other.start()
    try:
        found = {written(replace(PROBLEM, group=shared)) for _ in range(20)}
    finally:
        stop = True
        other.join()
    assert len(found) == 1

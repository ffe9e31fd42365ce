"""Days that one post may work: the automaton accepts what the rules about days accept, and no more, with either week
first."""

from functools import cache
from random import Random

import numpy as np
import pytest
from ortools.sat.python import cp_model

from gems.domain.year import year_mondays
from gems.planning.compose.asking import question_of
from sample_data import generate
from solver.compose.demand import Demand
from solver.compose.kinds import Possible
from solver.compose.workable import Workable

TRIED = 60


@cache
def works(name: str, seed: int) -> list[Workable]:
    question = question_of(generate(name, seed, year=2027), year_mondays(2027))
    demand = Demand(question)
    every = [Workable(number, question, kind, demand) for number, kind in enumerate(Possible(question).widest)]
    return [work for work in every if work.size]


def accepted(work: Workable, worked: list[bool]) -> bool:
    state = 0
    for day, works_then in enumerate(worked):
        state = int(work.rhythm[day, state, int(works_then)])
        if state < 0:
            return False
    return True


def possible(work: Workable, worked: list[bool]) -> bool:
    """Whether CP-SAT finds the rows without duties satisfied when just these days are worked."""
    master, model = work.yard.master, cp_model.CpModel()
    columns = [model.new_int_var(low, high, "") for low, high in zip(master.lower, master.upper, strict=True)]
    for day, works_then in enumerate(worked):
        column = master.worked(0, day)
        if column is None:
            if works_then:
                return False
            continue
        model.add(columns[column] == int(works_then))
    for row in master.rows:
        if len(row.columns) and row.columns.min() >= work.size:
            total = sum(
                int(factor) * columns[place] for place, factor in zip(row.columns, row.coefficients, strict=True)
            )
            model.add_linear_constraint(total, max(row.lower, -(10**9)), min(row.upper, 10**9))
    return cp_model.CpSolver().solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)


@pytest.mark.parametrize(("name", "seed"), [("gems23", 2), ("small", 1)])
def test_the_automaton_accepts_what_the_rules_about_days_allow(name: str, seed: int) -> None:
    random, answers = Random(seed), set[bool]()
    for work in works(name, seed):
        busy = set(work.day.tolist())
        for _ in range(TRIED // len(works(name, seed)) + 1):
            often = random.uniform(0.3, 1.0)
            worked = [random.random() < often and day in busy for day in range(len(work.rhythm))]
            answers.add(accepted(work, worked))
            swapped = [there and day in busy for day, there in enumerate([*worked[7:], *worked[:7]])]
            assert accepted(work, worked) == (possible(work, worked) and possible(work, swapped)), worked
    assert answers == {True, False}


def test_days_in_a_row_are_counted_where_the_fortnight_begins_again() -> None:
    """Four days at its end and four at its beginning are eight, which is too many."""
    work = next(work for work in works("gems23", 2) if len(np.unique(work.day)) == len(work.rhythm))
    around = [day < 4 or day > 9 for day in range(14)]
    inside = [3 <= day < 11 for day in range(14)]
    few = [day < 2 or day > 11 for day in range(14)]
    assert possible(work, around)
    assert not accepted(work, around)
    assert not possible(work, inside)
    assert not accepted(work, inside)
    assert accepted(work, few)


def test_a_post_with_work_every_day_is_not_promised_all_of_it() -> None:
    """The best of fourteen days that may all be asked is at most that of the days one post may work."""
    work = next(work for work in works("gems23", 2) if len(np.unique(work.day)) == len(work.rhythm))
    assert not accepted(work, [True] * len(work.rhythm))
    most = max(
        sum(worked)
        for number in range(1 << len(work.rhythm))
        if accepted(work, worked := [bool(number >> day & 1) for day in range(len(work.rhythm))])
    )
    assert 0 < most < len(work.rhythm)

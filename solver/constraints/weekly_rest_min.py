"""Weekly rest: one place for it in each week, and not too early a start after the rest that last week left open."""

from datetime import timedelta

import numpy as np

from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.master import Master
from solver.rest_windows import require_rest
from solver.universe import Bools, Universe

RULE = "weekly_rest_min"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties that cut short the rest of the last past week, where nothing else can have been its rest."""
    universe = table.universe
    earliest = np.array([_earliest(universe, person.id) for person in universe.employees], dtype=np.int64)
    too_early: Bools = table.start < earliest[table.employee]
    return too_early


def _earliest(universe: Universe, employee_id: str) -> int:
    """The first moment a person may start again; 0 when nothing holds them."""
    week = universe.weeks_done.get((employee_id, universe.days[0] - timedelta(days=7)))
    limit = universe.limits.of(RULE, employee_id, universe.days[0])
    if week is None or week.last_end is None or limit is None:
        return 0
    within = universe.limits.law.value("weekly_rest_min.within", universe.days[0])
    had_a_day_off = "-" in week.pattern.rstrip("-")
    open_rest = int(universe.day_starts[0]) - week.last_end
    return 0 if had_a_day_off or open_rest < within else week.last_end + limit


def restrict(master: Master) -> None:
    """A rest in each week of each person."""
    for employee, person in enumerate(master.universe.employees):
        for week, monday in enumerate(master.problem.horizon.mondays):
            limit = master.limits.of(RULE, person.id, monday)
            within = master.limits.law.value("weekly_rest_min.within", monday)
            if limit is not None:
                require_rest(master, RULE, employee, week, length=limit, within=within)


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True, restrict=restrict)

"""A first plan at once: people are planned one after another, each at their best beside those planned before.

Legal by construction: each step keeps every row that the person is in. What nobody has taken yet stays unserved, so a
step can only fail where locked work, or work that must be done, needs several people at once.
"""

from dataclasses import dataclass
from math import inf

import numpy as np

from gems.planning.ports import PlanOptions, ShouldStop
from solver.cpsat import CpMaster
from solver.effort import Effort
from solver.parts import Part
from solver.search import Style, ignore_news, search
from solver.standing import Standing
from solver.universe import Ints

BUSY = 2.0
"""Seconds for a unit of work, at most, where a step may be given up."""
STEP_LIMIT = 0.2
"""Counted work for one person (about a second a unit): the first plan does not depend on how busy the machine is."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a step may take."""

    work: float
    """Counted work."""
    gives_up: bool = False
    """Whether there is a plan already, so that a step without an answer ends it all."""

    @property
    def seconds(self) -> float:
        """Seconds of the clock, whatever else the machine does."""
        return BUSY * self.work if self.gives_up else inf


def plan_one_by_one(
    standing: Standing, part: Part, options: PlanOptions, effort: Effort, should_stop: ShouldStop
) -> bool:
    """Plan a part from nothing, person by person; whether it worked. The part of `standing` holds the plan then."""
    table = standing.master.table
    duties = part.columns[part.columns < len(table)]
    people = np.unique(table.employee[duties])
    groups = [duties[table.employee[duties] == person] for person in people]
    return _plan_groups(standing, part, groups, options, effort, Pace(STEP_LIMIT), should_stop)


def plan_week_by_week(
    standing: Standing, part: Part, options: PlanOptions, effort: Effort, limit: float, should_stop: ShouldStop
) -> bool:
    """Plan a part from nothing, all its people together, one civil week after another; whether it worked."""
    table = standing.master.table
    duties = part.columns[part.columns < len(table)]
    week = table.day[duties] // 7
    groups = [duties[week == number] for number in np.unique(week)]
    pace = Pace(limit / max(1, len(groups)), gives_up=True)
    return _plan_groups(standing, part, groups, options, effort, pace, should_stop)


def _forced(standing: Standing, part: Part) -> Ints:
    """Duties that a row asks for: what is locked, or must be done, is planned before anybody takes it away."""
    incidence, duties = standing.incidence, len(standing.master.table)
    asking = incidence.rows_holding(part.columns)
    asking = asking[incidence.lower[asking] > 0]
    # A row with a further column asks for nothing: that column makes up for what the duties leave.
    yielding = incidence.rows_holding(part.columns[part.columns >= duties])
    return np.unique(incidence.columns[incidence.entries_of_rows(np.setdiff1d(asking, yielding))])


def _plan_groups(
    standing: Standing,
    part: Part,
    groups: list[Ints],
    options: PlanOptions,
    effort: Effort,
    pace: Pace,
    should_stop: ShouldStop,
) -> bool:
    standing.put(part.columns, np.zeros(len(part.columns), dtype=np.int64))
    asked = _forced(standing, part)
    groups = [asked, *groups] if len(asked) else groups
    if not all(_planned(standing, duties, options, effort, pace, should_stop) for duties in groups):
        return False
    further = part.columns[part.columns >= len(standing.master.table)]
    # Columns that no person's duties are tied to still stand at 0, which their rows may refuse.
    return _settled(standing, part) or (
        _planned(standing, further, options, effort, pace, should_stop) and _settled(standing, part)
    )


def _planned(
    standing: Standing, columns: Ints, options: PlanOptions, effort: Effort, pace: Pace, should_stop: ShouldStop
) -> bool:
    """Plan some people or days well within the limit or, if that finds nothing, at all (unless that is given up)."""
    opened = standing.opened(columns)
    model = CpMaster(standing.master, opened.part.columns, opened.part.rows)
    left = pace.work if effort.counted else max(1.0, min(pace.seconds, effort.left))
    found = search(model, options, left, Style.REOPEN, ignore_news, should_stop, work_limit=pace.work)
    effort.count(found.work)
    if found.values is None and not found.infeasible and effort.left and not pace.gives_up:
        found = search(model, options, effort.left, Style.ANY_PLAN, ignore_news, should_stop)
        effort.count(found.work)
    if found.values is None:
        return False
    standing.put(opened.part.columns, np.array([found.values[c] for c in opened.part.columns.tolist()]))
    return True


def _settled(standing: Standing, part: Part) -> bool:
    """Whether every row of a part is kept."""
    return standing.incidence.kept(standing.values, standing.incidence.rows_holding(part.columns))

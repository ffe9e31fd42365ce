"""The most that some people may work, week by week, if everything they may serve were theirs: a bound, proven.

Each week is planned without its past, and no rule over several weeks holds anybody back: a real year can only hold
less. Overtime does not count, nor do a part-timer's hours beyond the contract.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from gems.domain.group import EMPTY_HISTORY, Group
from gems.domain.hiring import FREE
from gems.domain.people import ContractKind
from gems.domain.problem import Problem
from gems.domain.time import Horizon
from gems.planning.ports import MostWork, PlanOptions, never_stop
from solver.constraints import CONSTRAINTS
from solver.constraints.statement import Constraint
from solver.cpsat import CpMaster
from solver.duty_table import DutyTable, row_sums
from solver.master import Master
from solver.planner import build_master
from solver.search import Style, ignore_news, search
from solver.universe import Ints

OVER_WEEKS = frozenset({"weekly_avg12_max", "weekly_avg4_max", "night_weekly_avg", "overtime_quota"})
"""Rules about several weeks that one week alone could seem to break; terms of rosters are left out too."""
RULE = "most_work"
MILLE = 1000
SECONDS_A_WEEK = 20.0
SUNDAY = 6


class WeeklyReckoner:
    """A `gems.planning.ports.Reckoner` of this process."""

    def most_work(
        self, group: Group, employee_ids: Sequence[str], mondays: Sequence[date], weights: Mapping[str, int]
    ) -> MostWork:
        """See `gems.planning.ports.Reckoner`."""
        only = _only(group, frozenset(employee_ids))
        minutes, public = 0, Counter[str]()
        for monday in mondays:
            week = _most(Problem(group=only, horizon=Horizon(monday), prices=FREE), weights)
            minutes += week.minutes
            public.update(week.public)
        return MostWork(minutes=minutes, public=dict(public))


def _only(group: Group, employee_ids: frozenset[str]) -> Group:
    """These people, all that is asked, and no past."""
    return replace(
        group,
        employees=tuple(one for one in group.employees if one.id in employee_ids),
        absences=tuple(row for row in group.absences if row.employee_id in employee_ids),
        wishes=tuple(row for row in group.wishes if row.employee_id in employee_ids),
        roster_terms=(),
        on_calls=tuple(row for row in group.on_calls if row.employee_id in employee_ids),
        derogations=tuple(row for row in group.derogations if row.employee_id in (None, *employee_ids)),
        history=EMPTY_HISTORY,
    )


def _hard() -> Iterator[Constraint]:
    """The rules that one week alone can break."""
    for each in CONSTRAINTS:
        over_weeks = each.rule in OVER_WEEKS or each.rule.startswith("roster_")
        if each.duty_cents is None and each.charge is None and not over_weeks:
            yield each


def _most(problem: Problem, weights: Mapping[str, int]) -> MostWork:
    """Minutes that no legal week goes beyond; what is not proven counts as possible."""
    master = build_master(problem, tuple(_hard()), drop_dominated=False)
    table, people = master.table, master.universe.employees
    public = _at_public(table)
    wanted = sum(_missing(master, employee) for employee in range(len(people)))
    if not wanted:
        return MostWork(minutes=0)
    weight = np.array([weights.get(person.id, 0) for person in people], dtype=np.int64)[table.employee]
    # Rounded down: a weight that is a little too light makes the bound a little too high, never too low.
    master.add_duty_cents(RULE, public * weight // MILLE)
    found = search(CpMaster(master), PlanOptions(), SECONDS_A_WEEK, Style.PROVE, ignore_news, never_stop)
    there = Counter[str]()
    for duty in np.flatnonzero(public).tolist():
        if found.values is not None and found.values[duty]:
            there[people[int(table.employee[duty])].id] += int(public[duty])
    return MostWork(minutes=wanted - max(0, found.bound or 0), public=there)


def _missing(master: Master, employee: int) -> int:
    """A column for the minutes that a person misses to a full week without overtime, a cent each; how many at most.

    A duty counts whole in the week it begins in: the night of Sunday to Monday comes on top of a full week.
    """
    table, person = master.table, master.universe.employees[employee]
    duties = np.flatnonzero(table.employee == employee)
    minutes = table.work[duties]
    contract = person.contract
    full_time = contract.kind is ContractKind.FULL_TIME
    week = master.limits.overtime_start(person, master.problem.horizon.first) if full_time else contract.weekly_minutes
    nights = table.work_next_day[duties][table.day[duties] == SUNDAY]
    wanted = min(week + int(nights.max(initial=0)), int(minutes.sum()))
    if wanted > 0:
        missing = master.add_column(0, wanted)
        master.add_row(RULE, [*duties.tolist(), missing], [*minutes.tolist(), 1], lower=wanted)
        master.add_cents(RULE, missing, 1)
    return max(0, wanted)


def _at_public(table: DutyTable) -> Ints:
    """Minutes of each duty at territorial members, drives left out."""
    universe = table.universe
    territorial = [universe.group.member[site.member_id].territorial for site in universe.group.sites]
    public = np.array(territorial, dtype=np.bool_)[universe.slot_site]
    return row_sums(table.of_slot(np.where(public, universe.slot_end - universe.slot_start, 0)))

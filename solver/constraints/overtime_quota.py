"""Overtime of the year: a column for the overtime of each week, all together within what is left of the quota."""

from itertools import groupby

from gems.domain.people import ContractKind
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.weeks import person_weeks

RULE = "overtime_quota"


def restrict(master: Master) -> None:
    """Full-timers only; the plan brings no overtime where the past alone has passed the quota."""
    done = {year.employee_id: year.overtime_minutes for year in master.universe.group.history.years}
    for person, weeks in groupby(person_weeks(master), key=lambda week: week.person):
        quota = master.limits.of(RULE, person.id, master.problem.horizon.first)
        if quota is None or person.contract.kind is not ContractKind.FULL_TIME:
            continue
        columns = []
        for week in weeks:
            start = master.limits.overtime_start(person, week.monday)
            if week.most > start:
                over = master.add_column(0, week.most - start)
                row = [*week.duties.tolist(), over]
                master.add_row(RULE, row, [*week.minutes.tolist(), -1], upper=start - week.carried)
                columns.append(over)
        if columns:
            master.add_row(RULE, columns, 1, upper=max(0, quota - done.get(person.id, 0)))


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)

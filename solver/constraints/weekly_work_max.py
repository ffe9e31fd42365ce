"""Work in a civil week: one row a person and week."""

from solver.constraints.statement import Constraint
from solver.master import Master
from solver.week_windows import limit_window

RULE = "weekly_work_max"


def restrict(master: Master) -> None:
    """The minutes of the duties in the week, Sunday nights split at midnight, stay within the figure."""
    for employee, person in enumerate(master.universe.employees):
        for monday in master.problem.horizon.mondays:
            most = master.limits.of(RULE, person.id, monday)
            if most is not None:
                limit_window(master, RULE, employee, 1, last=monday, most=most)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)

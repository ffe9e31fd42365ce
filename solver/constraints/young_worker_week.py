"""Under 18: one row a person and week on the minutes of work."""

from solver.constraints.statement import Constraint
from solver.day_work import NO_LIMIT
from solver.master import Master
from solver.week_windows import limit_window
from solver.young_people import young_figures

RULE = "young_worker_week"


def restrict(master: Master) -> None:
    """The minutes of the duties in the week, Sunday nights split at midnight, stay within the figure."""
    most = young_figures(master.universe, RULE, NO_LIMIT)
    for employee, row in enumerate(most.tolist()):
        for week, monday in enumerate(master.problem.horizon.mondays):
            if row[7 * week] < NO_LIMIT:
                limit_window(master, RULE, employee, 1, last=monday, most=row[7 * week])


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)

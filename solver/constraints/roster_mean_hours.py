"""Mean hours by contract: one row a person over all duties of the horizon."""

from solver.constraints.statement import Constraint
from solver.master import INFINITE, Master

RULE = "roster_mean_hours"


def restrict(master: Master) -> None:
    """Work within the mean times the weeks, on either side."""
    weeks, days = master.problem.horizon.weeks, range(len(master.universe.days))
    for employee, person in enumerate(master.universe.employees):
        most, least = person.contract.most_mean_minutes, person.contract.least_mean_minutes
        if most is None and least is None:
            continue
        duties = master.duties_of(employee, days)
        master.add_row(
            RULE,
            duties,
            master.table.work[duties],
            lower=-INFINITE if least is None else least * weeks,
            upper=INFINITE if most is None else most * weeks,
        )


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)

"""A public holiday worked, the next one off: one row for each pair of holidays that ends in the horizon."""

from datetime import date, timedelta

from gems.domain.calendar import is_public_holiday
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.past import limit_days

RULE = "holiday_rhythm"


def restrict(master: Master) -> None:
    """Of two holidays in a row at most the figure are worked."""
    holidays = [day for day in master.universe.days if is_public_holiday(day)]
    for employee, person in enumerate(master.universe.employees):
        for holiday in holidays:
            limit = master.limits.of(RULE, person.id, holiday)
            if limit is not None:
                limit_days(master, RULE, employee, [_before(holiday), holiday], limit)


def _before(holiday: date) -> date:
    day = holiday - timedelta(days=1)
    while not is_public_holiday(day):
        day -= timedelta(days=1)
    return day


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)

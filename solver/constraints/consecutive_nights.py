"""Night duties in a row: one more night than the figure is never all worked."""

from datetime import timedelta

from gems.domain.history import DayMark
from gems.domain.time import days_between
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.nights import night_duties
from solver.past import mark

RULE = "consecutive_nights"


def restrict(master: Master) -> None:
    """A row for each run of days that ends in the horizon and is one longer than the figure."""
    first, night = master.problem.horizon.first, night_duties(master.table)
    for employee, person in enumerate(master.universe.employees):
        for number, last in enumerate(master.universe.days):
            limit = master.limits.of(RULE, person.id, last)
            if limit is None:
                continue
            before = [day for day in days_between(last - timedelta(days=limit), last) if day < first]
            past = sum(mark(master.universe, employee, day) is DayMark.NIGHT for day in before)
            duties = master.duties_of(employee, range(max(0, number - limit), number + 1))
            duties = duties[night[duties]]
            if len(duties) and past + min(limit, number) >= limit:
                master.add_row(RULE, duties, 1, upper=limit - past)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)

"""Days of a wider span: a row for each person and calendar month."""

from solver.constraints.statement import Constraint
from solver.duty_table import FAR
from solver.master import Master
from solver.universe import Ints, Universe

RULE = "long_span_days_max"


def restrict(master: Master) -> None:
    """At most so many duties wider than the ordinary span, derogations left out; earlier days are unknown."""
    universe, table = master.universe, master.table
    wide = table.end - table.start > universe.figures(f"{RULE}.from", FAR)[table.employee, table.day]
    for days in _months(universe):
        for employee, person in enumerate(universe.employees):
            limit = universe.limits.of(RULE, person.id, universe.days[days[0]])
            duties = master.duties_of(employee, days)
            wider: Ints = duties[wide[duties]]
            if limit is not None and len(wider):
                master.add_row(RULE, wider, 1, upper=limit)


def _months(universe: Universe) -> list[list[int]]:
    """Indexes of the horizon's days, month by month."""
    found: dict[tuple[int, int], list[int]] = {}
    for index, day in enumerate(universe.days):
        found.setdefault((day.year, day.month), []).append(index)
    return list(found.values())


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)

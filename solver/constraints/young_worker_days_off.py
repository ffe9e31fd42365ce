"""Under 18: some days in a row of each week are free; a 0-1 column for each place in the week where they may lie."""

from gems.domain.time import DAYS_OF_WEEK
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.universe import Ints
from solver.young_people import young_figures

RULE = "young_worker_days_off"


def restrict(master: Master) -> None:
    """One place at least is chosen in each week of a young person."""
    needed = young_figures(master.universe, RULE, 0)
    for employee, row in enumerate(needed.tolist()):
        for monday in range(0, len(master.universe.days), DAYS_OF_WEEK):
            if row[monday]:
                _free_days(master, employee, monday, row[monday], master.universe.carried_minutes)


def _free_days(master: Master, employee: int, monday: int, length: int, carried: Ints) -> None:
    places = []
    for first in range(monday, monday + DAYS_OF_WEEK - length + 1):
        if first == 0 and carried[employee]:
            continue
        place = master.add_column(0, 1)
        places.append(place)
        for day in range(first, first + length):
            worked = master.worked(employee, day)
            if worked is not None:
                master.add_row(RULE, [place, worked], 1, upper=1)
    master.add_row(RULE, places, 1, lower=1)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)

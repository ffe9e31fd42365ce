"""Incomplete visits: how often the fullest place of a visit is held more than its emptiest, at a price."""

from solver.constraints.statement import Constraint
from solver.master import Master
from solver.visits import numbers_of, visits_and_duties

RULE = "visit_incomplete"


def charge(master: Master) -> None:
    """Two columns a visit: how often its fullest place is held, and how much less than that its emptiest."""
    price = master.problem.prices[f"{RULE}.time"]
    for visit, duties in visits_and_duties(master) if price else ():
        missions = master.table.missions[duties]
        fullest, missing = (master.add_column(0, len(duties)) for _ in range(2))
        for number in numbers_of(master.universe, visit.asked):
            held = (missions == number).sum(axis=1)
            here, times = duties[held > 0].tolist(), held[held > 0].tolist()
            master.add_row(RULE, [*here, fullest], [*times, -1], upper=0)
            master.add_row(RULE, [fullest, *here, missing], [1, *(-time for time in times), -1], upper=0)
        master.add_cents(RULE, missing, price)


CONSTRAINT = Constraint(rule=RULE, charge=charge)

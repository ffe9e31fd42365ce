"""Pace at public members: a column an annualised person, for the minutes beyond what these weeks may take."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.master import Master

RULE = "public_share_pace"


def charge(master: Master) -> None:
    """The pieces at territorial members, less the minutes beyond, stay within the pace."""
    universe, table = master.universe, master.table
    territorial = [int(universe.group.member[site.member_id].territorial) for site in universe.group.sites]
    at_public = np.array(territorial, dtype=np.int64)[universe.slot_site] == 1
    minutes = table.of_slot(np.where(at_public, universe.slot_end - universe.slot_start, 0)).sum(axis=1)
    price = master.problem.prices["public_share_pace.minute"]
    for employee, person in enumerate(universe.employees):
        pace = master.limits.public_pace(person)
        duties = np.flatnonzero((table.employee == employee) & (minutes > 0))
        if pace is not None and price and len(duties):
            beyond = master.add_column(0, int(minutes[duties].sum()))
            columns = [*duties.tolist(), beyond]
            master.add_row(RULE, columns, [*minutes[duties].tolist(), -1], upper=pace)
            master.add_cents(RULE, beyond, price)


CONSTRAINT = Constraint(rule=RULE, charge=charge)

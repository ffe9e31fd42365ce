"""Time at territorial public members: one row a person, within what is left of the year's share."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.master import Master

RULE = "public_member_share"
PERCENT = 100


def restrict(master: Master) -> None:
    """The minutes of the pieces at territorial members stay within the share of the annual contract not yet used."""
    universe, table = master.universe, master.table
    territorial = [int(universe.group.member[site.member_id].territorial) for site in universe.group.sites]
    at_public = np.array(territorial, dtype=np.int64)[universe.slot_site] == 1
    minutes = table.of_slot(np.where(at_public, universe.slot_end - universe.slot_start, 0)).sum(axis=1)
    done = {year.employee_id: year.territorial_minutes for year in universe.group.history.years}
    for employee, person in enumerate(universe.employees):
        share = master.limits.of(RULE, person.id, master.problem.horizon.first)
        duties = np.flatnonzero((table.employee == employee) & (minutes > 0))
        if share is not None and len(duties):
            most = person.contract.annual_minutes * share // PERCENT - done.get(person.id, 0)
            master.add_row(RULE, duties, minutes[duties], upper=max(0, most))


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)

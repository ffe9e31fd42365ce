"""Roster terms that may be missed at a price: a column for each miss."""

from solver.constraints.roster_term import sees
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.roster_days import cents_of_days, cents_of_nobody
from solver.roster_terms import write_terms

RULE = "roster_term_missed"


def charge(master: Master) -> None:
    """The terms with a price."""
    write_terms(master, RULE, priced=True)
    master.add_constant(RULE, cents_of_nobody(master.universe))


CONSTRAINT = Constraint(rule=RULE, duty_cents=cents_of_days, charge=charge, sees=sees)

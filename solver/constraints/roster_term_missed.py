"""Roster terms that may be missed at a price: a column for each miss."""

from solver.constraints.roster_term import sees
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.roster_terms import write_terms

RULE = "roster_term_missed"


def charge(master: Master) -> None:
    """The terms with a price."""
    write_terms(master, RULE, priced=True)


CONSTRAINT = Constraint(rule=RULE, charge=charge, sees=sees)

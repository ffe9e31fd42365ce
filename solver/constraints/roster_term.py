"""Roster terms that may not be missed: rows without a way out."""

from gems.domain.missions import Mission
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.roster_terms import write_terms
from solver.universe import Universe

RULE = "roster_term"


def restrict(master: Master) -> None:
    """The terms without a price."""
    write_terms(master, RULE, priced=False)


def sees(universe: Universe, mission: Mission) -> str | None:
    """The label, where a term tells shifts apart by it."""
    terms = universe.group.roster_terms
    told = any(label is not None for term in terms for label in (term.shift, term.then_shift))
    return mission.request.label if told else None


CONSTRAINT = Constraint(rule=RULE, restrict=restrict, sees=sees)

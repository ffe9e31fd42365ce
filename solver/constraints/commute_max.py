"""Only sites within the drive the person accepts; without a vehicle, only those of the home commune."""

import numpy as np

from gems.domain.members import Site
from gems.domain.people import Employee
from solver.constraints.statement import Constraint
from solver.universe import Bools, Universe

RULE = "commute_max"


def forbidden_blocks(universe: Universe) -> Bools:
    """Answer once for each person and site, then lay the answers out by block."""
    sites = universe.group.sites
    far = np.array(
        [[_far(universe, person, site) for site in sites] for person in universe.employees], dtype=np.bool_
    ).reshape(len(universe.employees), len(sites))
    forbidden: Bools = far[universe.block_employee, universe.slot_site[universe.block_slot]]
    return forbidden


def _far(universe: Universe, person: Employee, site: Site) -> bool:
    stranded = not person.vehicle and site.commune != person.home
    return stranded or universe.group.commute(person.id, site.id).minutes > person.max_commute_minutes


CONSTRAINT = Constraint(rule=RULE, forbidden_blocks=forbidden_blocks)

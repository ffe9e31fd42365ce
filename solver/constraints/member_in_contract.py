"""Only the members listed in the contract."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.universe import Bools, Universe

RULE = "member_in_contract"


def forbidden_blocks(universe: Universe) -> Bools:
    """Slots of members that the person's contract does not name."""
    members = universe.group.members
    listed = np.array(
        [[member.id in person.contract.member_ids for member in members] for person in universe.employees],
        dtype=np.bool_,
    ).reshape(len(universe.employees), len(members))
    forbidden: Bools = ~listed[universe.block_employee, universe.slot_member[universe.block_slot]]
    return forbidden


CONSTRAINT = Constraint(rule=RULE, forbidden_blocks=forbidden_blocks)

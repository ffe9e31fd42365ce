"""Only within the dates of the contract."""

from gems.domain.time import day_end, day_start
from solver.constraints.statement import Constraint
from solver.universe import Bools, Universe

RULE = "contract_dates"
NEVER = 10**12
"""An instant after all others: a contract without an end."""


def forbidden_blocks(universe: Universe) -> Bools:
    """Slots that begin before the contract's first midnight or end after its last."""
    contracts = [person.contract for person in universe.employees]
    opens = universe.per_employee([day_start(contract.first_day) for contract in contracts])
    closes = universe.per_employee(
        [day_end(contract.last_day) if contract.last_day else NEVER for contract in contracts]
    )
    person, slot = universe.block_employee, universe.block_slot
    forbidden: Bools = (universe.slot_start[slot] < opens[person]) | (universe.slot_end[slot] > closes[person])
    return forbidden


CONSTRAINT = Constraint(rule=RULE, forbidden_blocks=forbidden_blocks)

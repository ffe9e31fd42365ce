"""Stand-ins: a price a minute for each person, job and day."""

import numpy as np

from gems.domain.people import Employee
from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable, row_sums
from solver.universe import Ints, Universe

RULE = "stand_in"
NEVER = 10**9


def duty_cents(table: DutyTable) -> Ints:
    """The pieces of each duty at the price its person has for their jobs."""
    if not len(table):
        return np.zeros(0, dtype=np.int64)
    universe = table.universe
    jobs = sorted({slot.qualification for slot in universe.slots})
    number = {code: index for index, code in enumerate(jobs)}
    job = universe.per_slot([number[slot.qualification] for slot in universe.slots])
    prices = np.stack([_prices(universe, person, jobs) for person in universe.employees])
    per_minute = prices[table.employee[:, None], table.of_slot(universe.slot_day), table.of_slot(job)]
    return row_sums(per_minute * table.minutes)


def _prices(universe: Universe, person: Employee, jobs: list[str]) -> Ints:
    """Cents a minute of one person by day and job."""
    found = np.full((len(universe.days), len(jobs)), NEVER, dtype=np.int64)
    for held in person.qualifications:
        last = held.valid_until
        valid = np.array([last is None or day <= last for day in universe.days])
        for column, needed in enumerate(jobs):
            row = universe.group.stand_in(held.code, needed)
            if held.code == needed:
                found[valid, column] = 0
            elif row is not None and row.allowed:
                found[valid, column] = np.minimum(found[valid, column], row.cents_per_minute)
    return np.where(found == NEVER, 0, found)


CONSTRAINT = Constraint(rule=RULE, duty_cents=duty_cents)

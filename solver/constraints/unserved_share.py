"""Fairness between members: for each member, the minutes missing beyond each band's threshold."""

import numpy as np

from gems.domain.missions import Mission
from gems.domain.requests import Priority, Request
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.universe import Ints, Universe

RULE = "unserved_share"
BANDS = ("first", "second", "third")
PER_MILLE = 1000
NONE: Ints = np.zeros(0, dtype=np.int64)


def charge(master: Master) -> None:
    """One row a member: what is served, and what is missing, cut at the thresholds into columns dearer and dearer."""
    if not _priced(master):
        return
    asked, past_asked, past = _ledger(master)
    served_by = _served(master)
    for member in range(len(asked)):
        steps = _steps(master, int(asked[member] + past_asked[member]), int(past[member]))
        all_missing = int(past[member] + asked[member])
        lowest = steps[0][0]
        if all_missing <= lowest:
            continue
        duties, minutes = served_by.get(member, (NONE, NONE))
        columns = _columns(master, steps, all_missing)
        factors = [*minutes.tolist(), *[1] * len(columns)]
        master.add_row(RULE, [*duties.tolist(), *columns], factors, lower=all_missing - lowest)


def sees(universe: Universe, mission: Mission) -> int | None:
    """How often the minutes of a mission are taken, where it matters: never those of people beyond the number asked."""
    if not _priced(universe):
        return None
    return 0 if mission.beyond else _times(universe, mission.request)


def _priced(asked: Master | Universe) -> bool:
    return any(asked.problem.prices[f"{RULE}.{band}"] for band in BANDS)


def _steps(master: Master, asked: int, past: int) -> list[tuple[int, int]]:
    """(minutes missing from which it is charged, cents a minute added there), in order."""
    prices = master.problem.prices
    return sorted(
        (max(asked * prices[f"{RULE}.{band}_per_mille"] // PER_MILLE, past), prices[f"{RULE}.{band}"]) for band in BANDS
    )


def _columns(master: Master, steps: list[tuple[int, int]], most: int) -> list[int]:
    """A column for each step, as long as the step, at all the prices reached so far."""
    found, cents = [], 0
    for (start, price), end in zip(steps, [*(start for start, _ in steps[1:]), most], strict=True):
        cents += price
        found.append(master.add_column(0, max(0, min(end, most) - start)))
        master.add_cents(RULE, found[-1], cents)
    return found


def _weight(asked: Master | Universe) -> int:
    """How often a minute of an essential request is taken."""
    return max(1, asked.problem.prices[f"{RULE}.essential_weight"])


def _times(asked: Master | Universe, request: Request) -> int:
    return _weight(asked) if request.priority is Priority.ESSENTIAL else 1


def _ledger(master: Master) -> tuple[Ints, Ints, Ints]:
    """By member: weighed minutes asked now, asked in the past, and missing in the past."""
    group = master.problem.group
    number = {member.id: index for index, member in enumerate(group.members)}
    asked, past_asked, past = (np.zeros(len(number), dtype=np.int64) for _ in range(3))
    extra = _weight(master) - 1
    for need in master.problem.needs:
        asked[number[need.request.member_id]] += need.minutes * _times(master, need.request)
    for row in group.history.ledgers:
        weighed = row.asked_minutes + extra * row.asked_essential
        past_asked[number[row.member_id]] = weighed
        past[number[row.member_id]] = max(0, weighed - row.served_minutes - extra * row.served_essential)
    return asked, past_asked, past


def _served(master: Master) -> dict[int, tuple[Ints, Ints]]:
    """By member: the duties that serve its requests, and for how many weighed minutes."""
    table, universe = master.table, master.universe
    number = {member.id: index for index, member in enumerate(universe.group.members)}
    member = universe.per_slot([number[slot.request.member_id] if slot.request else -1 for slot in universe.slots])
    members = table.of_slot(member, -1)
    weight = universe.per_slot([_times(master, slot.request) if slot.request else 0 for slot in universe.slots])
    weighed = table.minutes * table.of_slot(np.where(universe.slot_asked, weight, 0), 0)
    duty, piece = np.nonzero((members >= 0) & (weighed > 0))
    pairs, place = np.unique(members[duty, piece] * len(table) + duty, return_inverse=True)
    minutes = np.zeros(len(pairs), dtype=np.int64)
    np.add.at(minutes, place, weighed[duty, piece])
    of_member, duties = np.divmod(pairs, max(1, len(table)))
    cuts = np.searchsorted(of_member, np.arange(1, len(number)))
    parts = zip(np.split(duties, cuts), np.split(minutes, cuts), strict=True)
    return {index: part for index, part in enumerate(parts) if len(part[0])}


CONSTRAINT = Constraint(rule=RULE, charge=charge, sees=sees)

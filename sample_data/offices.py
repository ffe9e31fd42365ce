"""Weeks of office people (volumes) and of school support (the same pupil all week)."""

from collections.abc import Sequence
from itertools import cycle
from random import Random

from sample_data.places import Service
from sample_data.shapes import DayPlan, DayRules, Piece, drive

WHOLE, HALF, LEAST, STEP = 420, 210, 180, 30
"""Minutes of a whole day, of a half-day, of the shortest half-day, and of the grid."""
NEAR_HALVES, DAYS_THERE = 20, 3
"""Morning and afternoon members stand this many minutes apart at most; whole days in a row at one member."""
AFTERNOON_FROM = 12 * 60


def office_week(
    services: Sequence[Service], days: Sequence[int], due: int, rules: DayRules, rng: Random
) -> dict[int, DayPlan]:
    """Whole days and half-days at two to four members, at most `due` minutes with the drives."""
    wholes, halves, pairs = _choices(services, rules)
    rng.shuffle(wholes)
    rng.shuffle(pairs)
    full = min(len(days), due // WHOLE)
    split = _split_days(len(wholes), len(pairs), full, rng)
    short_day = full < len(days) and due - full * WHOLE >= LEAST
    found: dict[int, DayPlan] = {}
    left = due
    turns = cycle([service for service in wholes for _ in range(DAYS_THERE)])
    for index, day in enumerate(days):
        plan: DayPlan | None = None
        if index < split:
            kept = WHOLE * (full - split) + (LEAST if short_day else 0)
            plan = _split(*pairs[0], (left - kept) // (split - index), rules)
        if plan is None and index < full and wholes and left >= WHOLE:
            service = next(turns)
            plan = DayPlan((Piece(service, service.start, service.start + WHOLE),), WHOLE)
        if plan is None and left >= LEAST and halves:
            plan = _half(rng.choice(halves), left)
        if plan is not None:
            found[day] = plan
            left -= plan.minutes
    return found


def _choices(
    services: Sequence[Service], rules: DayRules
) -> tuple[list[Service], list[Service], list[tuple[Service, Service]]]:
    """Services by whole days, by half-days, and pairs of a morning and an afternoon near each other."""
    volumes = [service for service in services if service.model.form == "volume"]
    wholes = [service for service in volumes if service.model.blocks[0] == WHOLE]
    mornings = [s for s in volumes if s.model.blocks[0] < WHOLE and s.start < AFTERNOON_FROM]
    afternoons = [s for s in volumes if s.model.blocks[0] < WHOLE and s.start >= AFTERNOON_FROM]
    pairs = [
        (am, pm) for am in mornings for pm in afternoons if rules.roads.minutes(am.commune, pm.commune) <= NEAR_HALVES
    ]
    return wholes, mornings + afternoons, pairs


def _split_days(wholes: int, pairs: int, full: int, rng: Random) -> int:
    """How many days are shared between a morning and an afternoon member."""
    if not pairs:
        return 0
    if not wholes:
        return full
    return max(full - 2 * wholes, rng.choice((0, 2, 3)))


def _half(service: Service, left: int) -> DayPlan:
    length = min(service.model.blocks[1], left // STEP * STEP)
    return DayPlan((Piece(service, service.start, service.start + length),), length)


def _split(am: Service, pm: Service, budget: int, rules: DayRules) -> DayPlan | None:
    morning = Piece(am, am.start, am.start + HALF)
    travel = drive(morning, pm, rules.roads)
    rest = min(HALF + STEP, (budget - HALF - travel) // STEP * STEP)
    if rest < LEAST:
        return None
    return DayPlan((morning, Piece(pm, pm.start, pm.start + rest)), HALF + travel + rest)


def school_pieces(services: Sequence[Service], days: Sequence[int], rng: Random) -> dict[int, tuple[Piece, ...]]:
    """One pupil in the morning and one in the afternoon, on every school day worked."""
    mornings = [s for s in services if s.model.form == "pupil" and s.start < AFTERNOON_FROM]
    if not mornings:
        return {}
    am = rng.choice(mornings)
    afternoons = [s for s in services if s.model.form == "pupil" and s.start >= AFTERNOON_FROM]
    pm = rng.choice([s for s in afternoons if s.site_id == am.site_id] or afternoons)
    return {day: (Piece(am, am.start, am.end), Piece(pm, pm.start, pm.end)) for day in days if day in am.model.days}

"""Legal working days a person could have: one to three pieces, with drives, breaks and a meal.

The figures are those of the strictest agreement (BAD, domain.md §2), written here once more on purpose: planted
weeks must not depend on the rules they help to test.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sample_data.places import GRID, Roads, Service

LONGEST_SPAN, SHORTEST_DAY = 12 * 60, 150
BREAK, MEAL = 20, 30
MEAL_FROM, MEAL_TO, MEAL_DAY = 11 * 60, 15 * 60, 6 * 60
"""A day of so many minutes needs its meal between these two clocks."""
SPLIT_AT = 7 * 60
"""A third piece is only added to days shorter than this."""
PART_TIME_GAP = 120
LONGEST_DRIVE = 30


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of work: clock minutes of its day."""

    service: Service
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DayPlan:
    """The pieces of a day, in order, and their length with the drives between them, in minutes."""

    pieces: tuple[Piece, ...]
    minutes: int

    @property
    def start(self) -> int:
        """Clock of the first start."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Clock of the last end; over 1440 on the next day."""
        return self.pieces[-1].end


@dataclass(frozen=True, slots=True)
class DayRules:
    """What bounds one person's day."""

    roads: Roads
    longest: int
    part_time: bool


def day_plans(
    services: Sequence[Service], weekday: int, rules: DayRules, forced: tuple[Piece, ...] = ()
) -> list[DayPlan]:
    """Every legal day made of the forced pieces and these services, the forced ones alone included."""
    open_today = [s for s in services if weekday in s.model.days and s.model.form in ("fixed", "window", "night")]
    found: list[DayPlan] = []
    if forced:
        base = _extended(None, forced[0], rules)
        for piece in forced[1:]:
            base = _extended(base, piece, rules) if base else None
        starts = [base] if base else []
    else:
        starts = [
            plan
            for service in open_today
            for piece in _starts(service)
            if (plan := _extended(None, piece, rules)) is not None
        ]
    for plan in starts:
        found.append(plan)
        for longer in _longer(plan, open_today, rules):
            found.append(longer)
            if longer.minutes < SPLIT_AT and not rules.part_time:
                found.extend(_longer(longer, open_today, rules))
    return [plan for plan in found if plan.minutes >= SHORTEST_DAY and _meal_kept(plan, rules)]


def _starts(service: Service) -> Iterator[Piece]:
    """At its first start; in a window, at the last one of the grid too."""
    yield Piece(service, service.start, service.start + service.minutes)
    if service.loose:
        latest = service.start + (service.end - service.minutes - service.start) // GRID * GRID
        yield Piece(service, latest, latest + service.minutes)


def _longer(plan: DayPlan, services: Sequence[Service], rules: DayRules) -> Iterator[DayPlan]:
    before = plan.pieces[-1]
    for service in services:
        if service.end - service.minutes < before.end + BREAK or plan.minutes + service.minutes > rules.longest:
            continue
        if service.model.form == "night" or any(_alike(piece.service, service) for piece in plan.pieces):
            continue
        earliest = before.end + drive(before, service, rules.roads) + BREAK
        start = service.start
        if service.loose and start < earliest:
            start += -(-(earliest - start) // GRID) * GRID
        if start < earliest or start + service.minutes > service.end:
            continue
        longer = _extended(plan, Piece(service, start, start + service.minutes), rules)
        if longer is not None:
            yield longer


def _alike(one: Service, other: Service) -> bool:
    return one.site_id == other.site_id and one.model.label == other.model.label


def drive(before: Piece, service: Service, roads: Roads) -> int:
    """Minutes from a piece's site to a service's site."""
    same = before.service.site_id == service.site_id
    return 0 if same else roads.minutes(before.service.commune, service.commune)


def _extended(plan: DayPlan | None, piece: Piece, rules: DayRules) -> DayPlan | None:
    length = piece.end - piece.start
    if plan is None:
        return DayPlan((piece,), length) if length <= rules.longest else None
    before = plan.pieces[-1]
    travel = drive(before, piece.service, rules.roads)
    minutes = plan.minutes + travel + length
    gap = piece.start - before.end
    too_long = minutes > rules.longest or piece.end - plan.start > LONGEST_SPAN or travel > LONGEST_DRIVE
    too_close = gap - travel < BREAK
    too_far = rules.part_time and (gap > PART_TIME_GAP or len(plan.pieces) > 1)
    return None if too_long or too_close or too_far else DayPlan((*plan.pieces, piece), minutes)


def _meal_kept(plan: DayPlan, rules: DayRules) -> bool:
    """Half an hour free around noon, before or after the day if need be, or given on the spot in a long piece."""
    if plan.minutes < MEAL_DAY or any(_fed(piece) for piece in plan.pieces):
        return True
    free_from = MEAL_FROM
    for index, piece in enumerate(plan.pieces):
        if min(piece.start, MEAL_TO) - free_from >= MEAL:
            return True
        following = plan.pieces[index + 1 : index + 2]
        road = drive(piece, following[0].service, rules.roads) if following else 0
        free_from = max(free_from, piece.end + road)
    return MEAL_TO - free_from >= MEAL


def _fed(piece: Piece) -> bool:
    around_noon = min(piece.end, MEAL_TO) - max(piece.start, MEAL_FROM) >= MEAL
    return piece.service.model.pause >= MEAL and piece.end - piece.start >= MEAL_DAY and around_noon

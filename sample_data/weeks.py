"""The hidden weeks: a full legal week for each person, from which the members' requests are cut."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from gems.domain.people import Absence
from gems.domain.time import day_of, days_between
from sample_data.offices import office_week, school_pieces
from sample_data.past import AFTER_SUNDAY, PLAIN, SUNDAY_WEEKS, Past
from sample_data.people import Person
from sample_data.places import Roads
from sample_data.shapes import DayPlan, DayRules, Piece, day_plans

DAILY_REST = 11 * 60
TRIES, CLOSE_ENOUGH = 24, 20
"""How often a week is drawn; minutes under the contract with which the search is content."""
SAME_MEMBER_PENALTY, CROWD_PENALTY = 60, 90
WITHIN_IDEAL = 75
NIGHT_WEEKS = ("NN--NN-", "NNNN---", "NN-NN--")


@dataclass(slots=True)
class Board:
    """What is planted so far: how many people each service has on each weekday."""

    taken: Counter[tuple[str, str, int, int]] = field(default_factory=Counter)

    def crowded(self, piece: Piece, weekday: int) -> bool:
        """Whether the service has all the people it could use on that day."""
        service = piece.service
        key = (service.site_id, service.model.label, service.start, weekday)
        return self.taken[key] >= service.model.most

    def take(self, piece: Piece, weekday: int) -> None:
        """One more person there on that day."""
        service = piece.service
        self.taken[(service.site_id, service.model.label, service.start, weekday)] += 1


@dataclass(frozen=True, slots=True)
class Week:
    """A person's planted week: a plan for each day worked."""

    person: Person
    days: dict[int, DayPlan]

    @property
    def minutes(self) -> int:
        """Work and drives."""
        return sum(plan.minutes for plan in self.days.values())


def due_minutes(person: Person, absences: Sequence[Absence], monday: date) -> tuple[int, frozenset[int]]:
    """Contract minutes left in the week once absent weekdays are taken off (a fifth each), and the weekdays away."""
    away = sorted(
        {
            (day - monday).days
            for absence in absences
            if absence.employee_id == person.employee.id
            for day in days_between(day_of(absence.span.start), day_of(absence.span.end - 1))
            if 0 <= (day - monday).days <= 6
        }
    )
    weekly = person.employee.contract.weekly_minutes
    lost = sum(1 for weekday in away if weekday < 5)
    return weekly - weekly * lost // 5, frozenset(away)


def plant(person: Person, past: Past, due: int, away: frozenset[int], board: Board, roads: Roads, rng: Random) -> Week:
    """The best of some drawn weeks: near the contract, never over it, at several members, not crowding a service."""
    pattern = _pattern(person, past, rng)
    days = [day for day, letter in enumerate(pattern) if letter != "-" and day not in away]
    rules = DayRules(roads, person.daily_limit, person.part_time)
    if person.employee.lighter_days is not None:
        due -= person.employee.lighter_days.minutes_less * len(days)
    if person.profile.week == "office":
        week = Week(person, office_week(person.services, days, due, rules, rng))
    else:
        forced = school_pieces(person.services, days, rng) if person.profile.week == "school" else {}
        options = {day: day_plans(person.services, day, rules, forced.get(day, ())) for day in days}
        week = _best(person, options, past.last_end, due, board, rng)
    for day, plan in week.days.items():
        for piece in plan.pieces:
            board.take(piece, day)
    return week


def _pattern(person: Person, past: Past, rng: Random) -> str:
    if person.profile.week == "nights":
        return rng.choice(NIGHT_WEEKS)
    if person.rota.on(0):
        return rng.choice(SUNDAY_WEEKS)
    if person.rota.on(-1):
        return rng.choice(AFTER_SUNDAY)
    return rng.choice(PLAIN if not person.part_time or person.profile.week == "school" else ("JJ-JJ--", "JJJJ---"))


def _best(
    person: Person, options: dict[int, list[DayPlan]], last_end: int, due: int, board: Board, rng: Random
) -> Week:
    best, best_score = Week(person, {}), due + 10_000
    for _ in range(TRIES):
        week = Week(person, _draw(options, last_end, due, rng))
        score = _score(week, due, board)
        if score < best_score:
            best, best_score = week, score
        if score <= CLOSE_ENOUGH:
            break
    return best


def _score(week: Week, due: int, board: Board) -> int:
    users = {piece.service.member for plan in week.days.values() for piece in plan.pieces}
    possible = {service.member for service in week.person.services}
    crowd = sum(board.crowded(piece, day) for day, plan in week.days.items() for piece in plan.pieces)
    lonely = len(users) < min(2, len(possible))
    return due - week.minutes + SAME_MEMBER_PENALTY * lonely + CROWD_PENALTY * crowd


def _draw(options: dict[int, list[DayPlan]], last_end: int, due: int, rng: Random) -> dict[int, DayPlan]:
    found: dict[int, DayPlan] = {}
    left, end = due, last_end
    days = sorted(options)
    for index, day in enumerate(days):
        legal = [p for p in options[day] if p.minutes <= left and day * 1440 + p.start - end >= DAILY_REST]
        if not legal:
            continue
        ideal = left / (len(days) - index)
        plan = _pick(legal, ideal, index == len(days) - 1, rng)
        found[day] = plan
        left -= plan.minutes
        end = day * 1440 + plan.end
    return found


def _pick(legal: list[DayPlan], ideal: float, last: bool, rng: Random) -> DayPlan:
    if last:
        return max(legal, key=lambda plan: plan.minutes)
    near = [plan for plan in legal if abs(plan.minutes - ideal) <= WITHIN_IDEAL]
    return rng.choice(near) if near else min(legal, key=lambda plan: abs(plan.minutes - ideal))

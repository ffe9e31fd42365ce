"""The hidden weeks: a full legal week for each person, from which the members' requests are cut."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from gems.domain.people import Absence
from gems.domain.time import DAY, SATURDAY, day_of, days_between
from sample_data.offices import office_week, school_pieces
from sample_data.past import PLAIN, SUNDAY_WEEKS, Past, after_sunday
from sample_data.people import Person
from sample_data.places import Roads
from sample_data.shapes import SHORTEST_DAY, DayPlan, DayRules, Piece, day_plans

DAILY_REST = 11 * 60
TRIES, CLOSE_ENOUGH, MOST_PLANS = 24, 20, 120
"""How often a week is drawn; minutes under the contract that content the search; plans looked at for a day."""
NO_LIMIT = 10**6
SAME_MEMBER_PENALTY, CROWD_PENALTY = 60, 40
WITHIN_IDEAL = 75
GHOST_SHARE, SAME_AGAIN = 0.45, 0.6
NIGHT_WEEKS = ("NN--NN-", "NNNN---", "NN-NN--")


@dataclass(slots=True)
class Board:
    """What is planted so far: how many people each service has on each weekday."""

    taken: Counter[tuple[str, str, int]] = field(default_factory=Counter)

    def crowded(self, piece: Piece, weekday: int) -> bool:
        """Whether the service has all the people it could use on that day."""
        service = piece.service
        key = (service.site_id, service.model.label, weekday)
        return self.taken[key] >= service.model.most

    def take(self, piece: Piece, weekday: int) -> None:
        """One more person there on that day."""
        service = piece.service
        self.taken[(service.site_id, service.model.label, weekday)] += 1


@dataclass(frozen=True, slots=True)
class Week:
    """A person's planted week: a plan for each day worked."""

    person: Person
    days: dict[int, DayPlan]
    ghost: bool = False
    """What an absent person would have done: still asked by the members, served by nobody."""

    @property
    def minutes(self) -> int:
        """Work and drives."""
        return sum(plan.minutes for plan in self.days.values())


def due_minutes(person: Person, absences: Sequence[Absence], monday: date) -> tuple[int, frozenset[int]]:
    """Contract minutes left in the week, and the weekdays away.

    A fifth is taken off for each absent weekday (Monday to Friday), an adjusted day's minutes for each other one.
    """
    away = sorted(
        {
            (day - monday).days
            for absence in absences
            if absence.employee_id == person.employee.id
            for day in days_between(day_of(absence.span.start), day_of(absence.span.end - 1))
            if 0 <= (day - monday).days <= 6
        }
    )
    weekly, lighter = person.employee.contract.weekly_minutes, person.employee.lighter_days
    lost = sum(1 for weekday in away if weekday < SATURDAY)
    less = lighter.minutes_less * (SATURDAY - lost) if lighter else 0
    return weekly - weekly * lost // SATURDAY - less, frozenset(away)


def plant(person: Person, past: Past, due: int, away: frozenset[int], board: Board, roads: Roads, rng: Random) -> Week:
    """The best of some drawn weeks: near the contract, never over it, at several members, not crowding a service."""
    pattern = _pattern(person, past, rng)
    days = [day for day, letter in enumerate(pattern) if letter != "-" and day not in away]
    rules = DayRules(roads, person.daily_limit, person.part_time)
    if person.profile.week == "office":
        week = Week(person, office_week(person.services, days, due, rules, rng))
    else:
        options = _options(person, days, due, rules, rng)
        week = _best(person, options, past.last_end, due, board, rng)
    for day, plan in week.days.items():
        for piece in plan.pieces:
            board.take(piece, day)
    return week


def ghost(person: Person, past: Past, due: int, away: frozenset[int], board: Board, roads: Roads, rng: Random) -> Week:
    """The days that an absent person leaves open (`due` minutes)."""
    week = plant(person, past, due, frozenset(range(7)) - away, board, roads, rng)
    return replace(week, ghost=True)


def thinned(week: Week, rng: Random) -> Week:
    """The days of an absent person that members still ask for in that week."""
    return replace(week, days={day: plan for day, plan in week.days.items() if rng.random() < GHOST_SHARE})


def _pattern(person: Person, past: Past, rng: Random) -> str:
    if person.profile.week == "nights":
        return rng.choice(NIGHT_WEEKS)
    if person.rota.on(0):
        return rng.choice(SUNDAY_WEEKS)
    if person.rota.on(-1):
        return rng.choice(after_sunday(past.weeks[-1].pattern))
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


def _options(person: Person, days: Sequence[int], due: int, rules: DayRules, rng: Random) -> dict[int, list[DayPlan]]:
    """For each day some of the legal plans, at most MOST_PLANS; days that the contract cannot hold are left out."""
    forced = school_pieces(person.services, days, rng) if person.profile.week == "school" else {}
    full = sum(piece.end - piece.start for pieces in forced.values() for piece in pieces)
    worked = [day for day in days if day in forced or due - full >= SHORTEST_DAY]
    plans: dict[tuple[object, ...], list[DayPlan]] = {}
    found: dict[int, list[DayPlan]] = {}
    for day in worked:
        key = (*(day in service.model.days for service in person.services), day in forced)
        if key not in plans:
            every = day_plans(person.services, day, rules, forced.get(day, ()))
            plans[key] = rng.sample(every, k=min(MOST_PLANS, len(every)))
        found[day] = plans[key]
    least = sum(min((plan.minutes for plan in every), default=0) for every in found.values())
    return {day: every for day, every in found.items() if day in forced} if forced and least > due else found


def _draw(options: dict[int, list[DayPlan]], last_end: int, due: int, rng: Random) -> dict[int, DayPlan]:
    """One week: near the mean each day, then each day lengthened as far as the contract and the rests allow."""
    found: dict[int, DayPlan] = {}
    left, end = due, last_end
    days = sorted(options)
    least = {day: min((plan.minutes for plan in options[day]), default=0) for day in days}
    reserve = sum(least.values())
    for index, day in enumerate(days):
        reserve -= least[day]
        legal = [
            plan
            for plan in options[day]
            if plan.minutes <= left - reserve and day * DAY + plan.start - end >= DAILY_REST
        ]
        if not legal:
            continue
        seen = [_work(earlier) for earlier in found.values()]
        plan = _pick(legal, left / (len(days) - index), index == len(days) - 1, seen, rng)
        found[day] = plan
        left -= plan.minutes
        end = day * DAY + plan.end
    return _lengthened(found, options, last_end, left)


def _lengthened(
    week: dict[int, DayPlan], options: dict[int, list[DayPlan]], last_end: int, left: int
) -> dict[int, DayPlan]:
    days = sorted(week)
    for index, day in enumerate(days):
        before = days[index - 1] * DAY + week[days[index - 1]].end if index else last_end
        after = days[index + 1] * DAY + week[days[index + 1]].start if index + 1 < len(days) else NO_LIMIT
        longer = [
            plan
            for plan in options[day]
            if week[day].minutes < plan.minutes <= week[day].minutes + left
            and day * DAY + plan.start - before >= DAILY_REST
            and after - day * DAY - plan.end >= DAILY_REST
        ]
        if longer:
            best = max(longer, key=lambda plan: plan.minutes)
            left -= best.minutes - week[day].minutes
            week[day] = best
    return week


def _pick(legal: list[DayPlan], ideal: float, last: bool, seen: list[tuple[int, ...]], rng: Random) -> DayPlan:
    """A day near the ideal length, often the same work as on an earlier day of the week."""
    if last:
        return max(legal, key=lambda plan: plan.minutes)
    near = [plan for plan in legal if abs(plan.minutes - ideal) <= WITHIN_IDEAL]
    if not near:
        return min(legal, key=lambda plan: abs(plan.minutes - ideal))
    again = [plan for plan in near if _work(plan) in seen]
    return rng.choice(again if again and rng.random() < SAME_AGAIN else near)


def _work(plan: DayPlan) -> tuple[int, ...]:
    """What tells two days of the same work, whatever the start times (identities of services; never an order)."""
    return tuple(id(piece.service) for piece in plan.pieces)

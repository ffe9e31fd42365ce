"""Absences, wishes, and the people members would like or not."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from gems.domain.people import Absence, AbsenceKind, Wish, WishKind
from gems.domain.time import Span, day_end, day_start
from sample_data.cutting import Cut
from sample_data.people import Person
from sample_data.tables import groups
from sample_data.weeks import Week

WEDNESDAY = 2
NOON, EVENING, MIDNIGHT = 12 * 60, 18 * 60, 24 * 60
EARLY_END = 17 * 60 + 30
MORNING_FROM = 7 * 60
WANTED_EVERY, EXCLUDED_EVERY = 7, 19
"""One request in so many names a person wanted, or one not wanted."""
WISHES_FOR = 6
"""One person in so many has each kind of wish."""


def absences(name: str, people: Sequence[Person], monday: date, rng: Random) -> tuple[Absence, ...]:
    """A whole week of leave, a day of training, two days of sickness: as many as the group's table says."""
    table = groups()[name]
    free = [
        person
        for person in people
        if person.profile.week == "shifts" and not (person.part_time or person.rota.on(0) or person.rota.on(-1))
    ]
    leave, training, sick = table["leave"], table["training"], table["sick"]
    chosen = rng.sample(free, k=min(len(free), leave + training + sick))
    found: list[Absence] = []
    for index, person in enumerate(chosen):
        if index < leave:
            kind, first, last = AbsenceKind.LEAVE, 0, 6
        elif index < leave + training:
            first = last = rng.choice((1, 3))
            kind = AbsenceKind.TRAINING
        else:
            first = rng.choice((0, 3))
            kind, last = AbsenceKind.SICKNESS, first + 1
        span = Span(day_start(monday + timedelta(days=first)), day_end(monday + timedelta(days=last)))
        found.append(Absence(id=f"A{index + 1:03d}", employee_id=person.employee.id, kind=kind, span=span))
    return tuple(found)


def wishes(weeks: Sequence[Week], rng: Random) -> tuple[Wish, ...]:
    """Wednesday afternoons not wanted, mornings wanted, and an impossible evening that the planted week respects."""
    count = max(1, len(weeks) // WISHES_FOR)
    unwanted = rng.sample(weeks, k=count)
    by_day = [week for week in weeks if week.person.profile.week != "nights"]
    wanted = rng.sample(by_day, k=count)
    early = [(week, day) for week in weeks if (day := _free_evening(week)) is not None]
    impossible = rng.sample(early, k=min(len(early), max(1, count // 3)))
    found = [(week.person, WishKind.UNWANTED, frozenset({WEDNESDAY}), NOON, MIDNIGHT) for week in unwanted]
    found += [(week.person, WishKind.WANTED, frozenset({rng.randrange(5)}), MORNING_FROM, NOON) for week in wanted]
    found += [(week.person, WishKind.IMPOSSIBLE, frozenset({day}), EVENING, MIDNIGHT) for week, day in impossible]
    return tuple(
        Wish(
            id=f"W{index + 1:03d}",
            employee_id=person.employee.id,
            kind=kind,
            weekdays=weekdays,
            start_clock=start,
            end_clock=end,
        )
        for index, (person, kind, weekdays, start, end) in enumerate(found)
    )


def _free_evening(week: Week) -> int | None:
    """A weekday whose evening the planted week leaves free, for somebody who works no night."""
    if week.person.profile.week == "nights":
        return None
    busy = {day for day, plan in week.days.items() if plan.end > EVENING}
    return next((day for day in (1, 3, 0, 4) if day not in busy), None)


def with_preferences(cuts: Sequence[Cut], people: Sequence[Person], rng: Random) -> list[Cut]:
    """Some requests name a person they would like (the one planted), a few one they would not."""
    at_member: Mapping[str, list[str]] = _people_of_members(people)
    found: list[Cut] = []
    for index, this in enumerate(cuts):
        planted = [who.employee_id for who, _ in this.planted if who.employee_id]
        request = this.request
        if planted and index % WANTED_EVERY == 3:
            request = replace(request, wanted=frozenset({rng.choice(planted)}))
        others = [who for who in at_member.get(request.member_id, []) if who not in planted]
        if others and index % EXCLUDED_EVERY == 5:
            request = replace(request, excluded=frozenset({rng.choice(others)}))
        found.append(replace(this, request=request))
    return found


def _people_of_members(people: Sequence[Person]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for person in people:
        for member in sorted(person.employee.contract.member_ids):
            found.setdefault(member, []).append(person.employee.id)
    return found

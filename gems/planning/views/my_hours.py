"""An employee's own counters: weeks done, the year's balance, kilometres, refusals used."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from gems.access.policy import Act
from gems.domain.group import Group
from gems.domain.people import Employee
from gems.domain.targets import target_minutes
from gems.domain.time import WEEK, monday_of
from gems.domain.year import counting_year, standing_after
from gems.planning.office import Doing, of_employee, use_case
from gems.planning.views.worked import Worked
from gems.planning.week.past import refusals_used
from gems.rules.law import Law, law_of
from gems.rules.limits import year_figures


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekHours:
    """One week, in minutes."""

    monday: date
    worked_minutes: int
    """Travel between sites included."""
    contract_minutes: int
    """What the contract held that week, days away taken off."""
    done: bool
    """False for a week published and not yet closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MyYear:
    """The counting year, in minutes."""

    until: date
    """The last day counted: a Sunday."""
    worked_minutes: int
    reference_minutes: int
    """Of the whole year: the contract's, at most 1,607 hours."""
    balance_minutes: int
    """What the year would close over its reference at the contract's own pace, leave taken off; positive: ahead."""
    closing_minutes: int
    """The year's hours if the weeks ahead make up for the balance as far as the agreement allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MyHours:
    """The employee's counters."""

    weeks: tuple[WeekHours, ...]
    """The past twelve weeks and those published, in order; weeks that nothing is known of are left out."""
    this_week: WeekHours | None
    year: MyYear | None
    """None when the group keeps no counter for this person yet."""
    refusals_used: int
    """Of changes to published hours, this year."""
    refusals_right: int | None
    """How many the agreement gives a year; None: it says nothing."""
    km_this_month: int
    """Driven between workplaces, in the published weeks."""


@use_case(Act.SEE_MY_HOURS, about=of_employee)
def my_hours(doing: Doing, *, employee_id: str) -> MyHours | None:
    """The employee's own counters; None when there is no such employee."""
    group, worked, today = doing.work.group, Worked(doing.work), doing.today
    person = group.employee.get(employee_id)
    if person is None:
        return None
    this_week, law = monday_of(today), law_of(group.settings.agreement)
    mondays = {this_week + WEEK * number for number in range(-12, 1)} | {one for one in worked.heads if one > this_week}
    weeks = tuple(line for monday in sorted(mondays) if (line := _week(doing, worked, person, monday)) is not None)
    right = law.figure("refusals", today)
    return MyHours(
        weeks=weeks,
        this_week=next((week for week in weeks if week.monday == this_week), None),
        year=_year(doing, worked, person, law),
        refusals_used=_refusals(doing, person),
        refusals_right=right.value if right is not None else None,
        km_this_month=_km(worked, employee_id, today),
    )


def _week(doing: Doing, worked: Worked, person: Employee, monday: date) -> WeekHours | None:
    minutes = worked.minutes(person.id, monday)
    if minutes is None:
        return None
    return WeekHours(
        monday=monday,
        worked_minutes=minutes,
        contract_minutes=target_minutes(doing.work.group, person, monday),
        done=worked.done(person.id, monday) is not None,
    )


def _year(doing: Doing, worked: Worked, person: Employee, law: Law) -> MyYear | None:
    group = doing.work.group
    history = group.history
    counter = next((year for year in history.years if year.employee_id == person.id), None)
    if counter is None:
        return None
    minutes, this_week = counter.minutes, monday_of(doing.today)
    monday = max((week.monday + WEEK for week in history.weeks if week.employee_id == person.id), default=this_week)
    while monday <= this_week and (more := worked.minutes(person.id, monday)) is not None:
        begins = counting_year(monday) != counting_year(monday - WEEK)
        minutes, monday = more if begins else minutes + more, monday + WEEK
    until = monday - timedelta(days=1)
    standing = standing_after(_alone(group, person), person, monday - WEEK, year_figures(law, until), minutes)
    return MyYear(
        until=until,
        worked_minutes=minutes,
        reference_minutes=standing.due,
        balance_minutes=standing.balance,
        closing_minutes=standing.closing,
    )


def _alone(group: Group, person: Employee) -> Group:
    """The person's own rows: how busy the weeks ahead are would tell of colleagues' absences."""
    return replace(group, employees=(person,), requests=(), absences=group.absences_of.get(person.id, ()))


def _refusals(doing: Doing, person: Employee) -> int:
    """Those entered, and those the store has counted since."""
    entered = (year.refusals for year in doing.work.group.history.years if year.employee_id == person.id)
    return sum(entered) + refusals_used(doing.work.life.refusals(), person.id, doing.today)


def _km(worked: Worked, employee_id: str, today: date) -> int:
    first, total = today.replace(day=1), 0
    for monday in worked.heads:
        if monday + WEEK > first and monday.replace(day=1) <= first:
            days = worked.duties(employee_id, monday)
            total += sum(duty.km for duty in days if duty.day.replace(day=1) == first)
    return total

"""The year of a person: what is due, what is left, and the hours to aim at each week so that it closes where it should.

A counting year is that of the ISO calendar, so that a week belongs to one year. Whole minutes throughout.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gems.domain.group import Group
from gems.domain.people import AbsenceKind, ContractKind, Employee
from gems.domain.seasons import Seasons
from gems.domain.targets import WORKING_DAYS, days_away, lighter_minutes, target_minutes
from gems.domain.time import WEEK

WEEKS_KNOWN = 12
"""How many weeks a history looks back."""
MILLE = 1000
FINE = 1_000_000
"""Steps of the pace that is searched for."""
PAID_AWAY = (AbsenceKind.SICKNESS, AbsenceKind.TRAINING, AbsenceKind.OTHER)
"""Days that count as done: they are not made up for later (L3121-50). Leave is already out of the year's hours."""


@dataclass(frozen=True, slots=True)
class YearFigures:
    """What law and agreement say, in minutes; no `low` and `high` where weeks may not vary."""

    reference: int
    """A full-timer's year (1,607 hours)."""
    leave_days: int
    """Working days of paid leave a year."""
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class YearWeek:
    """One week still to come, in minutes."""

    monday: date
    contract: int
    """The contract's week, less the days off that are known."""
    season: int
    """How busy the week is within this person's reach, in thousandths of the year's mean week."""
    low: int
    high: int
    """The bounds of modulation for the days that are left; both are the contract's week where it may not vary."""
    target: int
    """What to aim at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOutlook:
    """A person's year as seen from a Monday that is not done yet, in minutes."""

    monday: date
    due: int
    """The contract's hours of this counting year."""
    done: int
    credited: int
    """Days away that count as done (sickness, training) and what adjusted days take off, past and known ahead."""
    leave_days: int
    """Working days of leave entered ahead."""
    leave_minutes: int
    """Hours of leave that are still to come and not entered."""
    modulated: bool
    """Whether the weekly target follows the balance: an annualised full-time contract whose counter is whole."""
    weeks: tuple[YearWeek, ...]

    @property
    def closing(self) -> int:
        """The year's hours if each week ahead goes at its target."""
        return self._closing(week.target for week in self.weeks)

    @property
    def closing_by_demand(self) -> int:
        """The year's hours if the weeks ahead follow what is asked, at the contract's pace, within their bounds."""
        return self._closing(min(week.high, max(week.low, week.contract * week.season // MILLE)) for week in self.weeks)

    @property
    def balance(self) -> int:
        """Ahead (positive) or behind: what the year would close over its due at the contract's own pace."""
        return self._closing(week.contract for week in self.weeks) - self.due

    def target(self, monday: date) -> int | None:
        """What to aim at in one week; None for a week that is not ahead in this year."""
        return next((week.target for week in self.weeks if week.monday == monday), None)

    def _closing(self, minutes: Iterator[int]) -> int:
        return self.done + self.credited + sum(minutes) - self.leave_minutes


def counting_year(day: date) -> int:
    """The year on whose counters a day goes: that of the ISO calendar, so that a week belongs to one year."""
    return day.isocalendar().year


def year_mondays(year: int) -> list[date]:
    """The Mondays of a counting year, 52 or 53 of them."""
    monday, after = date.fromisocalendar(year, 1, 1), date.fromisocalendar(year + 1, 1, 1)
    return [monday + WEEK * number for number in range((after - monday).days // 7)]


def year_outlook(group: Group, employee: Employee, monday: date, figures: YearFigures) -> YearOutlook | None:
    """The year seen from this Monday, up to which the group's counters must reach; None where nothing is counted.

    In a contract that may vary, what is left of the year is spread over the weeks ahead: as each holds days and is
    busy (`gems.domain.seasons`), between the bounds of modulation. Leave that is due and not
    entered is taken to come at the year's pace. A counter far below what any contract allows is taken to have begun
    late: the weeks are then the contract's.
    """
    counter = next((year for year in group.history.years if year.employee_id == employee.id), None)
    if counter is None:
        return None
    return outlook_from(group, employee, monday, figures, counter.minutes + _unknown(group, employee, monday))


def _unknown(group: Group, employee: Employee, monday: date) -> int:
    """Weeks of this year that are behind and that nobody has planned yet are taken to go by the contract."""
    known = {week.monday for week in group.history.weeks if week.employee_id == employee.id}
    looked_at = [monday - WEEK * number for number in range(WEEKS_KNOWN, 0, -1)]
    first = next((one for one in looked_at if one in known), monday)
    behind = (one for one in looked_at if one >= first and one not in known)
    year = counting_year(monday)
    return sum(target_minutes(group, employee, one) for one in behind if counting_year(one) == year)


def outlook_from(group: Group, employee: Employee, monday: date, figures: YearFigures, done: int) -> YearOutlook:
    """The same, from minutes done since the counting year began."""
    year = _Year(group, employee, monday, figures)
    credited = year.credited()
    leave_minutes = year.leave_to_enter()
    modulated = year.may_vary and done + year.credited(monday - timedelta(days=1)) >= year.least_done()
    weeks = list(year.weeks(modulated))
    needed = year.due - done - credited + leave_minutes
    targets = spread(needed, weeks) if modulated else [week.contract for week in weeks]
    return YearOutlook(
        monday=monday,
        due=year.due,
        done=done,
        credited=credited,
        leave_days=len(year.days_away((AbsenceKind.LEAVE,), monday)),
        leave_minutes=leave_minutes,
        modulated=modulated,
        weeks=tuple(
            YearWeek(week.monday, week.contract, week.season, week.low, week.high, target)
            for week, target in zip(weeks, targets, strict=True)
        ),
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a year stands once a week is behind, in minutes."""

    due: int
    closing: int
    """If the weeks ahead go at their targets; what it came to once none is ahead."""
    balance: int
    """Ahead (positive) or behind, at the contract's own pace."""
    ahead: YearOutlook | None
    """None once the year is over."""


def standing_after(group: Group, employee: Employee, monday: date, figures: YearFigures, done: int) -> Standing:
    """The year once the week of this Monday is done; `done` holds that week."""
    if counting_year(monday + WEEK) == counting_year(monday):
        ahead = outlook_from(group, employee, monday + WEEK, figures, done)
        return Standing(ahead.due, ahead.closing, ahead.balance, ahead)
    last = outlook_from(group, employee, monday, figures, done)
    closing = last.done + last.credited
    return Standing(last.due, closing, closing - last.due, None)


def spread(needed: int, weeks: Sequence[YearWeek]) -> list[int]:
    """Minutes for each week, adding up to `needed` where the bounds allow, as near to demand as they allow.

    After the first one, weeks are counted on for half of what modulation allows beyond the contract, as long as that is
    enough: a busy week far ahead may not be had in full, and what is missed late in a year is not made up for.
    """
    sure = [week.contract + max(0, week.high - week.contract) // 2 for week in weeks]
    found = _paced(needed, weeks, [week.high for week in weeks[:1]] + sure[1:])
    return found if sum(found) >= needed else _paced(needed, weeks, [week.high for week in weeks])


def _paced(needed: int, weeks: Sequence[YearWeek], most: Sequence[int]) -> list[int]:
    """The same at one pace of the year, each week up to its most."""

    def at(pace: int) -> list[int]:
        return [
            min(high, max(week.low, week.contract * week.season * pace // (MILLE * FINE)))
            for week, high in zip(weeks, most, strict=True)
        ]

    slow, fast = 0, FINE * MILLE * max(most, default=0)
    while slow < fast:
        middle = (slow + fast + 1) // 2
        slow, fast = (middle, fast) if sum(at(middle)) <= needed else (slow, middle - 1)
    found = at(slow)
    left = needed - sum(found)
    for index, week in enumerate(weeks):
        if left > 0 and week.season and found[index] < most[index]:
            found[index], left = found[index] + 1, left - 1
    return found


def seasons(group: Group, year: int) -> Seasons:
    """Busy and quiet weeks of a counting year; kept with the group."""
    if year not in group.seasons:
        group.seasons[year] = Seasons(group, year_mondays(year))
    return group.seasons[year]


class _Year:
    """One person's counting year, seen from a Monday in it."""

    def __init__(self, group: Group, employee: Employee, monday: date, figures: YearFigures) -> None:
        self.group, self.employee, self.monday, self.figures = group, employee, monday, figures
        self.mondays = year_mondays(counting_year(monday))
        self.first, self.last = self.mondays[0], self.mondays[-1] + timedelta(days=6)
        contract = employee.contract
        self.begun = max(self.first, contract.first_day)
        self.ended = min(self.last, contract.last_day or self.last)
        self.may_vary = (
            contract.annualised
            and contract.kind is ContractKind.FULL_TIME
            and figures.low is not None
            and figures.high is not None
        )

    @property
    def due(self) -> int:
        """The year's hours, in proportion to the days under contract."""
        contract = self.employee.contract
        return self._share(min(self.figures.reference, contract.annual_minutes), self.begun, self.ended)

    def least_done(self) -> int:
        """Below this by now, no week low enough explains it: the counter began late."""
        low, weekly = self.figures.low or 0, self.employee.contract.weekly_minutes
        by_now = self._share(self.due, self.first, min(self.ended, self.monday - timedelta(days=1)))
        leave = self.figures.leave_days * weekly // WORKING_DAYS
        return by_now * low // weekly - leave

    def days_away(self, kinds: Sequence[AbsenceKind], first: date, last: date | None = None) -> list[date]:
        """Working days of the year under contract, away for one of these, between two days."""
        first, last = max(self.begun, first), min(self.ended, last or self.ended)
        return days_away(self.group, self.employee, kinds, first, last)

    def credited(self, last: date | None = None) -> int:
        """Hours that count as done: a fifth of the contract's week for a day away, what an adjusted day takes off."""
        weekly = self.employee.contract.weekly_minutes
        away = len(self.days_away(PAID_AWAY, self.first, last)) * weekly // WORKING_DAYS
        return away + lighter_minutes(self.group, self.employee, self.begun, min(self.ended, last or self.ended))

    def leave_to_enter(self) -> int:
        """Hours of leave due this year, in proportion to what is left of it, less those entered.

        This week's leave is entered already.
        """
        a_day = self.employee.contract.weekly_minutes // WORKING_DAYS
        entered = len(self.days_away((AbsenceKind.LEAVE,), self.first))
        ahead = len(self.days_away((AbsenceKind.LEAVE,), self.monday))
        of_year = self._share(self.figures.leave_days * a_day, self.begun, self.ended)
        to_come = self._share(self.figures.leave_days * a_day, max(self.begun, self.monday + WEEK), self.ended)
        return max(0, min(of_year - entered * a_day, to_come - ahead * a_day))

    def weeks(self, modulated: bool) -> Iterator[YearWeek]:
        """The weeks ahead, not aimed at anything yet."""
        weekly = self.employee.contract.weekly_minutes
        busy = seasons(self.group, counting_year(self.monday)).of(self.employee)
        for monday in (one for one in self.mondays if one >= self.monday):
            minutes = target_minutes(self.group, self.employee, monday)
            low = (self.figures.low or 0) * minutes // weekly if modulated else minutes
            high = (self.figures.high or 0) * minutes // weekly if modulated else minutes
            yield YearWeek(monday, minutes, busy[monday], low, high, minutes)

    def _share(self, amount: int, first: date, last: date) -> int:
        days = len(range(first.toordinal(), last.toordinal() + 1))
        return amount * days // ((self.last - self.first).days + 1)


class Years:
    """The outlooks of a problem's people, each looked at once."""

    def __init__(self, group: Group, first: date) -> None:
        """`first`: the Monday up to which the counters reach."""
        self._group, self._first = group, first
        self._known: dict[tuple[str, int, YearFigures], YearOutlook | None] = {}

    def outlook(self, employee: Employee, monday: date, figures: YearFigures) -> YearOutlook | None:
        """The year in which this Monday lies: seen from the first Monday to plan, or from its own first one."""
        year = counting_year(monday)
        key = (employee.id, year, figures)
        if key not in self._known:
            if year == counting_year(self._first):
                self._known[key] = year_outlook(self._group, employee, self._first, figures)
            else:
                counted = any(row.employee_id == employee.id for row in self._group.history.years)
                start = date.fromisocalendar(year, 1, 1)
                self._known[key] = outlook_from(self._group, employee, start, figures, 0) if counted else None
        return self._known[key]

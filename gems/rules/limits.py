"""The limits in force for a person on a day: the law's figure, or an open derogation's."""

from datetime import date
from functools import cached_property

from gems.domain.people import Derogation, Employee
from gems.domain.problem import Problem
from gems.domain.targets import target_minutes
from gems.domain.year import YearFigures, YearOutlook
from gems.rules.law import Law, law_of

PERCENT = 100


class Limits:
    """Figures of the group's agreement, with its derogations. Shared by both judges; holds no judgement."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.law: Law = law_of(problem.group.settings.agreement)

    def of(self, name: str, employee_id: str | None, day: date) -> int | None:
        """The figure in force, None when no text has one.

        Where the text allows derogations, the one that goes furthest replaces it, never beyond the outer limit.
        """
        figure = self.law.figure(name, day)
        if figure is None or figure.outer is None:
            return None if figure is None else figure.value
        low, high = sorted((figure.value, figure.outer))
        opened = [
            min(max(row.limit, low), high)
            for row in self._derogations.get(name, ())
            if row.employee_id in (None, employee_id) and row.first_day <= day <= row.last_day
        ]
        furthest = max if figure.outer > figure.value else min
        return furthest((figure.value, *opened))

    def overtime_start(self, person: Employee, day: date) -> int:
        """Minutes of a civil week from which a full-timer's work is overtime: the legal week, or the high week of the
        agreement's modulation for an annualised contract (the legal week where the agreement gives none).
        """
        high = self.law.figure("modulation.high", day) if person.contract.annualised else None
        return high.value if high else self.law.value("legal_week", day)

    def outlook(self, person: Employee, day: date) -> YearOutlook | None:
        """The person's year in which this day lies; None where nothing is counted for the year."""
        return self.problem.years.outlook(person, day, year_figures(self.law, day))

    def week_target(self, person: Employee, monday: date) -> int:
        """Minutes to aim at in a civil week: from the balance of the year in a contract that varies over it, else the
        contract's less the days off.
        """
        outlook = self.outlook(person, monday) if person.contract.annualised else None
        target = outlook.target(monday) if outlook is not None else None
        return target_minutes(self.problem.group, person, monday) if target is None else target

    def public_pace(self, person: Employee) -> int | None:
        """Minutes at territorial members that the weeks planned may take of those the year still allows a person: as
        much of them as the weeks aim at of all that the year still aims at. None where time is not annualised.
        """
        first = self.problem.horizon.first
        share, outlook = self.of("public_member_share", person.id, first), self.outlook(person, first)
        if share is None or outlook is None or not outlook.modulated:
            return None
        left = max(0, person.contract.annual_minutes * share // PERCENT - self._public_done.get(person.id, 0))
        ahead = sum(week.target for week in outlook.weeks)
        here = sum(week.target for week in outlook.weeks if week.monday <= self.problem.horizon.last)
        return left * here // ahead if ahead else left

    @cached_property
    def _public_done(self) -> dict[str, int]:
        return {year.employee_id: year.territorial_minutes for year in self.problem.group.history.years}

    @cached_property
    def _derogations(self) -> dict[str, tuple[Derogation, ...]]:
        found: dict[str, tuple[Derogation, ...]] = {}
        for row in self.problem.group.derogations:
            found[row.rule] = (*found.get(row.rule, ()), row)
        return found


def year_figures(law: Law, on: date) -> YearFigures:
    """What law and agreement say of a year of work on a day."""
    low, high = law.figure("modulation.low", on), law.figure("modulation.high", on)
    return YearFigures(
        reference=law.value("annual_reference", on),
        leave_days=law.value("annual_leave", on),
        low=low.value if low is not None else None,
        high=high.value if high is not None else None,
    )

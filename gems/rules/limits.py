"""The limits in force for a person on a day: the law's figure, or an open derogation's."""

from datetime import date
from functools import cached_property

from gems.domain.people import Derogation, Employee
from gems.domain.problem import Problem
from gems.rules.law import Law, law_of


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

    @cached_property
    def _derogations(self) -> dict[str, tuple[Derogation, ...]]:
        found: dict[str, tuple[Derogation, ...]] = {}
        for row in self.problem.group.derogations:
            found[row.rule] = (*found.get(row.rule, ()), row)
        return found

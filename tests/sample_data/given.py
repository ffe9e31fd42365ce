"""What several tests of the samples read off a group."""

from functools import lru_cache

from gems.domain.group import Group
from gems.domain.missions import Mission
from gems.domain.people import Employee
from gems.domain.prices import Prices
from gems.domain.problem import Problem
from gems.domain.time import Horizon, day_of, days_between
from sample_data import DEFAULT_WEEK, generate

GEMS_SEEDS = (1, 2, 3, 4, 5)
EVERY_SAMPLE = [("small", 1), *(("gems23", seed) for seed in GEMS_SEEDS), ("county", 1), ("large", 1)]
WEEK = Horizon.of_iso_week(DEFAULT_WEEK)


@lru_cache(maxsize=16)
def problem(name: str, seed: int) -> Problem:
    """The week to plan; no price is read here."""
    return Problem(group=generate(name, seed), horizon=WEEK, prices=Prices(profile="balanced", cents={}))


def weekdays_away(group: Group, employee: Employee) -> int:
    """Monday to Friday, the days of the week to plan with an absence."""
    away = {
        day
        for absence in group.absences
        if absence.employee_id == employee.id
        for day in days_between(day_of(absence.span.start), day_of(absence.span.end - 1))
        if day in WEEK and day.weekday() < 5
    }
    return len(away)


def due_minutes(group: Group, employee: Employee) -> int:
    """Contract minutes of the week less a fifth for each weekday away."""
    weekly = employee.contract.weekly_minutes
    return weekly - weekly * weekdays_away(group, employee) // 5


def eligible(group: Group, employee: Employee, mission: Mission) -> bool:
    """By member, job or allowed stand-in, wish of the member, and drive from home; hours not looked at."""
    request = mission.request
    return (
        request.member_id in employee.contract.member_ids
        and employee.id not in request.excluded
        and any(_can(group, held.code, request.qualification) for held in employee.qualifications)
        and group.commute(employee.id, request.site_id).minutes <= employee.max_commute_minutes
    )


def _can(group: Group, held: str, needed: str) -> bool:
    if held == needed:
        return True
    row = group.stand_in(held, needed)
    return row is not None and row.allowed

"""What several tests of the samples read off a group."""

from functools import lru_cache

from gems.domain.group import Group
from gems.domain.missions import Mission
from gems.domain.people import Employee
from gems.domain.prices import Prices
from gems.domain.problem import Problem
from gems.domain.targets import target_minutes
from gems.domain.time import Horizon
from sample_data import DEFAULT_WEEK, generate

GEMS_SEEDS = (1, 2, 3, 4, 5)
EVERY_SAMPLE = [("small", 1), *(("gems23", seed) for seed in GEMS_SEEDS), ("county", 1), ("large", 1)]
WEEK = Horizon.of_iso_week(DEFAULT_WEEK)


@lru_cache(maxsize=16)
def problem(name: str, seed: int) -> Problem:
    """The week to plan; no price is read here."""
    return Problem(group=generate(name, seed), horizon=WEEK, prices=Prices(profile="balanced", cents={}))


def due_minutes(group: Group, employee: Employee) -> int:
    """What the person should work in the week to plan, absences and adjusted days taken off."""
    return target_minutes(group, employee, WEEK.first)


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

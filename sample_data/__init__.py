"""Fictitious groups for tests, trials and demonstrations: same name and seed, same group, in any process."""

from functools import lru_cache

from gems.domain.group import Group
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from sample_data.make import Sample, make
from sample_data.year import at_year

SAMPLE_NAMES = ("small", "gems23", "county", "large")
"""8 people for 6 members, 30 for 20, 150 for 120, 350 for 250."""
DEFAULT_WEEK = "2026-W48"
"""The week to plan (from Monday 23 November 2026); the history is that of the twelve weeks before."""


def generate(name: str, seed: int = 1, *, demand: int | None = None, year: int | None = None) -> Group:
    """A sample group by name. Raises ValueError for a name that is not in SAMPLE_NAMES.

    `demand`: hours asked for a hundred that people can work; None: a little over a hundred, as usual. `year`: the
    group at the start of this year, with a year of leave, sickness and seasons ahead, its full-timers annualised.
    """
    return _sample(name, seed, demand).group if year is None else _at_year(name, seed, demand, year)


def planted_weeks(name: str, seed: int = 1) -> Schedule:
    """The legal plan of DEFAULT_WEEK from which the group's requests were cut: a proof that a good plan exists."""
    return _sample(name, seed, None).planted


@lru_cache(maxsize=12)
def _sample(name: str, seed: int, demand: int | None) -> Sample:
    return make(_known(name), seed, DEFAULT_WEEK, demand)


def _known(name: str) -> str:
    if name not in SAMPLE_NAMES:
        raise ValueError(f"no sample group {name!r}: one of {', '.join(SAMPLE_NAMES)}")
    return name


@lru_cache(maxsize=4)
def _at_year(name: str, seed: int, demand: int | None, year: int) -> Group:
    planned = Horizon.of_iso_week(DEFAULT_WEEK).first
    lasting = make(_known(name), seed, DEFAULT_WEEK, lasting=True).group
    return at_year(lasting, name, seed, year, planned, demand)

"""French public holidays and school terms."""

from datetime import date
from functools import lru_cache

import holidays


@lru_cache(maxsize=64)
def _public(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("FR", years=year, language="fr").items())


def holiday_name(day: date) -> str | None:
    """The French name of the public holiday on this day (L3133-1), None on other days."""
    return _public(day.year).get(day)


def is_public_holiday(day: date) -> bool:
    """Whether this is one of the 11 public holidays of L3133-1 (metropolitan France, without Alsace-Moselle)."""
    return day in _public(day.year)


def public_holidays(year: int) -> tuple[date, ...]:
    """The 11 public holidays of a year, in order."""
    return tuple(sorted(_public(year)))


def last_public_holiday(before: date) -> date:
    """The last public holiday before a day."""
    return max(day for year in (before.year - 1, before.year) for day in _public(year) if day < before)


@lru_cache(maxsize=64)
def _school(year: int, zone: str) -> frozenset[date]:
    names = holidays.country_holidays("FR", subdiv=f"Zone {zone}", years=year, categories="school", language="fr")
    return frozenset(names.keys())


def is_school_day(day: date, zone: str) -> bool:
    """Whether schools of zone A, B or C are open on this weekday: no weekend, no public or school holiday.

    School calendars are known for the years the `holidays` library carries; beyond them every weekday that is no public
    holiday counts as a school day.
    """
    return day.weekday() < 5 and not is_public_holiday(day) and day not in _school(day.year, zone)

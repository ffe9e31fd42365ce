"""The past and the future of a request: what it asks before a Monday, and from it on."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from gems.domain.asked import days_asked
from gems.domain.requests import Request
from gems.domain.time import WEEK, monday_of


def asks_in(request: Request, monday: date, school_zone: str) -> bool:
    """Whether it asks for something in the week of this Monday."""
    return any(days_asked(request, monday, monday + timedelta(days=6), school_zone))


def asks_before(request: Request, monday: date, school_zone: str) -> bool:
    """Whether it asks for something before this Monday."""
    return any(days_asked(request, request.recurrence.first_day, monday - timedelta(days=1), school_zone))


def asks_from(request: Request, monday: date, school_zone: str) -> bool:
    """Whether it asks for something from this Monday on; without a last day it always does."""
    last = request.recurrence.last_day
    return last is None or any(days_asked(request, monday, last, school_zone))


def same_before(old: Request, new: Request, monday: date, school_zone: str) -> bool:
    """Whether both ask the same until this Monday; how they are called does not matter."""
    eve = monday - timedelta(days=1)
    first = min(old.recurrence.first_day, new.recurrence.first_day)
    before = list(days_asked(old, first, eve, school_zone))
    if before != list(days_asked(new, first, eve, school_zone)):
        return False
    return not before or replace(new, recurrence=old.recurrence, label=old.label) == old


def until(request: Request, monday: date) -> Request:
    """The same, ending with the Sunday before this Monday."""
    return replace(request, recurrence=replace(request.recurrence, last_day=monday - timedelta(days=1)))


def starting(request: Request, monday: date) -> Request:
    """The same from this Monday on, in the same rhythm of weeks."""
    when = request.recurrence
    if when.first_day >= monday:
        return request
    late = (monday - monday_of(when.first_day)).days // 7 % when.every_weeks
    first = monday + (WEEK * (when.every_weeks - late) if late else timedelta())
    return replace(request, recurrence=replace(when, first_day=first))


def without_week(request: Request, monday: date, school_zone: str) -> Request:
    """The same, asking for nothing in the week of this Monday."""
    gone = frozenset(days_asked(request, monday, monday + timedelta(days=6), school_zone))
    when = request.recurrence
    return replace(request, recurrence=replace(when, except_days=when.except_days | gone))


def a_week_later(request: Request) -> Request:
    """The same dated request, seven days later."""
    when = request.recurrence
    assert when.last_day is not None
    moved = replace(
        when,
        first_day=when.first_day + WEEK,
        last_day=when.last_day + WEEK,
        except_days=frozenset(day + WEEK for day in when.except_days),
    )
    return replace(request, recurrence=moved)


def part_id(request_id: str, taken: Collection[str]) -> str:
    """ "R001" → "R001.2", "R001.3"…: the first that is free."""
    stem, dot, number = request_id.rpartition(".")
    root = stem if dot and number.isdigit() else request_id
    part = 2
    while f"{root}.{part}" in taken:
        part += 1
    return f"{root}.{part}"


def new_id(letter: str, taken: Collection[str]) -> str:
    """ "R034": the letter, and the number after the highest one in use."""
    numbers = [int(one[len(letter) :]) for one in taken if one.startswith(letter) and one[len(letter) :].isdigit()]
    return f"{letter}{max(numbers, default=0) + 1:03d}"

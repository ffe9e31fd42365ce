"""The calendar of whoever holds a calendar link: their own work, or who comes to their sites."""

from collections.abc import Sequence
from datetime import timedelta

from gems.access.policy import Act, Actor, Refused
from gems.domain.time import day_of, instant_of, monday_of
from gems.domain.words import Language
from gems.outputs.calendar_feed import Issued, employee_feed, member_feed
from gems.planning.office import Doing, Office, of_employee, of_member, use_case
from gems.store.work import Work

WEEKS_BACK = timedelta(weeks=8)
"""How far back a calendar still shows; ahead, all that is published."""


def calendar(office: Office, actor: Actor, *, language: Language, calendar_id: str) -> bytes:
    """The actor's own calendar as an iCalendar file; raises Refused when theirs is no account that has one.

    `calendar_id` makes the names of the events: the same one, the same names.
    """
    if actor.employee_id is not None:
        return employee_calendar(
            office, actor, employee_id=actor.employee_id, language=language, calendar_id=calendar_id
        )
    if actor.member_id is not None:
        return member_calendar(office, actor, member_id=actor.member_id, language=language, calendar_id=calendar_id)
    raise Refused(Act.EMPLOYEE_CALENDAR)


@use_case(Act.EMPLOYEE_CALENDAR, about=of_employee)
def employee_calendar(doing: Doing, *, employee_id: str, language: Language, calendar_id: str) -> bytes:
    """A person's own work; raises Refused when the group does not know the person any more."""
    if employee_id not in doing.work.group.employee:
        raise Refused(Act.EMPLOYEE_CALENDAR)
    return employee_feed(doing.work.group, _issued(doing.work), employee_id, language, calendar_id=calendar_id)


@use_case(Act.MEMBER_CALENDAR, about=of_member)
def member_calendar(doing: Doing, *, member_id: str, language: Language, calendar_id: str) -> bytes:
    """Who comes to a member's sites; raises Refused when the group does not know the member any more."""
    if member_id not in doing.work.group.member:
        raise Refused(Act.MEMBER_CALENDAR)
    return member_feed(doing.work.group, _issued(doing.work), member_id, language, calendar_id=calendar_id)


def _issued(work: Work) -> Sequence[Issued]:
    """Every version ever published of the weeks that a calendar shows, those since replaced included."""
    first = monday_of(day_of(instant_of(work.now))) - WEEKS_BACK
    return tuple(
        Issued(number=head.number, at=instant_of(head.published_at), schedule=version.schedule)
        for head in work.versions.heads()
        if head.monday >= first
        and head.published_at is not None
        and (version := work.versions.find(head.monday, head.number)) is not None
    )

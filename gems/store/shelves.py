"""How each kind of record lies in its tables: its main row, and the rows that hang from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Table

from gems.domain.history import KnownFace, MemberLedger, WeekDone, YearDone
from gems.domain.issues import Kind
from gems.domain.members import Member, Site
from gems.domain.people import (
    Absence,
    Contract,
    Derogation,
    Employee,
    HeldQualification,
    LighterDays,
    OnCall,
    Qualification,
    StandIn,
    Wish,
)
from gems.domain.places import Commune, TravelEntry
from gems.domain.records import Record
from gems.domain.requests import Demand, FixedSlot, Priority, Recurrence, Request, Volume, Window
from gems.domain.roster_terms import RosterTerm
from gems.domain.time import Span
from gems.store.tables import group as entered
from gems.store.tables import history as past
from gems.store.tables import requests as asked

Row = Mapping[Any, Any]
Hanging = Mapping[str, Sequence[Row]]
"""The rows that hang from a record, by the name of their table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The tables of a kind."""

    table: Table
    to_row: Callable[[Record], dict[str, Any]]
    from_row: Callable[[Row, Hanging], Record]
    hanging: tuple[tuple[Table, Callable[[Record], list[dict[str, Any]]]], ...] = ()
    """Tables whose first key column after the group names the record, with the rows it wants there."""


def _plain(table: Table, record: type[Any]) -> Shelf:
    """Columns named as the fields."""
    names = [one.name for one in fields(record)]
    return Shelf(
        table=table,
        to_row=lambda one: {name: getattr(one, name) for name in names},
        from_row=lambda row, hanging: record(**{name: row[name] for name in names}),
    )


def _spanned(table: Table, record: type[Any]) -> Shelf:
    """The same, with `span` in two columns."""
    names = [one.name for one in fields(record) if one.name != "span"]
    return Shelf(
        table=table,
        to_row=lambda one: (
            {name: getattr(one, name) for name in names} | {"start": one.span.start, "end": one.span.end}
        ),
        from_row=lambda row, hanging: record(
            **{name: row[name] for name in names}, span=Span(row["start"], row["end"])
        ),
    )


# --- People ----------------------------------------------------------------------------------------------

PERSON = ("id", "name", "home", "birth_date", "vehicle", "max_commute_minutes", "other_employer_weekly_minutes")
CONTRACT = (
    *("kind", "weekly_minutes", "annual_minutes", "first_day", "last_day", "annualised", "night_worker"),
    *("most_days_in_row", "least_days_in_row", "least_days_off_in_row"),
    *("most_weekends", "most_mean_minutes", "least_mean_minutes"),
)


def _person_row(person: Employee) -> dict[str, Any]:
    lighter = person.lighter_days
    return {name: getattr(person, name) for name in PERSON} | {
        "lighter_first_day": lighter and lighter.first_day,
        "lighter_last_day": lighter and lighter.last_day,
        "lighter_minutes_less": lighter and lighter.minutes_less,
    }


def _person(row: Row, hanging: Hanging) -> Employee:
    (signed,) = hanging["contracts"]
    users = frozenset(one["member_id"] for one in hanging["contract_members"])
    lighter = None
    if row["lighter_first_day"] is not None:
        lighter = LighterDays(
            first_day=row["lighter_first_day"],
            last_day=row["lighter_last_day"],
            minutes_less=row["lighter_minutes_less"],
        )
    return Employee(
        **{name: row[name] for name in PERSON},
        lighter_days=lighter,
        qualifications=tuple(
            HeldQualification(code=one["code"], valid_until=one["valid_until"])
            for one in sorted(hanging["held_qualifications"], key=lambda one: one["position"])
        ),
        contract=Contract(**{name: signed[name] for name in CONTRACT}, member_ids=users),
    )


def _contract_rows(person: Employee) -> list[dict[str, Any]]:
    return [{"employee_id": person.id} | {name: getattr(person.contract, name) for name in CONTRACT}]


def _user_rows(person: Employee) -> list[dict[str, Any]]:
    return [{"employee_id": person.id, "member_id": user} for user in sorted(person.contract.member_ids)]


def _held_rows(person: Employee) -> list[dict[str, Any]]:
    return [
        {"employee_id": person.id, "code": held.code, "valid_until": held.valid_until, "position": place}
        for place, held in enumerate(person.qualifications)
    ]


# --- Requests --------------------------------------------------------------------------------------------

LINE = ("id", "member_id", "site_id", "qualification", "label", "same_person", "break_minutes", "visit")
WHEN = ("weekdays", "first_day", "last_day", "every_weeks", "season", "except_days")
PEOPLE = ("headcount", "most_headcount", "beyond_cents")
FIGURES = (*PEOPLE, "minutes", "shortest", "longest", "most_days")


def _request_row(request: Request) -> dict[str, Any]:
    return (
        {name: getattr(request, name) for name in LINE}
        | {name: getattr(request.recurrence, name) for name in WHEN}
        | {"priority": int(request.priority)}
        | dict.fromkeys(FIGURES)
        | _demand_row(request.demand)
    )


def _demand_row(demand: Demand) -> dict[str, Any]:
    clocks = {"start_clock": demand.start_clock, "end_clock": demand.end_clock}
    if isinstance(demand, FixedSlot):
        return clocks | {"demand": "fixed"} | {name: getattr(demand, name) for name in PEOPLE}
    if isinstance(demand, Window):
        people = {name: getattr(demand, name) for name in PEOPLE}
        return clocks | {"demand": "window", "minutes": demand.minutes} | people
    return clocks | {
        "demand": "volume",
        "minutes": demand.weekly_minutes,
        "shortest": demand.shortest,
        "longest": demand.longest,
        "most_days": demand.most_days,
    }


def _request(row: Row, hanging: Hanging) -> Request:
    people = hanging["request_people"]
    return Request(
        **{name: row[name] for name in LINE},
        demand=_demand(row),
        recurrence=Recurrence(**{name: row[name] for name in WHEN}),
        priority=Priority(row["priority"]),
        wanted=frozenset(one["employee_id"] for one in people if one["wanted"]),
        excluded=frozenset(one["employee_id"] for one in people if not one["wanted"]),
    )


def _demand(row: Row) -> Demand:
    start, end = row["start_clock"], row["end_clock"]
    people = {name: row[name] for name in PEOPLE}
    if row["demand"] == "fixed":
        return FixedSlot(start_clock=start, end_clock=end, **people)
    if row["demand"] == "window":
        return Window(start_clock=start, end_clock=end, minutes=row["minutes"], **people)
    return Volume(
        weekly_minutes=row["minutes"],
        start_clock=start,
        end_clock=end,
        shortest=row["shortest"],
        longest=row["longest"],
        most_days=row["most_days"],
    )


def _people_rows(request: Request) -> list[dict[str, Any]]:
    return [
        {"request_id": request.id, "employee_id": person, "wanted": wanted}
        for wanted, people in ((True, request.wanted), (False, request.excluded))
        for person in sorted(people)
    ]


SHELVES: Mapping[Kind, Shelf] = {
    Kind.COMMUNE: _plain(entered.communes, Commune),
    Kind.MEMBER: _plain(entered.members, Member),
    Kind.SITE: _plain(entered.sites, Site),
    Kind.QUALIFICATION: _plain(entered.qualifications, Qualification),
    Kind.STAND_IN: _plain(entered.stand_ins, StandIn),
    Kind.EMPLOYEE: Shelf(
        table=entered.employees,
        to_row=_person_row,
        from_row=_person,
        hanging=(
            (entered.contracts, _contract_rows),
            (entered.contract_members, _user_rows),
            (entered.held_qualifications, _held_rows),
        ),
    ),
    Kind.ABSENCE: _spanned(entered.absences, Absence),
    Kind.WISH: _plain(entered.wishes, Wish),
    Kind.ROSTER_TERM: _plain(entered.roster_terms, RosterTerm),
    Kind.REQUEST: Shelf(
        table=asked.requests,
        to_row=_request_row,
        from_row=_request,
        hanging=((asked.request_people, _people_rows),),
    ),
    Kind.ON_CALL: _spanned(entered.on_calls, OnCall),
    Kind.DEROGATION: _plain(entered.derogations, Derogation),
    Kind.TRAVEL: _plain(entered.travel, TravelEntry),
    Kind.WEEK_DONE: _plain(past.weeks_done, WeekDone),
    Kind.YEAR_DONE: _plain(past.years_done, YearDone),
    Kind.KNOWN_FACE: _plain(past.known_faces, KnownFace),
    Kind.MEMBER_LEDGER: _plain(past.member_ledgers, MemberLedger),
}

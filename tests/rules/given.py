"""What a case gives (people, history, requests, wishes) read into a problem on the group of tests/rules/group.py.

A case says only what differs from that group. A key that nobody knows is an error: a case that silently asks something
else than it says would prove nothing.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gems.domain.group import Group
from gems.domain.history import History, KnownFace, MemberLedger, WeekDone, YearDone
from gems.domain.people import (
    Absence,
    AbsenceKind,
    ContractKind,
    Derogation,
    Employee,
    HeldQualification,
    LighterDays,
    OnCall,
    StandIn,
    Wish,
    WishKind,
)
from gems.domain.places import TravelEntry
from gems.domain.prices import Prices
from gems.domain.problem import Problem
from gems.domain.requests import FixedSlot, Priority, Recurrence, Request, Season, Volume, Window
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon, Span
from tests.rules.case_text import CaseError, clock, clocks, day, moment, piece, read, truth, weekdays, whole
from tests.rules.group import FIRST, group


def problem_of(given: Mapping[str, object], where: str) -> Problem:
    """The problem of a case; `given` may leave everything out."""
    known = read(given, _GIVEN, f"{where}, given")
    horizon = Horizon(known.get("first", FIRST), known.get("weeks", 1))  # type: ignore[arg-type]
    of = _group(known, horizon, where)
    baseline = None
    if "baseline" in known:
        pieces = tuple(piece(text, horizon, of) for text in known["baseline"])  # type: ignore[attr-defined]
        baseline = Schedule(horizon=horizon, assignments=pieces)
    return Problem(
        group=of,
        horizon=horizon,
        prices=Prices(profile="case", cents=_Cents(known.get("prices", {}))),  # type: ignore[call-overload]
        baseline=baseline,
        as_of=known.get("as_of"),  # type: ignore[arg-type]
    )


class _Cents(dict[str, int]):
    """Every price that a case does not give is zero."""

    def __missing__(self, name: str) -> int:
        return 0


def _group(known: Mapping[str, Any], horizon: Horizon, where: str) -> Group:
    plain = group()
    changes = known.get("employees", {})
    if strangers := set(changes) - set(plain.employee):
        raise CaseError(f"{where}: nobody is called {sorted(strangers)}")
    settings = replace(plain.settings, **known.get("settings", {}))
    if "agreement" in known:
        settings = replace(settings, agreement=known["agreement"])
    rows = {kind: _rows(known.get(kind, []), kind, where) for kind in _KINDS}
    return replace(
        plain,
        settings=settings,
        employees=tuple(_changed(person, changes.get(person.id, {}), where) for person in plain.employees),
        members=tuple(replace(row, **known.get("members", {}).get(row.id, {})) for row in plain.members),
        stand_ins=plain.stand_ins + rows["stand_ins"],
        absences=rows["absences"],
        wishes=rows["wishes"],
        on_calls=rows["on_calls"],
        derogations=rows["derogations"],
        travel=rows["travel"],
        roster_terms=rows["roster_terms"],
        requests=tuple(_request(row, plain, horizon, where) for row in known.get("requests", [])),
        history=History(weeks=rows["history"], years=rows["years"], faces=rows["faces"], ledgers=rows["ledgers"]),
    )


def _changed(person: Employee, change: object, where: str) -> Employee:
    fields = read(change, _EMPLOYEE, f"{where}, {person.id}")
    if "contract" in fields:
        fields["contract"] = replace(
            person.contract, **read(fields["contract"], _CONTRACT, f"{where}, {person.id}, contract")
        )
    return replace(person, **fields)  # type: ignore[arg-type]


def _rows(rows: list[object], kind: str, where: str) -> tuple[Any, ...]:
    make, readers, names = _KINDS[kind]
    built = []
    for index, row in enumerate(rows):
        fields = {names.get(key, key): value for key, value in read(row, readers, f"{where}, {kind}").items()}
        if "from" in fields or "to" in fields:
            fields["span"] = Span(fields.pop("from"), fields.pop("to"))  # type: ignore[arg-type]
        if make is Derogation:
            fields.setdefault("employee_id", None)  # for everybody
        if "id" in make.__dataclass_fields__:
            fields["id"] = f"{kind}-{index + 1}"
        try:
            built.append(make(**fields))
        except TypeError as fault:
            raise CaseError(f"{where}, {kind}: {fault}") from fault
    return tuple(built)


def _request(row: object, of: Group, horizon: Horizon, where: str) -> Request:
    fields: dict[str, Any] = read(row, _REQUEST, f"{where}, requests")
    site = of.site[fields["site"]]
    return Request(
        id=fields["id"],
        member_id=site.member_id,
        site_id=site.id,
        qualification=fields.get("job", "caregiver"),
        label=fields.get("label", fields["id"]),
        demand=_demand(fields, where),
        recurrence=Recurrence(
            weekdays=fields["days"],
            first_day=fields.get("first_day", horizon.first),
            last_day=fields.get("last_day"),
            every_weeks=fields.get("every_weeks", 1),
            season=fields.get("season", Season.ALWAYS),
        ),
        priority=fields.get("priority", Priority.NORMAL),
        same_person=fields.get("same_person", False),
        wanted=fields.get("wanted", frozenset()),
        excluded=fields.get("excluded", frozenset()),
        break_minutes=fields.get("break_minutes", 0),
        visit=fields.get("visit"),
    )


def _demand(fields: dict[str, Any], where: str) -> FixedSlot | Window | Volume:
    people = {name: fields[name] for name in ("headcount", "most_headcount", "beyond_cents") if name in fields}
    if "slot" in fields:
        return FixedSlot(start_clock=fields["slot"][0], end_clock=fields["slot"][1], **people)
    if "window" not in fields:
        raise CaseError(f"{where}, requests: a slot or a window is needed")
    start, end = fields["window"]
    if "minutes" in fields:
        return Window(start_clock=start, end_clock=end, minutes=fields["minutes"], **people)
    return Volume(
        weekly_minutes=fields["weekly_minutes"],
        start_clock=start,
        end_clock=end,
        shortest=fields["shortest"],
        longest=fields["longest"],
        most_days=fields.get("most_days", 7),
    )


def _held(value: object) -> tuple[HeldQualification, ...]:
    rows = [row if isinstance(row, dict) else {"code": row} for row in value]  # type: ignore[attr-defined]
    return tuple(HeldQualification(**read(row, {"code": str, "valid_until": day}, "qualifications")) for row in rows)  # type: ignore[arg-type]


def _lighter(value: object) -> LighterDays:
    return LighterDays(
        **read(value, {"first_day": day, "last_day": day, "minutes_less": whole}, "lighter_days")  # type: ignore[arg-type]
    )


def _names(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise ValueError("a list is expected")
    return frozenset(map(str, value))


def _table(value: object) -> dict[str, dict[str, object]]:
    readers = {"territorial": truth, "name": str}
    return {key: read(row, readers, f"members, {key}") for key, row in value.items()}  # type: ignore[attr-defined]


def _pattern(value: object) -> str:
    if len(str(value)) != 7 or set(str(value)) - set("-JSN"):
        raise ValueError('seven letters of "-JSN" are expected')
    return str(value)


def _prices(value: object) -> dict[str, int]:
    return {str(name): whole(cents) for name, cents in value.items()}  # type: ignore[attr-defined]


def _settings(value: object) -> dict[str, object]:
    readers = {"grid_minutes": whole, "school_zone": str, "fortnight_start": day}
    return read(value, readers, "settings")


_GIVEN = {
    "agreement": str,
    "settings": _settings,
    "first": day,
    "weeks": whole,
    "as_of": moment,
    "employees": dict,
    "members": _table,
    "prices": _prices,
    "baseline": list,
    "requests": list,
    **dict.fromkeys(
        (
            *("history", "years", "faces", "ledgers", "absences", "wishes"),
            *("derogations", "on_calls", "stand_ins", "travel", "roster_terms"),
        ),
        list,
    ),
}
_EMPLOYEE = {
    "name": str,
    "home": str,
    "birth_date": day,
    "vehicle": truth,
    "max_commute_minutes": whole,
    "qualifications": _held,
    "contract": dict,
    "other_employer_weekly_minutes": whole,
    "lighter_days": _lighter,
}
_CONTRACT = {
    "kind": ContractKind,
    "weekly_minutes": whole,
    "annual_minutes": whole,
    "first_day": day,
    "last_day": day,
    "member_ids": _names,
    "annualised": truth,
    "night_worker": truth,
    **dict.fromkeys(
        (
            *("most_days_in_row", "least_days_in_row", "least_days_off_in_row"),
            *("most_weekends", "most_mean_minutes", "least_mean_minutes"),
        ),
        whole,
    ),
}
_REQUEST = {
    **dict.fromkeys(("id", "site", "job", "label", "visit"), str),
    "days": weekdays,
    "slot": clocks,
    "window": clocks,
    **dict.fromkeys(
        (
            *("headcount", "minutes", "weekly_minutes", "shortest", "longest"),
            *("most_days", "break_minutes", "every_weeks", "most_headcount", "beyond_cents"),
        ),
        whole,
    ),
    "priority": lambda value: Priority(whole(value)),
    "same_person": truth,
    "wanted": _names,
    "excluded": _names,
    "first_day": day,
    "last_day": day,
    "season": Season,
}
_WHO = {"employee": "employee_id", "member": "member_id"}
_KINDS: dict[str, tuple[Any, dict[str, Any], dict[str, str]]] = {
    "history": (
        WeekDone,
        {
            "employee": str,
            "monday": day,
            "minutes": whole,
            "pattern": _pattern,
            "last_end": moment,
            "night_minutes": whole,
        },
        _WHO,
    ),
    "years": (
        YearDone,
        {
            "employee": str,
            **dict.fromkeys(("minutes", "overtime_minutes", "territorial_minutes", "refusals"), whole),
        },
        _WHO,
    ),
    "faces": (KnownFace, {"employee": str, "member": str, "minutes": whole}, _WHO),
    "ledgers": (
        MemberLedger,
        {
            "member": str,
            **dict.fromkeys(("asked_minutes", "served_minutes", "asked_essential", "served_essential"), whole),
        },
        _WHO,
    ),
    "absences": (Absence, {"employee": str, "from": moment, "to": moment, "kind": AbsenceKind}, _WHO),
    "wishes": (
        Wish,
        {
            "employee": str,
            "kind": WishKind,
            "weekdays": weekdays,
            "start": clock,
            "end": clock,
            "first_day": day,
            "last_day": day,
        },
        {**_WHO, "start": "start_clock", "end": "end_clock"},
    ),
    "derogations": (
        Derogation,
        {"rule": str, "employee": str, "from": day, "to": day, "limit": whole, "reason": str},
        {**_WHO, "from": "first_day", "to": "last_day"},
    ),
    "on_calls": (OnCall, {"employee": str, "from": moment, "to": moment, "announced": day}, _WHO),
    "stand_ins": (StandIn, {"held": str, "needed": str, "allowed": truth, "cents_per_minute": whole}, {}),
    "roster_terms": (
        RosterTerm,
        {
            "employee": str,
            "counts": TermCount,
            **dict.fromkeys(("shift", "then_shift"), str),
            **dict.fromkeys(("begins_before", "ends_after", "then_before"), clock),
            "on_day": day,
            **dict.fromkeys(("least", "most", "cents", "done"), whole),
        },
        _WHO,
    ),
    "travel": (TravelEntry, {"origin": str, "destination": str, "minutes": whole, "km": whole}, {}),
}

"""A group whose every private text is a mark that can be searched anywhere: none is part of another, or of a word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from gems.domain.group import Group
from gems.domain.people import Derogation, OnCall
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.schedule import Schedule
from gems.domain.time import Span, instant_at

T = TypeVar("T")
Owner = tuple[str, str]
"""What a mark stands for: a kind of text ("phone"), and of whom or what."""
MARK = re.compile(r"z[a-y]\d{4}z", re.IGNORECASE)
IDS = ("members", "sites", "employees", "absences", "wishes", "roster_terms", "requests", "on_calls", "derogations")
MISSION = re.compile(r"(?P<request>[^/]+)/(?P<rest>\d{4}-.*)", re.DOTALL)


class Marks:
    """The marks given so far. `letter` tells groups apart; `dress` is what is written around a mark for people."""

    def __init__(self, letter: str, dress: str = "{mark}") -> None:
        self._letter, self._dress = letter, dress
        self._given: dict[Owner, str] = {}

    def mark(self, kind: str, key: str) -> str:
        """The mark of one text, the same each time."""
        return self._given.setdefault((kind, key), f"Z{self._letter}{len(self._given):04d}Z")

    def text(self, kind: str, key: str) -> str:
        """The mark as people write it."""
        return self._dress.replace("{mark}", self.mark(kind, key))

    def __iter__(self) -> Iterator[tuple[Owner, str]]:
        """Every mark with what it stands for."""
        return iter(self._given.items())

    def found(self, text: str) -> set[Owner]:
        """Whose marks a text holds."""
        seen = {mark.upper() for mark in MARK.findall(text)}
        return {owner for owner, mark in self._given.items() if mark.upper() in seen}


@dataclass(frozen=True)
class Marked:
    """A group and its week with marks in place of texts."""

    group: Group
    schedule: Schedule


def marked(group: Group, schedule: Schedule, marks: Marks, ids: Marks | None = None) -> Marked:
    """Every name, phone, label, commune and id replaced. `ids`: whose marks the ids are, to make a twin."""
    given = ids or marks
    names: dict[str, str] = {one.id: given.mark("id", one.id) for kind in IDS for one in getattr(group, kind)}
    names |= {one.name: given.mark("commune", one.name) for one in group.communes}
    worded = _worded(group, marks)
    renamed = _with_more(_renamed(worded, names), schedule.horizon.first, marks)
    return Marked(renamed, _renamed(schedule, names))


def _worded(group: Group, marks: Marks) -> Group:
    return replace(
        group,
        members=tuple(
            replace(one, name=marks.text("member", one.id), phone=marks.text("phone", one.id)) for one in group.members
        ),
        sites=tuple(replace(one, name=marks.text("site", one.id)) for one in group.sites),
        employees=tuple(replace(one, name=marks.text("person", one.id)) for one in group.employees),
        requests=tuple(replace(one, label=marks.text("label", one.id)) for one in group.requests),
    )


def _with_more(group: Group, monday: date, marks: Marks) -> Group:
    """With what the samples have none of: roster terms, on-call periods, and exceptions with their reasons."""
    first, last = group.employees[0].id, group.employees[-1].id
    span = Span(instant_at(monday, 0), instant_at(monday, 300))
    week = {"first_day": monday, "last_day": monday + timedelta(days=6), "rule": "daily_rest_min", "limit": 600}
    return replace(
        group,
        roster_terms=tuple(
            RosterTerm(id=marks.mark("id", key), employee_id=who, counts=TermCount.DAYS, most=7, cents=100)
            for key, who in (("R1", None), ("R2", first), ("R3", last))
        ),
        on_calls=(OnCall(id=marks.mark("id", "O1"), employee_id=last, span=span, announced=monday),),
        derogations=tuple(
            Derogation(id=marks.mark("id", key), employee_id=who, reason=marks.text("derogation", key), **week)
            for key, who in (("X1", None), ("X2", first), ("X3", last))
        ),
    )


def _renamed(value: T, names: Mapping[str, str]) -> T:
    """The same value with each text that is one of these names, or begins a mission's id, replaced."""
    return _walk(value, names)  # type: ignore[no-any-return]


def _walk(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, str) and type(value) is str:
        mission = MISSION.fullmatch(value)
        if mission and mission["request"] in names:
            return f"{names[mission['request']]}/{mission['rest']}"
        return names.get(value, value)
    if isinstance(value, tuple | frozenset):
        return type(value)(_walk(one, names) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {one.name: _walk(getattr(value, one.name), names) for one in fields(value) if one.init}
        return replace(value, **changed)
    return value

"""What would open the way to hours nobody serves: small changes of the data, each tried with the checker first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.problem import Problem
from gems.domain.records import PLACES, Record, records_of, with_records
from gems.domain.schedule import Assignment, Schedule
from gems.domain.words import Words


class UnlockKind(StrEnum):
    """What is changed, the least first."""

    EARLIER = "earlier"
    LATER = "later"
    SHORTER = "shorter"
    OTHER_DAY = "other_day"
    QUALIFICATION = "qualification"
    DEROGATION = "derogation"
    CONTRACT = "contract"
    HIRE = "hire"


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """One record written: in place of the one of the same key, or new."""

    kind: Kind
    record: Record
    seen: Record | None = None
    """The record of that key when the question was asked; None: there was none."""


@dataclass(frozen=True, kw_only=True)
class Unlock:
    """A change of the data after which these hours could be served."""

    kind: UnlockKind
    words: Words
    puts: tuple[Put, ...]
    need_id: str
    """The need once changed."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Missions of this week that go by another id once changed: old to new."""
    employee_id: str | None = None
    """Whom it concerns, for a contract or a derogation."""

    def group(self, group: Group) -> Group:
        """The group with the change made."""
        for put in self.puts:
            group = with_records(group, put.kind, put_in(group, put))
        return group

    def stale(self, group: Group) -> Iterator[Record]:
        """Records that are no longer as they were when the question was asked."""
        for put in self.puts:
            place = PLACES[put.kind]
            known = {place.key(one): one for one in records_of(group, put.kind)}
            if known.get(place.key(put.record)) != put.seen:
                yield put.record

    def problem(self, problem: Problem) -> Problem:
        """The problem with the change made, and what stood before under its new names."""
        baseline = None if problem.baseline is None else self.schedule(problem.baseline)
        return replace(problem, group=self.group(problem.group), baseline=baseline)

    def schedule(self, schedule: Schedule) -> Schedule:
        """The same work under its new names."""
        if not self.renamed:
            return schedule
        return Schedule(horizon=schedule.horizon, assignments=tuple(map(self._named, schedule.assignments)))

    def _named(self, piece: Assignment) -> Assignment:
        new = self.renamed.get(piece.mission_id or "")
        return piece if new is None else replace(piece, mission_id=new)


def put_in(group: Group, put: Put) -> tuple[Record, ...]:
    """The records of that kind, this one among them."""
    place, records = PLACES[put.kind], records_of(group, put.kind)
    key = place.key(put.record)
    if any(place.key(one) == key for one in records):
        return tuple(put.record if place.key(one) == key else one for one in records)
    return (*records, put.record)

"""One way to fill a hole as people read it: price, notice, hours, road, faces, and what else changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gems.domain.life import NoticeBand, piece_key
from gems.domain.people import Derogation
from gems.domain.places import Leg
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment
from gems.domain.time import monday_of
from gems.domain.words import Words
from gems.planning.replace.hole import Hole
from gems.planning.replace.local import Delta, Local, Pieces
from gems.planning.replace.search import Way
from gems.planning.week.notice import Noticed, noticed
from gems.planning.week.saying import person_name
from gems.rules.catalogue import rule_named
from gems.rules.roster import Roster

NOTICE = "notice_change"
BANDS = (NoticeBand.EARLY, NoticeBand.SHORT, NoticeBand.LATE)
AGREEMENT = Words("Remplacement, avec l'accord de {person}", "Replacement, agreed by {person}")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One legal way, with all that it brings. Everything is compared with leaving the hole open."""

    way: Way
    hole: Hole
    cents: int
    """On the bill of the whole schedule, to the cent as the checker counts it; negative: it saves."""
    changes: tuple[Noticed, ...]
    """Changes to published hours that it adds, the taker's included."""
    agreements: tuple[Derogation, ...]
    """Derogations to the notice that it needs, one a person and day: hours told too late to be put on anybody who has
    not agreed."""
    refused: bool
    """Somebody in it has said no to these very hours before."""
    known: bool
    """The member has seen the taker in the past twelve weeks."""
    worked_minutes: int
    """The taker's week afterwards, drives between sites included."""
    target_minutes: int
    """What that week aims at: by the balance of the year where time is annualised, else the contract's, absences taken
    off."""
    commute: Leg
    """From the taker's home to the place, one way."""
    drives: Leg
    """Driving between sites that it adds, everybody together; negative: it saves."""

    @property
    def employee_id(self) -> str:
        """Who takes the hole."""
        return self.way.employee_id

    @property
    def delta(self) -> Delta:
        """The change to the schedule, the hole being open."""
        return self.way.delta

    @property
    def key(self) -> str:
        """Names the way for as long as the schedule stands as it is."""
        return "+".join(piece_key(piece) for piece in self.delta.added)

    @property
    def band(self) -> NoticeBand | None:
        """The latest notice of its changes; None when it changes no published hours."""
        found = {change.band for change in self.changes}
        return next((band for band in reversed(BANDS) if band in found), None)

    @property
    def notice_days(self) -> int | None:
        """The fewest days of notice; None when it changes no published hours."""
        return min((change.notice_days for change in self.changes), default=None)

    @property
    def others(self) -> int:
        """Pieces of other people that change hands."""
        return len(self.way.gifts)

    def rank(self, problem: Problem) -> tuple[bool, bool, int, int, str]:
        """The best first: nobody refused, nobody need agree to late hours, least price, fewest others moved."""
        name = person_name(problem.group, self.employee_id)
        return self.refused, bool(self.agreements), self.cents, self.others, name


Refused = frozenset[tuple[str, int, int]]
"""Hours that people said no to: the person, from, to."""


class Describing:
    """Makes entries out of ways. `strict` judges with the law's own notice, without any derogation supposed."""

    def __init__(self, strict: Local, refused: Refused = frozenset()) -> None:
        self.strict, self.refused = strict, refused
        self.problem = strict.problem

    def entry(self, hole: Hole, way: Way, cents: int) -> Entry:
        """All that a way brings."""
        group, taker, delta = self.problem.group, way.employee_id, way.delta
        monday, site = monday_of(hole.first.day), group.site[hole.first.site_id]
        roster = self.strict.roster(taker, self.strict.week(taker, delta))
        faces = {face.member_id for face in group.history.faces if face.employee_id == taker and face.minutes > 0}
        return Entry(
            way=way,
            hole=hole,
            cents=cents,
            changes=tuple(self._changes(delta)),
            agreements=tuple(self._agreements(delta)),
            refused=any(self._is_refused(piece) for piece in delta.added),
            known=site.member_id in faces,
            worked_minutes=roster.week_minutes(taker, monday) or 0,
            target_minutes=roster.limits.week_target(group.employee[taker], monday),
            commute=group.commute(taker, site.id),
            drives=self._drives(delta),
        )

    def _changes(self, delta: Delta) -> Iterator[Noticed]:
        for employee_id in delta.people:
            before, after = self.strict.week(employee_id), self.strict.week(employee_id, delta)
            known = set(self._noticed(employee_id, before))
            yield from (change for change in self._noticed(employee_id, after) if change not in known)

    def _noticed(self, employee_id: str, pieces: Pieces) -> Iterator[Noticed]:
        roster = self.strict.roster(employee_id, pieces)
        return noticed(roster.problem, roster.schedule)

    def _agreements(self, delta: Delta) -> Iterator[Derogation]:
        """For each person and day on which hours are added later than the law lets anybody be told."""
        for employee_id in delta.people:
            late = self._late(employee_id, self.strict.week(employee_id, delta))
            days = late - self._late(employee_id, self.strict.week(employee_id))
            for day in sorted(days):
                name = person_name(self.problem.group, employee_id)
                yield Derogation(
                    id=f"{NOTICE}/{employee_id}/{day.isoformat()}",
                    rule=NOTICE,
                    employee_id=employee_id,
                    first_day=day,
                    last_day=day,
                    limit=0,
                    reason=AGREEMENT.fr.format(person=name),
                )

    def _late(self, employee_id: str, pieces: Pieces) -> set[date]:
        check = rule_named(NOTICE).check
        assert check is not None
        return {day for found in check(self.strict.roster(employee_id, pieces)) for day in found.days}

    def _is_refused(self, piece: Assignment) -> bool:
        return any(
            employee_id == piece.employee_id and start < piece.end and piece.start < end
            for employee_id, start, end in self.refused
        )

    def _drives(self, delta: Delta) -> Leg:
        before = [self.strict.roster(one, self.strict.week(one)) for one in delta.people]
        after = [self.strict.roster(one, self.strict.week(one, delta)) for one in delta.people]
        return Leg(
            _driven(after, "travel_minutes") - _driven(before, "travel_minutes"),
            _driven(after, "km") - _driven(before, "km"),
        )


def _driven(rosters: Iterable[Roster], what: str) -> int:
    return sum(getattr(duty, what) for roster in rosters for duties in roster.duties.values() for duty in duties)

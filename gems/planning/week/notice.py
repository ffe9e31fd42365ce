"""Changes to published hours, each with its notice: counted when published, refused when the person says no."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gems.domain.life import Change, ChangeKind, NoticeBand, piece_key
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Stamp, day_of
from gems.rules.published_change import What, band_of, changes
from gems.rules.roster import Roster

KINDS = {What.TAKEN: ChangeKind.REMOVED, What.ADDED: ChangeKind.ADDED}
"""The same hours in another place are no change of hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """One change to a person's published hours, told today."""

    piece: Assignment
    kind: ChangeKind
    notice_days: int
    band: NoticeBand

    def counted(self, monday: date, number: int, at: Stamp) -> Change:
        """The row that counts it for good."""
        return Change(
            monday=monday,
            number=number,
            employee_id=self.piece.employee_id,
            kind=self.kind,
            day=self.piece.day,
            notice_days=self.notice_days,
            band=self.band,
            piece=piece_key(self.piece),
            at=at,
        )


def noticed(problem: Problem, schedule: Schedule) -> Iterator[Noticed]:
    """What a schedule changes in the hours published before, as the price of changes reads it.

    The problem's baseline holds what is published and its `as_of` the day of telling. What an absence prevents is no
    change.
    """
    as_of = problem.as_of
    for piece, what in changes(Roster(problem, schedule)) if as_of is not None else ():
        if what in KINDS:
            days = (piece.day - day_of(as_of)).days
            band = band_of(problem.prices, days)
            yield Noticed(piece=piece, kind=KINDS[what], notice_days=days, band=band)

"""A duty: one person's working day, its pieces in order with the drives between them.

A duty gathers the pieces that *begin* on one local day; a night that runs past midnight belongs to the day it begins.
The drive to the next site is work and follows the piece before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from gems.domain.group import Group
from gems.domain.places import Leg
from gems.domain.schedule import Assignment
from gems.domain.time import Instant, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Pieces in time order and the drive after each but the last."""

    employee_id: str
    day: date
    pieces: tuple[Assignment, ...]
    drives: tuple[Leg, ...]

    @property
    def start(self) -> Instant:
        """When the first piece begins."""
        return self.pieces[0].start

    @property
    def end(self) -> Instant:
        """When the last piece ends."""
        return max(piece.end for piece in self.pieces)

    @property
    def span_minutes(self) -> int:
        """From first start to last end (amplitude)."""
        return self.end - self.start

    @property
    def travel_minutes(self) -> int:
        """Driving between sites."""
        return sum(drive.minutes for drive in self.drives)

    @property
    def km(self) -> int:
        """Driving between sites."""
        return sum(drive.km for drive in self.drives)

    @property
    def work_minutes(self) -> int:
        """Work at sites and driving between them."""
        return sum(piece.minutes for piece in self.pieces) + self.travel_minutes

    @property
    def gaps(self) -> tuple[int, ...]:
        """Free minutes between successive pieces once the drive is done; negative when they clash."""
        return tuple(
            after.start - before.end - drive.minutes
            for (before, after), drive in zip(pairwise(self.pieces), self.drives, strict=True)
        )

    def work_spans(self) -> Iterator[Span]:
        """Each piece, and each drive right after the piece it follows."""
        for index, piece in enumerate(self.pieces):
            yield piece.span
            if index < len(self.drives) and self.drives[index].minutes:
                yield Span(piece.end, piece.end + self.drives[index].minutes)


def duties_of(group: Group, pieces: Sequence[Assignment]) -> tuple[Duty, ...]:
    """The duties of one person from their assignments in time order."""
    return tuple(_duty(group, day, tuple(of_day)) for day, of_day in groupby(pieces, key=lambda piece: piece.day))


def _duty(group: Group, day: date, pieces: tuple[Assignment, ...]) -> Duty:
    drives = tuple(group.drive(before.site_id, after.site_id) for before, after in pairwise(pieces))
    return Duty(employee_id=pieces[0].employee_id, day=day, pieces=pieces, drives=drives)

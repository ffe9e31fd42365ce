"""Interruptions of a duty and the sequences between them, for the rules on split days.

An interruption is free time between two pieces, the drive taken off, longer than the figure `interruption_from`;
shorter free time is a break or a meal. A sequence is the work between two interruptions: its pieces and the drives
among them.
"""

from dataclasses import dataclass

from gems.domain.duty import Duty
from gems.domain.time import Instant
from gems.rules.roster import Roster


@dataclass(frozen=True, slots=True)
class Sequence:
    """Work between two interruptions: when it begins and how long it is."""

    start: Instant
    minutes: int


def interruptions(roster: Roster, duty: Duty) -> tuple[int, ...]:
    """Minutes of each interruption of a duty."""
    shortest = roster.limits.law.value("interruption_from", duty.day)
    return tuple(gap for gap in duty.gaps if gap > shortest)


def sequences(roster: Roster, duty: Duty) -> tuple[Sequence, ...]:
    """The sequences of a duty in order; one only when nothing interrupts it."""
    shortest = roster.limits.law.value("interruption_from", duty.day)
    start, minutes, found = duty.start, duty.pieces[0].minutes, []
    for gap, drive, piece in zip(duty.gaps, duty.drives, duty.pieces[1:], strict=True):
        if gap > shortest:
            found.append(Sequence(start, minutes))
            start, minutes = piece.start, piece.minutes
        else:
            minutes += drive.minutes + piece.minutes
    return (*found, Sequence(start, minutes))

"""Stretches of uninterrupted work within a duty, for the rules on breaks.

A stretch is a run of pieces whose free time between them, drives taken off, is shorter than a break; drives are work. A
break between two sites may be taken before or after the drive: the drive counts with the stretch before it if it fits
there, else with the stretch after it. A piece with a break on the spot rests the stretch it lies in.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gems.domain.duty import Duty
from gems.domain.schedule import Assignment
from gems.domain.time import Instant
from gems.rules.roster import Roster


@dataclass(frozen=True, slots=True)
class Stretch:
    """Uninterrupted work: when it begins, how long it is, whether a break on the spot rests it."""

    start: Instant
    minutes: int
    rested: bool


def stretches(roster: Roster, duty: Duty, pause: int, longest: int) -> Iterator[Stretch]:
    """The stretches of a duty, for breaks of `pause` minutes after at most `longest` minutes of work."""
    start, minutes, rested = duty.start, 0, False
    for index, piece in enumerate(duty.pieces):
        minutes += piece.minutes
        rested = rested or break_on_the_spot(roster, piece) >= pause
        if index == len(duty.pieces) - 1:
            continue
        drive, gap = duty.drives[index].minutes, duty.gaps[index]
        if gap < pause:
            minutes += drive
            continue
        fits = rested or minutes + drive <= longest
        yield Stretch(start, minutes + drive if fits else minutes, rested)
        start, minutes, rested = duty.pieces[index + 1].start, 0 if fits else drive, False
    yield Stretch(start, minutes, rested)


def break_on_the_spot(roster: Roster, piece: Assignment) -> int:
    """Minutes of the paid break that the request gives inside this piece: only pieces of 6 h and more have one."""
    mission = roster.problem.mission.get(piece.mission_id or "")
    long_enough = piece.minutes >= roster.limits.law.value("break_min.from", piece.day)
    return mission.request.break_minutes if mission is not None and long_enough else 0

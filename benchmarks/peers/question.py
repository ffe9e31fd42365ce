"""A problem of the product in plain figures, as any other program would be told it.

Told are: who may do each piece and what that alone costs (rides, nights and Sundays, a new face, the request served),
the drives, the hours of each contract, and the limits that all planners know: hours a day and a week, days a week, the
longest day, the rest at night. Rules of whole weeks and fortnights, fair shares and gaps within a day are not told: a
plan that breaks one is put right afterwards (`benchmarks.peers.answer`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gems.domain.missions import Mission
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Span, day_start
from gems.rules.catalogue import rule_named
from gems.rules.checker import judge

MAY = (
    *("absence", "commute_max", "contract_dates", "excluded_person", "member_in_contract", "qualification_match"),
    *("unavailable", "mission_slot"),
)
"""Rules that one piece alone keeps or breaks."""
ALONE = ("mileage", "new_face", "stand_in", "travel_time", "unsocial_hours")
"""Lines of the bill that one piece alone brings."""
DAY_MOST, WEEK_MOST, DAYS_MOST, SPAN_MOST, REST = 600, 2880, 6, 780, 660
"""Minutes of work a day and a week (L3121-18, L3121-20), days a week (L3132-1), minutes from the first start to the
last end, and of rest between two days (L3131-1)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One candidate piece of work: a mission at one of its times."""

    mission: Mission
    span: Span

    def done_by(self, employee_id: str) -> Assignment:
        """The assignment it would be."""
        request = self.mission.request
        return Assignment(
            start=self.span.start,
            end=self.span.end,
            employee_id=employee_id,
            site_id=request.site_id,
            qualification=request.qualification,
            mission_id=self.mission.id,
        )


def pieces_of(problem: Problem) -> list[Piece]:
    """All candidate pieces that members ask for, in the order of the missions."""
    return [Piece(mission, span) for need in problem.needs for mission in need.missions for span in mission.slots]


def question_of(problem: Problem, workers: int, seed: int) -> dict[str, Any]:
    """What a peer is given, all in whole minutes and cents; times are minutes since an origin, the first Monday is
    day 0."""
    group, pieces = problem.group, pieces_of(problem)
    sites = {site.id: number for number, site in enumerate(group.sites)}
    days = {day: number for number, day in enumerate(problem.horizon.days)}
    needs = {need.id: number for number, need in enumerate(problem.needs)}
    missions = {mission.id: number for number, mission in enumerate(problem.missions)}
    return {
        "workers": workers,
        "seed": seed,
        "limits": {"day": DAY_MOST, "week": WEEK_MOST, "days": DAYS_MOST, "span": SPAN_MOST, "rest": REST},
        "under_cents": problem.prices.cents["unplaced_hours.minute"],
        "over_cents": problem.prices.cents["beyond_target.first"],
        "weeks": problem.horizon.weeks,
        "midnights": [day_start(day) for day in problem.horizon.days],
        "people": [person.contract.weekly_minutes for person in group.employees],
        "drives": [[group.drive(one.id, other.id).minutes for other in group.sites] for one in group.sites],
        "needs": [{"minutes": need.minutes, "same_person": need.same_person} for need in problem.needs],
        "pieces": [
            {
                "mission": missions[piece.mission.id],
                "need": needs[piece.mission.need_id],
                "site": sites[piece.mission.request.site_id],
                "day": days[piece.mission.day],
                "start": piece.span.start,
                "end": piece.span.end,
            }
            for piece in pieces
        ],
        "offers": list(_offers(problem, pieces)),
    }


def _offers(problem: Problem, pieces: list[Piece]) -> Iterator[tuple[int, int, int]]:
    """(person, piece, cents) for each piece that a person may do."""
    may, alone = tuple(map(rule_named, MAY)), tuple(map(rule_named, ALONE))
    nothing = judge(problem, Schedule(horizon=problem.horizon), alone).cents
    for number, person in enumerate(problem.group.employees):
        held = {one.code for one in person.qualifications}
        for place, piece in enumerate(pieces):
            if piece.mission.request.qualification not in held:
                continue
            schedule = Schedule(horizon=problem.horizon, assignments=(piece.done_by(person.id),))
            if judge(problem, schedule, may).violations:
                continue
            served = problem.prices.cents[f"unserved.{piece.mission.request.priority.name.lower()}"]
            cost = judge(problem, schedule, alone).cents - nothing
            yield number, place, cost - served * piece.span.minutes

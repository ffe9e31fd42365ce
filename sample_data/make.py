"""One sample group from its name and seed: places, people, past, hidden weeks, requests, extra demand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from gems.domain.group import Group, Settings
from gems.domain.people import Absence
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from sample_data import tables
from sample_data.cutting import assignments, cut, number
from sample_data.extras import extra_cuts
from sample_data.ledgers import history
from sample_data.past import Past, past_of
from sample_data.people import Person, hire
from sample_data.places import Roads, clusters_of, settle
from sample_data.softer import absences, wishes, with_preferences
from sample_data.weeks import Board, Week, due_minutes, ghost, plant, thinned


@dataclass(frozen=True, slots=True)
class Sample:
    """A group, and the legal plan hidden in it."""

    group: Group
    planted: Schedule


def make(name: str, seed: int, week: str, demand: int | None = None, *, lasting: bool = False) -> Sample:
    """Everything drawn from `Random(f"{name}/{seed}")`, in a fixed order.

    `demand`: hours asked for a hundred that people can work; None: a little over a hundred. `lasting`: members go on
    asking for all the work of those absent in this week, who come back.
    """
    rng, roads, horizon = Random(f"{name}/{seed}"), Roads(), Horizon.of_iso_week(week)
    monday = horizon.first
    clusters = clusters_of(name, roads)
    settled = settle(clusters, rng)
    places = [place for cluster in settled for place in cluster]
    people = hire(name, [cluster.crew for cluster in clusters], settled, roads, rng)
    pasts = [past_of(person, monday, rng) for person in people]
    away = absences(name, people, monday, rng)
    weeks, ghosts, capacity = _plant_everybody(people, pasts, away, roads, monday, rng, lasting=lasting)
    cuts = cut(weeks + ghosts, monday)
    cuts += extra_cuts(cuts, capacity, people, places, horizon, rng, demand)
    cuts.sort(key=lambda found: found.request.member_id)
    cuts = number(with_preferences(cuts, people, rng))
    group = Group(
        settings=Settings(name=tables.groups()[name]["title"]),
        communes=tables.communes(),
        members=tuple(place.member for place in places),
        sites=tuple(place.site for place in places),
        qualifications=tables.qualifications(),
        stand_ins=tables.stand_ins(),
        employees=tuple(person.employee for person in people),
        absences=away,
        wishes=wishes(weeks, rng),
        requests=tuple(found.request for found in cuts),
        travel=tables.travel_entries(),
        history=history(weeks, pasts, places, monday, rng),
    )
    return Sample(group, Schedule(horizon=horizon, assignments=assignments(cuts, horizon)))


def _plant_everybody(
    people: Sequence[Person],
    pasts: Sequence[Past],
    away: Sequence[Absence],
    roads: Roads,
    monday: date,
    rng: Random,
    *,
    lasting: bool,
) -> tuple[list[Week], list[Week], int]:
    """Each person's week, the open days of those absent, and all minutes due."""
    board, capacity = Board(), 0
    weeks: list[Week] = []
    ghosts: list[Week] = []
    for person, past in zip(people, pasts, strict=True):
        due, days_away = due_minutes(person, away, monday)
        capacity += due
        weeks.append(plant(person, past, due, days_away, board, roads, rng))
        if days_away:
            lost = person.employee.contract.weekly_minutes - due
            left = ghost(person, past, lost, days_away, board, roads, rng)
            ghosts.append(left if lasting else thinned(left, rng))
    return weeks, ghosts, capacity

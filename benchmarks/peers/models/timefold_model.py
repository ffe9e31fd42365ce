"""The same question for Timefold: each mission takes one of its offers or none. Knows nothing of the product.

python timefold_model.py QUESTION.json ANSWER.json SECONDS
"""

import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from timefold.solver import SolverFactory
from timefold.solver.config import Duration, ScoreDirectorFactoryConfig, SolverConfig, TerminationConfig
from timefold.solver.domain import (
    PlanningEntityCollectionProperty,
    PlanningId,
    PlanningScore,
    PlanningVariable,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import ConstraintCollectors, HardSoftScore, Joiners, constraint_provider


@dataclass
class Offer:
    """A person for a piece; sums of clock and site that a joiner can read."""

    number: int
    person: int
    day: int
    week: int
    start: int
    end: int
    minutes: int
    cents: int
    drives: list[int]
    site: int
    weekly: int


@planning_entity
@dataclass
class Mission:
    """What is decided."""

    id: Annotated[int, PlanningId]
    need: int
    need_minutes: int
    same_person: bool
    offers: Annotated[list[Offer], ValueRangeProvider(id="offers")]
    offer: Annotated[Offer | None, PlanningVariable(allows_unassigned=True, value_range_provider_refs=["offers"])] = (
        None
    )


@planning_solution
@dataclass
class Plan:
    """All missions."""

    missions: Annotated[list[Mission], PlanningEntityCollectionProperty]
    score: Annotated[HardSoftScore | None, PlanningScore] = field(default=None)


LIMITS = {"day": 600, "week": 2880, "days": 6, "span": 780, "rest": 660}
UNDER, OVER = 36, 6


def clash(one: Mission, other: Mission) -> int:
    """By how many minutes two pieces of one person are in each other's way."""
    first, second = one.offer, other.offer
    if second.start < first.start:
        first, second = other.offer, one.offer
    if first.day == second.day:
        missing = first.end + first.drives[second.site] - second.start
        longest = max(first.end, second.end) - first.start - LIMITS["span"]
        return max(missing, longest, 0)
    return max(first.end + LIMITS["rest"] - second.start, 0)


def worth(weekly: int, minutes: int) -> int:
    """What these hours save of the hours missing, less what hours beyond cost."""
    return UNDER * min(weekly, minutes) - OVER * max(0, minutes - weekly)


@constraint_provider
def constraints(factory):
    """The limits as hard scores, cents as soft ones."""
    person, day = (lambda m: m.offer.person), (lambda m: m.offer.day)
    minutes = ConstraintCollectors.sum(lambda m: m.offer.minutes)
    return [
        factory.for_each_unique_pair(Mission, Joiners.equal(lambda m: m.offer.person))
        .filter(lambda a, b: abs(a.offer.day - b.offer.day) <= 1 and clash(a, b) > 0)
        .penalize(HardSoftScore.ONE_HARD, lambda a, b: clash(a, b))
        .as_constraint("clash"),
        factory.for_each(Mission)
        .group_by(person, day, minutes)
        .filter(lambda who, on, total: total > LIMITS["day"])
        .penalize(HardSoftScore.ONE_HARD, lambda who, on, total: total - LIMITS["day"])
        .as_constraint("day"),
        factory.for_each(Mission)
        .group_by(person, lambda m: m.offer.week, minutes)
        .filter(lambda who, week, total: total > LIMITS["week"])
        .penalize(HardSoftScore.ONE_HARD, lambda who, week, total: total - LIMITS["week"])
        .as_constraint("week"),
        factory.for_each(Mission)
        .group_by(person, lambda m: m.offer.week, ConstraintCollectors.count_distinct(lambda m: m.offer.day))
        .filter(lambda who, week, days: days > LIMITS["days"])
        .penalize(HardSoftScore.ONE_HARD, lambda who, week, days: days - LIMITS["days"])
        .as_constraint("days"),
        factory.for_each(Mission)
        .group_by(lambda m: m.need, lambda m: m.need_minutes, minutes)
        .filter(lambda need, most, total: total > most)
        .penalize(HardSoftScore.ONE_HARD, lambda need, most, total: total - most)
        .as_constraint("volume"),
        factory.for_each_unique_pair(Mission, Joiners.equal(lambda m: m.need))
        .filter(lambda a, b: a.same_person and a.offer.person != b.offer.person)
        .penalize(HardSoftScore.ONE_HARD)
        .as_constraint("same person"),
        factory.for_each(Mission).reward(HardSoftScore.ONE_SOFT, lambda m: -m.offer.cents).as_constraint("cents"),
        factory.for_each(Mission)
        .group_by(person, lambda m: m.offer.week, lambda m: m.offer.weekly, minutes)
        .reward(HardSoftScore.ONE_SOFT, lambda who, week, weekly, total: worth(weekly, total))
        .as_constraint("hours"),
    ]


def plan_of(asked):
    """The question as Timefold's own objects."""
    missions = {}
    for number, (person, place, cents) in enumerate(asked["offers"]):
        piece = asked["pieces"][place]
        need = asked["needs"][piece["need"]]
        mission = missions.setdefault(
            piece["mission"], Mission(piece["mission"], piece["need"], need["minutes"], need["same_person"], [])
        )
        mission.offers.append(
            Offer(
                number=number,
                person=person,
                day=piece["day"],
                week=piece["day"] // 7,
                start=piece["start"],
                end=piece["end"],
                minutes=piece["end"] - piece["start"],
                cents=cents,
                drives=asked["drives"][piece["site"]],
                site=piece["site"],
                weekly=asked["people"][person],
            )
        )
    return Plan(list(missions.values()))


def main(question, answer, seconds):
    """Read, search, write the offers taken; nothing where the best plan found still breaks a limit."""
    begun = time.monotonic()
    asked = json.loads(Path(question).read_text(encoding="utf-8"))
    told = (asked["under_cents"], asked["over_cents"], asked["limits"])
    assert told == (UNDER, OVER, LIMITS), "the limits above are read by Java, so they stand as constants"
    left = max(1, int(float(seconds) - (time.monotonic() - begun)))
    config = SolverConfig(
        solution_class=Plan,
        entity_class_list=[Mission],
        random_seed=asked["seed"],
        score_director_factory_config=ScoreDirectorFactoryConfig(constraint_provider_function=constraints),
        termination_config=TerminationConfig(spent_limit=Duration(seconds=left)),
    )
    found = SolverFactory.create(config).build_solver().solve(plan_of(asked))
    taken = [mission.offer.number for mission in found.missions if mission.offer is not None]
    Path(answer).write_text(json.dumps(sorted(taken)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

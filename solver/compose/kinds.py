"""Which kinds of posts are worth trying: a linear programme over hours says who could share them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]

from gems.domain.composition import ComposeQuestion, Kind
from gems.domain.group import Group
from gems.domain.missions import Need

NEAREST = 7
"""Members nearest to a home that are tried together."""
DRIVING_SHARE = 0.93
"""The least part of a post's hours that its members get, as a first guess; the rest is driving between them."""
DRIVE_WEIGHT = 0.02
"""What a minute of commuting weighs against an hour placed: only to choose among equals."""


@dataclass(frozen=True)
class Possible:
    """All kinds that could hold something, built once for a group."""

    question: ComposeQuestion

    @cached_property
    def group(self) -> Group:
        """The group composed for."""
        return self.question.fortnight.group

    @cached_property
    def serves(self) -> Mapping[str, frozenset[str]]:
        """The jobs that a job may do, by the stand-in table, itself first."""
        allowed = {job: {job} for job in self.group.qualification}
        for row in self.group.stand_ins:
            if row.allowed:
                allowed[row.held].add(row.needed)
        return {job: frozenset(found) for job, found in allowed.items()}

    @cached_property
    def homes(self) -> tuple[str, ...]:
        """Communes where somebody could live: those of the sites."""
        return tuple(sorted({site.commune for site in self.group.sites}))

    def minutes(self, home: str, site_id: str) -> int:
        """The drive from a commune to a site."""
        commune = self.group.site[site_id].commune
        return 5 if commune == home else self.group.travel_table.between(home, commune).minutes

    def reach(self, job: str, home: str, needs: Iterable[Need]) -> dict[str, tuple[int, list[Need]]]:
        """By member: the drive to its farthest site of use, and its needs that this job could serve from this home."""
        found: dict[str, tuple[int, list[Need]]] = {}
        for need in needs:
            if need.request.qualification in self.serves[job]:
                drive = self.minutes(home, need.request.site_id)
                if drive <= self.question.terms.commute_minutes:
                    far, known = found.get(need.request.member_id, (0, []))
                    found[need.request.member_id] = (max(far, drive), [*known, need])
        return found

    def kinds(self, left: Mapping[str, tuple[Need, int]]) -> dict[Kind, list[Need]]:
        """Kinds that could serve some of what is left, with what they could serve; the nearest home for each."""
        needs = [need for need, _ in left.values()]
        jobs = [job for job in self.serves if any(need.request.qualification in self.serves[job] for need in needs)]
        best: dict[tuple[str, tuple[str, ...]], tuple[int, Kind, list[Need]]] = {}
        for job in jobs:
            for home in self.homes:
                reach = self.reach(job, home, needs)
                for members in _subsets(reach, self.question.terms.members_most):
                    drive = sum(reach[member][0] for member in members)
                    own = [need for member in members for need in reach[member][1]]
                    known = best.get((job, members))
                    if known is None or (-len(own), drive) < (-len(known[2]), known[0]):
                        best[job, members] = (drive, Kind(job=job, home=home, members=members), own)
        return {kind: own for _, kind, own in best.values()}


def _subsets(reach: Mapping[str, tuple[int, list[Need]]], most: int) -> Iterable[tuple[str, ...]]:
    near = sorted(reach, key=lambda member: (reach[member][0], member))[:NEAREST]
    size = min(most, len(near))
    return (tuple(sorted(found)) for found in combinations(near, size)) if size else ()


def promising(possible: Possible, left: Mapping[str, tuple[Need, int]], limit: float = 10.0) -> list[tuple[Kind, float]]:
    """Kinds and how many posts of each, when hours could be cut at will: the linear programme's answer."""
    question, kinds = possible.question, possible.kinds(left)
    year = {need_id: minutes * _rate(question, need) for need_id, (need, minutes) in left.items()}
    solver = pywraplp.Solver.CreateSolver("GLOP")
    assert solver is not None, "GLOP is part of OR-Tools"
    solver.SetTimeLimit(round(1000 * limit))
    rows = {need_id: solver.Constraint(0.0, minutes) for need_id, minutes in year.items()}
    posts: list[tuple[Kind, pywraplp.Variable]] = []
    terms = question.terms
    for kind, needs in kinds.items():
        if sum(year[need.id] for need in needs) < DRIVING_SHARE * terms.least_year:
            continue
        count = solver.NumVar(0.0, solver.infinity(), "")
        solver.Objective().SetCoefficient(count, -DRIVE_WEIGHT * 60 * _drives(possible, kind, needs))
        most = solver.Constraint(-solver.infinity(), 0.0)
        most.SetCoefficient(count, -float(terms.most_year))
        least = solver.Constraint(0.0, solver.infinity())
        least.SetCoefficient(count, -DRIVING_SHARE * terms.least_year)
        for need in needs:
            hours = solver.NumVar(0.0, year[need.id], "")
            solver.Objective().SetCoefficient(hours, 1.0)
            rows[need.id].SetCoefficient(hours, 1.0)
            most.SetCoefficient(hours, 1.0)
            least.SetCoefficient(hours, 1.0)
        posts.append((kind, count))
    solver.Objective().SetMaximization()
    if not posts or solver.Solve() not in (pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE):
        return []
    found = [(kind, count.solution_value()) for kind, count in posts]
    return sorted(((kind, value) for kind, value in found if value > 1e-6), key=lambda one: -one[1])


def _rate(question: ComposeQuestion, need: Need) -> float:
    """Weeks of the year for each minute of the fortnight."""
    return sum(question.fortnight.times(mission) for mission in need.missions) / len(need.missions)


def _drives(possible: Possible, kind: Kind, needs: Sequence[Need]) -> int:
    far: dict[str, int] = {}
    for need in needs:
        drive = possible.minutes(kind.home, need.request.site_id)
        far[need.request.member_id] = max(far.get(need.request.member_id, 0), drive)
    return sum(far.values())

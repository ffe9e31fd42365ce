"""How many people give up their rosters together, and what narrower programmes keep."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from random import Random

import pytest

from solver.habits import drawn
from solver.lagrange import SCALE
from solver.rosters.dive import dive
from solver.rosters.generation import FLAT, Generation
from solver.rosters.programme import Mixed, RosterProgramme
from solver.rosters.roster_search import RosterSearch
from solver.rosters.rosters import Roster, Rosters
from solver.rosters.together import MANY, Together, habits
from tests.solver.test_rosters import SEEDS, master_of, read


def crowd() -> Rosters:
    """A part of several people."""
    found = (read(master_of(seed, people=4)) for seed in SEEDS)
    return next(rosters for rosters in found if rosters is not None and rosters.people > 2)


def generation_of(rosters: Rosters) -> Generation:
    searching = RosterSearch(rosters, Random(1))
    programme = RosterProgramme(rosters, range(rosters.people), rosters.loads([]))
    for roster in searching.plan:
        programme.add(roster)
    return Generation(rosters, programme, rosters.marginal(rosters.loads(searching.plan)), 0)


@pytest.mark.parametrize(
    ("people", "expected"), [(1, [1]), (3, [2, 3]), (12, [2, 5, 12]), (20, [2, 5, 10, 20]), (75, [*MANY, 75])]
)
def test_some_or_all_give_up_their_rosters(people: int, expected: list[int]) -> None:
    assert [habit.people for habit in habits(people)] == expected


def test_what_has_gained_more_for_its_work_is_drawn_more_often() -> None:
    dear, cheap = Together(10), Together(20)
    for _ in range(5):
        dear.learn(100, 50.0)
        cheap.learn(100, 1.0)
    draw = Random(1)
    often = [drawn([dear, cheap], draw).people for _ in range(200)]
    assert often.count(20) > 3 * often.count(10) > 0


def test_what_gains_nothing_any_more_is_drawn_less_and_less() -> None:
    habit = Together(10)
    habit.learn(1000, 1.0)
    worth = []
    for _ in range(10):
        worth.append(habit.worth)
        habit.learn(0, 1.0)
    assert worth == sorted(worth, reverse=True)
    assert worth[-1] < worth[0] / 4


def test_a_programme_without_those_who_have_their_roster_costs_the_same() -> None:
    rosters = crowd()
    generation = generation_of(rosters)
    mixed = generation.settle(40, lambda: False)
    assert mixed is not None
    chosen = max(zip(mixed.shares.tolist(), generation.programme.all, strict=True), key=lambda one: one[0])[1]
    generation.hold([chosen])
    whole = generation.settle(40, lambda: False)
    narrow = generation.narrowed()
    assert sorted([*narrow.free, chosen.place]) == list(range(rosters.people))
    rest = narrow.settle(40, lambda: False)
    assert whole is not None
    assert rest is not None
    assert rest.cents + chosen.cents == pytest.approx(whole.cents, abs=1.0)
    assert narrow.base == generation.base + chosen.cents
    assert narrow.proven / SCALE <= rest.cents + 0.01


def test_a_dive_gives_everybody_one_roster_however_often_the_programme_is_narrowed() -> None:
    rosters = crowd()
    found = dive(generation_of(rosters), 40, Random(2), lambda: False)
    assert found is not None
    assert sorted(found) == list(range(rosters.people))
    assert all(roster.place == place for place, roster in found.items())


@dataclass
class Clock:
    """A round takes a second, or however long it is told."""

    limit: float
    spent: float = 0.0
    taken: float = 1.0
    held: list[int] = field(default_factory=list)

    def over(self) -> bool:
        return self.spent > self.limit

    def left(self) -> float:
        return self.limit - self.spent

    def start(self, monkeypatch: pytest.MonkeyPatch) -> None:
        round_, hold = Generation.round, Generation.hold

        def ticking(generation: Generation, mixed: Mixed) -> None:
            round_(generation, mixed)
            self.spent += self.taken

        def noting(generation: Generation, kept: Iterable[Roster]) -> None:
            kept = list(kept)
            self.held.append(len(kept))
            hold(generation, kept)

        monkeypatch.setattr(Generation, "round", ticking)
        monkeypatch.setattr(Generation, "hold", noting)


def test_a_dive_that_would_be_cut_short_shares_out_what_time_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    rosters = crowd()
    clock = Clock(limit=1000)
    clock.start(monkeypatch)
    assert dive(generation_of(rosters), 40, Random(2), clock.over) is not None
    clock.limit, clock.spent = clock.spent // 2, 0
    assert dive(generation_of(rosters), 40, Random(2), clock.over) is None, "it takes longer"
    clock.spent = 0
    found = dive(generation_of(rosters), 40, Random(2), clock.over, left=clock.left)
    assert found is not None
    assert sorted(found) == list(range(rosters.people))


def test_where_the_time_has_come_all_take_the_roster_they_have_most_of(monkeypatch: pytest.MonkeyPatch) -> None:
    rosters = crowd()
    clock = Clock(limit=100, taken=99)
    clock.start(monkeypatch)
    found = dive(generation_of(rosters), 40, Random(2), clock.over, left=clock.left)
    assert found is not None
    assert clock.held == [rosters.people]
    assert [found[place].place for place in range(rosters.people)] == list(range(rosters.people))


def test_where_rows_are_left_to_prices_a_bound_that_stands_still_is_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    rosters = crowd()
    generation = generation_of(rosters)
    mixed = generation.settle(200, lambda: False)
    assert mixed is not None
    generation.flat = 0
    for count in range(1, FLAT + 1):
        generation.round(mixed)
        assert generation.flat == count, "nothing more can be proven"
    above = replace(mixed, cents=mixed.cents + 10**6)
    generation.stale = 0
    assert not generation.settled(above), "elsewhere there is more to find"
    monkeypatch.setattr(Rosters, "leaves_rows", True)
    assert generation.settled(above)
    generation.hold([generation.programme.all[0]])
    assert not generation.settled(above), "beside a roster settled all begins again"


def test_a_dive_ends_where_it_is_proven_to_cost_too_much() -> None:
    rosters = crowd()
    found = dive(generation_of(rosters), 40, Random(2), lambda: False)
    assert found is not None
    generation = generation_of(rosters)
    assert generation.settle(200, lambda: False) is not None
    least = -(-generation.proven // SCALE)
    assert dive(generation_of(rosters), 40, Random(2), lambda: False, most=least - 1) is None


def test_a_search_for_everybody_proves_a_bound_again() -> None:
    rosters = crowd()
    searching = RosterSearch(rosters, Random(1))
    while not searching.bettering:
        searching.step(lambda: False)
    known, searching.bound = searching.bound, None
    assert known is not None
    for _ in range(12):
        searching.step(lambda: False)
    assert searching.bound is not None
    assert known - 1 <= searching.bound <= searching.cents

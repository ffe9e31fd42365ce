"""Whole patterns of posts: what is found keeps the rules, bounds hold, parts share nothing, what is left adds up."""

import multiprocessing
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from multiprocessing.connection import Connection
from random import Random

import numpy as np
import pytest

from gems.domain.composition import ComposeQuestion
from gems.domain.year import year_mondays
from gems.planning.compose.asking import question_of
from gems.planning.compose.judging import violations
from gems.planning.ports import PlanOptions
from sample_data import generate
from solver.compose import afresh, first_posts
from solver.compose.afresh import posts_from
from solver.compose.ahead import STEPS, compile_ahead
from solver.compose.bound import Sums, bound
from solver.compose.demand import Pattern, worth
from solver.compose.dive import Dive
from solver.compose.diving import BACK, FURTHEST, NEAREST, Begin, Diving
from solver.compose.first_posts import small_parts
from solver.compose.kinds import Possible
from solver.compose.labels import Search
from solver.compose.member_sets import MemberSets
from solver.compose.packing import packed
from solver.compose.parts import parts_of
from solver.compose.pool import Pool
from solver.compose.pricing import Order, Pricer, settled
from solver.compose.second import Line
from solver.compose.second_process import second_process
from solver.compose.taken import Taken, taken_by
from solver.compose.workable import OTHERS
from solver.compose.yard import Yard

MANY = 100


@cache
def year(name: str, seed: int = 1) -> ComposeQuestion:
    return question_of(generate(name, seed, year=2027), year_mondays(2027))


@cache
def pricer(name: str) -> Pricer:
    return Pricer.of(Possible(year(name)), Random(1), never)


def never() -> bool:
    return False


def test_patterns_keep_the_rules_and_their_posts_hold_what_they_say() -> None:
    asked = pricer("small")
    pool = Pool(asked.demand)
    settled(asked, pool, 3, never)
    assert len(pool.patterns) > 20
    accepted = 0
    for pattern in pool.patterns[::3]:
        post = asked.workables[pattern.kind].post(pattern)
        question, work = year("small"), asked.workables[pattern.kind]
        fortnight = question.fortnight
        minutes = sum(p.minutes * fortnight.times(fortnight.mission[p.mission_id or ""]) for p in post.pieces)
        assert minutes == pattern.worth
        assert post.whole
        assert len(post.kind.members) <= question.terms.members_most
        assert work.keeps_rules(pattern.duties)
        accepted += not violations(question, post)
    assert accepted > len(pool.patterns[::3]) * 0.8


def test_what_wants_one_person_is_paid_for_whole() -> None:
    """A piece at a time it looks cheap: what is found is worth what the whole request costs, or does without it."""
    possible = Possible(year("gems23", 2))
    asked = Pricer.of(possible, Random(1), never)
    prices = np.zeros(len(asked.demand.limits))
    prices[list(asked.demand.together.values())] = asked.workables[2].worth.max()
    touched = [number for number, work in asked.workables.items() if work.together[0].size]
    assert touched
    found = asked.picks([Order(number) for number in touched], prices, asked.demand.limits, never)
    assert found
    for kind, duties in found:
        work = asked.workables[kind]
        assert work.gain(duties, prices) > 0
        assert work.gain(duties, prices) <= work.values(prices)[list(duties)].sum() + 1e-6


def test_what_is_left_is_what_posts_do_not_hold() -> None:
    asked = pricer("small")
    pool = Pool(asked.demand)
    settled(asked, pool, 2, never)
    pattern = pool.patterns[-1]
    left = asked.demand.left([pattern])
    assert (left >= 0).all()
    taken = taken_by(year("small"), [asked.workables[pattern.kind].post(pattern)])
    gone = {mission for mission, row in asked.demand.missions.items() if left[row] == 0}
    assert gone <= taken.missions
    for need, row in asked.demand.volumes.items():
        assert asked.demand.limits[row] - left[row] == taken.minutes.get(need, 0)
        assert asked.demand.limits[row + 1] - left[row + 1] == taken.days.get(need, 0)
    pool.restrict(left)
    assert not pool.known.fitting(left)[-1], "what is held once is not held again"
    shares = pool.solve()
    assert not shares.shares[~pool.known.fitting(left)].any()


@pytest.mark.parametrize("seed", range(3))
def test_no_pattern_is_worth_more_than_the_bound_of_its_members(seed: int) -> None:
    asked = pricer("small")
    random = np.random.default_rng(seed)
    prices = random.uniform(0, 2, len(asked.demand.limits)) * 60
    looked = 0
    for work in asked.workables.values():
        values, sets = work.values(prices), MemberSets(work)
        for promise in list(sets.ranked(values, prices))[:3]:
            allowed = sets.allows(promise)
            for value, duties in Search(work, values, allowed, promise.charges).best():
                looked += 1
                assert value == pytest.approx(sum(values[list(duties)]))
                assert value <= promise.bound + 1e-6
                served = np.flatnonzero(work.members[list(duties)].any(axis=0))
                assert set(served.tolist()) <= set(promise.members)
    assert looked


def test_a_promise_holds_for_whatever_holds_what_wants_one_person_and_no_more() -> None:
    """Each of these requests is held and paid for whole, or no piece of it is allowed; the order is that of bounds."""
    asked = Pricer.of(Possible(year("gems23", 2)), Random(1), never)
    prices = np.full(len(asked.demand.limits), asked.workables[2].worth.max() / 2.0)
    prices[list(asked.demand.together.values())] = 300.0
    for need in asked.demand.question.fortnight.needs:
        if need.same_person:
            prices[[asked.demand.missions[mission.id] for mission in need.missions]] = 0.0
    prices[asked.demand.posts] = 0.0
    [number, *_] = [number for number, work in asked.workables.items() if len(work.together[0]) > 2]
    work, sets = asked.workables[number], MemberSets(asked.workables[number])
    rows, pieces = work.together
    values = work.values(prices)
    before, found, held = float("inf"), 0, set[tuple[int, ...]]()
    for promise in islice(sets.ranked(values, prices), MANY):
        assert promise.bound <= before + 1e-6
        before = promise.bound
        held.add(promise.held)
        allowed = sets.allows(promise)
        others = [request for request in range(len(rows)) if request not in promise.held]
        assert not pieces[np.ix_(others, np.flatnonzero(allowed))].any()
        cost = promise.cost
        assert cost == 300.0 * asked.demand.limits[rows[list(promise.held)]].sum()
        valued = sets.valued(values, prices, promise.held)
        for value, duties in Search(work, valued, allowed, promise.charges, cost).best():
            found += 1
            assert value - cost <= promise.bound + 1e-6
            assert work.gain(duties, prices) >= value - cost - 1e-6, "what is not held in the end is not paid for"
    assert found
    assert len(held) > 1


def test_parts_share_no_request_and_no_kind_reaches_two() -> None:
    possible = Possible(year("gems23"))
    parts = parts_of(possible)
    assert len(parts) > 1
    asked = [{need.request.id for need in part.fortnight.needs} for part in parts]
    for kind in possible.widest:
        reached = {need.request.id for need in possible.reach(kind.job, kind.home, year("gems23").fortnight.needs)}
        assert sum(bool(reached & own) for own in asked) == 1
    everything = {need.request.id for need in year("gems23").fortnight.needs}
    assert sum(map(len, asked)) == len(set().union(*asked)) <= len(everything)


def test_a_small_part_is_solved_whole_and_lowers_the_bound() -> None:
    possible = Possible(year("gems23", 5))
    options = PlanOptions(time_limit_seconds=300.0)
    parts = small_parts(possible, options, float("inf"), never, Line(None))
    known = [part for part in parts if part.known]
    assert known
    for part in known:
        yard = Yard(part.possible.question, part.possible.widest, Taken())
        fractions, posts = Sums(yard, MANY).bound(0, MANY)
        assert posts != round(posts or 0)
        assert part.most <= bound(part.possible) < fractions
    assert sum(part.most for part in parts) < bound(possible)
    for part in known:
        assert not any(violations(part.possible.question, post) for post in part.posts)


def test_a_part_too_large_for_the_sums_is_bounded_by_all_that_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is composed all the same: the programme of sums of a county would take longer than any composing."""
    monkeypatch.setattr(first_posts, "MANY", 0)
    monkeypatch.setattr(first_posts, "bound", None)
    possible = Possible(year("small"))
    parts = small_parts(possible, PlanOptions(time_limit_seconds=1.0), time.monotonic() + 1000, never, Line(None))
    asked = [part for part in parts if part.pricer]
    assert asked
    for part in asked:
        most = [
            need.minutes * max(map(part.possible.question.fortnight.times, need.missions))
            for need in part.possible.question.fortnight.needs
        ]
        assert bound(part.possible) <= part.most <= sum(most)


def test_kinds_are_read_until_it_is_over() -> None:
    every, possible = pricer("small").workables, Possible(year("small"))
    read: list[int] = []

    def over() -> bool:
        read.append(1)
        return len(read) > len(every) // 2

    assert len(Pricer.of(possible, Random(1), over).workables) < len(every)
    assert not Pricer.of(possible, Random(1), lambda: True).duties


def test_what_duties_add_up_to_is_the_sum_of_each_one_alone() -> None:
    asked, random = pricer("small"), Random(3)
    work = max(asked.workables.values(), key=lambda one: one.size)
    duties, rows, amounts = work.use
    kept = 0
    for _ in range(MANY):
        chosen = tuple(sorted(random.sample(range(work.size), random.choice((1, 2, 5, 10)))))
        sums: Counter[int] = Counter()
        for duty in chosen:
            of_duty = duties == duty
            sums.update(dict(zip(rows[of_duty].tolist(), amounts[of_duty].tolist(), strict=True)))
        pattern = work.pattern(chosen)
        sums[asked.demand.posts] = 1
        assert pattern.rows.tolist() == sorted(sums)
        given = asked.demand.whole(pattern.rows, np.array([sums[row] for row in pattern.rows.tolist()]))
        assert pattern.amounts.tolist() == given.tolist()
        within = all(
            row.lower <= (row.coefficients * np.isin(row.columns, [*chosen, *work.yard.open])).sum() <= row.upper
            for row in work.yard.master.rows
            if row.rule not in OTHERS and ((row.columns < work.size) | (row.columns == work.yard.open[0])).all()
        )
        assert work.keeps_rules(chosen) == within
        kept += within
    for pattern in dived([]).best:
        assert asked.workables[pattern.kind].keeps_rules(pattern.duties)


def known_after(rounds: int, line: Connection | None) -> set[tuple[int, tuple[int, ...]]]:
    """The patterns of the small year after some rounds, with whoever listens on the line or alone."""
    question = year("small")
    asked = Pricer.of(Possible(question), Random(1), never)
    asked.others = Line(line).told(question)
    pool = Pool(asked.demand)
    settled(asked, pool, rounds, never)
    return keys(pool.patterns)


def keys(patterns: Sequence[Pattern]) -> set[tuple[int, tuple[int, ...]]]:
    return {(pattern.kind, pattern.duties) for pattern in patterns}


def test_a_second_process_finds_what_one_alone_finds_and_ends_with_its_line() -> None:
    line = second_process()
    [process] = [child for child in multiprocessing.active_children() if child.name == "second"]
    assert known_after(3, line) == known_after(3, None)
    line.close()
    process.join()
    assert process.exitcode == 0


def test_a_second_process_keeps_the_parts_it_was_told_apart() -> None:
    line = second_process()
    first, other = year("small"), year("small", 2)
    told = Line(line)
    one, two = told.told(first), told.told(other)
    assert one is not None
    assert two is not None
    for second, question in ((two, other), (one, first)):
        alone = Pricer.of(Possible(question), Random(1), never)
        prices = np.zeros(len(alone.demand.limits))
        orders = [Order(number) for number in alone.workables]
        second.ask(orders, prices, alone.demand.limits)
        answer = second.answer()
        assert answer is not None
        assert answer == alone.picks(orders, prices, alone.demand.limits, never)
    line.close()


def test_without_an_answer_one_process_does_it_all() -> None:
    line, other = multiprocessing.Pipe()
    other.close()
    assert known_after(2, line) == known_after(2, None)


def dived(told: list[int]) -> Diving:
    """A first dive in the small year."""
    possible = Possible(year("small"))
    until = time.monotonic() + 1000
    diving = Diving(possible, pricer("small"), until, never, lambda posts: told.append(len(posts)))
    diving.first(diving.programme(until), until)
    return diving


def test_nothing_is_compiled_in_a_composing_that_was_not_compiled_ahead() -> None:
    compile_ahead()
    ahead = {step.__name__: set(step.signatures) for step in STEPS}
    dived([])
    assert {step.__name__: set(step.signatures) for step in STEPS} == ahead


def test_dives_place_no_less_as_they_go_on() -> None:
    told: list[int] = []
    diving = dived(told)
    assert told
    first = worth(diving.best)
    for _ in range(3):
        diving.again()
    assert worth(diving.best) >= first
    assert first <= bound(diving.possible)
    for post in diving.posts:
        assert not violations(year("small"), post)
    held = [piece.mission_id for post in diving.posts for piece in post.pieces]
    assert len(held) == len(set(held))
    assert (diving.pricer.demand.left(diving.best) >= 0).all()


def test_with_a_bonus_for_each_the_programme_has_more_posts_and_says_what_they_count_for() -> None:
    asked = pricer("small")
    bonus = year("small").terms.least_year // 5
    plain, more = Pool(asked.demand), Pool(asked.demand, bonus)
    for pool in (plain, more):
        settled(asked, pool, 4, never)
    for pattern in (*plain.patterns, *more.patterns):
        plain.add(pattern)
        more.add(pattern)
    without, given = plain.solve(), more.solve()
    worths = np.array([pattern.worth for pattern in more.patterns])
    assert given.counted == pytest.approx((worths + bonus) @ given.shares)
    assert worths @ given.shares <= without.counted + 1
    assert given.shares.sum() >= without.shares.sum() - 1e-6


def test_while_a_post_is_missing_all_are_looked_for_from_the_beginning_again_and_the_best_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(afresh, "TRIES", 2)
    monkeypatch.setattr(afresh, "FIRST", 1e-3)
    told, begun = list[int](), list[int]()
    first = Diving.first

    def counted(self: Diving, start: Begin, until: float) -> None:
        begun.append(worth(self.best))
        first(self, start, until)

    monkeypatch.setattr(Diving, "first", counted)
    diving = Diving(
        Possible(year("small")),
        pricer("small"),
        time.monotonic() + 1000,
        lambda: len(begun) > 2,
        lambda _: told.append(worth(diving.best)),
    )
    start = diving.programme(diving.until)
    posts_from(diving, replace(start, posts=start.posts + 2))
    assert begun == sorted(begun), "more than the programme has are never found: three times from the beginning"
    assert told == sorted(told), "what is told is never less than before"
    assert worth(diving.best) == told[-1] > 0
    assert (diving.pricer.demand.left(diving.best) >= 0).all()
    diving.settle()
    assert diving.held == diving.best
    assert not diving.short


def test_no_more_posts_are_held_than_may_be() -> None:
    asked = pricer("small")
    pool = Pool(asked.demand)
    settled(asked, pool, 4, never)
    free = pool.solve().shares.sum()
    few = int(free) - 1
    pool.restrict(asked.demand.left([], few))
    shares = settled(asked, pool, 4, never)
    assert shares.shares.sum() <= few + 1e-6
    assert shares.prices[asked.demand.posts] > 0, "one post more would be worth something"
    dive = Dive(asked, pool, lambda _: True, never, lambda _: float("inf"), lambda _: None, posts=few)
    assert len(dive.run(shares)) <= few


def test_filled_up_a_list_keeps_its_number_of_posts_and_places_no_less() -> None:
    diving = dived([])
    diving.settle()
    many, before = len(diving.held), worth(diving.held)
    for _ in range(8):
        reach = diving.reach
        diving.again()
        assert worth(diving.held) >= before
        assert len(diving.held) <= many
        if worth(diving.held) > before:
            assert diving.reach == max(NEAREST, reach - BACK), "near is looked at again once something was found"
        else:
            assert reach < diving.reach <= FURTHEST, "the longer nothing is found, the more are given up"
        before = worth(diving.held)


def test_two_lists_of_posts_are_packed_as_well_as_the_best_of_all_trials() -> None:
    diving = dived([])
    every = [*diving.best, *diving.seen.all[:: max(1, len(diving.seen) // 8)]][:12]
    limits = diving.pricer.demand.left([])
    most = 0
    for chosen in range(1 << len(every)):
        some = [pattern for place, pattern in enumerate(every) if chosen >> place & 1]
        if (diving.pricer.demand.left(some) >= 0).all():
            most = max(most, worth(some))
    assert worth(packed(diving.pricer.demand, every)) == most
    assert (diving.pricer.demand.left([]) == limits).all()


def test_what_a_second_process_finds_for_itself_is_heard_and_kept_when_better() -> None:
    question = year("small")
    line = second_process()
    second = Line(line).told(question)
    assert second is not None
    alone = dived([])
    until = time.monotonic() + 1000
    second.begin(alone.programme(until), seed=2)
    other = Diving(alone.possible, alone.pricer, until, never, lambda _: None, second)
    heard = None
    while heard is None:
        heard = second.heard()
    other.meet(heard)
    assert worth(other.best) >= worth(alone.pricer.workables[kind].pattern(duties) for kind, duties in heard) > 0
    before = worth(other.best)
    other.meet(second.enough())
    assert worth(other.best) >= before
    assert second.heard() is None, "nothing more is told"
    for post in other.posts:
        assert not violations(question, post)
    second.tell([])
    line.close()

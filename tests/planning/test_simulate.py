"""Weeks simulated one after the other: each starts from what the one before left behind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from gems.domain.history import History, YearDone
from gems.domain.people import Absence, AbsenceKind
from gems.domain.problem import Problem
from gems.domain.simulation import SimulatedWeek
from gems.domain.time import Horizon, Span, day_end, day_start
from gems.domain.year import year_mondays
from gems.planning.ports import OnProgress, PlanOptions, PlanResult, ShouldStop, ignore_progress, never_stop
from gems.planning.simulate import Rolling, simulate
from sample_data import generate
from solver.planner import ExactPlanner
from tests.cli.tiny import Answering, tiny_problem
from tests.rules.group import contract

FIRST, WEEK = date(2026, 11, 23), timedelta(weeks=1)


@dataclass
class Watched:
    """Another planner, and the problems it was given."""

    planner: ExactPlanner | Answering = field(default_factory=ExactPlanner)
    asked: list[Problem] = field(default_factory=list)

    def plan(
        self,
        problem: Problem,
        options: PlanOptions,
        on_progress: OnProgress = ignore_progress,
        should_stop: ShouldStop = never_stop,
    ) -> PlanResult:
        self.asked.append(problem)
        return self.planner.plan(problem, options, on_progress, should_stop)


def rolling(weeks: int, first: date = FIRST) -> Rolling:
    return Rolling(horizon=Horizon(first, weeks), options=PlanOptions(time_limit_seconds=5, deterministic=True))


def after(weeks: int) -> Callable[[], bool]:
    """Ctrl+C in the planning that follows so many weeks."""
    calls = iter(range(100))
    return lambda: next(calls) >= weeks


def test_each_week_starts_from_the_one_before() -> None:
    watched, group = Watched(), tiny_problem().group
    done = simulate(group, rolling(3), watched)
    assert [week.monday for week in done.weeks] == [FIRST + WEEK * number for number in range(3)]
    assert not done.broken
    for number, (problem, week) in enumerate(zip(watched.asked, done.weeks, strict=True)):
        known = {(row.employee_id, row.monday): row.minutes for row in problem.group.history.weeks}
        assert len(known) == 4 * number, "nobody's week is lost"
        for earlier in done.weeks[:number]:
            assert {(one.employee_id, earlier.monday): one.worked for one in earlier.people}.items() <= known.items()
        assert week.served_minutes <= week.asked_minutes


def test_twelve_weeks_are_remembered() -> None:
    watched = Watched(Answering())
    done = simulate(tiny_problem().group, rolling(14), watched)
    assert len(done.weeks) == 14
    mondays = sorted({row.monday for row in watched.asked[-1].group.history.weeks})
    assert mondays == [done.weeks[number].monday for number in range(1, 13)]
    ledgers = watched.asked[-1].group.history.ledgers
    assert sum(row.asked_minutes for row in ledgers) == sum(week.asked_minutes for week in done.weeks[1:13])


def test_sickness_is_known_in_its_own_week_only() -> None:
    watched, group = Watched(Answering()), tiny_problem().group
    later = FIRST + WEEK + timedelta(days=2)
    span = Span(day_start(later), day_end(later))
    rows = [Absence(id=kind, employee_id="ANA", kind=kind, span=span) for kind in AbsenceKind]
    simulate(replace(group, absences=tuple(rows)), rolling(2), watched)
    seen = [{row.kind for row in problem.group.absences} for problem in watched.asked]
    assert seen == [set(AbsenceKind) - {AbsenceKind.SICKNESS}, set(AbsenceKind)]


def test_a_stop_keeps_the_weeks_done() -> None:
    heard: list[SimulatedWeek] = []
    # The planner asks once and the simulation once a week: the fifth question is in the third week.
    done = simulate(tiny_problem().group, rolling(4), Answering(), heard.append, should_stop=after(4))
    assert [week.monday for week in done.weeks] == [week.monday for week in heard] == [FIRST, FIRST + WEEK]
    assert not simulate(tiny_problem().group, rolling(2), Answering(), should_stop=after(0)).weeks


def test_a_week_without_a_plan_ends_it_and_says_why() -> None:
    answering = Answering(no_plan=True)
    done = simulate(tiny_problem().group, rolling(2), answering)
    assert not done.weeks
    assert done.why_ended
    assert [options.time_limit_seconds for _, options in answering.asked] == [5, 25], "tried again, for longer"


def test_a_week_that_had_too_little_time_gets_more() -> None:
    answering = Answering(no_plan=True)

    @dataclass
    class Slow:
        """Finds nothing in five seconds."""

        def plan(
            self,
            problem: Problem,
            options: PlanOptions,
            on_progress: OnProgress = ignore_progress,
            should_stop: ShouldStop = never_stop,
        ) -> PlanResult:
            answering.no_plan = options.time_limit_seconds == 5
            return answering.plan(problem, options, on_progress, should_stop)

    done = simulate(tiny_problem().group, rolling(2), Slow())
    assert len(done.weeks) == 2
    assert not done.why_ended


@pytest.mark.parametrize(
    ("took", "deterministic", "granted"),
    [
        pytest.param((1.0, 2.0, 6.0, 5.0), False, [5, 9, 10, 10], id="what is left adds up, twice the limit at most"),
        pytest.param((1.0, 9.0, 9.0, 5.0), False, [5, 9, 5, 5], id="a week that took too long is nobody's debt"),
        pytest.param((1.0, 2.0, 6.0, 5.0), True, [5, 5, 5, 5], id="never by the clock where the same plan is wanted"),
    ],
)
def test_seconds_left_are_given_to_the_weeks_after(
    took: tuple[float, ...], *, deterministic: bool, granted: list[float]
) -> None:
    answering = Answering()

    @dataclass
    class Timed:
        """Takes these seconds."""

        seconds: Iterator[float] = field(default_factory=lambda: iter(took))

        def plan(
            self,
            problem: Problem,
            options: PlanOptions,
            on_progress: OnProgress = ignore_progress,
            should_stop: ShouldStop = never_stop,
        ) -> PlanResult:
            found = answering.plan(problem, options, on_progress, should_stop)
            return replace(found, seconds=next(self.seconds))

    asked = rolling(4)
    options = replace(asked.options, deterministic=deterministic)
    simulate(tiny_problem().group, replace(asked, options=options), Timed())
    assert [options.time_limit_seconds for _, options in answering.asked] == granted


def test_counters_begin_again_with_the_year_and_its_closing_is_told() -> None:
    last, group = year_mondays(2026)[-1], tiny_problem().group
    people = tuple(replace(one, contract=contract(annualised=True)) for one in group.employees)
    counted = History(years=tuple(YearDone(employee_id=one.id, minutes=94000) for one in people))
    watched = Watched(Answering())
    done = simulate(replace(group, employees=people, history=counted), rolling(1, last), watched)
    assert done.year_over
    assert {(one.due, one.closing) for one in done.people} == {(96420, 94000)}
    on = simulate(replace(group, employees=people, history=counted), rolling(2, last), watched)
    assert {year.minutes for year in watched.asked[-1].group.history.years} == {0}
    assert not on.year_over


def test_people_get_the_hours_their_year_asks_for() -> None:
    group, first = generate("small", year=2027), year_mondays(2027)[0]
    quick = Rolling(horizon=Horizon(first), options=PlanOptions(time_limit_seconds=2))
    done = simulate(group, quick, ExactPlanner())
    assert not done.broken
    (week,) = done.weeks
    worked, aimed = sum(one.worked for one in week.people), sum(one.target for one in week.people)
    assert 0.8 * aimed <= worked <= 1.1 * aimed
    assert all(one.balance is not None for one in week.people)

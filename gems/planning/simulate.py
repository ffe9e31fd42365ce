"""Simulate weeks one after the other: each is planned, judged, and put behind before the next is looked at."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from gems.domain.fairness import asked_and_served, evenness, fairness_of, km_of, past_evenings
from gems.domain.group import Group
from gems.domain.history import History
from gems.domain.people import AbsenceKind, ContractKind, Employee
from gems.domain.prices import Prices
from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.simulation import PersonWeek, PersonYear, SimulatedWeek, Simulation
from gems.domain.time import SUNDAY, WEEK, Horizon, day_end
from gems.domain.words import Words
from gems.domain.year import Standing, counting_year, standing_after
from gems.planning.build import judged
from gems.planning.ports import OnProgress, Planner, PlanOptions, PlanResult, ShouldStop, ignore_progress, never_stop
from gems.planning.week.done import Done, done_in, with_week, without_faces
from gems.planning.week.past import LOOKED_BACK, of_year, trimmed
from gems.prices.load import prices
from gems.rules.checker import judge
from gems.rules.limits import Limits, year_figures
from gems.rules.roster import Roster

PATIENCE = 5
"""Times as long for a week that had no plan at first."""

OnWeek = Callable[[SimulatedWeek], None]


def no_word(week: SimulatedWeek) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolling:
    """What to simulate: `horizon` holds the weeks; `prices` None: the group's own profile."""

    horizon: Horizon
    options: PlanOptions
    prices: Prices | None = None


def simulate(
    group: Group,
    rolling: Rolling,
    planner: Planner,
    on_week: OnWeek = no_word,
    on_progress: OnProgress = ignore_progress,
    should_stop: ShouldStop = never_stop,
) -> Simulation:
    """Plan week after week, as a coordinator would: sickness is known in its own week only.

    The group must be valid, its history reaching up to the first Monday. Seconds that a week leaves are given to those
    after it, so that the time limit is one of the mean week. A stop keeps the weeks that are done. Raises
    PlannerDisagreement.
    """
    run, spare = _Run(group, rolling), 0.0
    limit = rolling.options.time_limit_seconds
    for monday in rolling.horizon.mondays:
        started = time.monotonic()
        problem = run.problem(monday)
        granted = limit + min(spare, limit)
        options = replace(rolling.options, time_limit_seconds=granted)
        result = planner.plan(problem, options, on_progress, should_stop)
        if not options.deterministic:
            spare = max(0.0, spare + limit - result.seconds)
        if result.schedule is None and not should_stop():
            # The machine may have been busy: a whole year is not given up for a week that had too little time.
            longer = replace(rolling.options, time_limit_seconds=PATIENCE * rolling.options.time_limit_seconds)
            result = planner.plan(problem, longer, on_progress, should_stop)
        if should_stop():
            break
        if result.schedule is None:
            run.why_ended = result.reasons
            break
        judged(problem, result)
        run.put_behind(problem, result.schedule)
        run.weeks.append(_week(run, problem, result, result.schedule, started))
        on_week(run.weeks[-1])
    return run.ended()


@dataclass(slots=True)
class _Run:
    """The simulation under way."""

    group: Group
    rolling: Rolling
    history: History = field(init=False)
    weeks: list[SimulatedWeek] = field(default_factory=list)
    done: dict[date, Done] = field(default_factory=dict)
    why_ended: tuple[Words, ...] = ()
    _year: int | None = None

    def __post_init__(self) -> None:
        self.history = self.group.history
        last = max((week.monday for week in self.history.weeks), default=None)
        self._year = None if last is None else counting_year(last)

    def problem(self, monday: date) -> Problem:
        """The week as it is seen when it is planned."""
        self.history = of_year(self.history, self._year, monday)
        self._year = counting_year(monday)
        known = day_end(monday + timedelta(days=6))
        absences = tuple(
            row for row in self.group.absences if row.kind is not AbsenceKind.SICKNESS or row.span.start < known
        )
        return Problem(
            group=replace(self.group, history=self.history, absences=absences),
            horizon=Horizon(monday),
            prices=self.rolling.prices or prices(self.group.settings.profile),
        )

    def put_behind(self, problem: Problem, schedule: Schedule) -> None:
        """The history moves on by the code that closes a week."""
        monday = problem.horizon.first
        self.done[monday] = done_in(problem, schedule)
        history = with_week(self.history, self.done[monday])
        gone = self.done.get(monday - LOOKED_BACK)
        history = history if gone is None else without_faces(history, gone)
        self.history = trimmed(history, monday + WEEK)

    def ended(self) -> Simulation:
        """Everything added up, and all the weeks judged at once."""
        if not self.weeks:
            return Simulation(
                group=self.group,
                weeks=(),
                people=(),
                members=evenness({}),
                broken=(),
                year_over=False,
                why_ended=self.why_ended,
            )
        first, last = self.weeks[0].monday, self.weeks[-1].monday
        whole = Schedule(
            horizon=Horizon(first, len(self.weeks)),
            assignments=tuple(piece for week in self.weeks for piece in week.schedule.assignments),
        )
        problem = Problem(group=self.group, horizon=whole.horizon, prices=Prices(profile="none", cents={}))
        return Simulation(
            group=self.group,
            weeks=tuple(self.weeks),
            people=tuple(_people(self, problem, whole)),
            members=evenness(_rates(self.weeks)),
            broken=tuple(found.words for found in judge(problem, whole).violations),
            year_over=counting_year(last) != counting_year(last + WEEK),
            why_ended=self.why_ended,
        )


def _week(run: _Run, problem: Problem, result: PlanResult, schedule: Schedule, started: float) -> SimulatedWeek:
    roster, shares = Roster(problem, schedule), asked_and_served(problem, schedule)
    behind = problem.group.with_history(run.history)
    return SimulatedWeek(
        monday=problem.horizon.first,
        schedule=schedule,
        status=result.status,
        cost_cents=result.cost_cents or 0,
        bound_cents=result.bound_cents,
        asked_minutes=sum(asked for asked, _ in shares.values()),
        served_minutes=sum(served for _, served in shares.values()),
        members=tuple((member, asked, served) for member, (asked, served) in shares.items()),
        people=tuple(_person_week(person, roster, behind) for person in problem.group.employees),
        fairness=fairness_of(problem, schedule),
        seconds=time.monotonic() - started,
    )


def _person_week(person: Employee, roster: Roster, behind: Group) -> PersonWeek:
    monday = roster.horizon.first
    standing = _standing(behind, person, monday, roster.limits)
    return PersonWeek(
        employee_id=person.id,
        target=roster.limits.week_target(person, monday),
        worked=roster.week_minutes(person.id, monday) or 0,
        balance=None if standing is None else standing.balance,
    )


def _standing(behind: Group, person: Employee, monday: date, limits: Limits) -> Standing | None:
    """Where a year stands once the week of this Monday is behind; None where nothing is counted."""
    counter = next((year for year in behind.history.years if year.employee_id == person.id), None)
    if counter is None:
        return None
    return standing_after(behind, person, monday, year_figures(limits.law, monday), counter.minutes)


def _rates(weeks: Sequence[SimulatedWeek]) -> dict[str, float]:
    """The part served over all weeks, by member that asked."""
    asked, served = Counter[str](), Counter[str]()
    for week in weeks:
        for member, minutes, done in week.members:
            asked[member] += minutes
            served[member] += done
    return {member: served[member] / minutes for member, minutes in asked.items() if minutes}


def _people(run: _Run, problem: Problem, whole: Schedule) -> Iterator[PersonYear]:
    limits, monday = Limits(problem), run.weeks[-1].monday
    roster, behind = Roster(problem, whole), run.group.with_history(run.history)
    km, evenings = km_of(run.group, whole), _evenings(run)
    counters = {year.employee_id: year for year in run.history.years}
    for person in run.group.employees:
        standing = _standing(behind, person, monday, limits)
        counter = counters.get(person.id)
        yield PersonYear(
            employee_id=person.id,
            full_time=person.contract.kind is ContractKind.FULL_TIME,
            due=standing.due if standing is not None else 0,
            closing=standing.closing if standing is not None else 0,
            overtime=counter.overtime_minutes if counter is not None else 0,
            quota=limits.of("overtime_quota", person.id, monday),
            evenings=evenings[person.id],
            sundays=sum(roster.works_on(person.id, day) for day in whole.horizon.days if day.weekday() == SUNDAY),
            km=int(km.get(person.id, 0)),
        )


def _evenings(run: _Run) -> Counter[str]:
    found = Counter[str]()
    for done in run.done.values():
        for week in done.weeks:
            found[week.employee_id] += past_evenings(week)
    return found

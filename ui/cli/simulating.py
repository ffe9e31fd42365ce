"""Simulate the weeks of a workbook, write the report, and tell it: what `gems simulate` does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from gems.domain.ceiling_words import rival_names
from gems.domain.group import Group
from gems.domain.simulation import SimulatedWeek, Simulation
from gems.domain.time import ZONE, Horizon, monday_of
from gems.domain.words import Words, hours, percent
from gems.planning.build import PlannerDisagreement
from gems.planning.ceilings import with_ceilings
from gems.planning.ports import PlanOptions
from gems.planning.simulate import Rolling, simulate
from gems.planning.week.past import first_unknown
from gems.prices.load import prices
from gems.workbook.simulation import summary_words, write_simulation
from solver import processes
from ui import wiring
from ui.cli import incidents
from ui.cli.exits import nothing_done, wrong_input
from ui.cli.interrupts import GivenUp, Interrupts
from ui.cli.plan_words import week_words
from ui.cli.planning import GIVEN_UP, NOT_WRITTEN, planner_at
from ui.cli.progress import ProgressLine
from ui.cli.reading import sound
from ui.cli.speech import BLANK, say, session, spoken
from ui.cli.tables import Column, lines

NO_WEEK = Words(
    "Arrêté avant la fin de la première semaine : rien n'a été écrit.",
    "Stopped before a first week was done: nothing was written.",
)
LINE = Words(
    "{week} : {share} servies, {worked} travaillées sur {target} visées, {seconds} s",
    "{week}: {share} served, {worked} worked of {target} aimed at, {seconds} s",
)
YEARS = Words("Année par personne", "Year by person")
COLUMNS = (
    Column(Words("Personne", "Person")),
    Column(Words("Dues", "Due"), figures=True),
    Column(Words("Clôture", "Closing"), figures=True),
    Column(Words("Écart", "Gap"), figures=True),
    Column(Words("Au plus", "At most"), figures=True),
    Column(Words("Mêmes heures que", "Same hours as")),
    Column(Words("Heures supp.", "Overtime"), figures=True),
    Column(Words("Soirées", "Evenings"), figures=True),
    Column(Words("Dimanches", "Sundays"), figures=True),
    Column(Words("km", "km"), figures=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to simulate, as asked on the command line; None: not said."""

    weeks: int
    first: date | None
    profile: str | None
    cluster: str | None
    options: PlanOptions
    quiet: bool


def simulate_workbook(source: Path, output: Path, wish: Wish) -> Simulation:
    """Read, simulate with progress, write. Ends the command in words for faults of the file and faults of ours."""
    if wish.cluster is None:
        processes.get_ready()
    group = sound(source).group
    assert group is not None
    horizon = Horizon(wish.first or first_week(group, datetime.now(ZONE).date()), wish.weeks)
    problem = wiring.pose(group, None, horizon, profile=wish.profile, as_of=None)
    rolling = Rolling(horizon=horizon, options=wish.options, prices=prices(problem.prices.profile))
    progress = ProgressLine(quiet=wish.quiet)
    if not wish.quiet:
        say(week_words(horizon))

    def heard(week: SimulatedWeek) -> None:
        progress.end()
        if not wish.quiet:
            say(_line(week))

    try:
        with planner_at(wish.cluster) as planner, Interrupts() as interrupts:

            def should_stop() -> bool:
                stopping = interrupts.should_stop()
                progress.tick(stopping=stopping)
                return stopping

            done = simulate(group, rolling, planner, heard, progress.hear, should_stop)
            done = with_ceilings(done, wiring.reckoner())
    except GivenUp as error:
        raise nothing_done(GIVEN_UP) from error
    except PlannerDisagreement as error:
        raise incidents.disagreement(error) from error
    finally:
        progress.end()
    if not done.weeks:
        raise nothing_done(NO_WEEK, *done.why_ended)
    _write(done, output)
    return done


def first_week(group: Group, today: date) -> date:
    """The week after those the history holds; next week when it holds none."""
    return first_unknown(group.history) or monday_of(today) + timedelta(weeks=1)


def _write(done: Simulation, output: Path) -> None:
    try:
        write_simulation(done, output, language=session().language)
    except OSError as error:
        raise wrong_input(NOT_WRITTEN.fill(file=str(output), why=error.strerror or "")) from error


def _line(week: SimulatedWeek) -> Words:
    return LINE.fill(
        week=Horizon(week.monday).label,
        share=percent(week.served_minutes / week.asked_minutes if week.asked_minutes else 1.0),
        worked=hours(sum(person.worked for person in week.people)),
        target=hours(sum(person.target for person in week.people)),
        seconds=round(week.seconds),
    )


def tell(done: Simulation) -> None:
    """The summary, then each person's year."""
    say(BLANK, *summary_words(done), BLANK, YEARS)
    for row in lines(COLUMNS, list(_rows(done))):
        click.echo(row)


def _rows(done: Simulation) -> Iterator[list[str]]:
    allowed = {one.employee_id: one.most for one in done.ceilings if not one.with_ids}
    rivals = {one.employee_id: rival_names(done.group, one) for one in done.ceilings if one.with_ids}
    for person in done.people:
        most = allowed.get(person.employee_id)
        gap = percent((person.closing - person.due) / person.due) if person.due else BLANK
        yield [
            done.group.employee[person.employee_id].name,
            spoken(hours(person.due)),
            spoken(hours(person.closing)),
            spoken(gap),
            spoken(BLANK if most is None else hours(most)),
            rivals.get(person.employee_id, ""),
            spoken(hours(person.overtime)),
            str(person.evenings),
            str(person.sundays),
            str(person.km),
        ]


def facts(done: Simulation) -> dict[str, object]:
    """The simulation as one JSON object: minutes, cents, ids."""
    return {
        "weeks": [
            {
                "week": Horizon(week.monday).label,
                "status": str(week.status),
                "cost_cents": week.cost_cents,
                "bound_cents": week.bound_cents,
                "asked_minutes": week.asked_minutes,
                "served_minutes": week.served_minutes,
                "members": {member: [asked, served] for member, asked, served in week.members},
                "jain": week.fairness.members.after.jain,
                "least_served": week.fairness.members.after.lowest,
                "people": {
                    one.employee_id: {"target": one.target, "worked": one.worked, "balance": one.balance}
                    for one in week.people
                },
                "seconds": week.seconds,
            }
            for week in done.weeks
        ],
        "people": [
            {
                "id": one.employee_id,
                "full_time": one.full_time,
                "due_minutes": one.due,
                "closing_minutes": one.closing,
                "overtime_minutes": one.overtime,
                "evenings": one.evenings,
                "sundays": one.sundays,
                "km": one.km,
            }
            for one in done.people
        ],
        "ceilings": [
            {
                "id": one.employee_id,
                "room": str(one.room),
                "most_minutes": one.most,
                "due_minutes": one.due,
                "with": list(one.with_ids),
            }
            for one in done.ceilings
        ],
        "jain": done.members.jain,
        "least_served": done.members.lowest,
        "year_over": done.year_over,
        "broken": [spoken(words) for words in done.broken],
        "why_ended": [spoken(words) for words in done.why_ended],
    }

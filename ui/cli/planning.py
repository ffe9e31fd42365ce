"""Plan a workbook and write the plan: what `gems plan` and `gems demo` share."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from gems.domain.problem import Problem
from gems.domain.time import ZONE
from gems.domain.words import Words
from gems.planning.build import Built, PlannerDisagreement, build
from gems.planning.ports import Planner, PlanOptions
from gems.workbook import write_workbook
from solver import processes
from solver.cluster.planner import NoCluster
from ui import wiring
from ui.cli import incidents
from ui.cli.exits import nothing_done, wrong_input
from ui.cli.interrupts import GivenUp, Interrupts
from ui.cli.progress import ProgressLine
from ui.cli.reading import sound
from ui.cli.speech import session

GIVEN_UP = Words("Abandonné : rien n'a été écrit.", "Given up: nothing was written.")
NOT_WRITTEN = Words(
    "« {file} » n'a pas pu être écrit ({why}) ; s'il est ouvert dans un tableur, fermez-le et recommencez.",
    "“{file}” could not be written ({why}); if it is open in a spreadsheet program, close it and try again.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to plan, as asked on the command line; None: not said."""

    week: date | None = None
    weeks: int | None = None
    profile: str | None = None
    cluster: str | None = None
    options: PlanOptions
    quiet: bool = False


def options(
    time_limit: float | None = None, workers: int | None = None, seed: int | None = None, deterministic: bool = False
) -> PlanOptions:
    """What was said on the command line, and the planner's own defaults for the rest."""
    usual = PlanOptions()
    return PlanOptions(
        time_limit_seconds=usual.time_limit_seconds if time_limit is None else time_limit,
        workers=usual.workers if workers is None else workers,
        seed=usual.seed if seed is None else seed,
        deterministic=deterministic,
    )


def posed(source: Path, wish: Wish) -> Problem:
    """What a workbook asks to be planned; ends the command in words for faults of the file."""
    reading = sound(source)
    assert reading.group is not None
    horizon = wiring.weeks_to_plan(reading.schedule, wish.week, wish.weeks, datetime.now(ZONE).date())
    return wiring.pose(reading.group, reading.schedule, horizon, profile=wish.profile, as_of=reading.as_of)


@contextmanager
def planner_at(cluster: str | None) -> Iterator[Planner]:
    """The planner of the cluster at this address, or of this installation; ends the command in words when the cluster
    cannot be used, or not any more."""
    try:
        with wiring.planner_at(cluster) as planner:
            yield planner
    except NoCluster as error:
        raise wrong_input(error.words) from error


def plan_workbook(source: Path, output: Path, wish: Wish) -> Built:
    """Read, plan with progress, write. Ends the command in words for faults of the file and faults of ours."""
    if wish.cluster is None:
        processes.get_ready()
    problem = posed(source, wish)
    progress = ProgressLine(quiet=wish.quiet)
    try:
        with planner_at(wish.cluster) as planner, Interrupts() as interrupts:

            def should_stop() -> bool:
                stopping = interrupts.should_stop()
                progress.tick(stopping=stopping)
                return stopping

            built = build(problem, planner, wish.options, progress.hear, should_stop)
    except GivenUp as error:
        raise nothing_done(GIVEN_UP) from error
    except PlannerDisagreement as error:
        raise incidents.disagreement(error) from error
    finally:
        progress.end()
    if built.schedule is not None:
        write(built, output)
    return built


def write(built: Built, output: Path) -> None:
    """The plan as a workbook; ends the command in words when it cannot be written."""
    try:
        write_workbook(
            built.problem.group,
            output,
            schedule=built.schedule,
            report=built.report,
            problem=built.problem,
            language=session().language,
        )
    except OSError as error:
        raise wrong_input(NOT_WRITTEN.fill(file=str(output), why=error.strerror or "")) from error

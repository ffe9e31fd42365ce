"""Plan the workbooks of many groups, several at once: what `gems federation` does.

Workbooks are read, plans judged and written one after the other here; what takes long, the plannings, goes on at once
in processes of this machine or on a cluster. Few workbooks are held at a time, however many there are.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

import click

from gems.domain.problem import Problem
from gems.domain.report import STATUS_WORDS, Status
from gems.domain.words import Words, euros, percent
from gems.planning.build import Built, PlannerDisagreement, finish
from gems.planning.ports import Planner, PlanResult
from solver.cluster.planner import ClusterPlanner
from solver.job import PlannerDied
from ui.cli import incidents
from ui.cli.exits import Ending, Exit, nothing_done, our_fault
from ui.cli.interrupts import GivenUp, Interrupts
from ui.cli.json_out import faulty_facts
from ui.cli.plan_facts import plan_facts
from ui.cli.planning import Wish, planner_at, posed, write
from ui.cli.reading import Faulty
from ui.cli.speech import BLANK, say, spoken, warn
from ui.cli.tables import Column, lines

AHEAD = 2
"""Groups read beyond those that are being planned, so that no processor waits for a workbook."""
LOOK_SECONDS = 0.5
"""Between two looks at whether Ctrl-C was pressed."""
DIED = Words("Le calcul s'est arrêté ({why}).", "The computation ended ({why}).")
GIVEN_UP = Words(
    "Abandonné : seuls les plannings déjà finis sont écrits.", "Given up: only the plans that were done are written."
)
NOT_BEGUN = Words("Pas commencé.", "Not begun.")
DONE = Words("{n} sur {all} : {name}", "{n} of {all}: {name}")
COLUMNS = (
    Column(Words("Classeur", "Workbook")),
    Column(Words("Coût", "Cost"), figures=True),
    Column(Words("Écart", "Gap"), figures=True),
    Column(Words("Servies", "Served"), figures=True),
    Column(Words("s", "s"), figures=True),
    Column(Words("Ce qu'il en est", "How it went")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one workbook: a planning, or why there is none."""

    source: Path
    output: Path | None = None
    built: Built | None = None
    ending: Ending | None = None

    @property
    def exit(self) -> Exit:
        """As `gems plan` would end."""
        if self.ending is not None:
            return self.ending.code
        return Exit.NOT_LEGAL if self.output is None else Exit.FINE


@dataclass(slots=True)
class _Federation:
    """The plannings under way."""

    folder: Path
    wish: Wish
    planner: Planner
    interrupts: Interrupts
    pool: ThreadPoolExecutor
    total: int
    waiting: dict[Future[PlanResult], tuple[Path, Problem]] = field(default_factory=dict)
    outcomes: dict[Path, Outcome] = field(default_factory=dict)

    def begin(self, source: Path) -> None:
        """Read a workbook and have it planned; a faulty one is an outcome at once."""
        if self.interrupts.should_stop():
            self._over(Outcome(source=source, ending=nothing_done(NOT_BEGUN)))
            return
        try:
            problem = posed(source, self.wish)
        except Ending as ending:
            self._over(Outcome(source=source, ending=ending))
            return
        stop = self.interrupts.should_stop
        asked = self.pool.submit(self.planner.plan, problem, self.wish.options, should_stop=stop)
        self.waiting[asked] = source, problem

    def end_some(self) -> None:
        """Wait until a planning is over, and write what came of it."""
        over, _ = wait(self.waiting, timeout=LOOK_SECONDS, return_when=FIRST_COMPLETED)
        self.interrupts.should_stop()  # a second Ctrl-C gives all up
        for asked in over:
            self._over(self._outcome(asked, *self.waiting.pop(asked)))

    def _outcome(self, asked: Future[PlanResult], source: Path, problem: Problem) -> Outcome:
        output = self.folder / source.name
        try:
            built = finish(problem, asked.result())
            if built.schedule is None:
                return Outcome(source=source, built=built)
            write(built, output)
        except PlannerDisagreement as error:
            return Outcome(source=source, ending=incidents.disagreement(error))
        except PlannerDied as error:
            return Outcome(source=source, ending=our_fault(DIED.fill(why=str(error))))
        except Ending as ending:
            return Outcome(source=source, ending=ending)
        return Outcome(source=source, built=built, output=output)

    def _over(self, outcome: Outcome) -> None:
        self.outcomes[outcome.source] = outcome
        if not self.wish.quiet:
            warn(DONE.fill(n=len(self.outcomes), all=self.total, name=outcome.source.name))


def plan_groups(sources: Sequence[Path], folder: Path, wish: Wish, at_once: int | None) -> tuple[Outcome, ...]:
    """Plan each workbook into the folder, in any order; outcomes in that of `sources`. Ends the command in words when
    the cluster cannot be used or all is given up; plans written by then stay."""
    try:
        with planner_at(wish.cluster) as planner, Interrupts() as interrupts:
            most = at_once or _carried(planner, wish)
            with ThreadPoolExecutor(most) as pool:
                run = _Federation(folder, wish, planner, interrupts, pool, len(sources))
                for source in sources:
                    run.begin(source)
                    while len(run.waiting) >= most + AHEAD:
                        run.end_some()
                while run.waiting:
                    run.end_some()
    except GivenUp as error:
        raise nothing_done(GIVEN_UP) from error
    return tuple(run.outcomes[source] for source in sources)


def _carried(planner: Planner, wish: Wish) -> int:
    """How many plannings go on at once where nothing is said."""
    if isinstance(planner, ClusterPlanner):
        return max(1, planner.workers)
    return max(1, (os.cpu_count() or 1) // wish.options.workers)


def worst(outcomes: Sequence[Outcome]) -> Exit:
    """How the command ends: as the workbook that went worst."""
    return max(outcome.exit for outcome in outcomes)


def tell(outcomes: Sequence[Outcome]) -> None:
    """One table, a line for each workbook."""
    say(BLANK)
    for row in lines(COLUMNS, list(_rows(outcomes))):
        click.echo(row)


def _rows(outcomes: Sequence[Outcome]) -> Iterator[list[str]]:
    for outcome in outcomes:
        built, name = outcome.built, outcome.source.name
        if built is None:
            assert outcome.ending is not None
            yield [name, "", "", "", "", spoken(outcome.ending.words[0])]
            continue
        report = built.report
        share = report.served_minutes / report.requested_minutes if report.requested_minutes else 1.0
        figures = (euros(report.cost_cents), percent(report.gap), percent(share))
        said = map(spoken, figures) if built.schedule is not None else ("", "", "")
        why = [STATUS_WORDS[report.status], *built.reasons[:1]]
        yield [name, *said, str(round(report.seconds)), " ".join(map(spoken, why))]


def facts(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """One JSON object: for each workbook what `gems plan --json` says of it, and its name."""
    return {"groups": [{"source": str(outcome.source), **_facts(outcome)} for outcome in outcomes]}


def _facts(outcome: Outcome) -> dict[str, object]:
    if outcome.built is not None:
        return plan_facts(outcome.built, outcome.output)
    if isinstance(outcome.ending, Faulty):
        return faulty_facts(outcome.ending)
    assert outcome.ending is not None
    return {"status": str(Status.NO_PLAN), "reasons": [spoken(words) for words in outcome.ending.words]}

"""Compose posts from a workbook, write the scenario, and tell it: what `gems compose` does."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from gems.domain.group import Group
from gems.domain.post_words import job_words, leaving_words, round_hours, sell_words, story
from gems.domain.proposal_of_posts import Proposal
from gems.domain.time import ZONE, Horizon
from gems.domain.words import Words, counted, euros, hours, percent
from gems.planning.build import PlannerDisagreement
from gems.planning.compose.asking import COMMUTE, MEMBERS_MOST, question_of
from gems.planning.compose.composing import compose
from gems.planning.ports import ComposeProgress, PlanOptions
from gems.workbook.composition import write_proposal
from solver import processes
from ui import wiring
from ui.cli import incidents
from ui.cli.exits import nothing_done, wrong_input
from ui.cli.interrupts import GivenUp, Interrupts
from ui.cli.planning import GIVEN_UP, NOT_WRITTEN
from ui.cli.reading import sound
from ui.cli.simulating import first_week
from ui.cli.speech import BLANK, say, session, spoken
from ui.cli.tables import Column, lines

PROGRESS = Words(
    "Je compose… {seconds} s · {posts} · {placed} h placées dans l'année · {bound} h au plus",
    "Composing… {seconds} s · {posts} · {placed} h of the year placed · {bound} h at most",
)
POSTS = (Words("{n} poste", "{n} post"), Words("{n} postes", "{n} posts"))
FIRST = Words("Je cherche ce qui est possible…", "Looking at what is possible…")
LEFT = Words("Il reste (les plus grosses demandes) :", "What remains (the largest requests):")
LEFT_LINE = Words("  {member}, {label} : {minutes} h. {why}", "  {member}, {label}: {minutes} h. {why}")
SELLING = Words("À vendre pour créer un poste de plus :", "To sell, for one more post:")
EXPOSED = Words("Si un adhérent partait :", "If a member left:")
SHOWN = 6
COLUMNS = (
    Column(Words("Poste", "Post")),
    Column(Words("Métier", "Job")),
    Column(Words("Domicile", "Home")),
    Column(Words("Semaines types", "Typical weeks"), figures=True),
    Column(Words("Année", "Year"), figures=True),
    Column(Words("km", "km"), figures=True),
    Column(Words("Coût", "Cost"), figures=True),
    Column(Words("Adhérents", "Members")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to compose, as asked on the command line; None: not said."""

    first: date | None
    weeks: int
    members: int = MEMBERS_MOST
    drive: int = COMMUTE
    options: PlanOptions
    quiet: bool = False


class _Line:
    """The line of progress on a terminal."""

    def __init__(self, *, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty()
        self._start = time.monotonic()

    def hear(self, progress: ComposeProgress) -> None:
        """Show how far it is."""
        if not self._shown:
            return
        words = FIRST
        if progress.bound_minutes is not None:
            words = PROGRESS.fill(
                seconds=int(progress.seconds),
                posts=counted(progress.posts, *POSTS),
                placed=round_hours(progress.placed_minutes),
                bound=round_hours(progress.bound_minutes),
            )
        click.echo(f"\r\033[K{spoken(words)}", nl=False, err=True)

    def end(self) -> None:
        """Leave the line."""
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)


def compose_workbook(source: Path, output: Path, wish: Wish) -> Proposal:
    """Read, compose with progress, write. Ends the command in words for faults of the file and faults of ours."""
    processes.get_ready()
    group = sound(source).group
    assert group is not None
    done = compose_group(group, wish)
    try:
        write_proposal(done, output, language=session().language)
    except OSError as error:
        raise wrong_input(NOT_WRITTEN.fill(file=str(output), why=error.strerror or "")) from error
    return done


def compose_group(group: Group, wish: Wish) -> Proposal:
    """Compose with progress. Ends the command in words when it is given up, and for faults of ours."""
    horizon = Horizon(wish.first or first_week(group, datetime.now(ZONE).date()), wish.weeks)
    wiring.pose(group, None, Horizon(horizon.first), profile=None, as_of=None)
    question = question_of(group, horizon.mondays, members_most=wish.members, commute_minutes=wish.drive)
    line = _Line(quiet=wish.quiet)
    try:
        with Interrupts() as interrupts:
            return compose(question, wiring.composer(), wish.options, line.hear, interrupts.should_stop)
    except GivenUp as error:
        raise nothing_done(GIVEN_UP) from error
    except PlannerDisagreement as error:
        raise incidents.disagreement(error) from error
    finally:
        line.end()


def tell(done: Proposal) -> None:
    """The story, the posts, what remains, what to sell, who is exposed."""
    group = done.question.fortnight.group
    say(*story(done), BLANK)
    for row in lines(COLUMNS, list(_rows(done))):
        click.echo(row)
    if done.remainders:
        say(BLANK, LEFT)
    for one in done.remainders[:SHOWN]:
        request = group.request[one.request_id]
        member = group.member[request.member_id].name
        say(LEFT_LINE.fill(member=member, label=request.label, minutes=round_hours(one.minutes), why=one.why))
    if done.to_sell:
        say(BLANK, SELLING, *(sell_words(group, one) for one in done.to_sell))
    if done.leaving:
        say(BLANK, EXPOSED, *(leaving_words(group, one) for one in done.leaving[:SHOWN]))


def _rows(done: Proposal) -> Iterator[list[str]]:
    group = done.question.fortnight.group
    for sheet in done.posts:
        shares = [
            f"{group.member[one.member_id].name} {spoken(percent(one.minutes / sheet.placed, digits=0))}"
            for one in sheet.shares
        ]
        yield [
            sheet.post.id,
            spoken(job_words(group, sheet.post.kind.job)),
            sheet.post.kind.home,
            " / ".join(spoken(hours(minutes)) for minutes in sheet.weeks),
            spoken(hours(sheet.closing)),
            str(sheet.km),
            spoken(euros(sheet.cents // 100 * 100)),
            ", ".join(shares),
        ]


def facts(done: Proposal) -> dict[str, object]:
    """The proposal as one JSON object: minutes, cents, ids."""
    from gems.planning.compose.facts import proposal_facts

    return proposal_facts(done)

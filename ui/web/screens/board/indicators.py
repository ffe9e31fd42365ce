"""The board's page: how the group is doing, week by week. Nothing of a person or a member."""

from collections.abc import Callable, Sequence

import streamlit as st

from gems.domain.words import Words, percent
from gems.planning.views.board import Figure, Indicators, Period, indicators
from ui.web.here import Here, here
from ui.web.markup import heading, sentence
from ui.web.one_of import one_of
from ui.web.panels.chart import Bar, columns, rows
from ui.web.people_words import many, unbroken
from ui.web.week_words import whole_hours

SPANS = (4, 12, 26, 52)
"""How many weeks may be looked at together."""
Say = Callable[[float], Words]


def show() -> None:
    """The answer in six figures, then a chart and a sentence for each question."""
    visit = here()
    heading(visit.say("board.title"), visit.say("board.about"))
    weeks = one_of(
        visit.say("board.span"),
        SPANS,
        usual=12,
        key="board-span",
        format_func=lambda n: visit.say("board.weeks", n=n),
    )
    found = indicators(visit.office, visit.actor, weeks=weeks)
    if found.whole is None:
        with st.container(border=True, key="board-none"):
            heading(visit.say("board.none.title"), level=2)
            sentence(visit.say("board.none.body"))
        return
    _tiles(visit, found, found.whole)
    _trends(visit, found.weeks)
    _changes(visit, found.whole)
    _jobs(visit, found)
    _fairness(visit, found)


def _tiles(visit: Here, found: Indicators, whole: Period) -> None:
    figures: tuple[tuple[str, Figure, Say], ...] = (
        ("coverage", whole.coverage, percent),
        ("occupation", whole.occupation, percent),
        ("full", whole.full_contracts, percent),
        ("unplaced", whole.unplaced_minutes, _hours),
        ("members", found.members_per_employee, _decimal),
        ("km", whole.km_per_hour, _km),
    )
    with st.container(horizontal=True, key="tiles"):
        for name, figure, say in figures:
            said = visit.say(f"board.{name}.help")
            st.metric(visit.say(f"board.{name}"), _said(visit, figure, say), help=said, border=True)


def _trends(visit: Here, weeks: Sequence[Period]) -> None:
    """Over the weeks, one question a chart."""
    trends: tuple[tuple[str, Callable[[Period], Figure], Say, float | None], ...] = (
        ("coverage", lambda week: week.coverage, percent, 1),
        ("full", lambda week: week.full_contracts, percent, 1),
        ("least", lambda week: week.least_served, percent, 1),
        ("unplaced", lambda week: week.unplaced_minutes, _hours, None),
        ("km", lambda week: week.km_per_hour, _km, None),
    )
    with st.container(key="trends"):
        for name, pick, say, top in trends:
            with st.container(border=True, key=f"trend-{name}"):
                bars = [_bar(visit, visit.say("board.week", week=_number(week)), pick(week), say) for week in weeks]
                columns(visit.say(f"board.{name}.chart"), bars, top=top)
                sentence(visit.say(f"board.{name}.means"), kind="quiet")


def _changes(visit: Here, whole: Period) -> None:
    bars = [_bar(visit, visit.say(f"board.band.{band}"), figure, _count) for band, figure in whole.changes]
    with st.container(border=True, key="changes"):
        rows(visit.say("board.changes.chart"), bars)
        sentence(visit.say("board.changes.means"), kind="quiet")


def _jobs(visit: Here, found: Indicators) -> None:
    shown = [job for job in found.jobs if job.coverage.value is not None]
    hidden = sum(job.coverage.hidden for job in found.jobs)
    with st.container(border=True, key="jobs"):
        if shown:
            bars = [_bar(visit, job.job[visit.language], job.coverage, percent, of=1) for job in shown]
            rows(visit.say("board.jobs.chart"), bars, top=1)
            sentence(visit.say("board.jobs.means"), kind="quiet")
        if hidden:
            sentence(visit.say(f"board.jobs.hidden{many(hidden)}", n=hidden), kind="quiet")


def _fairness(visit: Here, found: Indicators) -> None:
    """Between members, and between those who work on Sundays."""
    with st.container(border=True, key="fairness"):
        heading(visit.say("board.fairness"), level=2)
        for name, figure, say in (
            ("fair", found.fairness, percent),
            ("least", found.least_served, percent),
            ("sundays", found.sundays_spread, _count),
            ("even.evenings", found.evenings, percent),
            ("even.sundays", found.sundays, percent),
            ("even.km", found.km, percent),
        ):
            if figure.value is not None:
                sentence(unbroken(visit.say(f"board.{name}.said", value=say(figure.value))))
            elif figure.hidden:
                sentence(visit.say(f"board.{name}.hidden"), kind="quiet")


def _bar(visit: Here, name: str, figure: Figure, say: Say, *, of: float | None = None) -> Bar:
    return Bar(name=name, value=figure.value, said=_said(visit, figure, say), of=of)


def _said(visit: Here, figure: Figure, say: Say) -> str:
    if figure.value is None:
        return visit.say("board.hidden" if figure.hidden else "board.nothing")
    return unbroken(say(figure.value)[visit.language])


def _hours(minutes: float) -> Words:
    """To the nearest hour: the quarters mean nothing over a whole group."""
    return whole_hours(60 * round(minutes / 60))


def _decimal(value: float) -> Words:
    return Words(f"{value:.1f}".replace(".", ","), f"{value:.1f}")


def _km(value: float) -> Words:
    said = f"{value:.2f} km"
    return Words(said.replace(".", ","), said)


def _count(value: float) -> Words:
    return Words(f"{value:.0f}", f"{value:.0f}")


def _number(week: Period) -> int:
    return week.monday.isocalendar().week

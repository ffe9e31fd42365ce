"""A week's schedule: the answer in tiles, its proof, then the views and the workbook to take away."""

import io
from datetime import date
from functools import partial

import streamlit as st

from gems.domain.report import PlanReport, Status
from gems.domain.words import day, euros, percent
from gems.workbook import write_workbook
from ui.web.components.week_grid import week_grid
from ui.web.markup import sentence
from ui.web.panels.details import details_panel
from ui.web.panels.rules import rules_view
from ui.web.panels.tables import bill_view, hours_view, unserved_view
from ui.web.panels.tiles import tiles
from ui.web.shown import ShownWeek
from ui.web.state import Desk, desk
from ui.web.week_grids import members_grid, people_grid
from ui.web.week_view import WeekView

GRIDS = ("people", "members")
LISTS = {"unserved": unserved_view, "hours": hours_view, "bill": bill_view, "rules": rules_view}
VIEWS = (*GRIDS, *LISTS)


@st.fragment
def result_panel(week: ShownWeek) -> None:
    """Everything about a schedule. A card picked redraws this part of the page only."""
    here = desk()
    tiles(here, week)
    _verdict(here, week)
    view = WeekView(week, _monday(here, week), here.language)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="views"):
        shown = st.segmented_control(
            here.say("view"),
            VIEWS,
            default=VIEWS[0],
            required=True,
            format_func=lambda one: here.say(f"view.{one}"),
            key="view",
            label_visibility="collapsed",
            wrap=True,
        )
        _download(here, week)
    if shown in LISTS:
        LISTS[shown](here, view)
        return
    _grid(here, view, shown or VIEWS[0])
    details_panel(here, view)


def _grid(here: Desk, view: WeekView, shown: str) -> None:
    grid = people_grid(view, here.picked) if shown == "people" else members_grid(view, here.picked)
    event = week_grid(grid, key=f"grid-{shown}", on_pick=here.pick)
    if event is not None:  # picked in a grid that was on its way out: nobody was listening
        here.pick(event.id)


def _monday(here: Desk, week: ShownWeek) -> date:
    mondays = week.problem.horizon.mondays
    if len(mondays) == 1:
        return mondays[0]
    chosen = st.segmented_control(
        here.say("week.shown"),
        mondays,
        default=mondays[0],
        required=True,
        format_func=lambda one: day(one)[here.language],
        key="monday",
        label_visibility="collapsed",
    )
    return chosen if chosen in mondays else mondays[0]


def _verdict(here: Desk, week: ShownWeek) -> None:
    """Broken rules first; then what the schedule is worth, in one sentence."""
    broken = len(week.verdict.violations)
    if broken:
        many = here.say("rules.one") if broken == 1 else here.say("rules.many", n=broken)
        st.error(f"**{many}.** {here.say('rules.see')}", icon=":material/gavel:")
    proven = week.report is not None and week.report.status is Status.OPTIMAL
    sentence(_worth(here, week), kind="proof proven" if proven else "proof")


def _worth(here: Desk, week: ShownWeek) -> str:
    cost, report = euros(week.cost_cents), week.report
    if report is None:
        broken = bool(week.verdict.violations)
        return here.say("proof.standing.broken" if broken else "proof.standing", cost=cost)
    if report.status is Status.OPTIMAL:
        return here.say("proof.optimal", cost=cost)
    stopped = report.status is Status.STOPPED
    if report.bound_cents <= 0:
        return here.say("proof.stopped.unknown" if stopped else "proof.good.unknown", cost=cost)
    key = "proof.stopped" if stopped else "proof.good"
    return here.say(key, cost=cost, distance=euros(_distance(report)), gap=percent(report.gap, digits=2))


def _distance(report: PlanReport) -> int:
    return max(0, report.cost_cents - report.bound_cents)


def _download(here: Desk, week: ShownWeek) -> None:
    st.download_button(
        here.say("download"),
        data=partial(workbook_bytes, here, week),
        file_name=f"gems-{week.problem.horizon.label}.xlsx",
        help=here.say("download.help"),
        icon=":material/download:",
        key="download",
        on_click="ignore",
    )


def workbook_bytes(here: Desk, week: ShownWeek) -> bytes:
    """The workbook of a schedule."""
    buffer = io.BytesIO()
    write_workbook(
        week.problem.group,
        buffer,
        schedule=week.schedule,
        report=week.report,
        problem=week.problem,
        language=here.language,
    )
    return buffer.getvalue()

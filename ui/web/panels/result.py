"""A week's schedule: the answer in tiles, its proof, then the views, changed by hand where it is a draft."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from gems.domain.life import VersionState
from gems.domain.report import PlanReport, Status
from gems.domain.time import Horizon
from gems.domain.words import day, euros, percent
from ui.web.components.day_line import day_line
from ui.web.components.week_grid import week_grid
from ui.web.markup import sentence
from ui.web.one_of import one_of
from ui.web.panels.answers import answers_view
from ui.web.panels.comparing import compared_with, comparing_view
from ui.web.panels.details import details_panel
from ui.web.panels.editing import edit_tools, key_pressed, moved, waiting_panel
from ui.web.panels.export import export_button
from ui.web.panels.rules import rules_view
from ui.web.panels.since_published import since_published
from ui.web.panels.tables import bill_view, hours_view, unserved_view
from ui.web.panels.tiles import tiles
from ui.web.shown import ShownWeek
from ui.web.state import WeekPage
from ui.web.week_grids import members_grid, one_day, people_grid
from ui.web.week_view import WeekView

PICTURES = ("people", "members", "day")
LISTS: dict[str, Callable[[WeekPage, WeekView], None]] = {
    "unserved": unserved_view,
    "hours": hours_view,
    "bill": bill_view,
    "rules": rules_view,
    "answers": answers_view,
    "compare": comparing_view,
}
VIEWS = (*PICTURES, *LISTS)
VIEW = "vue"
"""Name, in the address of the page, of the view to open on."""


def result_panel(page: WeekPage) -> None:
    """Everything about a version."""
    week = page.week
    assert week is not None
    waiting_panel(page)
    tiles(page, week, compared_with(page) or week)
    _verdict(page, week)
    since_published(page)
    view = WeekView(
        week, page.desk.monday, page.language, editable=page.editable, reissue=page.sight.issued is not None
    )
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="views"):
        views, asked = _views(page), st.query_params.pop(VIEW, None)
        if asked in views:
            st.session_state["view"] = asked
        shown = one_of(
            page.say("view"),
            views,
            usual=asked if asked in views else VIEWS[0],
            starts=asked not in views,
            format_func=lambda one: page.say(f"view.{one}"),
            key="view",
            label_visibility="collapsed",
            wrap=True,
        )
        with st.container(horizontal=True, width="content", gap="xsmall", vertical_alignment="center", key="tools"):
            if page.editable:
                edit_tools(page)
            export_button(page, week)
    if shown in LISTS:
        LISTS[shown](page, view)
        return
    _picture(page, view, shown or VIEWS[0])
    details_panel(page, view)


def _views(page: WeekPage) -> list[str]:
    """Answers once it is proposed, comparison once there is something to compare with."""
    state = page.sight.version.head.state if page.sight.version is not None else VersionState.DRAFT
    hidden = set()
    if state is VersionState.DRAFT and not page.sight.objections:
        hidden.add("answers")
    if len(page.sight.heads) < 2:
        hidden.add("compare")
    return [view for view in VIEWS if view not in hidden]


def _picture(page: WeekPage, view: WeekView, shown: str) -> None:
    desk = page.desk
    if shown == "day":
        line = one_day(view, _chosen_day(page), desk.picked)
        event = day_line(line, key="day-line", on_pick=desk.pick)
    else:
        grid = people_grid(view, desk.picked) if shown == "people" else members_grid(view, desk.picked)
        event = week_grid(
            grid,
            key=f"grid-{shown}",
            on_pick=desk.pick,
            on_move=partial(moved, page, view),
            on_key=partial(key_pressed, page, view),
        )
    if event is not None and event.kind in ("pick", "row"):  # in a grid that was on its way out: nobody listened
        desk.pick(event.id)


def _chosen_day(page: WeekPage) -> date:
    days = Horizon(page.desk.monday).days
    usual = page.here.today if page.here.today in days else days[0]
    chosen = one_of(
        page.say("day"),
        days,
        usual=usual,
        format_func=lambda one: day(one)[page.language],
        key=f"day {page.desk.monday}",
        label_visibility="collapsed",
        wrap=True,
    )
    return chosen if chosen in days else usual


def _verdict(page: WeekPage, week: ShownWeek) -> None:
    """Broken rules first; then what the schedule is worth, in one sentence."""
    broken = len(week.verdict.violations)
    if broken:
        many = page.say("rules.one") if broken == 1 else page.say("rules.many", n=broken)
        st.error(f"**{many}.** {page.say('rules.see')}", icon=":material/gavel:")
    proven = week.report is not None and week.report.status is Status.OPTIMAL and not _has_moved(week, week.report)
    sentence(_worth(page, week), kind="proof proven" if proven else "proof")


def _worth(page: WeekPage, week: ShownWeek) -> str:
    cost, report = euros(week.cost_cents), week.report
    if report is None:
        return page.say("proof.by_hand", cost=cost)
    if _has_moved(week, report):
        return page.say("proof.since", cost=cost, then=euros(report.cost_cents))
    if report.status is Status.OPTIMAL:
        return page.say("proof.optimal", cost=cost)
    stopped = report.status is Status.STOPPED
    if not report.tells_distance:
        return page.say("proof.stopped.unknown" if stopped else "proof.good.unknown", cost=cost)
    key = "proof.stopped" if stopped else "proof.good"
    return page.say(key, cost=cost, distance=euros(_distance(report)), gap=percent(report.gap, digits=2))


def _has_moved(week: ShownWeek, report: PlanReport) -> bool:
    """Whether the data entered since makes the same schedule cost something else: what was proven was of another."""
    return report.cost_cents != week.cost_cents


def _distance(report: PlanReport) -> int:
    return max(0, report.cost_cents - report.bound_cents)

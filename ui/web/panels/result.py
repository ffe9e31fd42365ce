"""A built week: tiles, proof, views, details of a card, download."""

import io
from collections.abc import Callable
from datetime import date

import streamlit as st

from gems.domain.people import ContractKind
from gems.domain.report import PlanReport, Status
from gems.domain.words import Words, day, euros, hours, percent
from gems.planning.build import Built
from gems.workbook import write_workbook
from ui.web.components.week_grid import week_grid
from ui.web.panels.tables import bill_table, hours_table, members_table, unserved_table
from ui.web.state import Desk
from ui.web.week_view import WeekView

VIEWS = ("people", "members", "unserved", "hours", "bill")


def result_panel(here: Desk, built: Built) -> None:
    """Everything about a built week, the answer first."""
    if built.schedule is None:
        _no_plan(here, built)
        return
    monday = _monday(here, built)
    view = WeekView(built, monday, here.language)
    _tiles(here, built)
    _proof(here, built.report)
    chosen, download = st.columns([4, 1], vertical_alignment="bottom")
    with chosen:
        shown = st.segmented_control(
            here.say("view"),
            VIEWS,
            default="people",
            format_func=lambda one: here.say(f"view.{one}"),
            key="view",
            label_visibility="collapsed",
        )
    with download:
        _download(here, built)
    _view(here, view, shown or "people")


def _view(here: Desk, view: WeekView, shown: str) -> None:
    if shown in ("people", "members"):
        grid = view.people(here.picked) if shown == "people" else view.members(here.picked)
        event = week_grid(grid, key=f"grid-{shown}")
        if event is not None and event.kind == "pick":
            here.picked = event.id
        if shown == "members":
            members_table(here, view)
        return
    {"unserved": unserved_table, "hours": hours_table, "bill": bill_table}[shown](here, view)


def _monday(here: Desk, built: Built) -> date:
    mondays = built.problem.horizon.mondays
    if len(mondays) == 1:
        return mondays[0]
    chosen = st.segmented_control(
        here.say("build.week"),
        mondays,
        default=mondays[0],
        format_func=lambda one: day(one)[here.language],
        key="monday",
    )
    return chosen or mondays[0]


def _no_plan(here: Desk, built: Built) -> None:
    st.error(here.say("build.none"), icon=":material/block:")
    for reason in built.reasons:
        st.markdown(f"- {reason[here.language]}")


def _tiles(here: Desk, built: Built) -> None:
    report, before = built.report, here.before
    tiles = st.columns(6)
    served, was = _served(report), _served(before) if before else None
    tiles[0].metric(
        here.say("kpi.served"),
        percent(served)[here.language],
        _delta(round(1000 * (served - was)), lambda n: f"{n / 10:+.1f}") if was is not None else None,
        help=here.say("kpi.served.help"),
        border=True,
    )
    full, people = _full(built)
    tiles[1].metric(here.say("kpi.full"), f"{full} / {people}", help=here.say("kpi.full.help"), border=True)
    missing = report.requested_minutes - report.served_minutes
    tiles[2].metric(
        here.say("kpi.unserved"),
        f"{len(report.unserved)} · {hours(missing)[here.language]}",
        help=here.say("kpi.unserved.help"),
        border=True,
    )
    km, km_before = _km(report), _km(before) if before else None
    tiles[3].metric(
        here.say("kpi.km"),
        f"{km}",
        _delta(km - km_before, lambda n: f"{n:+d}") if km_before is not None else None,
        delta_color="inverse",
        help=here.say("kpi.km.help"),
        border=True,
    )
    cents = report.cost_cents - before.cost_cents if before else 0
    tiles[4].metric(
        here.say("kpi.cost"),
        euros(report.cost_cents)[here.language],
        euros(cents)[here.language] if cents else None,
        delta_color="inverse",
        help=here.say("kpi.cost.help"),
        border=True,
    )
    broken = len(built.verdict.violations) if built.verdict else 0
    words = here.say("kpi.law.some", n=broken) if broken else here.say("kpi.law.none")
    tiles[5].metric(here.say("kpi.law"), words, help=here.say("kpi.law.help"), border=True)


def _delta(value: int, write: Callable[[int], str]) -> str | None:
    return write(value).replace(".", ",") if value else None


def _served(report: PlanReport) -> float:
    return report.served_minutes / report.requested_minutes if report.requested_minutes else 1.0


def _km(report: PlanReport) -> int:
    return sum(line.amount for line in report.bill if line.unit == "km")


def _full(built: Built) -> tuple[int, int]:
    kinds = {person.id: person.contract.kind for person in built.problem.group.employees}
    due = [
        line
        for line in built.report.hours
        if kinds[line.employee_id] is ContractKind.FULL_TIME and line.contract_minutes > 0
    ]
    return sum(line.worked_minutes >= line.contract_minutes for line in due), len(due)


def _proof(here: Desk, report: PlanReport) -> None:
    cost, bound = euros(report.cost_cents), euros(report.bound_cents)
    if report.status is Status.OPTIMAL:
        st.caption(":material/verified: " + here.say("proof.optimal", cost=cost))
        return
    status = Words(here.say(f"status.{report.status.value}"), here.say(f"status.{report.status.value}"))
    said = here.say("proof", status=status, cost=cost, bound=bound, gap=percent(report.gap, digits=2))
    st.caption(":material/straighten: " + said)


def _download(here: Desk, built: Built) -> None:
    st.download_button(
        here.say("download"),
        data=lambda: workbook_bytes(here, built),
        file_name=f"gems-{built.problem.horizon.label}.xlsx",
        help=here.say("download.help"),
        icon=":material/download:",
        key="download",
        width="stretch",
    )


def workbook_bytes(here: Desk, built: Built) -> bytes:
    """The workbook of a built week."""
    buffer = io.BytesIO()
    write_workbook(
        built.problem.group,
        buffer,
        schedule=built.schedule,
        report=built.report,
        problem=built.problem,
        language=here.language,
    )
    return buffer.getvalue()

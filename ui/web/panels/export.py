"""The workbook of a week to take away."""

import io
from functools import partial

import streamlit as st

from gems.workbook import write_workbook
from ui.web.shown import ShownWeek
from ui.web.state import WeekPage


def export_button(page: WeekPage, week: ShownWeek) -> None:
    """The schedule, what is left to fill, the bill and the data."""
    st.download_button(
        page.say("download"),
        data=partial(workbook_bytes, page, week),
        file_name=f"gems-{week.problem.horizon.label}.xlsx",
        help=page.say("download.help"),
        icon=":material/download:",
        key="download",
        on_click="ignore",
    )


def workbook_bytes(page: WeekPage, week: ShownWeek) -> bytes:
    """The workbook of a version."""
    buffer = io.BytesIO()
    write_workbook(
        week.problem.group,
        buffer,
        schedule=week.schedule,
        report=week.report,
        problem=week.problem,
        language=page.language,
    )
    return buffer.getvalue()

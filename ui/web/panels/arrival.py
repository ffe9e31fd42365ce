"""What a visitor arrives with: a planning in the address of the page, the demonstration's workbook, or a file."""

import os
from pathlib import Path

import streamlit as st

from gems.workbook import Reading, read_workbook
from ui.web.jobs import Running, jobs
from ui.web.shown import shown_built
from ui.web.state import Desk

JOB = "job"
"""Name of the planning in the address of the page, so that a reload or another browser finds it again."""
DEMO_PLAN = "GEMS_DEMO_PLAN"
"""Environment: a workbook to open by itself on the first visit (`gems demo` sets it)."""


def arrive(here: Desk) -> None:
    """Open what the address names, else what the server was started on, once."""
    found = running()
    if here.group is not None:
        return
    if found is not None:
        group = found.problem.group
        here.open(group, group.settings.name, found.problem.baseline, found.problem.as_of)
        here.horizon = found.problem.horizon
        return
    path = os.environ.get(DEMO_PLAN, "")
    if path and path not in here.opened and Path(path).is_file():
        here.opened.add(path)
        receive(here, read_workbook(Path(path)), Path(path).name, b"")


def receive(here: Desk, reading: Reading, source: str, content: bytes) -> None:
    """Put a workbook on the desk, or everything there is to correct in it."""
    if reading.group is None:
        here.close()
        here.faults, here.uploaded, here.source = reading.faults, content, source
        return
    here.open(reading.group, source, reading.schedule, reading.as_of)
    here.faults = reading.faults
    st.query_params.pop(JOB, None)


def running() -> Running | None:
    """The planning named in the address, under way or over; None when there is none or it is forgotten."""
    return jobs().find(st.query_params.get(JOB))


def fetch(here: Desk, found: Running) -> None:
    """Put a finished planning on the desk, once."""
    job_id = st.query_params[JOB]
    if job_id in here.opened:
        return
    here.opened.add(job_id)
    if found.failure is not None:
        here.failure = found.failure
    elif found.built is not None and found.built.schedule is None:
        here.no_plan = found.built.reasons
    elif found.built is not None:
        here.put(shown_built(found.built))

"""Open a group: a workbook dropped, or a sample. Faults are all said, with the annotated copy."""

import io
import os
from pathlib import Path

import pandas as pd
import streamlit as st

from gems.workbook import Reading, annotate, read_workbook, write_template
from sample_data import SAMPLE_NAMES, generate
from ui.web.state import Desk

MEGABYTES = 5
DEMO_PLAN = "GEMS_DEMO_PLAN"
"""Environment: a workbook to open by itself on the first visit (`gems demo` sets it)."""


def opening_panel(here: Desk) -> None:
    """The first question: which group?"""
    st.title(here.say("start.title"))
    st.write(here.say("start.body"))
    left, right = st.columns(2, gap="large")
    with left, st.container(border=True):
        _upload(here)
    with right, st.container(border=True):
        _sample(here)
    if here.faults:
        _faults(here)


def open_demo(here: Desk) -> None:
    """Open the workbook that the server was started on, once."""
    path = os.environ.get(DEMO_PLAN, "")
    if path and path not in here.opened and Path(path).is_file():
        here.opened.add(path)
        _take(here, read_workbook(Path(path)), Path(path).name, b"")


def _upload(here: Desk) -> None:
    dropped = st.file_uploader(here.say("start.upload"), type=["xlsx"], max_upload_size=MEGABYTES, key="upload")
    if dropped is not None and dropped.file_id not in here.opened:
        here.opened.add(dropped.file_id)
        content = dropped.getvalue()
        _take(here, read_workbook(content), dropped.name, content)
        st.rerun()
    st.download_button(
        here.say("start.template"),
        data=_template,
        file_name="gems-modele.xlsx",
        icon=":material/download:",
        key="template",
    )


def _sample(here: Desk) -> None:
    name = st.selectbox(
        here.say("start.sample"),
        SAMPLE_NAMES,
        index=list(SAMPLE_NAMES).index("gems23"),
        format_func=lambda one: here.say(f"sample.{one}"),
        key="sample",
    )
    if st.button(here.say("start.open"), type="primary", key="open-sample", width="stretch"):
        here.open(generate(name), name, None)
        st.rerun()


def _take(here: Desk, reading: Reading, source: str, content: bytes) -> None:
    if reading.group is None:
        here.close()
        here.faults, here.uploaded, here.source = reading.faults, content, source
        return
    standing = reading.schedule if reading.schedule and reading.schedule.assignments else None
    here.open(reading.group, source, standing)


def _faults(here: Desk) -> None:
    st.error(here.say("faults.title", n=len(here.faults)), icon=":material/error:")
    st.write(here.say("faults.body"))
    language = here.language
    rows = [
        {
            here.say("faults.sheet"): fault.sheet,
            here.say("faults.cell"): fault.cell,
            here.say("faults.wrong"): fault.wrong[language],
            here.say("faults.fix"): fault.fix[language],
        }
        for fault in here.faults
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")
    if here.uploaded:
        st.download_button(
            here.say("faults.download"),
            data=lambda: annotate(here.uploaded, here.faults),
            file_name=f"{Path(here.source).stem}-a-corriger.xlsx",
            type="primary",
            icon=":material/download:",
            key="annotated",
        )


def _template() -> bytes:
    buffer = io.BytesIO()
    write_template(buffer)
    return buffer.getvalue()

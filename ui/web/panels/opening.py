"""Open a group: a workbook dropped, or a sample."""

import io

import streamlit as st

from gems.workbook import read_workbook, write_template
from sample_data import SAMPLE_NAMES, generate
from ui.web.markup import heading
from ui.web.panels.arrival import JOB, receive
from ui.web.panels.faults import faults_panel
from ui.web.state import Desk

MEGABYTES = 5
USUAL_SAMPLE = "gems23"


def opening_panel(here: Desk) -> None:
    """The first question: which group?"""
    if here.faults:
        faults_panel(here)
    elif JOB in st.query_params:
        st.info(here.say("start.lost"), icon=":material/history:")
    heading(here.say("start.title"))
    own, sample = st.columns(2, gap="medium")
    with own, st.container(border=True, height="stretch"):
        _upload(here)
    with sample, st.container(border=True, height="stretch"):
        _sample(here)


def _upload(here: Desk) -> None:
    heading(here.say("start.own"), here.say("start.own.body"), level=2)
    _in_our_words(here)
    dropped = st.file_uploader(here.say("start.upload"), type=["xlsx"], max_upload_size=MEGABYTES, key="upload")
    if dropped is not None and dropped.file_id not in here.opened:
        here.opened.add(dropped.file_id)
        content = dropped.getvalue()
        receive(here, read_workbook(content), dropped.name, content)
        st.rerun()
    st.download_button(
        here.say("start.template"),
        data=_template,
        file_name=here.say("start.template.file"),
        icon=":material/download:",
        type="tertiary",
        key="template",
    )


def _in_our_words(here: Desk) -> None:
    """Streamlit's drop zone speaks English only: ours are laid over its words."""
    choose, limit = here.say("start.choose"), here.say("start.limit")
    st.html(f'<style>.stFileUploader {{ --choose: "{choose}"; --limit: "{limit}"; }}</style>')


def _sample(here: Desk) -> None:
    heading(here.say("start.try"), here.say("start.try.body"), level=2)
    name = st.selectbox(
        here.say("start.sample"),
        SAMPLE_NAMES,
        index=SAMPLE_NAMES.index(USUAL_SAMPLE),
        format_func=lambda one: here.say(f"sample.{one}"),
        key="sample",
    )
    quiet = bool(here.faults)  # the annotated copy is the next step then
    if st.button(here.say("start.open"), type="secondary" if quiet else "primary", key="open-sample"):
        here.open(generate(name), name, None)
        st.query_params.pop(JOB, None)
        st.rerun()


def _template() -> bytes:
    buffer = io.BytesIO()
    write_template(buffer)
    return buffer.getvalue()

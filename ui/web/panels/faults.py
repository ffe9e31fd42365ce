"""Everything to correct in a workbook, at once, and the visitor's own file with the places marked."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from gems.workbook import CellFault, annotate
from ui.web.here import Here
from ui.web.markup import Column, heading, sentence, table

MOST_SHOWN = 200


def faults_panel(here: Here, name: str, content: bytes, faults: Sequence[CellFault]) -> None:
    """Where, what is wrong, what to do; the annotated copy is the next step."""
    language, number = here.language, len(faults)
    with st.container(border=True, key="faults"):
        title = here.say("faults.one" if number == 1 else "faults.many", n=number, file=name)
        heading(title, here.say("faults.body"), level=2)
        st.download_button(
            here.say("faults.download"),
            data=lambda: annotate(content, faults, language),
            file_name=f"{Path(name).stem}-{here.say('faults.copy')}.xlsx",
            type="primary",
            icon=":material/download:",
            key="annotated",
            on_click="ignore",
        )
        faults_table(here, faults)


def faults_table(here: Here, faults: Sequence[CellFault]) -> None:
    """Cell by cell."""
    language = here.language
    table(
        (
            Column(title=here.say("faults.sheet")),
            Column(title=here.say("faults.cell")),
            Column(title=here.say("faults.wrong"), wide=True),
            Column(title=here.say("faults.fix"), wide=True),
        ),
        (
            (fault.sheet or here.say("faults.whole"), fault.cell, fault.wrong[language], fault.fix[language])
            for fault in faults[:MOST_SHOWN]
        ),
    )
    if len(faults) > MOST_SHOWN:
        sentence(here.say("faults.more", n=len(faults) - MOST_SHOWN), kind="quiet")

"""Everything to correct in a workbook, at once, and the visitor's own file with the places marked."""

from pathlib import Path

import streamlit as st

from gems.workbook import annotate
from ui.web.markup import Column, heading, sentence, table
from ui.web.state import Desk

MOST_SHOWN = 200


def faults_panel(here: Desk) -> None:
    """Where, what is wrong, what to do; the annotated copy is the next step."""
    language, number = here.language, len(here.faults)
    with st.container(border=True, key="faults"):
        title = here.say("faults.one" if number == 1 else "faults.many", n=number, file=here.source)
        heading(title, here.say("faults.body"), level=2)
        if here.uploaded:
            st.download_button(
                here.say("faults.download"),
                data=lambda: annotate(here.uploaded, here.faults, language),
                file_name=f"{Path(here.source).stem}-{here.say('faults.copy')}.xlsx",
                type="primary",
                icon=":material/download:",
                key="annotated",
            )
        table(
            (
                Column(title=here.say("faults.sheet")),
                Column(title=here.say("faults.cell")),
                Column(title=here.say("faults.wrong"), wide=True),
                Column(title=here.say("faults.fix"), wide=True),
            ),
            (
                (fault.sheet or here.say("faults.whole"), fault.cell, fault.wrong[language], fault.fix[language])
                for fault in here.faults[:MOST_SHOWN]
            ),
        )
        if number > MOST_SHOWN:
            sentence(here.say("faults.more", n=number - MOST_SHOWN), kind="quiet")

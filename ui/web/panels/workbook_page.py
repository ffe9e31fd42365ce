"""The workbook in and out."""

import io

import streamlit as st

from gems.planning.group_import import export_group
from gems.workbook import write_workbook
from ui.web.here import Here
from ui.web.markup import heading, sentence
from ui.web.panels.workbook_import import import_panel, template_button

EXPORTED = "exported-workbook"


def workbook_part(here: Here) -> None:
    """Import with its preview, export, empty workbook."""
    with st.container(border=True):
        heading(here.say("workbook.in"), here.say("workbook.in.about"), level=2)
        import_panel(here)
    with st.container(border=True):
        heading(here.say("workbook.out"), here.say("workbook.out.about"), level=2)
        _export(here)
    template_button(here)


def _export(here: Here) -> None:
    """Written when asked for, so that the history says who took it; then taken away."""
    st.button(here.say("workbook.write"), icon=":material/table:", key="export", on_click=_write, args=(here,))
    content: bytes | None = st.session_state.get(EXPORTED)
    if content is not None:
        sentence(here.say("workbook.ready"))
        st.download_button(
            here.say("workbook.take"),
            data=content,
            file_name=f"gems-{here.today.isoformat()}.xlsx",
            type="primary",
            icon=":material/download:",
            key="take-export",
            on_click=_taken,
        )


def _write(here: Here) -> None:
    group = here.attempt(export_group, here.office, here.actor)
    if group is not None:
        buffer = io.BytesIO()
        write_workbook(group, buffer, language=here.language)
        st.session_state[EXPORTED] = buffer.getvalue()


def _taken() -> None:
    """Not kept: the next one is written from what the data says then."""
    st.session_state.pop(EXPORTED, None)

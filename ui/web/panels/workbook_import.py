"""A workbook dropped: what is wrong in it, or what it would change; then all of it or nothing."""

import io
from dataclasses import dataclass

import streamlit as st

from gems.domain.words import day
from gems.planning.group_data import see_group
from gems.planning.group_import import Preview, counts, import_group, preview_import
from gems.workbook import Reading, read_workbook, write_template
from ui.web.here import Here, tell
from ui.web.markup import Entry, entries, heading, sentence
from ui.web.panels.differences import difference_lines
from ui.web.panels.faults import faults_panel, faults_table
from ui.web.record_words import capital
from ui.web.texts import text

MEGABYTES = 5
DROPPED, TURN = "dropped-workbook", "drop-zone"


@dataclass(frozen=True, slots=True)
class Dropped:
    """The workbook that lies on this coordinator's desk: read once, kept until it is imported or put away."""

    file_id: str
    name: str
    content: bytes
    reading: Reading


def import_panel(here: Here) -> None:
    """Drop, look, import."""
    _upload(here)
    dropped: Dropped | None = st.session_state.get(DROPPED)
    if dropped is None:
        return
    if dropped.reading.group is None:
        faults_panel(here, dropped.name, dropped.content, dropped.reading.faults)
        return
    preview = here.attempt(
        preview_import, here.office, here.actor, group=dropped.reading.group, schedule=dropped.reading.schedule
    )
    if preview is not None:
        with st.container(border=True, key="preview"):
            _preview(here, dropped, preview)


def template_button(here: Here) -> None:
    """An empty workbook with its help."""
    st.download_button(
        here.say("start.template"),
        data=_template,
        file_name=here.say("start.template.file"),
        icon=":material/download:",
        type="tertiary",
        key="template",
        on_click="ignore",
    )


def is_something_dropped() -> bool:
    """Whether a workbook waits here."""
    return DROPPED in st.session_state


def _upload(here: Here) -> None:
    # Streamlit's drop zone speaks English only: ours are laid over its words.
    choose, limit = here.say("start.choose"), here.say("start.limit")
    st.html(f'<style>.stFileUploader {{ --choose: "{choose}"; --limit: "{limit}"; }}</style>')
    key = f"upload {st.session_state.get(TURN, 0)}"
    file = st.file_uploader(here.say("start.upload"), type=["xlsx"], max_upload_size=MEGABYTES, key=key)
    kept: Dropped | None = st.session_state.get(DROPPED)
    if file is not None and (kept is None or kept.file_id != file.file_id):
        content = file.getvalue()
        st.session_state[DROPPED] = Dropped(file.file_id, file.name, content, read_workbook(content))


def _preview(here: Here, dropped: Dropped, preview: Preview) -> None:
    language = here.language
    heading(here.say("import.title", file=dropped.name), level=2)
    remarks = dropped.reading.faults
    if remarks:
        with st.expander(here.say("remarks.one" if len(remarks) == 1 else "remarks.many", n=len(remarks))):
            faults_table(here, remarks)
    if preview.impossible:
        st.error(here.say("import.impossible"), icon=":material/block:")
        entries(Entry(title=words[language], mark="law") for words in preview.impossible)
        return
    if not preview.differences and not preview.drafts:
        sentence(here.say("import.nothing"))
        return
    sentence(here.say("import.about"))
    before, after = see_group(here.office, here.actor), dropped.reading.group
    assert after is not None
    for one in preview.differences:
        with st.expander(capital(counts(one)[language])):
            difference_lines(here, before, after, one)
    for monday, pieces in preview.drafts:
        sentence(here.say("import.draft", day=day(monday, year=True), n=pieces))
    with st.container(horizontal=True):
        # What is imported is what was looked at: the preview of this page, not one made again once it is pressed.
        args = (here, dropped, preview)
        icon = ":material/upload:"
        st.button(here.say("import.now"), type="primary", icon=icon, key="import-now", on_click=_import, args=args)
        st.button(here.say("import.leave"), type="tertiary", key="import-leave", on_click=_put_away)


def _import(here: Here, dropped: Dropped, preview: Preview) -> None:
    group, schedule = dropped.reading.group, dropped.reading.schedule
    assert group is not None

    def act() -> bool:
        import_group(here.office, here.actor, group=group, schedule=schedule, seen_revision=preview.revision)
        return True

    if here.attempt(act):
        tell(text("import.done").fill(file=dropped.name))
        _put_away()


def _put_away() -> None:
    """The desk is clear again, under a drop zone that holds no file."""
    st.session_state.pop(DROPPED, None)
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def _template() -> bytes:
    buffer = io.BytesIO()
    write_template(buffer)
    return buffer.getvalue()

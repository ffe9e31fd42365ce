"""The first start: a group without data takes in its workbook, or a sample to see."""

import streamlit as st

from gems.planning.group_import import import_group, preview_import
from sample_data import SAMPLE_NAMES, generate
from ui.web.here import Here, tell
from ui.web.markup import heading
from ui.web.panels.workbook_import import import_panel, is_something_dropped, template_button
from ui.web.texts import text

USUAL_SAMPLE = "gems23"


def opening(here: Here) -> None:
    """The two ways to begin."""
    heading(here.say("start.title"), here.say("start.about"))
    own, sample = st.columns(2, gap="medium")
    with own, st.container(border=True):
        heading(here.say("start.own"), here.say("start.own.body"), level=2)
        import_panel(here)
        template_button(here)
    with sample, st.container(border=True):
        _sample(here)


def _sample(here: Here) -> None:
    heading(here.say("start.try"), here.say("start.try.body"), level=2)
    name = st.selectbox(
        here.say("start.sample"),
        SAMPLE_NAMES,
        index=SAMPLE_NAMES.index(USUAL_SAMPLE),
        format_func=lambda one: here.say(f"sample.{one}"),
        placeholder=here.say("field.choose"),
        key="sample",
    )
    quiet = is_something_dropped()  # what came of the visitor's own workbook is the next step then
    if st.button(here.say("start.open"), type="secondary" if quiet else "primary", key="open-sample"):
        group = generate(name)

        def act() -> bool:
            seen = preview_import(here.office, here.actor, group=group).revision
            import_group(here.office, here.actor, group=group, schedule=None, seen_revision=seen)
            return True

        if here.attempt(act):
            tell(text("start.opened"))
        st.rerun()

"""The group's own choices (agreement, profile, school zone…) and its deadlines."""

from dataclasses import fields, replace
from functools import partial

import streamlit as st

from gems.domain.group import Settings
from gems.domain.issues import Kind
from gems.domain.life import Deadlines
from gems.domain.records import Record
from gems.planning.group_data import LONGEST_DEADLINE, deadlines, save_deadlines, save_settings, see_group
from gems.workbook.sheet import Row
from ui.web.here import Here
from ui.web.markup import heading, sentence
from ui.web.panels.one_act import one_act
from ui.web.panels.record_form import RecordForm
from ui.web.texts import text

OWN = tuple(one.name for one in fields(Settings))


def choices_part(here: Here) -> None:
    """Two forms: what the group chose, and how early things are due."""
    group = see_group(here.office, here.actor)
    with st.container(border=True):
        heading(here.say("choices.title"), level=2)
        form = RecordForm(here, group, Kind.SETTINGS, "settings", before=group.settings, build=_settings)
        form.ask_all(*OWN)

        def save(before: Record | None, after: Record) -> None:
            save_settings(here.office, here.actor, before=before or group.settings, after=after)

        form.finish(save, text("choices.saved"))
    with st.container(border=True):
        _deadlines(here)


def _settings(row: Row) -> Settings:
    return Settings(**{name: row[name] for name in OWN})


def _deadlines(here: Here) -> None:
    before = deadlines(here.office, here.actor)
    heading(here.say("deadlines.title"), here.say("deadlines.about"), level=2)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        typed = {
            one.name: st.number_input(
                here.say(f"deadlines.{one.name}"),
                min_value=0,
                max_value=LONGEST_DEADLINE,
                value=int(getattr(before, one.name)),
                key=f"deadline {one.name} {before}",
                width=250,
                persist_state="session",
            )
            for one in fields(Deadlines)
        }
        after = replace(before, **typed)
        keep = partial(one_act, here, text("deadlines.saved"), save_deadlines, before=before, after=after)
        st.button(here.say("deadlines.save"), key="save-deadlines", disabled=after == before, on_click=keep)
    sentence(here.say("deadlines.order"), kind="quiet")

"""The short lists that everything else refers to: towns, jobs, stand-ins, on-call periods, roster terms."""

from functools import partial

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.records import PLACES, Record, records_of
from gems.planning.group_data import remove_record, see_group
from gems.workbook.sheets import SHEET
from ui.web.here import Here
from ui.web.markup import heading, sentence
from ui.web.one_of import one_of
from ui.web.panels.one_act import one_act
from ui.web.panels.pick_table import NEW, back_button, open_line, opened, pick_table
from ui.web.panels.record_form import RecordForm, fresh_id, keeping
from ui.web.record_words import record_name, said
from ui.web.texts import text

KINDS = (Kind.COMMUNE, Kind.QUALIFICATION, Kind.STAND_IN, Kind.ON_CALL, Kind.ROSTER_TERM)
LETTERS = {Kind.ON_CALL: "O", Kind.ROSTER_TERM: "R"}
"""With which the first identifier of a list begins."""
ENTRY, BETWEEN = "element", " · "
"""Name of the open line in the address; what stands between the parts of what names a line."""


def lists_part(here: Here) -> None:
    """One list at a time; or one line of it."""
    group = see_group(here.office, here.actor)
    kind = one_of(
        here.say("lists.which"),
        KINDS,
        usual=KINDS[0],
        format_func=lambda one: SHEET[one].title[here.language],
        key="lists-kind",
        label_visibility="collapsed",
        on_change=_put_away,
    )
    by_name = {_named(kind, record): record for record in records_of(group, kind)}
    chosen = opened(ENTRY)
    if chosen == NEW:
        _new(here, group, kind)
    elif chosen in by_name:
        _one(here, group, kind, by_name[chosen])
    else:
        _all(here, group, kind, by_name)


def _all(here: Here, group: Group, kind: Kind, by_name: dict[str, Record]) -> None:
    sheet, language = SHEET[kind], here.language
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        heading(sheet.title[language], sheet.about[language], level=2)
        st.button(here.say("lists.add"), icon=":material/add:", key="lists-add", on_click=open_line, args=(ENTRY, NEW))
    if not by_name:
        sentence(here.say("lists.none"))
        return
    sentence(here.say("pick.how", n=len(by_name)), kind="quiet")
    values = [sheet.fields(record) for record in by_name.values()]
    columns = {
        column.heading[language]: [said(group, column, one[column.field], language) for one in values]
        for column in sheet.read_columns
    }
    pick_table(here, columns, list(by_name), ENTRY, alt=sheet.about[language])


def _one(here: Here, group: Group, kind: Kind, record: Record) -> None:
    """What names a line does not change; the rest does."""
    back_button(here.say("lists.back"), ENTRY)
    heading(record_name(group, kind, record, here.language), level=2)
    form = RecordForm(here, group, kind, f"{kind} {_named(kind, record)}", before=record)
    form.ask_all(*(one.field for one in SHEET[kind].read_columns if one.field not in PLACES[kind].keys))
    form.finish(keeping(here, kind), text("lists.saved"))
    remove = partial(one_act, here, text("lists.removed"), remove_record, kind=kind, before=record)
    st.button(here.say("lists.remove"), type="tertiary", key="lists-remove", on_click=remove)


def _new(here: Here, group: Group, kind: Kind) -> None:
    back_button(here.say("lists.back"), ENTRY)
    heading(here.say("lists.new", list=SHEET[kind].title), level=2)
    fixed = {"id": fresh_id(group, kind, LETTERS[kind])} if kind in LETTERS else {}
    form = RecordForm(here, group, kind, f"{kind} new", fixed=fixed)
    form.ask_all(*(one.field for one in SHEET[kind].read_columns if one.field not in fixed))

    def save(before: Record | None, record: Record) -> None:
        keeping(here, kind)(before, record)
        _put_away()

    form.finish(save, text("lists.added"), label=here.say("lists.add"))


def _named(kind: Kind, record: Record) -> str:
    return BETWEEN.join(map(str, PLACES[kind].key(record)))


def _put_away() -> None:
    """Back to the whole list."""
    st.query_params.pop(ENTRY, None)

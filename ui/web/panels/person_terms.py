"""The roster terms of a person's sheet: a small table, a form over one line, and the limits of the contract."""

from dataclasses import replace
from functools import partial

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.people import Employee
from gems.domain.records import Record
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.validation.roster_terms import NO_SIDE
from gems.domain.validation.spelling import folded
from gems.domain.words import euros
from gems.planning.group_data import remove_record
from gems.rules.roster_words import term_words
from gems.workbook.sheets.contract_columns import ROSTER
from ui.web.here import Here
from ui.web.markup import heading, sentence
from ui.web.panels.one_act import one_act
from ui.web.panels.pick_table import NEW, back_button, close_line, open_line, opened, pick_table
from ui.web.panels.record_form import RecordForm, fresh_id, keeping
from ui.web.record_words import capital
from ui.web.texts import text

TERM = "clause"
"""Name of the open term in the address of the page."""
DAY = ("on_day",)
KIND, THEN, FIGURES = (
    ("shift", "begins_before", "ends_after"),
    ("then_shift", "then_before"),
    ("least", "most", "cents"),
)
"""The fields of a term: which days, what follows them, how many and at what price."""
LIMITS = tuple(column.field for column in ROSTER)


def terms_part(here: Here, group: Group, person: Employee) -> None:
    """What the person is held to; or one term of it."""
    own = {term.id: term for term in group.roster_terms if term.employee_id in (None, person.id)}
    chosen = opened(TERM)
    if chosen == NEW:
        _new(here, group, person)
    elif chosen in own:
        _one(here, group, own[chosen])
    else:
        _all(here, group, person, own)


def _all(here: Here, group: Group, person: Employee, own: dict[str, RosterTerm]) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        heading(here.say("term.list"), here.say("term.about" if own else "term.none"), level=2)
        st.button(here.say("term.new"), icon=":material/add:", key="term-add", on_click=open_line, args=(TERM, NEW))
    if own:
        _table(here, group, own)
    with st.expander(here.say("term.limits")):
        sentence(here.say("term.limits.about"), kind="quiet")
        form = RecordForm(here, group, Kind.EMPLOYEE, f"employee roster {person.id}", before=person)
        form.ask_all(*LIMITS)
        form.finish(keeping(here, Kind.EMPLOYEE), text("person.saved"), strong=False)


def _table(here: Here, group: Group, own: dict[str, RosterTerm]) -> None:
    language, several = here.language, own.values()
    shown = {
        here.say("term.cost"): [
            here.say("term.rule") if term.cents is None else euros(term.cents)[language] for term in several
        ],
        here.say("term.term"): [capital(term_words(term)[language]) for term in several],
        here.say("term.whom"): [
            here.say("term.everybody" if term.employee_id is None else "term.person") for term in several
        ],
    }
    pick_table(here, shown, list(own), TERM, alt=here.say("term.table"))
    named = {label for term in several for label in (term.shift, term.then_shift) if label}
    for shift in sorted(named - {request.label for request in group.requests}, key=folded):
        sentence(here.say("term.unknown_shift", shift=shift))


def _one(here: Here, group: Group, term: RosterTerm) -> None:
    back_button(here.say("term.back"), TERM)
    with st.container(border=True):
        title = "term.of_everybody" if term.employee_id is None else "term.of_person"
        heading(here.say(title), here.say("term.price"), level=2)
        form = RecordForm(here, group, Kind.ROSTER_TERM, f"term {term.id}", before=term)
        _ask(form)
        form.finish(partial(_keep, here), text("term.saved"))
    remove = partial(_remove, here, term)
    st.button(here.say("term.remove"), type="tertiary", icon=":material/close:", key="term-remove", on_click=remove)


def _new(here: Here, group: Group, person: Employee) -> None:
    back_button(here.say("term.back"), TERM)
    with st.container(border=True):
        heading(here.say("term.new"), here.say("term.price"), level=2)
        fixed = {"id": fresh_id(group, Kind.ROSTER_TERM, "R"), "employee_id": person.id}
        form = RecordForm(here, group, Kind.ROSTER_TERM, f"term new {person.id}", fixed=fixed)
        _ask(form)
        form.finish(partial(_keep, here), text("term.added"), label=here.say("term.add"))
    sentence(here.say("term.for_everybody"), kind="quiet")


def _ask(form: RecordForm) -> None:
    """Only what has a meaning for what is counted."""
    void = _void(form.ask("counts"))
    for names in ((*KIND, *DAY), THEN, FIGURES):
        form.ask_all(*(name for name in names if name not in void))


def _void(counts: TermCount | None) -> tuple[str, ...]:
    """The fields that mean nothing for what is counted."""
    kind = KIND if counts is TermCount.DAYS_OFF_IN_ROW else ()
    then = THEN if counts is not TermCount.FOLLOWINGS else ()
    day = DAY if counts is not TermCount.DAYS else ()
    return (*kind, *then, *day, *((NO_SIDE[counts],) if counts in NO_SIDE else ()))


def _keep(here: Here, before: Record | None, after: Record) -> None:
    """Save without what is no longer asked, and back to the table."""
    keeping(here, Kind.ROSTER_TERM)(before, replace(after, **dict.fromkeys(_void(after.counts))))
    close_line(TERM)


def _remove(here: Here, term: RosterTerm) -> None:
    one_act(here, text("term.removed"), remove_record, kind=Kind.ROSTER_TERM, before=term)
    close_line(TERM)

"""What a person's sheet says of days: absences (the type, never the reason) and wishes; added and taken back."""

from collections.abc import Iterable

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.people import Absence, Employee
from gems.domain.records import Record
from gems.domain.time import DAY, clock_of, day_of, instant_of
from gems.domain.words import Language, Words, day
from gems.planning.asks.saying import clock_words
from gems.planning.asks.wishes import wish_words
from gems.planning.group_data import remove_record
from gems.planning.views.today import today
from gems.planning.views.waiting import Waiting
from gems.workbook.sheets.absences import ABSENCE_KIND
from ui.web.here import Here
from ui.web.links import screen_link
from ui.web.markup import heading, sentence
from ui.web.panels.one_act import one_act
from ui.web.panels.record_form import RecordForm, fresh_id, keeping
from ui.web.panels.replacing import REPLACE
from ui.web.record_words import capital
from ui.web.state import WEEK
from ui.web.texts import text


def absences_part(here: Here, group: Group, person: Employee) -> None:
    """When the person is away."""
    own = sorted((one for one in group.absences if one.employee_id == person.id), key=lambda one: one.span)
    now = instant_of(here.office.store.clock())
    with st.container(border=True):
        heading(here.say("absence.new"), here.say("absence.new.about"), level=2)
        form = _form(here, group, Kind.ABSENCE, "A", person)
        form.ask_all("kind", "span.first_day", "span.last_day")
        with st.expander(here.say("absence.hours")):
            form.ask_all("span.start", "span.end")
        form.finish(keeping(here, Kind.ABSENCE), text("absence.added"), label=here.say("absence.add"))
    _to_give(here, person)
    coming = [one for one in own if one.span.end > now]
    _list(here, Kind.ABSENCE, "absence.coming", [(one, absence_words(one)) for one in coming])
    _list(here, Kind.ABSENCE, "absence.past", [(one, absence_words(one)) for one in reversed(own) if one not in coming])


def _to_give(here: Here, person: Employee) -> None:
    """Work of theirs that others must take, week by week: the way to the list of who could."""
    for line in today(here.office, here.actor):
        if line.kind is Waiting.ABSENCE and line.id == person.id and line.monday is not None:
            about = {WEEK: line.monday.isoformat(), REPLACE: person.id}
            screen_link(here, "semaine", line.words[here.language], icon=":material/person_search:", **about)


def wishes_part(here: Here, group: Group, person: Employee) -> None:
    """What the person wishes."""
    own = [one for one in group.wishes if one.employee_id == person.id]
    with st.container(border=True):
        heading(here.say("wish.new"), here.say("wish.new.about"), level=2)
        form = _form(here, group, Kind.WISH, "W", person)
        form.ask_all("kind", "weekdays")
        form.ask_all("start_clock", "end_clock", "first_day", "last_day")
        form.finish(keeping(here, Kind.WISH), text("wish.added"), label=here.say("wish.add"))
    _list(here, Kind.WISH, "wish.list", [(one, wish_words(one)) for one in own])


def absence_words(absence: Absence) -> Words:
    """ "congé, du lun. 21 déc. au dim. 27 déc. 2026"."""
    said = {language: _absence(absence, language) for language in ("fr", "en")}
    return Words(said["fr"], said["en"])


def _absence(absence: Absence, language: Language) -> str:
    kind = ABSENCE_KIND.show(absence.kind, language)
    span, first, last = absence.span, day_of(absence.span.start), day_of(absence.span.end - 1)
    start, end = clock_of(span.start), clock_of(span.end) or DAY
    days = text("absence.day" if first == last else "absence.days")
    said = days.fill(first=day(first, year=first == last), last=day(last, year=True))[language]
    if (start, end) != (0, DAY):
        said += text("absence.clock").fill(start=clock_words(start), end=clock_words(end))[language]
    return f"{kind}, {said}"


def _form(here: Here, group: Group, kind: Kind, letter: str, person: Employee) -> RecordForm:
    fixed = {"id": fresh_id(group, kind, letter), "employee_id": person.id}
    return RecordForm(here, group, kind, f"{kind} new {person.id}", fixed=fixed)


def _list(here: Here, kind: Kind, title: str, lines: Iterable[tuple[Record, Words]]) -> None:
    """What there is, each with the way to take it back."""
    found = list(lines)
    if not found:
        return
    heading(here.say(title), level=2)
    for record, words in found:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            sentence(capital(words[here.language]))
            st.button(
                here.say("period.remove"), type="tertiary", icon=":material/close:", key=f"remove {kind} {record.id}",
                help=words[here.language], on_click=_remove, args=(here, kind, record, words),
            )  # fmt: skip


def _remove(here: Here, kind: Kind, record: Record, words: Words) -> None:
    one_act(here, text("period.removed").fill(what=words), remove_record, kind=kind, before=record)

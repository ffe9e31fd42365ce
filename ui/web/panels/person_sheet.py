"""One person's sheet: contract and jobs, absences, wishes, roster terms, hours of the year, derogations."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.people import Employee
from gems.domain.records import Record
from gems.domain.words import day
from gems.planning.group_data import remove_record
from ui.web.here import Here
from ui.web.markup import heading, sentence
from ui.web.one_of import one_of
from ui.web.panels.one_act import one_act
from ui.web.panels.person_counters import counters_part
from ui.web.panels.person_periods import absences_part, wishes_part
from ui.web.panels.person_terms import TERM, terms_part
from ui.web.panels.pick_table import back_button, close_line, open_line, opened
from ui.web.panels.record_form import RecordForm, fresh_id, keeping
from ui.web.texts import text

PERSON_FIELDS = ("id", "name", "home", "vehicle", "max_commute_minutes", "birth_date")
CONTRACT_FIELDS = (
    "contract.kind",
    "contract.weekly_minutes",
    "contract.annual_minutes",
    "contract.first_day",
    "contract.last_day",
    "other_employer_weekly_minutes",
    "contract.annualised",
    "contract.night_worker",
    "contract.member_ids",
)
LIGHTER_FIELDS = ("lighter_days.first_day", "lighter_days.last_day", "lighter_days.minutes_less")


def person_sheet(here: Here, group: Group, person: Employee, about: str) -> None:
    """Everything on one person."""
    back_button(here.say("person.back"), about)
    contract = person.contract
    since = here.say("person.since", day=day(contract.first_day, year=True))
    until = "" if contract.last_day is None else here.say("person.until", day=day(contract.last_day, year=True))
    heading(person.name, " · ".join(one for one in (person.id, person.home, since, until) if one))
    parts: dict[str, Callable[[Here, Group, Employee], None]] = {
        "sheet": partial(_sheet_part, about),
        "absences": absences_part,
        "wishes": wishes_part,
        "roster": terms_part,
        "counters": counters_part,
    }
    part = one_of(
        here.say("person.part"),
        list(parts),
        usual="roster" if opened(TERM) else "sheet",
        format_func=lambda one: here.say(f"person.{one}"),
        key=f"person-part {person.id}",
        label_visibility="collapsed",
    )
    parts[part](here, group, person)


def new_person(here: Here, group: Group, about: str) -> None:
    """The sheet of somebody who comes."""
    back_button(here.say("person.back"), about)
    heading(here.say("person.new"), here.say("person.new.about"))
    given = {"id": fresh_id(group, Kind.EMPLOYEE, "S")}
    form = RecordForm(here, group, Kind.EMPLOYEE, "employee new", given=given)
    _ask(here, form, PERSON_FIELDS)

    def save(before: Record | None, record: Record) -> None:
        keeping(here, Kind.EMPLOYEE)(before, record)
        open_line(about, record.id)

    form.finish(save, text("person.added"), label=here.say("person.add"))


def _sheet_part(about: str, here: Here, group: Group, person: Employee) -> None:
    form = RecordForm(here, group, Kind.EMPLOYEE, f"employee {person.id}", before=person)
    _ask(here, form, PERSON_FIELDS[1:])
    form.finish(keeping(here, Kind.EMPLOYEE), text("person.saved"))
    with st.expander(here.say("person.leaves"), icon=":material/person_remove:"):
        sentence(here.say("person.leaves.about"))
        st.button(here.say("person.remove"), key="remove-person", on_click=_remove, args=(here, person, about))


def _ask(here: Here, form: RecordForm, own: tuple[str, ...]) -> None:
    for title, names in (
        ("person.who", own),
        ("person.jobs", ("qualifications",)),
        ("person.terms", CONTRACT_FIELDS),
        ("person.lighter", LIGHTER_FIELDS),
    ):
        with st.container(border=True):
            heading(here.say(title), here.say("person.lighter.about") if title == "person.lighter" else "", level=2)
            form.ask_all(*names)


def _remove(here: Here, person: Employee, about: str) -> None:
    one_act(here, text("person.removed"), remove_record, kind=Kind.EMPLOYEE, before=person)
    close_line(about)

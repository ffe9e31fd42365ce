"""Équipe: who works for the group, who is away, whose papers expire; and one person's sheet."""

from collections.abc import Iterable
from datetime import date, timedelta

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.people import Absence, ContractKind, Employee
from gems.domain.time import Span, day_end, day_of, day_start
from gems.domain.validation.spelling import folded
from gems.domain.words import Words, day, hours
from gems.planning.group_data import see_group
from gems.planning.views.people_years import year_balances
from gems.workbook.sheets.absences import ABSENCE_KIND
from gems.workbook.sheets.contract_columns import CONTRACT_KIND
from ui.web.here import Here, here
from ui.web.markup import heading, sentence
from ui.web.panels.filters import by_name, choose, search
from ui.web.panels.person_sheet import new_person, person_sheet
from ui.web.panels.pick_table import NEW, dates, open_by_name, open_line, opened, pick_table
from ui.web.record_words import label_of
from ui.web.week_words import signed_hours

PERSON = "personne"
"""Name of the open person in the address of the page."""
SOON = timedelta(days=60)
"""How early a qualification about to expire is said."""
AHEAD = timedelta(days=14)
"""How early an absence is said."""


def show() -> None:
    """Everybody, or one person."""
    visit = here()
    group, chosen = see_group(visit.office, visit.actor), opened(PERSON)
    if chosen == NEW:
        new_person(visit, group, PERSON)
    elif chosen in group.employee:
        person_sheet(visit, group, group.employee[chosen], PERSON)
    else:
        _everybody(visit, group)


def _everybody(visit: Here, group: Group) -> None:
    today = visit.today
    employed = [person for person in group.employees if not _over(person, today)]
    away = {one.employee_id for one in group.absences if one.span.overlap(Span(day_start(today), day_end(today)))}
    expiring = [person for person in employed if (last := _expiry(person)) is not None and last <= today + SOON]
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key="title"):
        told = visit.say("team.answer", n=len(employed), away=len(away), expiring=len(expiring))
        heading(visit.say("page.team"), told if group.employees else visit.say("team.none"))
        st.button(
            visit.say("team.add"), icon=":material/person_add:", type="primary", key="add-person",
            on_click=open_line, args=(PERSON, NEW),
        )  # fmt: skip
    if group.employees:
        found = list(_filtered(visit, group))
        _table(visit, group, found)


def _filtered(visit: Here, group: Group) -> Iterable[Employee]:
    names = {person.id: person.name for person in group.employees}
    language = visit.language
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="filters"):
        text = search(visit, "team")
        codes = {one for person in group.employees for one in _codes(person)}
        jobs = {one: label_of(group, Kind.QUALIFICATION, one, language) for one in codes}
        job = choose(visit, "team.job", by_name(jobs))
        home = choose(visit, "team.home", by_name({person.home: person.home for person in group.employees}))
        kind = choose(visit, "team.contract", {one: str(CONTRACT_KIND.show(one, language)) for one in ContractKind})
        gone = st.checkbox(visit.say("team.gone"), key="team-gone", persist_state="session")
        names = {person.id: person.name for person in group.employees}
        open_by_name(visit, visit.say("team.open"), by_name(names), PERSON)
    for person in sorted(group.employees, key=lambda one: folded(one.name)):
        fits = text in folded(f"{person.name} {person.id} {person.home}")
        fits = fits and (job is None or job in _codes(person)) and (home is None or home == person.home)
        if fits and (kind is None or kind == person.contract.kind) and (gone or not _over(person, visit.today)):
            yield person


def _table(visit: Here, group: Group, people: list[Employee]) -> None:
    if not people:
        sentence(visit.say("filter.nobody"))
        return
    sentence(visit.say("pick.how", n=len(people)), kind="quiet")
    until, expiry, balance = visit.say("team.until"), visit.say("team.expiry"), visit.say("team.balance")
    ahead = year_balances(visit.office, visit.actor)
    absences: dict[str, list[Absence]] = {}
    for absence in group.absences:
        absences.setdefault(absence.employee_id, []).append(absence)
    pick_table(
        visit,
        {
            visit.say("team.name"): [person.name for person in people],
            visit.say("team.home"): [person.home for person in people],
            visit.say("team.job"): [_jobs(group, person, visit) for person in people],
            visit.say("team.contract"): [_contract(person)[visit.language] for person in people],
            balance: [_whole_hours(ahead.get(person.id)) for person in people],
            visit.say("team.absence"): [_absence(visit, absences.get(person.id, [])) for person in people],
            expiry: [_expiry(person) for person in people],
            until: [person.contract.last_day for person in people],
        },
        [person.id for person in people],
        PERSON,
        alt=visit.say("team.table"),
        config=dates(until, expiry),
        figures={balance: lambda ahead: signed_hours(60 * round(ahead))[visit.language]},
    )


def _codes(person: Employee) -> list[str]:
    return [held.code for held in person.qualifications]


def _jobs(group: Group, person: Employee, visit: Here) -> str:
    return ", ".join(label_of(group, Kind.QUALIFICATION, code, visit.language) for code in _codes(person))


def _contract(person: Employee) -> Words:
    said, weekly = CONTRACT_KIND, hours(person.contract.weekly_minutes)
    kind = Words(str(said.show(person.contract.kind, "fr")), str(said.show(person.contract.kind, "en")))
    return Words(f"{weekly.fr} · {kind.fr}", f"{weekly.en} · {kind.en}")


def _whole_hours(minutes: int | None) -> int | None:
    """Hours ahead or behind; nothing where nothing is counted."""
    return None if minutes is None else round(minutes / 60)


def _absence(visit: Here, absences: list[Absence]) -> str:
    """The absence under way or about to begin."""
    today, limit = day_start(visit.today), day_end(visit.today + AHEAD)
    found = min((one for one in absences if one.span.end > today and one.span.start < limit), default=None, key=_start)
    if found is None:
        return ""
    kind = str(ABSENCE_KIND.show(found.kind, visit.language))
    first, last = day(day_of(found.span.start)), day(day_of(found.span.end - 1))
    return visit.say("team.away", kind=kind, first=first, last=last)


def _start(absence: Absence) -> int:
    return absence.span.start


def _expiry(person: Employee) -> date | None:
    """The first day on which a qualification ends."""
    return min((held.valid_until for held in person.qualifications if held.valid_until is not None), default=None)


def _over(person: Employee, today: date) -> bool:
    last = person.contract.last_day
    return last is not None and last < today

"""The card or the row that was picked, in full, beside the grid."""

from collections.abc import Callable, Iterable
from functools import partial

import streamlit as st

from gems.domain.duty import duties_of
from gems.domain.report import Unserved
from gems.domain.schedule import Assignment
from gems.domain.words import clock, day, hours, moment
from gems.planning.week.sight import why_unserved
from ui.web.markup import Entry, entries, facts, heading
from ui.web.panels.explaining import ask_why, why_here
from ui.web.panels.piece_tools import need_tools, piece_tools
from ui.web.panels.replacing import somebody_else, somebody_for
from ui.web.panels.tables import missed, unserved_entry
from ui.web.state import WeekPage
from ui.web.week_view import LANE, NEED, WeekView
from ui.web.week_words import need_when, site_words, whole_hours


def details_panel(here: WeekPage, view: WeekView) -> None:
    """Nothing when nothing is picked, or when what was picked is not of this week."""
    draw = _drawing(here, view)
    if draw is None:
        return
    with st.container(border=True, key="details"):
        with st.container(key="details-close"):
            st.button(
                here.say("details.close"),
                key="close-details",
                icon=":material/close:",
                type="tertiary",
                on_click=here.desk.pick,
                args=("",),
            )
        draw()


def _drawing(here: WeekPage, view: WeekView) -> Callable[[], None] | None:
    picked, group = here.desk.picked, view.week.problem.group
    for piece, card in view.ids.items():
        if card == picked:
            return partial(_piece, here, view, piece)
    for line in view.unserved:
        if f"{NEED}{line.need_id}" == picked:
            return partial(_need, here, view, line)
    if picked == LANE and view.unserved:
        return partial(_lane, here, view)
    if picked in group.employee:
        return partial(_person, here, view, picked)
    if picked in group.member:
        return partial(_member, here, view, picked)
    return None


def _piece(here: WeekPage, view: WeekView, piece: Assignment) -> None:
    """Who, when, where, for what."""
    group, language = view.week.problem.group, view.language
    site = group.site[piece.site_id]
    member, job = group.member[site.member_id].name, view.job_name(piece.qualification)
    states = [name for name, given in (("locked", piece.locked), ("published", piece.published)) if given] or ["draft"]
    heading(group.employee[piece.employee_id].name, member, level=2)
    facts(
        (
            (here.say("details.when"), f"{_times(view, piece)} ({hours(piece.minutes)[language]})"),
            (here.say("details.where"), site_words(site.name, site.commune, member)),
            (here.say("details.job"), here.say("details.stand_in", job=job) if view.is_stand_in(piece) else job),
            (here.say("details.request"), view.label(piece)),
            (here.say("details.travel"), _travel(view, piece)),
            (here.say("details.state"), ", ".join(here.say(f"details.{state}") for state in states)),
            (here.say("details.comment"), piece.comment),
        )
    )
    somebody_else(here, piece)
    why_here(here, piece)
    if view.editable:
        piece_tools(here, view, piece)


def _times(view: WeekView, piece: Assignment) -> str:
    end = moment(piece.end) if view.is_night(piece) else clock(piece.end)
    return f"{moment(piece.start)[view.language]} – {end[view.language]}"


def _travel(view: WeekView, piece: Assignment) -> str:
    """The drive from the work before it on the same day."""
    pieces = [one for one in view.schedule.by_employee[piece.employee_id] if one.day == piece.day]
    (duty,) = duties_of(view.week.problem.group, pieces)
    place = duty.pieces.index(piece)
    if place == 0 or not duty.drives[place - 1].minutes:
        return ""
    return f"{duty.drives[place - 1].minutes} min · {duty.drives[place - 1].km} km"


def _need(here: WeekPage, view: WeekView, line: Unserved) -> None:
    """What is asked, and every reason why nobody serves it."""
    group, language, need = view.week.problem.group, view.language, view.need(line.need_id)
    site, member = group.site[need.request.site_id], group.member[line.member_id].name
    heading(here.say("lane"), member, level=2)
    facts(
        (
            (here.say("details.when"), need_when(need)[language]),
            (here.say("details.missing"), hours(line.minutes)[language]),
            (here.say("details.where"), site_words(site.name, site.commune, member)),
            (here.say("details.job"), view.job_name(need.request.qualification)),
            (here.say("details.request"), need.request.label),
        )
    )
    if line.reasons:
        reasons = tuple(reason[language] for reason in line.reasons)
        entries([Entry(title=here.say("details.why"), lines=reasons, mark="todo")])
    elif st.button(here.say("details.ask_why"), key="ask-why"):
        _why(here, line)
    with st.container(horizontal=True, gap="small"):
        ask_why(here, line.need_id)
        somebody_for(here, line.need_id)
    if view.editable:
        need_tools(here, view, line)


def _why(here: WeekPage, line: Unserved) -> None:
    """The reasons, found now: the planner's are not kept once hands have changed the schedule."""
    version = here.sight.version
    assert version is not None
    visit, head = here.here, version.head
    found = visit.attempt(
        why_unserved, visit.office, visit.actor, monday=head.monday, number=head.number, need_id=line.need_id
    )
    lines = tuple(words[here.language] for words in found or ())
    entries([Entry(title=here.say("details.why"), lines=lines, mark="todo")])


def _lane(here: WeekPage, view: WeekView) -> None:
    missing = sum(line.minutes for line in view.unserved)
    detail = here.say("lane.detail", n=len(view.unserved), hours=hours(missing))
    heading(here.say("lane"), detail, level=2)
    entries(unserved_entry(view, line) for line in view.unserved)


def _person(here: WeekPage, view: WeekView, employee_id: str) -> None:
    """A person's hours and week, day by day."""
    group, language = view.week.problem.group, view.language
    person = group.employee[employee_id]
    line = next(one for one in view.week.hours if one.employee_id == employee_id)
    heading(person.name, view.balance_words(line), level=2)
    worked, contract = whole_hours(line.worked_minutes), whole_hours(line.contract_minutes)
    facts(
        (
            (here.say("details.hours"), here.say("hours.against", worked=worked, contract=contract)),
            (here.say("details.road"), hours(line.travel_minutes)[language] if line.travel_minutes else ""),
            (here.say("details.jobs"), ", ".join(view.job_name(held.code) for held in person.qualifications)),
            (here.say("details.home"), person.home),
        )
    )
    if line.why_short:
        entries([Entry(title=here.say("details.short"), lines=(line.why_short[language],), mark="todo")])
    broken = [found for found in view.week.verdict.violations if found.employee_id == employee_id]
    if broken:
        sentences = tuple(found.words[language] for found in broken)
        entries([Entry(title=here.say("details.rules"), lines=sentences, mark="law")])
    missed(view, (one for one in view.week.verdict.charges if one.employee_id == employee_id))
    pieces = view.schedule.by_employee.get(employee_id, ())
    _by_day(view, ((piece, _member_name(view, piece)) for piece in pieces))


def _member(here: WeekPage, view: WeekView, member_id: str) -> None:
    """What a member asked and got, what is missing there, and who comes."""
    group = view.week.problem.group
    asked, served = view.asked_and_served(member_id)
    detail = here.say("served.of", served=whole_hours(served), asked=whole_hours(asked))
    heading(group.member[member_id].name, detail, level=2)
    entries(unserved_entry(view, line) for line in view.unserved if line.member_id == member_id)
    here_only = [one for one in view.schedule.assignments if group.site[one.site_id].member_id == member_id]
    heading(here.say("details.people"), level=3)
    _by_day(view, ((piece, group.employee[piece.employee_id].name) for piece in here_only))


def _member_name(view: WeekView, piece: Assignment) -> str:
    group = view.week.problem.group
    return group.member[group.site[piece.site_id].member_id].name


def _by_day(view: WeekView, pieces: Iterable[tuple[Assignment, str]]) -> None:
    """One entry a day: times and where, or who."""
    language = view.language
    days: dict[str, list[str]] = {}
    for piece, name in pieces:
        times = f"{clock(piece.start)[language]}–{clock(piece.end)[language]}"
        days.setdefault(day(piece.day)[language], []).append(f"{times} · {name}")
    entries(Entry(title=on, lines=tuple(lines)) for on, lines in days.items())

"""What the group proposes to an employee, to agree to or to object to."""

from datetime import date
from functools import partial

import streamlit as st

from gems.domain.time import Horizon, day_of
from gems.domain.words import day, hours
from gems.planning.week.answer import answer_as_employee
from gems.planning.week.proposal import EmployeePiece, EmployeeProposal, employee_proposal
from ui.web.here import Here
from ui.web.markup import heading
from ui.web.panels.answering import Answers, Line, answering, gone, proposals
from ui.web.people_words import from_to, place, unbroken
from ui.web.week_words import week_title


def proposal_panel(here: Here, employee_id: str) -> None:
    """Every proposal under way, the first week first; nothing when there is none."""
    for one in proposals(here, partial(_find, here, employee_id)):
        with st.container(border=True, key=f"proposal-{one.monday}"):
            _proposal(here, employee_id, one)


def _find(here: Here, employee_id: str, monday: date) -> EmployeeProposal | None:
    return employee_proposal(here.office, here.actor, employee_id=employee_id, monday=monday)


def _proposal(here: Here, employee_id: str, one: EmployeeProposal) -> None:
    said = f"{here.say('answer.hours.employee', worked=hours(one.minutes))} · "
    said += here.say("answer.due", day=day(one.answers_due, year=True))
    week = week_title(Horizon(one.monday))[here.language]
    heading(here.say("answer.title.week", week=week), unbroken(said), level=2)
    send = partial(answer_as_employee, employee_id=employee_id, monday=one.monday, number=one.number)
    lines = [
        Line(
            piece=piece.piece,
            title=_title(here, piece),
            facts=" · ".join(filter(None, (place(piece.site, piece.member, piece.commune), piece.label))),
            note=_note(here, one, piece),
            asking=piece.asking,
        )
        for piece in one.pieces
    ]
    answering(here, Answers(monday=one.monday, lines=lines, send=send))
    gone(here, [f"{_title(here, piece)}, {piece.site}" for piece in one.gone])


def _title(here: Here, piece: EmployeePiece) -> str:
    on, at = day(day_of(piece.start))[here.language], from_to(piece.start, piece.end, here.language)
    return f"{on}, {at}"


def _note(here: Here, one: EmployeeProposal, piece: EmployeePiece) -> str:
    """What a change of published hours means for who is asked."""
    if piece.band is None or not piece.asking.asked:
        return ""
    right = here.say("answer.right.unsaid", used=one.refusals_used)
    if one.refusals_limit is not None:
        right = here.say("answer.right", used=one.refusals_used, right=one.refusals_limit)
    return here.say(f"answer.band.{piece.band}", right=right)

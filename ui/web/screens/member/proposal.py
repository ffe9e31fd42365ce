"""What the group proposes to a member, to agree to or to object to."""

from datetime import date
from functools import partial

import streamlit as st

from gems.domain.time import Horizon, day_of
from gems.domain.words import day, hours
from gems.planning.week.answer import answer_as_member
from gems.planning.week.proposal import MemberPiece, MemberProposal, member_proposal
from ui.web.here import Here, here
from ui.web.markup import heading, sentence
from ui.web.panels.answering import Answers, Line, answering, gone, proposals
from ui.web.people_words import from_to, unbroken
from ui.web.week_words import week_title, whole_hours


def show() -> None:
    """Every proposal under way, the first week first."""
    visit = here()
    heading(visit.say("answer.title"))
    found = under_way(visit)
    if not found:
        with st.container(border=True, key="no-proposal"):
            heading(visit.say("answer.none.title"), level=2)
            sentence(visit.say("answer.none.body"))
    for one in found:
        with st.container(key=f"proposal-{one.monday}"):
            _proposal(visit, one)


def under_way(visit: Here) -> list[MemberProposal]:
    """The proposals that concern this member."""
    return list(proposals(visit, partial(_find, visit)))


def _find(visit: Here, monday: date) -> MemberProposal | None:
    return member_proposal(visit.office, visit.actor, member_id=visit.actor.member_id or "", monday=monday)


def _proposal(visit: Here, one: MemberProposal) -> None:
    served, asked = whole_hours(one.served_minutes), hours(one.requested_minutes)
    said = f"{visit.say('answer.hours.member', served=served, asked=asked)} · "
    said += visit.say("answer.due", day=day(one.answers_due, year=True))
    heading(week_title(Horizon(one.monday))[visit.language], unbroken(said), level=2)
    places = len({piece.site for piece in (*one.pieces, *one.gone)}) > 1
    member_id = visit.actor.member_id or ""
    send = partial(answer_as_member, member_id=member_id, monday=one.monday, number=one.number)
    lines = [
        Line(
            piece=piece.piece,
            title=_title(visit, piece),
            facts=_facts(visit, piece, places=places),
            asking=piece.asking,
        )
        for piece in one.pieces
    ]
    answering(visit, Answers(monday=one.monday, lines=lines, send=send))
    gone(visit, [_title(visit, piece) for piece in one.gone])


def _title(visit: Here, piece: MemberPiece) -> str:
    """ "lun. 23 nov., 8 h 00–12 h 00 · Aline MARTIN"."""
    on, at = day(day_of(piece.start))[visit.language], from_to(piece.start, piece.end, visit.language)
    return f"{on}, {at} · {piece.person}"


def _facts(visit: Here, piece: MemberPiece, *, places: bool) -> str:
    parts = (piece.label, piece.job[visit.language], piece.site if places else "")
    return " · ".join(filter(None, parts))

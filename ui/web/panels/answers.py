"""Who agrees, who objects and why, who is waited for."""

import streamlit as st

from gems.domain.life import Answer, Side, VersionState, piece_key
from gems.domain.validation.spelling import folded
from gems.planning.week.propose import Asked, ProposalProgress, proposal_progress
from gems.planning.week.saying import piece_words
from ui.web.markup import Entry, entries, heading, sentence
from ui.web.state import WeekPage
from ui.web.week_view import WeekView


def answers_view(page: WeekPage, view: WeekView) -> None:
    """Objections first, then who is waited for, then who agrees."""
    version = page.sight.version
    assert version is not None
    if version.head.state not in (VersionState.PROPOSED, VersionState.AGREED):
        _objections(page, [_objection(page, view, answer) for answer in page.sight.objections])
        return
    found = page.here.attempt(
        proposal_progress, page.here.office, page.here.actor, monday=page.desk.monday, number=version.head.number
    )
    if found is not None:
        _progress(page, view, found)


def _progress(page: WeekPage, view: WeekView, found: ProposalProgress) -> None:
    group = view.week.problem.group
    _objections(page, [_told(page, piece_words(group, piece)[page.language], one) for one, piece in found.objections])
    if found.waiting:
        heading(page.say("answers.waiting", n=len(found.waiting)), level=3)
        _names(page, found.waiting)
    elif not found.objections:
        st.success(page.say("answers.all"), icon=":material/check_circle:")
    agreed = tuple(one for one in found.asked if not one.waiting and not one.objections)
    if agreed and found.waiting:
        heading(page.say("answers.agreed", n=len(agreed)), level=3)
        _names(page, agreed)


def _objections(page: WeekPage, told: list[Entry]) -> None:
    if told:
        heading(page.say("answers.objections", n=len(told)), level=3)
        entries(told)


def _objection(page: WeekPage, view: WeekView, answer: Answer) -> Entry:
    piece = next((one for one in view.ids if piece_key(one) == answer.piece), None)
    return _told(page, piece_words(view.week.problem.group, piece)[page.language] if piece else "", answer)


def _told(page: WeekPage, work: str, answer: Answer) -> Entry:
    """Who said no to what, why, and what would do."""
    group = page.sight.problem.group
    named = group.member if answer.side is Side.MEMBER else group.employee
    name = named[answer.who].name if answer.who in named else answer.who
    lines = (answer.reason, page.say("answers.wish", wish=answer.wish) if answer.wish else "")
    return Entry(title=name, facts=work, lines=tuple(filter(None, lines)), mark="todo")


def _names(page: WeekPage, people: tuple[Asked, ...]) -> None:
    for side in Side:
        names = [one.name for one in people if one.side is side]
        if names:
            sentence(f"{page.say(f'answers.{side}', n=len(names))} {', '.join(sorted(names, key=folded))}")

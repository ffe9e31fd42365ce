"""Answering a proposal: all of it in one gesture, or no to one line with a reason and what would do instead."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from html import escape
from typing import TypeVar

import streamlit as st

from gems.domain.life import AnswerKind, VersionState
from gems.domain.time import monday_of
from gems.planning.week.answer import LONGEST_ANSWER, PieceAnswer
from gems.planning.week.proposal import Asking
from ui.web.here import Here, tell
from ui.web.markup import heading, sentence
from ui.web.texts import text

P = TypeVar("P")
WEEKS_AHEAD = 10
"""How far ahead a proposal is looked for."""
OBJECTING = "objecting"
"""Name, in the session, of the line that somebody is saying no to."""
MARKS = {AnswerKind.AGREE: ("✓", "good", "answer.agreed"), AnswerKind.OBJECT: ("✕", "todo", "answer.objected")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One piece of work that is proposed."""

    piece: str
    title: str
    facts: str
    note: str = ""
    """What should be known before answering."""
    asking: Asking


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The lines of one proposal, and how to answer them."""

    monday: date
    lines: Sequence[Line]
    send: Callable[..., VersionState]
    """The use case, given everything but the answers."""

    def left(self) -> list[Line]:
        """Those still waited for."""
        return [line for line in self.lines if line.asking.asked and line.asking.kind is None]

    def objected(self) -> list[Line]:
        """Those that were refused."""
        return [line for line in self.lines if line.asking.kind is AnswerKind.OBJECT]


def proposals(here: Here, find: Callable[[date], P | None]) -> Iterator[P]:
    """The proposals under way for this week and those ahead; `find` asks the office for one."""
    for week in range(WEEKS_AHEAD + 1):
        found = find(monday_of(here.today) + timedelta(weeks=week))
        if found is not None:
            yield found


def answering(here: Here, answers: Answers) -> None:
    """Where the answer stands, one button to agree to all that is left, then each line."""
    left, objected = answers.left(), answers.objected()
    if left:
        st.button(
            here.say("answer.rest" if objected else "answer.all"),
            type="primary",
            icon=":material/done_all:",
            key=f"agree-all {answers.monday}",
            on_click=partial(_agree, here, answers, left),
        )
    elif objected:
        sentence(here.say("answer.thanks.objected"), kind="quiet")
    else:
        st.success(here.say("answer.thanks"), icon=":material/check_circle:")
    for number, line in enumerate(answers.lines):
        name = f"{answers.monday}-{number}"
        with st.container(key=f"line-{name}", gap="xsmall"):
            with st.container(horizontal=True, vertical_alignment="center", key=f"acts-line-{name}"):
                st.html(_about(here, line))
                if line.asking.asked:
                    _line_acts(here, answers, line, name)
            if st.session_state.get(OBJECTING) == line.piece:
                _objection(here, answers, line)


def gone(here: Here, titles: Sequence[str]) -> None:
    """Work published before that the proposal takes away."""
    if titles:
        heading(here.say("answer.gone"), level=3)
        for title in titles:
            sentence(title)


def _about(here: Here, line: Line) -> str:
    asking = line.asking
    sign, colour, key = "…", "todo", "answer.waiting"
    if not asking.asked:
        sign, colour, key = "✓", "quiet", "answer.published"
    elif asking.kind is not None:
        sign, colour, key = MARKS[asking.kind]
    said = here.say("answer.carried") if asking.carried else here.say(key)
    notes = [line.note, *_own_words(here, asking)]
    under = "".join(f"<li>{escape(note)}</li>" for note in notes if note)
    return (
        f'<div class="gems-ask"><h3>{escape(line.title)}</h3><p>{escape(line.facts)}</p>'
        f'<p class="gems-chip {colour}"><span aria-hidden="true">{sign}</span>{escape(said)}</p>'
        f"{f'<ul>{under}</ul>' if under else ''}</div>"
    )


def _own_words(here: Here, asking: Asking) -> list[str]:
    """What was said with a no."""
    told = (("answer.said.reason", asking.reason), ("answer.said.wish", asking.wish))
    return [here.say(key, said=said) for key, said in told if said]


def _line_acts(here: Here, answers: Answers, line: Line, name: str) -> None:
    again = line.asking.kind is AnswerKind.OBJECT
    if again:
        agree = partial(_agree, here, answers, [line])
        st.button(here.say("answer.agree"), key=f"agree-{name}", type="tertiary", on_click=agree)
    begin = partial(st.session_state.__setitem__, OBJECTING, line.piece)
    said = here.say("answer.object.again" if again else "answer.object")
    st.button(said, key=f"object-{name}", type="tertiary", on_click=begin)


def _objection(here: Here, answers: Answers, line: Line) -> None:
    """Why not, and what would do."""
    reason, wish = f"reason {line.piece}", f"wish {line.piece}"
    st.session_state.setdefault(reason, line.asking.reason)
    st.session_state.setdefault(wish, line.asking.wish)
    with st.form("objection", border=False):
        st.text_area(here.say("answer.reason"), key=reason, max_chars=LONGEST_ANSWER, height=80)
        st.text_area(here.say("answer.wish"), key=wish, max_chars=LONGEST_ANSWER, height=80)
        send = partial(_object, here, answers, line)
        st.form_submit_button(here.say("answer.send"), type="primary", key="objection-send", on_click=send)
    st.button(here.say("answer.cancel"), key="objection-cancel", type="tertiary", on_click=_stop_objecting)


def _object(here: Here, answers: Answers, line: Line) -> None:
    said = PieceAnswer(
        piece=line.piece,
        kind=AnswerKind.OBJECT,
        reason=st.session_state[f"reason {line.piece}"],
        wish=st.session_state[f"wish {line.piece}"],
    )
    if here.attempt(answers.send, here.office, here.actor, answers=(said,)) is not None:
        _stop_objecting()
        tell(text("answer.told.objected"))


def _stop_objecting() -> None:
    st.session_state.pop(OBJECTING, None)


def _agree(here: Here, answers: Answers, lines: Sequence[Line]) -> None:
    given = tuple(PieceAnswer(piece=line.piece, kind=AnswerKind.AGREE) for line in lines)
    if here.attempt(answers.send, here.office, here.actor, answers=given) is not None:
        _stop_objecting()
        tell(text("answer.told.agreed"))

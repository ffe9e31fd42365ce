"""The next working day, first of all: when, where, how to get there, with whom to speak, and what comes after."""

from html import escape
from itertools import pairwise
from urllib.parse import quote

import streamlit as st

from gems.domain.words import day, hours
from gems.planning.views.employee import MyPiece, NextShift
from ui.web.here import Here
from ui.web.markup import heading, sentence
from ui.web.people_words import from_to, place, unbroken

MAPS = "https://www.google.com/maps/dir/?api=1&destination="
"""Opens the phone's own maps application, or a page when it has none. Followed by the place of work only."""


def shift_card(here: Here, shift: NextShift | None) -> None:
    """The answer at the top of the page."""
    if shift is None:
        heading(here.say("mine.next"))
        sentence(here.say("mine.next.none"))
        return
    heading(here.say("mine.now" if shift.under_way else "mine.next"), _day(here, shift))
    first = shift.day.pieces[0]
    way = here.say("mine.from_home", km=shift.from_home.km, drive=hours(shift.from_home.minutes))
    parts = [_piece(here, first, way)]
    for before, piece in pairwise(shift.day.pieces):
        parts.append(_piece(here, piece, _drive(here, before), links=piece.site != before.site))
    st.html(f'<ol class="gems-shift">{"".join(parts)}</ol>')


def _day(here: Here, shift: NextShift) -> str:
    """ "aujourd'hui, ven. 6 nov. · 9 h de travail"."""
    on = shift.day.day
    said = day(on)[here.language]
    if (days := (on - here.today).days) in (0, 1):
        said = f"{here.say('mine.today' if days == 0 else 'mine.tomorrow')}, {said}"
    return unbroken(f"{said} · {here.say('mine.work', work=hours(shift.day.worked_minutes))}")


def _drive(here: Here, before: MyPiece) -> str:
    if before.drive is None:
        return ""
    return here.say("mine.drive", km=before.drive.km, drive=hours(before.drive.minutes))


def _piece(here: Here, piece: MyPiece, way: str, *, links: bool = True) -> str:
    """`links`: how to get there and with whom to speak, unless it was just said."""
    said = here.language
    what = " · ".join(filter(None, (piece.label, piece.job[said])))
    lines = [f'<p class="way">{escape(unbroken(way))}</p>' if way else ""]
    lines.append(f'<p class="when">{escape(from_to(piece.start, piece.end, said))}{changed_mark(here, piece)}</p>')
    lines.append(f'<p class="where">{escape(place(piece.site, piece.member, piece.commune))}</p><p>{escape(what)}</p>')
    if piece.break_minutes:
        lines.append(f"<p>{escape(here.say('mine.break', minutes=piece.break_minutes))}</p>")
    if links:
        lines.append(f'<p class="links">{_map_link(here, piece)}{_call_link(here, piece)}</p>')
    return f"<li>{''.join(lines)}</li>"


def changed_mark(here: Here, piece: MyPiece) -> str:
    """Says that it is not what was first published."""
    return f' <span class="gems-chip todo">{escape(here.say("mine.changed"))}</span>' if piece.changed else ""


def _map_link(here: Here, piece: MyPiece) -> str:
    address = MAPS + quote(f"{piece.site}, {piece.commune}", safe="")
    name = here.say("mine.map.to", place=piece.site)
    return f'<a href="{escape(address)}" target="_blank" aria-label="{escape(name)}">{escape(here.say("mine.map"))}</a>'


def _call_link(here: Here, piece: MyPiece) -> str:
    """The phone of the member, to be dialled at a touch; nothing when it is not known."""
    digits = "".join(sign for sign in piece.phone if sign.isdigit() or sign == "+")
    if not digits:
        return ""
    said = here.say("mine.call", phone=piece.phone)
    name = here.say("mine.call.who", member=piece.member, phone=piece.phone)
    return f'<a href="tel:{escape(digits)}" aria-label="{escape(name)}">{escape(said)}</a>'

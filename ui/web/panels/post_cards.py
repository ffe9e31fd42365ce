"""Proposed posts as cards, each with a picture of its typical weeks: members in their colours."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.kept_posts import KeptPiece, KeptPost, KeptPosts
from gems.domain.time import Span, day_end, day_of, day_start
from gems.domain.words import DAYS, NARROW, Words, clock, hours, percent
from ui.web.components.grid_data import member_colours
from ui.web.here import Here
from ui.web.record_words import label_of
from ui.web.texts import text
from ui.web.week_words import whole_euros

PALETTE = Path(__file__).parents[1] / "components" / "grid_palette.css"
WEEKS, HOUR, DAY_MINUTES = 2, 60, 24 * 60
COLOUR = re.compile(r"--(m\d+-\w+): (#[0-9a-f]{6});")
COLOURED = ":is(.gems-posts, .gems-fragments)"
Colours = Mapping[str, tuple[int, int]]


def round_hours(minutes: int) -> str:
    """Whole hours of a year: "47 120"."""
    return f"{round(minutes / 60):,}".replace(",", NARROW)


def year_hours(minutes: int) -> str:
    """The same with their unit; in minutes when they are less than one hour."""
    return f"{round_hours(minutes)} h" if minutes >= HOUR else hours(minutes).fr


def post_cards(visit: Here, group: Group, kept: KeptPosts) -> None:
    """Every post."""
    colours = member_colours([member.id for member in group.members])
    cards = "".join(_card(visit, group, kept.first, colours, post) for post in kept.posts)
    st.html(f"<style>{_palette()}</style>")
    st.html(f'<ul class="gems-posts">{cards}</ul>')


def _card(visit: Here, group: Group, first: date, colours: Colours, post: KeptPost) -> str:
    job = label_of(group, Kind.QUALIFICATION, post.job, visit.language)
    title = visit.say("post.title", id=post.id, job=job, home=post.home)
    facts = visit.say(
        "post.facts",
        weekly=_weekly(post),
        year=hours(post.closing),
        km=post.km,
        cost=whole_euros(post.cents),
    )
    others = ", ".join(label_of(group, Kind.QUALIFICATION, code, visit.language) for code in post.jobs[1:])
    commute = visit.say("post.commute", minutes=post.commute, home=post.home)
    lines = [commute, *([visit.say("post.jobs", jobs=others)] if others else []), _holder(visit, group, post)]
    return (
        f"<li><h3>{escape(title)}</h3><p>{escape(facts)}</p>"
        f"{_picture(visit, group, first, colours, post)}{_shares(visit, group, colours, post)}"
        f'<p class="quiet">{escape(" · ".join(lines))}</p></li>'
    )


def _weekly(post: KeptPost) -> Words:
    """Hours of each typical week; said once when they are the same."""
    first, second = hours(post.weeks[0]), hours(post.weeks[-1])
    return first if first == second else text("post.weeks").fill(first=first, second=second)


def _holder(visit: Here, group: Group, post: KeptPost) -> str:
    if post.employee_id is None:
        return visit.say("post.hire")
    person = label_of(group, Kind.EMPLOYEE, post.employee_id, visit.language)
    return visit.say("post.raised" if post.raised else "post.kept", person=person)


def _shares(visit: Here, group: Group, colours: Colours, post: KeptPost) -> str:
    total = sum(post.shares.values()) or 1
    items = "".join(
        f'<li{look(colours, member)}><span class="dot"></span>{escape(_member(visit, group, member))} '
        f"{percent(minutes / total, digits=0)[visit.language]}</li>"
        for member, minutes in post.shares.items()
    )
    return f'<ul class="shares">{items}</ul>'


def _picture(visit: Here, group: Group, first: date, colours: Colours, post: KeptPost) -> str:
    """Weeks one under the other, days side by side, hours from top to bottom."""
    said = "; ".join(_told(visit, group, piece) for piece in post.pieces)
    names = "".join(f"<span>{escape(name[:3])}</span>" for name in DAYS[visit.language])
    weeks = ""
    for week in range(WEEKS):
        days = (first + timedelta(days=7 * week + weekday) for weekday in range(7))
        cells = "".join(f"<div>{''.join(_bars(visit, group, colours, post, of))}</div>" for of in days)
        weeks += f'<span class="name">{escape(visit.say("post.week", n=week + 1))}</span>{cells}'
    label = escape(visit.say("post.picture", id=post.id, days=said))
    return f'<div class="weeks" role="img" aria-label="{label}"><span></span>{names}{weeks}</div>'


def _bars(visit: Here, group: Group, colours: Colours, post: KeptPost, of: date) -> Iterator[str]:
    """What is worked on a day; a night is drawn on both days that it touches."""
    midnight, whole = day_start(of), Span(day_start(of), day_end(of))
    for piece in post.pieces:
        minutes = Span(piece.start, piece.end).overlap(whole)
        if not minutes:
            continue
        start = max(piece.start, midnight) - midnight
        place = f"--from: {start / DAY_MINUTES:.4f}; --long: {minutes / DAY_MINUTES:.4f}"
        colour = look(colours, _member_id(group, piece))
        yield f'<i{colour} style="{place}" title="{escape(_told(visit, group, piece))}"></i>'


def _told(visit: Here, group: Group, piece: KeptPiece) -> str:
    on = DAYS[visit.language][day_of(piece.start).weekday()]
    job = label_of(group, Kind.QUALIFICATION, piece.job, visit.language)
    member = _member(visit, group, _member_id(group, piece))
    return f"{on} {clock(piece.start)[visit.language]}–{clock(piece.end)[visit.language]}, {member}, {job}"


def _member_id(group: Group, piece: KeptPiece) -> str:
    site = group.site.get(piece.site_id)
    return site.member_id if site is not None else piece.site_id


def _member(visit: Here, group: Group, member_id: str) -> str:
    return label_of(group, Kind.MEMBER, member_id, visit.language)


def look(colours: Colours, member_id: str) -> str:
    """The attribute that gives a member's colour."""
    return f' data-colour="{colours[member_id][0]}"' if member_id in colours else ""


@cache
def _palette() -> str:
    """The members' colours of the week grid, for the page itself, which follows the browser's light or dark."""
    light, dark = (dict(COLOUR.findall(part)) for part in PALETTE.read_text("utf-8").split('[data-theme="dark"]'))
    named = "".join(f"--{name}: light-dark({value}, {dark[name]});" for name, value in light.items())
    edges = "".join(
        f'{COLOURED} [data-colour="{number}"] {{ --fill: var(--m{number}-fill); --edge: var(--m{number}-edge); }}'
        for number in range(len(light) // 3)
    )
    return f"{COLOURED} {{ {named} }}{edges}"

"""Two versions of a week side by side, in sentences."""

import streamlit as st

from gems.domain.words import Words, euros, hours
from gems.planning.week.compare import Comparison, Shift, compare
from gems.planning.week.sight import week_sight
from ui.web.markup import Column, Entry, entries, heading, sentence, table
from ui.web.panels.week_bar import head_words
from ui.web.shown import ShownWeek, shown_sight
from ui.web.state import WeekPage
from ui.web.week_view import WeekView
from ui.web.week_words import signed_hours, whole_hours

WAS = "was"
"""In the session: the version that the tiles were last compared with, and its key."""


def compared_with(page: WeekPage) -> ShownWeek | None:
    """The version that this one was copied from or replaced: what the tiles are compared with."""
    version = page.sight.version
    if version is None or version.head.based_on is None:
        return None
    head = next((one for one in page.sight.heads if one.number == version.head.based_on), None)
    if head is None:
        return None
    key = (page.here.actor.account_id, head.monday, head.number, head.edit)
    kept = st.session_state.get(WAS)
    if kept is None or kept[0] != key:
        sight = week_sight(page.here.office, page.here.actor, monday=head.monday, number=head.number)
        kept = st.session_state[WAS] = (key, shown_sight(sight))
    found: ShownWeek | None = kept[1]
    return found


def comparing_view(page: WeekPage, view: WeekView) -> None:
    """Choose the other version; what was moved, added and taken out, for whom, and what it costs."""
    version = page.sight.version
    assert version is not None
    others = [head.number for head in reversed(page.sight.heads) if head.number != version.head.number]
    usual = version.head.based_on if version.head.based_on in others else others[0]
    by_number = {head.number: head for head in page.sight.heads}
    other = st.selectbox(
        page.say("compare.with"),
        others,
        index=others.index(usual),
        format_func=lambda number: head_words(by_number[number])[page.language],
        placeholder=page.say("field.choose"),
        key=f"compare {page.desk.monday} {version.head.number}",
        width=320,
    )
    found = page.here.attempt(
        compare, page.here.office, page.here.actor, monday=page.desk.monday, first=other, second=version.head.number
    )
    if found is not None:
        _told(page, view, found)


def _told(page: WeekPage, view: WeekView, found: Comparison) -> None:
    if not found.between:
        sentence(page.say("compare.same"))
        return
    _figures(page, found)
    entries(Entry(title=words[page.language]) for words in found.words)
    group = view.week.problem.group
    for title, shifts, names in (
        ("compare.people", found.people, group.employee),
        ("compare.members", found.members, group.member),
    ):
        if shifts:
            heading(page.say(title), level=3)
            _shifts(page, shifts, {one: names[one].name for one in names})


def _figures(page: WeekPage, found: Comparison) -> None:
    before, after = found.before, found.after
    pairs: tuple[tuple[str, Words, Words], ...] = (
        ("kpi.served", hours(before.served_minutes), hours(after.served_minutes)),
        ("kpi.cost", euros(before.cents), euros(after.cents)),
        ("kpi.km", Words(f"{before.km} km", f"{before.km} km"), Words(f"{after.km} km", f"{after.km} km")),
    )
    language = page.language
    table(
        (
            Column(title=page.say("table.line")),
            Column(title=head_words(found.first)[language], figures=True),
            Column(title=head_words(found.second)[language], figures=True),
        ),
        ((page.say(key), was[language], now[language]) for key, was, now in pairs),
    )


def _shifts(page: WeekPage, shifts: tuple[Shift, ...], names: dict[str, str]) -> None:
    language = page.language
    table(
        (
            Column(title=page.say("table.name")),
            Column(title=page.say("table.before"), figures=True),
            Column(title=page.say("table.after"), figures=True),
            Column(title=page.say("table.balance"), figures=True),
        ),
        (
            (
                names.get(one.id, one.id),
                whole_hours(one.before_minutes)[language],
                whole_hours(one.after_minutes)[language],
                signed_hours(one.after_minutes - one.before_minutes)[language],
            )
            for one in shifts
        ),
    )

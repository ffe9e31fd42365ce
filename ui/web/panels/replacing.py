"""Who instead? The ranked list for what somebody cannot do, and one button that makes it so."""

from collections.abc import Callable

import streamlit as st

from gems.domain.life import VersionHead, piece_key
from gems.domain.schedule import Assignment
from gems.planning.replace.entry import Entry as Way
from gems.planning.replace.listing import Listing
from gems.planning.replace.saying import besides_words, hole_words, summary_words
from gems.planning.week.replace import Replacements, note_refusal, replace_all, replace_now, replacements
from gems.planning.week.saying import person_name
from gems.planning.week.steps import Step
from gems.planning.week.wanted import Another, Away, Unmet, Wanted
from ui.web.components.into_sight import into_sight
from ui.web.here import tell
from ui.web.markup import Entry, entries, heading, sentence
from ui.web.state import WeekPage
from ui.web.texts import text

REPLACE = "remplacer"
"""Name, in the address of the page, of the person away whose work is to be given."""
SHOWN = 3
"""Ways shown of each piece of work before the rest is folded."""


def replacing_panel(page: WeekPage) -> None:
    """The list while somebody is looked for; nothing otherwise."""
    asked = st.query_params.pop(REPLACE, None)
    if asked is not None:
        page.desk.look_for(Away(employee_id=asked))
    wanted = page.desk.replacing
    if wanted is None:
        return
    found = _found(page, wanted)
    if found is None:
        page.desk.look_for(None)
        st.rerun()  # why is told at the top
    with st.container(border=True, key="replacing"):
        into_sight("replacing", repr(wanted))
        heading(_title(page, wanted, found), page.say("replace.how" if found.listings else "replace.nothing"), level=2)
        _whole(page, wanted, found)
        for place, listing in enumerate(found.listings):
            _hole(page, wanted, found, listing, place)


def somebody_else(page: WeekPage, piece: Assignment) -> None:
    """On a card: the way to the list, where the version may be changed or followed by another."""
    if _may_change(page) and not (page.editable and piece.locked):
        away = any(
            row.employee_id == piece.employee_id and row.span.overlap(piece.span)
            for row in page.sight.problem.group.absences
        )
        wanted: Wanted = Away(employee_id=piece.employee_id) if away else Another(piece=piece_key(piece))
        _look_button(page, "replace.find", wanted)


def somebody_for(page: WeekPage, need_id: str) -> None:
    """On hours that nobody serves: the same."""
    if _may_change(page):
        _look_button(page, "replace.find.need", Unmet(need_id=need_id))


def _look_button(page: WeekPage, key: str, wanted: Wanted) -> None:
    st.button(
        page.say(key),
        icon=":material/person_search:",
        key="look-for",
        on_click=_look_for,
        args=(page, wanted),
    )


def _look_for(page: WeekPage, wanted: Wanted) -> None:
    page.desk.pick("")  # the list is read beside the week, not under the card
    page.desk.look_for(wanted)


def _may_change(page: WeekPage) -> bool:
    """Only the newest version is listed about."""
    steps, version = page.sight.steps, page.sight.version
    newest = version is not None and version.head.number == max(head.number for head in page.sight.heads)
    return newest and (steps[Step.EDIT] is None or steps[Step.REVISE] is None)


def _found(page: WeekPage, wanted: Wanted) -> Replacements | None:
    """The list, found once for each version looked at."""
    here, listed, version = page.here, page.desk.listed, page.sight.version
    if listed is None or version is None or listed.head != version.head:
        listed = here.attempt(replacements, here.office, here.actor, monday=page.desk.monday, wanted=wanted)
        page.desk.listed = listed
    return listed


def _title(page: WeekPage, wanted: Wanted, found: Replacements) -> str:
    if isinstance(wanted, Away):
        return page.say("replace.away", person=person_name(found.group, wanted.employee_id))
    if isinstance(wanted, Another) and found.listings:
        holder = found.listings[0].hole.lost[0].employee_id
        return page.say("replace.another", person=person_name(found.group, holder))
    return page.say("replace.unmet")


def _whole(page: WeekPage, wanted: Wanted, found: Replacements) -> None:
    """Everything at once, and the way out."""
    possible = sum(bool(listing.entries) for listing in found.listings)
    with st.container(horizontal=True, gap="small", key="replace-whole"):
        if isinstance(wanted, Away) and len(found.listings) > 1:
            key = "replace.all" if possible else "replace.leave"
            st.button(
                page.say(key, n=len(found.listings)), type="primary", icon=":material/done_all:", key="replace-all",
                help=page.say("replace.all.help"), on_click=_make_all, args=(page, wanted, found),
            )  # fmt: skip
        elif isinstance(wanted, Away) and found.listings and not possible:
            st.button(
                page.say("replace.leave", n=1), icon=":material/done_all:", key="replace-all",
                on_click=_make_all, args=(page, wanted, found),
            )  # fmt: skip
        st.button(
            page.say("replace.close"), icon=":material/close:", key="replace-close",
            on_click=page.desk.look_for, args=(None,),
        )  # fmt: skip


def _hole(page: WeekPage, wanted: Wanted, found: Replacements, listing: Listing, place: int) -> None:
    """One piece of work and who could take it."""
    heading(hole_words(found.group, listing.hole)[page.language], level=3)
    alone = len(found.listings) == 1
    if not listing.entries:
        entries([Entry(title=page.say("replace.nobody"), mark="law")])
    for number, way in enumerate(listing.entries[:SHOWN]):
        _way(page, wanted, found, way, f"{place} {number}", strong=alone and not number)
    rest = listing.entries[SHOWN:]
    with st.container(horizontal=True, gap="small", key=f"replace-more {place}"):
        if rest:
            with st.expander(page.say("replace.more", n=len(rest))):
                for number, way in enumerate(rest, SHOWN):
                    _way(page, wanted, found, way, f"{place} {number}", strong=False)
        if listing.left_out:
            with st.expander(page.say("replace.left_out", n=len(listing.left_out))):
                for words in listing.why_left_out:
                    sentence(words[page.language])


def _way(page: WeekPage, wanted: Wanted, found: Replacements, way: Way, name: str, *, strong: bool) -> None:
    """One line of the list: who, at what price, with what else; and its buttons."""
    language, group = page.language, found.group
    who, hole = person_name(group, way.employee_id), hole_words(group, way.hole)
    mark = "law" if way.refused else "todo" if way.agreements or way.way.gifts else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"way {name}"):
        entries(
            [
                Entry(
                    title=who,
                    facts=" · ".join(words[language] for words in summary_words(way)),
                    lines=tuple(words[language] for words in besides_words(group, way)),
                    mark=mark,
                )
            ]
        )
        st.button(
            page.say("replace.take.agreed" if way.agreements else "replace.take"),
            type="primary" if strong else "secondary",
            key=f"take {name}",
            help=page.say("replace.take.help", person=who, hole=hole),
            on_click=_make,
            args=(page, wanted, found, way),
        )
        if way.band is not None and not way.refused:
            st.button(
                page.say("replace.no"), type="tertiary", icon=":material/thumb_down:", key=f"no {name}",
                help=page.say("replace.no.help", person=who), on_click=_refuse, args=(page, wanted, way),
            )  # fmt: skip


def _make(page: WeekPage, wanted: Wanted, found: Replacements, way: Way) -> None:
    _done(page, wanted, found, replace_now, entry=way.key)


def _make_all(page: WeekPage, wanted: Wanted, found: Replacements) -> None:
    _done(page, wanted, found, replace_all)


def _done(page: WeekPage, wanted: Wanted, found: Replacements, act: Callable[..., VersionHead], **named: str) -> None:
    """Make it, say so, and look at the draft; an absence with more to give stays open."""
    here, head = page.here, found.head
    seen = {"monday": head.monday, "number": head.number, "edit": head.edit, "wanted": wanted}
    made = here.attempt(act, here.office, here.actor, **seen, **named)
    page.desk.listed = None
    if made is None:
        return
    tell(text("replace.done").fill(number=made.number))
    page.desk.go(made.monday)
    if isinstance(wanted, Away) and len(found.listings) > 1 and named:
        page.desk.look_for(Away(employee_id=wanted.employee_id))


def _refuse(page: WeekPage, wanted: Wanted, way: Way) -> None:
    here = page.here

    def note() -> bool:
        note_refusal(here.office, here.actor, monday=page.desk.monday, wanted=wanted, entry=way.key)
        return True

    if here.attempt(note):
        tell(text("replace.noted"))
    page.desk.listed = None

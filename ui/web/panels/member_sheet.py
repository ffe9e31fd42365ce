"""One member's sheet: who it is and its places, what it asks, what it got."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from gems.domain.asked import minutes_asked
from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.life import PLANNED_STATES
from gems.domain.members import Member, Site
from gems.domain.records import Record
from gems.domain.time import WEEK, monday_of
from gems.domain.words import day, percent
from gems.planning.asks.inbox import inbox
from gems.planning.group_data import remove_record
from gems.planning.views.member import member_hours
from ui.web.here import Here
from ui.web.links import screen_link
from ui.web.markup import Column, Entry, entries, facts, heading, plain, sentence, table
from ui.web.one_of import one_of
from ui.web.panels.one_act import one_act
from ui.web.panels.pick_table import back_button, close_line, open_line
from ui.web.panels.record_form import RecordForm, fresh_id, keeping
from ui.web.texts import text
from ui.web.week_words import whole_hours

MEMBER_FIELDS, SITE_FIELDS = ("name", "phone", "territorial"), ("name", "commune")


def member_sheet(here: Here, group: Group, member: Member, about: str) -> None:
    """Everything on one member."""
    back_button(here.say("member.back"), about)
    public = here.say("members.territorial") if member.territorial else ""
    heading(member.name, " · ".join(one for one in (member.id, member.phone, public) if one))
    parts: dict[str, Callable[[Here, Group, Member], None]] = {
        "sheet": partial(_sheet_part, about),
        "asks": _asks_part,
        "hours": _hours_part,
    }
    part = one_of(
        here.say("person.part"),
        list(parts),
        usual="sheet",
        format_func=lambda one: here.say(f"member.{one}"),
        key=f"member-part {member.id}",
        label_visibility="collapsed",
    )
    parts[part](here, group, member)


def new_member(here: Here, group: Group, about: str) -> None:
    """The sheet of a member that joins; its places come next."""
    back_button(here.say("member.back"), about)
    heading(here.say("member.new"), here.say("member.new.about"))
    form = RecordForm(here, group, Kind.MEMBER, "member new", given={"id": fresh_id(group, Kind.MEMBER, "M")})
    with st.container(border=True):
        form.ask_all("id", *MEMBER_FIELDS)

    def save(before: Record | None, record: Record) -> None:
        keeping(here, Kind.MEMBER)(before, record)
        open_line(about, record.id)

    form.finish(save, text("member.added"), label=here.say("members.add"))


def _sheet_part(about: str, here: Here, group: Group, member: Member) -> None:
    own = [site for site in group.sites if site.member_id == member.id]
    with st.container(border=True):
        form = RecordForm(here, group, Kind.MEMBER, f"member {member.id}", before=member)
        form.ask_all(*MEMBER_FIELDS)
        form.finish(keeping(here, Kind.MEMBER), text("member.saved"), strong=bool(own))
    heading(here.say("member.sites"), "" if own else here.say("member.sites.none"), level=2)
    for site in own:
        with st.expander(plain(f"{site.name} · {site.commune}"), icon=":material/location_on:"):
            _site(here, group, site)
    with st.expander(here.say("site.new"), icon=":material/add_location:", expanded=not own):
        fixed = {"id": fresh_id(group, Kind.SITE, "L"), "member_id": member.id}
        form = RecordForm(here, group, Kind.SITE, f"site new {member.id}", fixed=fixed)
        form.ask_all(*SITE_FIELDS)
        form.finish(keeping(here, Kind.SITE), text("site.added"), label=here.say("site.add"), strong=not own)
    with st.expander(here.say("member.leaves"), icon=":material/domain_disabled:"):
        sentence(here.say("member.leaves.about"))
        st.button(here.say("member.remove"), key="remove-member", on_click=_remove, args=(here, member, about))


def _site(here: Here, group: Group, site: Site) -> None:
    form = RecordForm(here, group, Kind.SITE, f"site {site.id}", before=site)
    form.ask_all(*SITE_FIELDS)
    form.finish(keeping(here, Kind.SITE), text("site.saved"), strong=False)
    told = text("site.removed")
    st.button(
        here.say("site.remove"),
        type="tertiary",
        key=f"remove site {site.id}",
        on_click=partial(one_act, here, told, remove_record, kind=Kind.SITE, before=site),
    )


def _asks_part(here: Here, group: Group, member: Member) -> None:
    lines = [one for one in inbox(here.office, here.actor) if one.request.member_id == member.id]
    planned = [one for one in lines if one.state in PLANNED_STATES]
    if not planned:
        sentence(here.say("member.asks.none"))
    else:
        monday, zone = monday_of(here.today), group.settings.school_zone
        minutes = (sum(minutes_asked(one.request, monday + WEEK * n, zone) for one in planned) for n in (0, 1))
        this, following = (whole_hours(one) for one in minutes)
        sentence(here.say("member.asks.sum", n=len(planned), this=this, next=following))
    entries(
        Entry(
            title=one.request.label, facts=f"{one.site} · {one.job[here.language]}", lines=(one.words[here.language],)
        )
        for one in planned
    )
    screen_link(here, "demandes", here.say("member.asks.open"), adherent=member.id)


def _hours_part(here: Here, group: Group, member: Member) -> None:
    language, found = here.language, member_hours(here.office, here.actor, member_id=member.id)
    ledger = next((one for one in group.history.ledgers if one.member_id == member.id), None)
    rates = (("mine", found.mine), ("average", found.average), ("least", found.least_served))
    rows = [(here.say(f"member.{name}"), percent(rate)[language]) for name, rate in rates if rate is not None]
    if ledger is not None:
        asked, served = whole_hours(ledger.asked_minutes), whole_hours(ledger.served_minutes)
        rows.insert(0, (here.say("member.ledger"), here.say("member.served.of", served=served, asked=asked)))
    heading(here.say("member.share"), level=2)
    facts(rows)
    heading(here.say("member.weeks"), level=2)
    if not found.weeks:
        sentence(here.say("member.weeks.none"))
        return
    table(
        (
            Column(title=here.say("counters.week")),
            Column(title=here.say("members.asked"), figures=True),
            Column(title=here.say("members.served"), figures=True),
        ),
        (
            (
                day(week.monday, year=True)[language],
                whole_hours(week.asked_minutes)[language],
                whole_hours(week.served_minutes)[language],
            )
            for week in reversed(found.weeks)
        ),
    )


def _remove(here: Here, member: Member, about: str) -> None:
    one_act(here, text("member.removed"), remove_record, kind=Kind.MEMBER, before=member)
    close_line(about)

"""One account: how one comes in by it, and the means to give, take back, close and open again."""

from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from gems.access.links import LINK_ROLES, LinkPurpose
from gems.access.policy import ROLE_WORDS, Role
from gems.domain.time import Stamp, day_of, instant_of
from gems.domain.words import day
from gems.planning.accounts import AccountRow, disable_account, enable_account, reset_password
from gems.planning.links import account_links, make_personal_link, revoke_personal_link
from gems.store.keys import Link
from gems.store.store import wall_clock
from ui.web.gate.paths import CALENDARS, LINKS
from ui.web.here import Here
from ui.web.markup import facts, heading, sentence
from ui.web.panels.one_act import one_act
from ui.web.panels.pick_table import back_button
from ui.web.panels.shown_once import show_once, shown_once
from ui.web.texts import text


def account_sheet(here: Here, row: AccountRow, about: str) -> None:
    """Everything on one account."""
    account, language = row.account, here.language
    back_button(here.say("accounts.back"), about)
    heading(account.name, account.login)
    shown_once(here)
    password = "accounts.none" if not account.has_password else "accounts.yes"
    facts(
        (
            (here.say("accounts.role"), ROLE_WORDS[Role(account.role)][language]),
            (here.say("accounts.of"), row.of),
            (here.say("accounts.state"), here.say("accounts.closed" if account.disabled else "accounts.is_open")),
            (here.say("accounts.password.fact"), here.say("accounts.temporary" if account.must_change else password)),
        )
    )
    with st.container(horizontal=True, key="account-acts"):
        _acts(here, row)
    if account.role in LINK_ROLES:
        _links(here, row)


def _acts(here: Here, row: AccountRow) -> None:
    account = row.account
    if account.disabled:
        opened = partial(one_act, here, text("accounts.told.opened"), enable_account, account_id=account.id)
        st.button(here.say("accounts.reopen"), type="primary", key="reopen", on_click=opened)
        return
    st.button(here.say("accounts.reset"), icon=":material/key:", key="reset", on_click=partial(_reset, here, row))
    closed = partial(one_act, here, text("accounts.told.closed"), disable_account, account_id=account.id)
    st.button(here.say("accounts.close"), icon=":material/block:", key="disable", on_click=closed)


def _reset(here: Here, row: AccountRow) -> None:
    password = here.attempt(reset_password, here.office, here.actor, account_id=row.account.id)
    if password is not None:
        show_once(text("once.password").fill(name=row.account.name), password)


def _links(here: Here, row: AccountRow) -> None:
    heading(here.say("links.title"), here.say("links.about"), level=2)
    now = wall_clock()
    links = account_links(here.office, here.actor, account_id=row.account.id)
    working = [link for link in links if link.works(now)]
    for link in working:
        _link(here, link)
    if not working:
        sentence(here.say("links.none"), kind="quiet")
    if row.account.disabled:
        return
    with st.container(horizontal=True, key="link-acts"):
        for purpose in LinkPurpose:
            st.button(
                here.say(f"links.make.{purpose}"),
                icon=":material/link:" if purpose is LinkPurpose.SIGN_IN else ":material/calendar_month:",
                key=f"make {purpose}",
                on_click=partial(_make, here, row, purpose),
            )


def _link(here: Here, link: Link) -> None:
    """A link that works, never its secret."""
    until = here.say("links.for_good")
    if link.expires_at is not None:
        until = here.say("links.until", day=_day(link.expires_at, here))
    used = here.say("links.unused") if link.used_at is None else here.say("links.used", day=_day(link.used_at, here))
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        made = here.say(f"links.{link.purpose}", day=_day(link.made_at, here))
        sentence(" · ".join((made, until, used)))
        told = text("links.told.revoked")
        st.button(
            here.say("links.revoke"),
            key=f"revoke {link.id}",
            on_click=partial(one_act, here, told, revoke_personal_link, link_id=link.id),
        )


def _day(stamp: Stamp, here: Here) -> str:
    return day(day_of(instant_of(stamp)), year=True)[here.language]


def _make(here: Here, row: AccountRow, purpose: LinkPurpose) -> None:
    token = here.attempt(make_personal_link, here.office, here.actor, account_id=row.account.id, purpose=purpose)
    if token is not None:
        path = f"{LINKS}{token}" if purpose is LinkPurpose.SIGN_IN else f"{CALENDARS}{token}.ics"
        show_once(text(f"once.{purpose}").fill(name=row.account.name), f"{_address()}{path}")


def _address() -> str:
    """Where this page is served, as the visitor's browser says it."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}"

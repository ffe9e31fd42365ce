"""Comptes: who may come in, how, and the means to give or take back."""

from functools import partial

import streamlit as st

from gems.access.policy import ROLE_WORDS, Role
from gems.domain.validation.spelling import folded
from gems.planning.accounts import AccountRow, accounts
from ui.web.here import Here, here
from ui.web.markup import heading, sentence
from ui.web.panels.account_form import account_form
from ui.web.panels.account_sheet import account_sheet
from ui.web.panels.filters import choose, search
from ui.web.panels.pick_table import NEW, open_by_name, open_line, opened, pick_table

ACCOUNT = "compte"
"""Name of the open account in the address of the page."""


def show() -> None:
    """Every account, or one."""
    visit = here()
    rows = accounts(visit.office, visit.actor)
    chosen = next((row for row in rows if str(row.account.id) == opened(ACCOUNT)), None)
    if chosen is not None:
        account_sheet(visit, chosen, ACCOUNT)
    elif opened(ACCOUNT) == NEW:
        account_form(visit, ACCOUNT)
    else:
        _everybody(visit, rows)


def _everybody(visit: Here, rows: tuple[AccountRow, ...]) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key="title"):
        closed = sum(row.account.disabled for row in rows)
        heading(visit.say("page.accounts"), visit.say("accounts.answer", n=len(rows) - closed, closed=closed))
        st.button(
            visit.say("accounts.add"),
            icon=":material/person_add:",
            type="primary",
            key="add-account",
            on_click=partial(open_line, ACCOUNT, NEW),
        )
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="filters"):
        wanted = search(visit, "accounts")
        role = choose(visit, "accounts.role", {one: ROLE_WORDS[one][visit.language] for one in Role})
        open_by_name(visit, visit.say("accounts.open"), {str(row.account.id): _name(row) for row in rows}, ACCOUNT)
    found = [row for row in rows if role in (None, row.account.role) and wanted in folded(f"{_name(row)} {row.of}")]
    if found:
        _table(visit, found)
    else:
        sentence(visit.say("accounts.filtered"))


def _table(visit: Here, rows: list[AccountRow]) -> None:
    sentence(visit.say("pick.how", n=len(rows)), kind="quiet")
    pick_table(
        visit,
        {
            visit.say("accounts.name"): [row.account.name for row in rows],
            visit.say("accounts.login"): [row.account.login for row in rows],
            visit.say("accounts.role"): [ROLE_WORDS[Role(row.account.role)][visit.language] for row in rows],
            visit.say("accounts.of"): [row.of for row in rows],
            visit.say("accounts.how"): [how_words(visit, row) for row in rows],
        },
        [str(row.account.id) for row in rows],
        ACCOUNT,
        alt=visit.say("accounts.table"),
    )


def how_words(visit: Here, row: AccountRow) -> str:
    """How one comes in: "mot de passe provisoire, lien personnel"; or that it is closed."""
    account = row.account
    if account.disabled:
        return visit.say("accounts.closed")
    password = "accounts.temporary" if account.must_change else "accounts.password"
    ways = [visit.say(password)] if account.has_password else []
    ways += [visit.say("accounts.link")] if row.has_link else []
    return ", ".join(ways) or visit.say("accounts.nothing")


def _name(row: AccountRow) -> str:
    return f"{row.account.name} · {row.account.login}"

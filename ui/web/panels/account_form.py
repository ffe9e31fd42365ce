"""The form of a new account: for whom, in which role, and how they will come in."""

import streamlit as st

from gems.access.policy import ROLE_WORDS, Role
from gems.domain.issues import Kind
from gems.domain.words import Language
from gems.planning.accounts import add_account
from gems.planning.group_data import see_group
from ui.web.here import Here
from ui.web.markup import heading
from ui.web.panels.fields import KEPT, WIDTH, Asked
from ui.web.panels.pick_table import back_button, open_line
from ui.web.panels.shown_once import show_once
from ui.web.texts import text

SPOKEN: dict[Language, str] = {"fr": "Français", "en": "English"}
OF = {Role.MEMBER: Kind.MEMBER, Role.EMPLOYEE: Kind.EMPLOYEE}
"""The roles that somebody has for a member or as an employee."""


def account_form(here: Here, about: str) -> None:
    """Everything typed stays until the account is open."""
    back_button(here.say("accounts.back"), about)
    heading(here.say("accounts.new"), here.say("accounts.new.about"))
    with st.container(border=True), st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        role = st.selectbox(
            here.say("accounts.role"),
            list(Role),
            format_func=lambda one: ROLE_WORDS[one][here.language],
            placeholder=here.say("field.choose"),
            key="account role",
            width=WIDTH,
            **KEPT,
        )
        whose, called = _whose(here, role)
        name = st.text_input(
            here.say("accounts.name"), value=called, key=f"account name {role} {whose}", width=WIDTH, **KEPT
        )
        login = st.text_input(
            here.say("accounts.login"), help=here.say("accounts.login.help"), key="account login", width=WIDTH, **KEPT
        )
        language = st.selectbox(
            here.say("language"),
            list(SPOKEN),
            format_func=SPOKEN.__getitem__,
            placeholder=here.say("field.choose"),
            key="account language",
            width=WIDTH,
            **KEPT,
        )
        with_password = role not in OF or st.checkbox(
            here.say("accounts.with_password"), value=True, key="account password", **KEPT
        )
    if st.button(here.say("accounts.create"), type="primary", key="create-account"):
        opened = here.attempt(
            add_account,
            here.office,
            here.actor,
            login=login,
            name=name,
            role=role,
            member_id=whose if role is Role.MEMBER else None,
            employee_id=whose if role is Role.EMPLOYEE else None,
            language=language,
            with_password=with_password,
        )
        if opened is not None:
            if opened.temporary_password is not None:
                show_once(text("once.password").fill(name=name), opened.temporary_password)
            for key in ("account role", "account login", f"account name {role} {whose}"):
                st.session_state.pop(key, None)
            open_line(about, str(opened.account_id))
        st.rerun()


def _whose(here: Here, role: Role) -> tuple[str | None, str]:
    """The member or employee it is for, with the name to begin with; nobody for the group's own people."""
    if role not in OF:
        return None, ""
    names = Asked(see_group(here.office, here.actor), here.language).names(OF[role])
    chosen = st.selectbox(
        here.say(f"accounts.for.{role}"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=here.say("pick.type"),
        key=f"account of {role}",
        width=WIDTH,
        **KEPT,
    )
    return chosen, names.get(chosen or "", "")

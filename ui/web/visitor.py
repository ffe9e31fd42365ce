"""Who is looking: read from the cookie of this very browser and asked of the store at each rerun, never remembered."""

import streamlit as st

from gems.access.policy import Actor
from gems.access.sessions import actor_of_session, sign_out
from gems.store.store import wall_clock
from ui.web.gate.cookie import token_of
from ui.wiring import office

WHOSE = "whose"
"""Name, in Streamlit's session, of the account that what lies there belongs to."""


def visitor() -> Actor | None:
    """Who is signed in here and now; None when nobody is. What somebody else left in this tab is thrown away."""
    token = token_of(st.context.cookies)
    actor = None if token is None else actor_of_session(office().store, token, wall_clock())
    whose = st.session_state.get(WHOSE)
    if whose is not None and (actor is None or actor.account_id != whose):
        st.session_state.clear()  # the tab outlived its session: somebody else may have signed in since
    if actor is not None:
        st.session_state[WHOSE] = actor.account_id
    return actor


def leave() -> None:
    """End the session of this browser, in all its tabs."""
    token = token_of(st.context.cookies)
    if token is not None:
        sign_out(office().store, token, wall_clock())

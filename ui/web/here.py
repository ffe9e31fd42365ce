"""Where a screen stands: who is looking, in which language, and the office that answers. Made anew at each rerun."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ParamSpec, TypeVar

import streamlit as st

from gems.access.policy import Actor, Refused
from gems.domain.time import day_of, instant_of
from gems.domain.words import Language, Words
from gems.planning.office import Declined, Office
from ui.web.texts import text
from ui.web.visitor import visitor
from ui.wiring import office

P = ParamSpec("P")
R = TypeVar("R")
LANGUAGE = "lang"
"""Name of the language in the address of the page and in the session."""
USUAL_LANGUAGE = "GEMS_LANG"
"""Environment: the language of whoever serves the page; French without it."""
TOLD = "told"


@dataclass(frozen=True, slots=True)
class Here:
    """One visitor at one moment. Nothing of it is shared with anybody else."""

    office: Office
    actor: Actor
    language: Language

    def say(self, key: str, **values: Words | str | int) -> str:
        """The words of a key in this visitor's language."""
        words = text(key)
        return (words.fill(**values) if values else words)[self.language]

    @property
    def today(self) -> date:
        """The day it is, by the planning's clock."""
        return day_of(instant_of(self.office.store.clock()))

    def attempt(self, act: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R | None:
        """Do something that may be declined; a no is told at the top of the page, and the answer is None.

        What a button does was prepared when the page was drawn: whoever drew it must still be signed in.
        """
        if visitor() != self.actor:
            tell(text("frame.out"), "no")
            return None
        try:
            return act(*args, **kwargs)
        except (Declined, Refused) as no:
            tell(no.words, "no")
            return None


def here() -> Here:
    """This visitor, as the store knows them right now. Ends the page in words when they are signed out."""
    actor = visitor()
    if actor is None:
        signed_out()
    assert actor is not None
    return Here(office(), actor, language())


def signed_out() -> None:
    """Says so, shows the way in, and stops the page."""
    st.html(
        f'<div class="gems-heading"><h1>{text("frame.out")[language()]}</h1></div>'
        f'<p><a href="/connexion" target="_self">{text("frame.in")[language()]}</a></p>'
    )
    st.stop()


def language() -> Language:
    """Chosen on the page, else named in its address, else that of whoever serves it."""
    asked = st.session_state.get(LANGUAGE) or st.query_params.get(LANGUAGE) or os.environ.get(USUAL_LANGUAGE)
    return "en" if asked == "en" else "fr"


def tell(words: Words, kind: str = "done") -> None:
    """Leave a word for the top of the next page: "done" or "no"."""
    st.session_state.setdefault(TOLD, []).append((words, kind))


def told() -> list[tuple[Words, str]]:
    """What was left, once."""
    found: list[tuple[Words, str]] = st.session_state.pop(TOLD, [])
    return found

"""One act of the office behind one button: what was done, or why not, is told at the top of the page."""

from collections.abc import Callable
from typing import Any

from gems.domain.words import Words
from ui.web.here import Here, tell


def one_act(here: Here, told: Words, act: Callable[..., Any], **named: Any) -> None:
    """For a button that does no more than that: called before the page is drawn again."""
    was_done(here, told, act, **named)


def was_done(here: Here, told: Words, act: Callable[..., Any], **named: Any) -> bool:
    """Do it; whether it was done."""

    def do() -> bool:
        act(here.office, here.actor, **named)
        return True

    if not here.attempt(do):
        return False
    tell(told)
    return True

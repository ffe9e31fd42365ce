"""One act of the office behind one button: what was done, or why not, is told at the top of the page."""

from collections.abc import Callable
from typing import Any

from gems.domain.words import Words
from ui.web.here import Here, tell


def one_act(here: Here, told: Words, act: Callable[..., Any], **named: Any) -> bool:
    """Whether it was done. Called by a button before the page is drawn again."""

    def done() -> bool:
        act(here.office, here.actor, **named)
        return True

    if not here.attempt(done):
        return False
    tell(told)
    return True

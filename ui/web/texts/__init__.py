"""The words of the screens, French first, English complete. One entry a sentence; law and data bring their own words."""

from collections.abc import Mapping

from gems.domain.words import Words
from ui.web.texts.building import BUILDING
from ui.web.texts.frame import FRAME
from ui.web.texts.gate import GATE
from ui.web.texts.life import LIFE
from ui.web.texts.member_request import MEMBER_REQUEST
from ui.web.texts.member_requests import MEMBER_REQUESTS
from ui.web.texts.opening import OPENING
from ui.web.texts.week import WEEK
from ui.web.texts.week_choice import WEEK_CHOICE

TEXTS: Mapping[str, Words] = {
    **OPENING,
    **BUILDING,
    **WEEK,
    **LIFE,
    **FRAME,
    **GATE,
    **WEEK_CHOICE,
    **MEMBER_REQUESTS,
    **MEMBER_REQUEST,
}


def text(key: str) -> Words:
    """The words of a key; raises KeyError for a key that does not exist."""
    return TEXTS[key]

"""The words of the screens, French first, English complete. One entry a sentence; law and data bring their own words."""

from collections.abc import Mapping

from gems.domain.words import Words
from ui.web.texts.answering import ANSWERING
from ui.web.texts.board_indicators import BOARD_INDICATORS
from ui.web.texts.building import BUILDING
from ui.web.texts.calendar_link import CALENDAR_LINK
from ui.web.texts.coordinator_accounts import COORDINATOR_ACCOUNTS
from ui.web.texts.coordinator_compose import COORDINATOR_COMPOSE
from ui.web.texts.coordinator_history import COORDINATOR_HISTORY
from ui.web.texts.coordinator_members import COORDINATOR_MEMBERS
from ui.web.texts.coordinator_requests import COORDINATOR_REQUESTS
from ui.web.texts.coordinator_settings import COORDINATOR_SETTINGS
from ui.web.texts.coordinator_team import COORDINATOR_TEAM
from ui.web.texts.coordinator_today import COORDINATOR_TODAY
from ui.web.texts.employee_page import EMPLOYEE_PAGE
from ui.web.texts.employee_wishes import EMPLOYEE_WISHES
from ui.web.texts.explaining import EXPLAINING
from ui.web.texts.frame import FRAME
from ui.web.texts.gate import GATE
from ui.web.texts.life import LIFE
from ui.web.texts.member_hours import MEMBER_HOURS
from ui.web.texts.member_request import MEMBER_REQUEST
from ui.web.texts.member_requests import MEMBER_REQUESTS
from ui.web.texts.member_who import MEMBER_WHO
from ui.web.texts.opening import OPENING
from ui.web.texts.record import RECORD
from ui.web.texts.replacing import REPLACING
from ui.web.texts.week import WEEK
from ui.web.texts.week_choice import WEEK_CHOICE

TEXTS: Mapping[str, Words] = {
    **OPENING,
    **BUILDING,
    **WEEK,
    **LIFE,
    **FRAME,
    **GATE,
    **RECORD,
    **COORDINATOR_TODAY,
    **COORDINATOR_REQUESTS,
    **COORDINATOR_TEAM,
    **COORDINATOR_MEMBERS,
    **COORDINATOR_ACCOUNTS,
    **COORDINATOR_SETTINGS,
    **COORDINATOR_HISTORY,
    **COORDINATOR_COMPOSE,
    **WEEK_CHOICE,
    **REPLACING,
    **EXPLAINING,
    **MEMBER_REQUESTS,
    **MEMBER_REQUEST,
    **MEMBER_WHO,
    **MEMBER_HOURS,
    **BOARD_INDICATORS,
    **ANSWERING,
    **CALENDAR_LINK,
    **EMPLOYEE_PAGE,
    **EMPLOYEE_WISHES,
}


def text(key: str) -> Words:
    """The words of a key; raises KeyError for a key that does not exist."""
    return TEXTS[key]

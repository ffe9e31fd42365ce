"""The question put to a composer: a year or a season of requests, and what makes a post sustainable."""

from collections.abc import Sequence
from datetime import date

from gems.domain.composition import ComposeQuestion, Terms
from gems.domain.group import Group
from gems.domain.hiring import WEEKLY
from gems.domain.targets import WORKING_DAYS
from gems.domain.typical import typical_fortnight
from gems.rules.law import law_of
from gems.rules.limits import year_figures

MEMBERS_MOST, COMMUTE, CLOSING = 4, 40, 20


def question_of(
    group: Group,
    mondays: Sequence[date],
    *,
    members_most: int = MEMBERS_MOST,
    commute_minutes: int = COMMUTE,
    closing_per_mille: int = CLOSING,
) -> ComposeQuestion:
    """Compose from these weeks. For a season, hours due are in proportion to its weeks.

    Where the agreement gives no modulation, every week is the contract's, give or take the closing. Raises ValueError
    for less than a fortnight.
    """
    fortnight = typical_fortnight(group, tuple(mondays))
    figures = year_figures(law_of(group.settings.agreement), fortnight.first)
    weeks, year = len(mondays), WEEKS_OF_YEAR
    reference = figures.reference * weeks // year
    leave = figures.leave_days * WEEKLY // WORKING_DAYS * weeks // year
    slack = WEEKLY * closing_per_mille // 1000
    terms = Terms(
        members_most=members_most,
        commute_minutes=commute_minutes,
        closing_per_mille=closing_per_mille,
        year_minutes=reference + leave,
        reference_minutes=reference,
        low=figures.low if figures.low is not None else WEEKLY - slack,
        high=figures.high if figures.high is not None else WEEKLY + slack,
    )
    return ComposeQuestion(fortnight=fortnight, terms=terms)


WEEKS_OF_YEAR = 52

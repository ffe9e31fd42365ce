"""What a coordinator asks to compose, out of the group's data as it stands."""

from datetime import date, timedelta

from gems.access.policy import Act
from gems.domain.composition import ComposeQuestion
from gems.domain.words import Words
from gems.planning.compose.asking import question_of
from gems.planning.office import Declined, Doing, use_case

NOTHING_ASKED = Words(
    "Aucun adhérent ne demande d'heures à ces dates : il n'y a rien à composer. Saisissez d'abord des demandes.",
    "No member asks for hours on these dates: there is nothing to compose. Enter requests first.",
)


@use_case(Act.COMPOSE_POSTS)
def pose_composition(
    doing: Doing, *, monday: date, weeks: int, members_most: int, commute_minutes: int
) -> ComposeQuestion:
    """Full-time posts out of what is asked from a Monday on, for so many weeks. Raises Declined."""
    mondays = [monday + timedelta(weeks=number) for number in range(weeks)]
    question = question_of(doing.work.group, mondays, members_most=members_most, commute_minutes=commute_minutes)
    if not question.fortnight.needs:
        raise Declined(NOTHING_ASKED)
    return question

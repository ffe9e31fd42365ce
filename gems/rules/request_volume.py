"""A volume a week is not overshot: no more minutes than asked, on no more days than asked."""

from collections.abc import Iterator

from gems.domain.missions import Need
from gems.domain.requests import Volume
from gems.domain.schedule import Assignment
from gems.domain.words import Words, day, hours
from gems.rules.naming import request_name
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="request_volume",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Volume hebdomadaire demandé", "Weekly volume asked"),
    says=Words(
        "Pour une demande en heures par semaine, on ne dépasse ni les heures demandées ni le nombre de jours convenu.",
        "For a request in hours a week, neither the hours asked nor the agreed number of days is exceeded.",
    ),
)
MINUTES = Words(
    "{request}, semaine du {monday} : {actual} prévues, {limit} demandées.",
    "{request}, week of {monday}: {actual} planned, {limit} asked.",
)
DAYS = Words(
    "{request}, semaine du {monday} : {actual} interventions prévues, {limit} au plus sont convenues.",
    "{request}, week of {monday}: {actual} visits planned, {limit} at most are agreed.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Add up the pieces of each volume, week by week; each piece counts as a day, since a volume has one a day."""
    for need in roster.problem.needs:
        if not isinstance(need.request.demand, Volume):
            continue
        pieces = [piece for mission in need.missions for piece in roster.schedule.by_mission.get(mission.id, ())]
        minutes = sum(piece.minutes for piece in pieces)
        if minutes > need.minutes:
            words = MINUTES.fill(**_names(roster, need), actual=hours(minutes), limit=hours(need.minutes))
            yield _violation(need, pieces, minutes - need.minutes, words)
        if len(pieces) > need.most_days:
            words = DAYS.fill(**_names(roster, need), actual=len(pieces), limit=need.most_days)
            yield _violation(need, pieces, len(pieces) - need.most_days, words)


def _names(roster: Roster, need: Need) -> dict[str, Words]:
    return {"request": request_name(roster.group, need.request), "monday": day(need.monday)}


def _violation(need: Need, pieces: list[Assignment], amount: int, words: Words) -> Violation:
    return Violation(
        rule=INFO.name,
        employee_id=None,
        days=tuple(sorted({piece.day for piece in pieces})),
        amount=amount,
        member_id=need.request.member_id,
        words=words,
    )


RULE = Rule(info=INFO, check=check)

"""Hours that members ask for and nobody serves."""

from collections.abc import Iterator

from gems.domain.requests import Priority
from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="unserved",
    kind=RuleKind.PRICED,
    unit=Unit.MINUTES,
    title=Words("Heures demandées non pourvues", "Hours asked and not served"),
    says=Words(
        "Chaque minute demandée que personne n'assure a un prix, selon la priorité de la demande.",
        "Each minute asked that nobody serves has a price, which depends on the priority of the request.",
    ),
    prices=("unserved.essential", "unserved.normal", "unserved.comfort"),
)
PRICES = {
    Priority.ESSENTIAL: "unserved.essential",
    Priority.NORMAL: "unserved.normal",
    Priority.COMFORT: "unserved.comfort",
}


def charge(roster: Roster) -> Iterator[Charge]:
    """Minutes asked less minutes served, need by need. Work without a known mission serves nothing.

    Negative only when more is served than asked, which `mission_once` and `request_volume` forbid.
    """
    prices = roster.problem.prices
    for need in roster.problem.needs:
        pieces = (piece for mission in need.missions for piece in roster.schedule.by_mission.get(mission.id, ()))
        short = need.minutes - sum(piece.minutes for piece in pieces)
        if short:
            yield Charge(
                rule=INFO.name,
                amount=short,
                cents=short * prices[PRICES[need.request.priority]],
                member_id=need.request.member_id,
            )


RULE = Rule(info=INFO, charge=charge)

"""Fairness between members: an unserved hour costs more where much is missing already."""

from collections.abc import Iterator

from gems.domain.history import MemberLedger
from gems.domain.requests import Priority
from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

BANDS = ("first", "second", "third")
INFO = RuleInfo(
    name="unserved_share",
    kind=RuleKind.PRICED,
    unit=Unit.MINUTES,
    title=Words("Équité entre adhérents", "Fairness between members"),
    says=Words(
        "Quand un adhérent manque déjà d'une part de ses heures (douze semaines passées comprises), chaque minute non "
        "pourvue de plus coûte un supplément, par paliers. Une heure essentielle compte double.",
        "When a member already misses a share of its hours (the past twelve weeks included), each further minute not "
        "served costs a supplement, by steps. An essential hour counts twice.",
    ),
    prices=(
        *(f"unserved_share.{band}{kind}" for band in BANDS for kind in ("", "_per_mille")),
        "unserved_share.essential_weight",
    ),
)
PER_MILLE = 1000


def charge(roster: Roster) -> Iterator[Charge]:
    """Member by member and band by band: minutes missing beyond the band's share of all asked, past and now.

    Minutes of essential requests are taken as often as their weight says, asked, served and missing, past and now.
    The threshold is in whole minutes, rounded down. Only what this horizon adds is charged: what was already missing
    beyond the threshold is not charged again. A member that the history does not hold starts at nothing.
    """
    prices = roster.problem.prices
    weight = max(1, prices["unserved_share.essential_weight"])
    asked, served = _now(roster, weight)
    ledgers = {ledger.member_id: ledger for ledger in roster.group.history.ledgers}
    for member in roster.group.members:
        ledger = ledgers.get(member.id)
        past_asked, past_served = _weighed(ledger, weight) if ledger else (0, 0)
        past = max(0, past_asked - past_served)
        missing = past + asked.get(member.id, 0) - served.get(member.id, 0)
        beyond = {}
        for band in BANDS:
            share = prices[f"unserved_share.{band}_per_mille"]
            threshold = (past_asked + asked.get(member.id, 0)) * share // PER_MILLE
            beyond[band] = max(0, missing - max(threshold, past))
        if any(beyond.values()):
            cents = sum(minutes * prices[f"unserved_share.{band}"] for band, minutes in beyond.items())
            yield Charge(rule=INFO.name, amount=max(beyond.values()), cents=cents, member_id=member.id)


def _weighed(ledger: MemberLedger, weight: int) -> tuple[int, int]:
    more = weight - 1
    asked = ledger.asked_minutes + more * ledger.asked_essential
    return asked, ledger.served_minutes + more * ledger.served_essential


def _now(roster: Roster, weight: int) -> tuple[dict[str, int], dict[str, int]]:
    """Weighed minutes asked and served over the horizon, by member."""
    asked: dict[str, int] = {}
    served: dict[str, int] = {}
    for need in roster.problem.needs:
        member = need.request.member_id
        times = weight if need.request.priority is Priority.ESSENTIAL else 1
        asked[member] = asked.get(member, 0) + times * need.minutes
        for mission in need.missions:
            for piece in roster.schedule.by_mission.get(mission.id, ()):
                served[member] = served.get(member, 0) + times * piece.minutes
    return asked, served


RULE = Rule(info=INFO, charge=charge)

"""Fairness between members: an unserved hour costs more where much is missing already."""

from collections.abc import Iterator

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
        "pourvue de plus coûte un supplément, par paliers.",
        "When a member already misses a share of its hours (the past twelve weeks included), each further minute not "
        "served costs a supplement, by steps.",
    ),
    prices=tuple(f"unserved_share.{band}{kind}" for band in BANDS for kind in ("", "_per_mille")),
)
PER_MILLE = 1000


def charge(roster: Roster) -> Iterator[Charge]:
    """Member by member and band by band: minutes missing beyond the band's share of all asked, past and now.

    The threshold is in whole minutes, rounded down. Only what this horizon adds is charged: what was already missing
    beyond the threshold is not charged again. A member that the history does not hold starts at nothing.
    """
    prices = roster.problem.prices
    asked, served = _now(roster)
    ledgers = {ledger.member_id: ledger for ledger in roster.group.history.ledgers}
    for member in roster.group.members:
        ledger = ledgers.get(member.id)
        past_asked, past_served = (ledger.asked_minutes, ledger.served_minutes) if ledger else (0, 0)
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


def _now(roster: Roster) -> tuple[dict[str, int], dict[str, int]]:
    """Minutes asked and served over the horizon, by member."""
    asked: dict[str, int] = {}
    served: dict[str, int] = {}
    for need in roster.problem.needs:
        member = need.request.member_id
        asked[member] = asked.get(member, 0) + need.minutes
        for mission in need.missions:
            for piece in roster.schedule.by_mission.get(mission.id, ()):
                served[member] = served.get(member, 0) + piece.minutes
    return asked, served


RULE = Rule(info=INFO, charge=charge)

"""Visits for which only some of those asked come."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.naming import visit_name
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="visit_incomplete",
    kind=RuleKind.PRICED,
    unit=Unit.TIMES,
    title=Words("Visites incomplètes", "Incomplete visits"),
    says=Words(
        "Une visite à plusieurs où quelqu'un vient et quelqu'un manque a un prix : à deux ou pas du tout, sauf si ce "
        "prix en vaut la peine.",
        "A visit by several to which somebody comes and somebody is missing has a price: both or nobody, unless it is "
        "worth that price.",
    ),
    prices=("visit_incomplete.time",),
)
WORDS = Words("{visit} : il vient du monde, mais pas tout le monde.", "{visit}: somebody comes, but not everybody.")


def charge(roster: Roster) -> Iterator[Charge]:
    """One item a visit: how often its fullest place of those asked is held more than its emptiest, 1 where each is
    held once at most.
    """
    for visit in roster.problem.visits:
        held = [len(roster.schedule.by_mission.get(mission.id, ())) for mission in visit.asked]
        amount = max(held) - min(held) if held else 0
        if amount:
            yield Charge(
                rule=INFO.name,
                amount=amount,
                cents=amount * roster.problem.prices["visit_incomplete.time"],
                member_id=visit.missions[0].request.member_id,
                day=visit.day,
                words=WORDS.fill(visit=visit_name(roster.group, visit)),
            )


RULE = Rule(info=INFO, charge=charge)

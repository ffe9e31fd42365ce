"""People who come beyond the number that a request asks for."""

from collections.abc import Iterator
from datetime import date

from gems.domain.missions import Mission
from gems.domain.words import Words
from gems.rules.naming import mission_name
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="heads_beyond",
    kind=RuleKind.PRICED,
    unit=Unit.TIMES,
    title=Words("Personnes au-delà du nombre demandé", "People beyond the number asked"),
    says=Words(
        "Une demande peut admettre plus de personnes qu'elle n'en demande : chacune de plus, chaque jour, coûte le "
        "prix écrit dans la demande.",
        "A request may take more people than it asks for: each one more, each day, costs the price written in the "
        "request.",
    ),
)
ONE = Words("{mission} : 1 personne de plus que demandé.", "{mission}: 1 person more than asked.")
SEVERAL = Words("{mission} : {n} personnes de plus que demandé.", "{mission}: {n} people more than asked.")


def charge(roster: Roster) -> Iterator[Charge]:
    """One item a request and day: the pieces that serve its missions of people beyond the number asked.

    Whether those asked are all there is for `unserved` to say.
    """
    found: dict[tuple[str, date], tuple[Mission, int]] = {}
    for need in roster.problem.beyond:
        for mission in need.missions:
            pieces = len(roster.schedule.by_mission.get(mission.id, ()))
            if pieces and mission.beyond_cents:
                key = mission.request.id, mission.day
                first, number = found.get(key, (mission, 0))
                found[key] = first, number + pieces
    for mission, number in found.values():
        words = (ONE if number == 1 else SEVERAL).fill(mission=mission_name(roster.group, mission), n=number)
        yield Charge(
            rule=INFO.name,
            amount=number,
            cents=number * mission.beyond_cents,
            member_id=mission.request.member_id,
            day=mission.day,
            words=words,
        )


RULE = Rule(info=INFO, charge=charge)

"""The same person for the whole need, when the member asked so."""

from collections.abc import Iterator

from gems.domain.words import Words, day
from gems.rules.naming import request_name
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="same_person",
    kind=RuleKind.HARD,
    unit=Unit.TIMES,
    title=Words("Même personne toute la semaine", "Same person all week"),
    says=Words(
        "Quand l'adhérent demande la même personne, une seule vient toute la semaine pour cette demande.",
        "When the member asks for the same person, one person only comes all week for that request.",
    ),
)
WORDS = Words(
    "{request}, semaine du {monday} : {actual} personnes se relaient, l'adhérent en demande une seule.",
    "{request}, week of {monday}: {actual} people take turns, the member asks for one only.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Count the people who serve each need that wants a single one."""
    for need in roster.problem.need.values():
        if not need.same_person:
            continue
        pieces = [piece for mission in need.missions for piece in roster.schedule.by_mission.get(mission.id, ())]
        people = {piece.employee_id for piece in pieces}
        if len(people) > 1:
            yield Violation(
                rule=INFO.name,
                employee_id=None,
                days=tuple(sorted({piece.day for piece in pieces})),
                amount=len(people) - 1,
                member_id=need.request.member_id,
                words=WORDS.fill(
                    request=request_name(roster.group, need.request), monday=day(need.monday), actual=len(people)
                ),
            )


RULE = Rule(info=INFO, check=check)

"""A member may ask that some people do not come for a request."""

from collections.abc import Iterator

from gems.domain.words import Words, same
from gems.rules.naming import mission_name
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="excluded_person",
    kind=RuleKind.HARD,
    unit=Unit.TIMES,
    title=Words("Personne écartée de la demande", "Person left out of the request"),
    says=Words(
        "Une personne que l'adhérent a écartée d'une demande n'y est jamais envoyée.",
        "A person whom the member left out of a request is never sent for it.",
    ),
)
WORDS = Words(
    "{person} : pour {mission}, l'adhérent demande quelqu'un d'autre.",
    "{person}: for {mission}, the member asks for somebody else.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Look the person of each piece up among those its request leaves out."""
    for piece in roster.schedule.assignments:
        mission = roster.problem.mission.get(piece.mission_id or "")
        if mission is not None and piece.employee_id in mission.request.excluded:
            yield Violation(
                rule=INFO.name,
                employee_id=piece.employee_id,
                days=(piece.day,),
                amount=1,
                member_id=mission.request.member_id,
                mission_id=mission.id,
                words=WORDS.fill(
                    person=same(roster.group.employee[piece.employee_id].name),
                    mission=mission_name(roster.group, mission),
                ),
            )


RULE = Rule(info=INFO, check=check)

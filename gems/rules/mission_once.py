"""A mission is served once: by one person, in one piece."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.naming import mission_name
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="mission_once",
    kind=RuleKind.HARD,
    unit=Unit.TIMES,
    title=Words("Une mission, une personne", "One mission, one person"),
    says=Words(
        "Chaque mission demandée par un adhérent est confiée à une seule personne, en une seule fois.",
        "Each mission that a member asks for is given to one person only, in one piece.",
    ),
)
WORDS = Words(
    "{mission} : la mission est servie {actual} fois, une seule suffit.",
    "{mission}: the mission is served {actual} times, once is enough.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Count the pieces that name each mission of the problem, whoever works them."""
    for mission in roster.problem.missions:
        pieces = roster.schedule.by_mission.get(mission.id, ())
        if len(pieces) > 1:
            yield Violation(
                rule=INFO.name,
                employee_id=None,
                days=(mission.day,),
                amount=len(pieces) - 1,
                member_id=mission.request.member_id,
                mission_id=mission.id,
                words=WORDS.fill(mission=mission_name(roster.group, mission), actual=len(pieces)),
            )


RULE = Rule(info=INFO, check=check)

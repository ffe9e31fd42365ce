"""People who come together begin at the same time, each of them in one place of the visit."""

from collections.abc import Iterator

from gems.domain.missions import Visit
from gems.domain.words import Words, clock, listing
from gems.rules.naming import visit_name
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="visit_together",
    kind=RuleKind.HARD,
    unit=Unit.TIMES,
    title=Words("Visite à plusieurs", "Visit by several people"),
    says=Words(
        "Les demandes qui portent le même nom de visite, au même lieu et le même jour, commencent toutes à la même "
        "heure, chacune par une personne différente. Que tout le monde vienne n'est pas exigé ici : une visite "
        "incomplète a un prix.",
        "Requests of the same visit, at the same place and on the same day, all begin at the same time, each by "
        "another person. That everybody comes is not asked here: an incomplete visit has a price.",
    ),
)
APART = Words("{visit} : {starts} ne commencent pas en même temps.", "{visit}: {starts} do not begin at once.")
TWICE = Words(
    "{visit} : {pieces} affectations, personnes différentes : {people}, places différentes : {places}. Chaque place va "
    "à une autre personne.",
    "{visit}: {pieces} assignments, different people: {people}, different places: {places}. Each place goes to "
    "another person.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """One violation a visit for its starts, one for its people; of a visit by nobody there is nothing to say."""
    for visit in roster.problem.visits:
        pieces = [piece for mission in visit.missions for piece in roster.schedule.by_mission.get(mission.id, ())]
        starts = [clock(start) for start in sorted({piece.start for piece in pieces})]
        if len(starts) > 1:
            said = Words(listing([one.fr for one in starts]).fr, listing([one.en for one in starts]).en)
            yield _violation(roster, visit, len(starts) - 1, APART, starts=said)
        people = len({piece.employee_id for piece in pieces})
        places = len({piece.mission_id for piece in pieces})
        beyond = len(pieces) - min(people, places)
        if beyond:
            yield _violation(roster, visit, beyond, TWICE, pieces=len(pieces), people=people, places=places)


def _violation(roster: Roster, visit: Visit, amount: int, words: Words, **values: Words | int) -> Violation:
    return Violation(
        rule=INFO.name,
        employee_id=None,
        days=(visit.day,),
        amount=amount,
        member_id=visit.missions[0].request.member_id,
        words=words.fill(visit=visit_name(roster.group, visit), **values),
    )


RULE = Rule(info=INFO, check=check)

"""Part-timers: the number of interruptions a day."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words, day, same
from gems.rules.interruptions import interruptions
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="parttime_gap",
    kind=RuleKind.HARD,
    unit=Unit.TIMES,
    title=Words("Temps partiel : coupures par jour", "Part time: interruptions a day"),
    says=Words(
        "La journée d'une personne à temps partiel ne compte pas plus de coupures que la loi ou la convention ne le "
        "permet. Une coupure est un temps libre de plus de 30 minutes entre deux interventions, trajet déduit.",
        "A part-timer's day has no more interruptions than the law or the agreement allows. An interruption is free "
        "time of more than 30 minutes between two pieces of work, the drive taken off.",
    ),
    figures=("parttime_gap", "interruption_from"),
)
WORDS = Words(
    "{person} : {actual} coupures {day}, au plus {limit} à temps partiel.",
    "{person}: {actual} interruptions {day}, at most {limit} part time.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Count the interruptions of each duty of a part-timer."""
    for person in roster.group.employees:
        if person.contract.kind is not ContractKind.PART_TIME:
            continue
        for duty in roster.duties[person.id]:
            limit, actual = roster.limits.of(INFO.name, person.id, duty.day), len(interruptions(roster, duty))
            if limit is not None and actual > limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(duty.day,),
                    amount=actual - limit,
                    words=WORDS.fill(person=same(person.name), actual=actual, day=day(duty.day), limit=limit),
                )


RULE = Rule(info=INFO, check=check)

"""Part-timers: the length of each interruption."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="parttime_gap_length",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Temps partiel : durée d'une coupure", "Part time: length of an interruption"),
    says=Words(
        "À temps partiel, une coupure dans la journée ne dépasse pas 2 h, trajet déduit, sauf si la convention en "
        "dispose autrement.",
        "Part time, an interruption in the day is no longer than 2 hours, the drive taken off, unless the agreement "
        "says otherwise.",
    ),
    figures=("parttime_gap_length",),
)
WORDS = Words(
    "{person} : une coupure de {actual} {day}, au plus {limit} à temps partiel.",
    "{person}: an interruption of {actual} {day}, at most {limit} part time.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure the free time between the pieces of each duty of a part-timer."""
    for person in roster.group.employees:
        if person.contract.kind is not ContractKind.PART_TIME:
            continue
        for duty in roster.duties[person.id]:
            limit = roster.limits.of(INFO.name, person.id, duty.day)
            for actual in duty.gaps:
                if limit is not None and actual > limit:
                    yield Violation(
                        rule=INFO.name,
                        employee_id=person.id,
                        days=(duty.day,),
                        amount=actual - limit,
                        words=WORDS.fill(
                            person=same(person.name), actual=hours(actual), day=day(duty.day), limit=hours(limit)
                        ),
                    )


RULE = Rule(info=INFO, check=check)

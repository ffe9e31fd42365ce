"""Full-timers: the number of sequences in a split day."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words, day, same
from gems.rules.interruptions import sequences
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="split_day",
    kind=RuleKind.DEROGABLE,
    unit=Unit.TIMES,
    title=Words("Temps plein : journée coupée", "Full time: split day"),
    says=Words(
        "La journée d'une personne à temps plein ne compte pas plus de séquences de travail que la convention ne le "
        "permet ; deux séquences sont séparées par plus de 30 minutes de temps libre, trajet déduit.",
        "A full-timer's day has no more sequences of work than the agreement allows; two sequences are separated by "
        "more than 30 minutes of free time, the drive taken off.",
    ),
    figures=("split_day", "interruption_from"),
)
WORDS = Words(
    "{person} : {actual} séquences de travail {day}, au plus {limit}.",
    "{person}: {actual} sequences of work {day}, at most {limit}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Count the sequences of each duty of a full-timer."""
    for person in roster.group.employees:
        if person.contract.kind is not ContractKind.FULL_TIME:
            continue
        for duty in roster.duties[person.id]:
            limit, actual = roster.limits.of(INFO.name, person.id, duty.day), len(sequences(roster, duty))
            if limit is not None and actual > limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(duty.day,),
                    amount=actual - limit,
                    words=WORDS.fill(person=same(person.name), actual=actual, day=day(duty.day), limit=limit),
                )


RULE = Rule(info=INFO, check=check)

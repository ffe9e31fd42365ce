"""Full-timers: the length of each sequence of a split day."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words, day, hours, same
from gems.rules.interruptions import sequences
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="split_day_length",
    kind=RuleKind.DEROGABLE,
    unit=Unit.MINUTES,
    title=Words("Temps plein : durée des séquences", "Full time: length of sequences"),
    says=Words(
        "Quand la journée d'une personne à temps plein est coupée, chaque séquence de travail (interventions et "
        "trajets entre elles) a la durée minimale que fixe la convention.",
        "When a full-timer's day is split, each sequence of work (its pieces and the drives among them) has the least "
        "length that the agreement sets.",
    ),
    figures=("split_day_length", "interruption_from"),
)
WORDS = Words(
    "{person} : une séquence de {actual} {day}, il en faut {limit} quand la journée est coupée.",
    "{person}: a sequence of {actual} {day}, {limit} are needed when the day is split.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure each sequence of each split duty of a full-timer."""
    for person in roster.group.employees:
        if person.contract.kind is not ContractKind.FULL_TIME:
            continue
        for duty in roster.duties[person.id]:
            limit, parts = roster.limits.of(INFO.name, person.id, duty.day), sequences(roster, duty)
            for part in parts if len(parts) > 1 else ():
                if limit is not None and part.minutes < limit:
                    yield Violation(
                        rule=INFO.name,
                        employee_id=person.id,
                        days=(duty.day,),
                        amount=limit - part.minutes,
                        words=WORDS.fill(
                            person=same(person.name),
                            actual=hours(part.minutes),
                            day=day(duty.day),
                            limit=hours(limit),
                        ),
                    )


RULE = Rule(info=INFO, check=check)

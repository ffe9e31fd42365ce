"""Break: 20 minutes once 6 hours of work are reached."""

from collections.abc import Iterator

from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.stretches import stretches

INFO = RuleInfo(
    name="break_min",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Pause", "Break"),
    says=Words(
        "Personne ne travaille plus de 6 h d'affilée, trajets compris, sans 20 minutes de pause ; une journée d'un "
        "seul tenant qui atteint 6 h en comporte une. La pause est un temps libre entre deux interventions (hors "
        "trajet) ou une pause prévue sur place par l'adhérent, dans une intervention de 6 h et plus.",
        "Nobody works more than 6 hours in a row, drives included, without a break of 20 minutes; a day in one stretch "
        "that reaches 6 hours holds one. The break is free time between two pieces of work (drives left out) or a "
        "break that the member gives on the spot, in a piece of 6 hours and more.",
    ),
    figures=("break_min", "break_min.from"),
)
WORDS = Words(
    "{person} : {actual} de travail d'affilée {day}, une pause de {pause} est due dès {limit}.",
    "{person}: {actual} of work in a row {day}, a break of {pause} is due from {limit}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure each stretch of work; a first stretch of exactly 6 hours may be followed by its break."""
    law = roster.limits.law
    for person in roster.group.employees:
        for duty in roster.duties[person.id]:
            pause, longest = law.value("break_min", duty.day), law.value("break_min.from", duty.day)
            found = list(stretches(roster, duty, pause, longest))
            for stretch in found:
                reached = stretch.minutes >= longest if len(found) == 1 else stretch.minutes > longest
                if reached and not stretch.rested:
                    yield Violation(
                        rule=INFO.name,
                        employee_id=person.id,
                        days=(duty.day,),
                        amount=max(1, stretch.minutes - longest),
                        words=WORDS.fill(
                            person=same(person.name),
                            actual=hours(stretch.minutes),
                            day=day(duty.day),
                            pause=hours(pause),
                            limit=hours(longest),
                        ),
                    )


RULE = Rule(info=INFO, check=check)

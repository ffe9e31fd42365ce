"""Under 18: a break of 30 minutes after 4 h 30 of work."""

from collections.abc import Iterator

from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.stretches import stretches
from gems.rules.young_people import is_young

INFO = RuleInfo(
    name="young_worker_break",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Moins de 18 ans : pause", "Under 18: break"),
    says=Words(
        "Avant 18 ans, on ne travaille pas plus de 4 h 30 d'affilée, trajets compris, sans 30 minutes de pause (temps "
        "libre entre deux interventions, hors trajet, ou pause prévue sur place dans une intervention de 6 h et plus).",
        "Under 18 nobody works more than 4 h 30 in a row, drives included, without a break of 30 minutes (free time "
        "between two pieces of work, drives left out, or a break given on the spot in a piece of 6 hours and more).",
    ),
    figures=("young_worker_break", "young_worker_break.after", "young_worker.age", "break_min.from"),
)
WORDS = Words(
    "{person} : {actual} de travail d'affilée {day}, une pause de {pause} est due après {limit} avant 18 ans.",
    "{person}: {actual} of work in a row {day}, a break of {pause} is due after {limit} under 18.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure each stretch of work on the days on which the person is under 18."""
    law = roster.limits.law
    for person in roster.group.employees:
        for duty in roster.duties[person.id]:
            if not is_young(roster, person, duty.day):
                continue
            pause, longest = law.value(INFO.name, duty.day), law.value("young_worker_break.after", duty.day)
            for stretch in stretches(roster, duty, pause, longest):
                if stretch.minutes > longest and not stretch.rested:
                    words = WORDS.fill(
                        person=same(person.name),
                        actual=hours(stretch.minutes),
                        day=day(duty.day),
                        pause=hours(pause),
                        limit=hours(longest),
                    )
                    yield Violation(
                        rule=INFO.name,
                        employee_id=person.id,
                        days=(duty.day,),
                        amount=stretch.minutes - longest,
                        words=words,
                    )


RULE = Rule(info=INFO, check=check)

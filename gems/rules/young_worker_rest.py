"""Under 18: a longer daily rest."""

from collections.abc import Iterator

from gems.domain.time import day_of
from gems.domain.words import Words, day, hours, same
from gems.rules.rests import rests
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.young_people import is_early, is_young

INFO = RuleInfo(
    name="young_worker_rest",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Moins de 18 ans : repos quotidien", "Under 18: daily rest"),
    says=Words(
        "Avant 18 ans, 12 h de repos d'affilée séparent deux journées de travail ; avant 16 ans, 14 h. L'âge est celui "
        "du jour où le travail reprend.",
        "Under 18, 12 hours of rest in a row lie between two working days; under 16, 14 hours. The age is that of the "
        "day on which work begins again.",
    ),
    figures=("young_worker_rest", "young_worker_rest.under_16", "young_worker.age", "young_worker.early_age"),
)
WORDS = Words(
    "{person} : {actual} de repos avant {day}, il en faut {limit} à cet âge.",
    "{person}: {actual} of rest before {day}, {limit} are needed at that age.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure the rest before each duty of a young person, the last one of the history included."""
    law = roster.limits.law
    for person in roster.group.employees:
        for rest in rests(roster, person.id):
            on = day_of(rest.end)
            if not is_young(roster, person, on):
                continue
            limit = law.value("young_worker_rest.under_16" if is_early(roster, person, on) else INFO.name, on)
            if rest.minutes < limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(on,),
                    amount=limit - rest.minutes,
                    words=WORDS.fill(
                        person=same(person.name), actual=hours(rest.minutes), day=day(on), limit=hours(limit)
                    ),
                )


RULE = Rule(info=INFO, check=check)

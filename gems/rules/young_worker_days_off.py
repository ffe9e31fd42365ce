"""Under 18: rest days in a row each week."""

from collections.abc import Iterator
from datetime import date, timedelta

from gems.domain.time import days_between
from gems.domain.words import Words, day, same
from gems.rules.naming import days_count
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.young_people import is_young

INFO = RuleInfo(
    name="young_worker_days_off",
    kind=RuleKind.HARD,
    unit=Unit.DAYS,
    title=Words("Moins de 18 ans : jours de repos", "Under 18: days off"),
    says=Words(
        "Une personne qui a moins de 18 ans le lundi a deux jours de repos d'affilée dans la semaine civile. Un matin "
        "de fin de nuit n'est pas un jour de repos.",
        "A person who is under 18 on the Monday has two days off in a row in the civil week. The morning that ends a "
        "night is no day off.",
    ),
    figures=("young_worker_days_off", "young_worker.age"),
)
WORDS = Words(
    "{person} : {actual} de repos d'affilée au mieux la semaine du {day}, il en faut {limit} avant 18 ans.",
    "{person}: {actual} off in a row at best in the week of {day}, {limit} are needed under 18.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Look for the longest run of days off of each week."""
    for person in roster.group.employees:
        for monday in roster.horizon.mondays:
            limit = roster.limits.of(INFO.name, person.id, monday) if is_young(roster, person, monday) else None
            best = _longest_rest(roster, person.id, monday)
            if limit is not None and best < limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(monday,),
                    amount=limit - best,
                    words=WORDS.fill(person=same(person.name), actual=days_count(best), day=day(monday), limit=limit),
                )


def _longest_rest(roster: Roster, employee_id: str, monday: date) -> int:
    best = run = 0
    for on in days_between(monday, monday + timedelta(days=6)):
        run = 0 if roster.works_on(employee_id, on) else run + 1
        best = max(best, run)
    return best


RULE = Rule(info=INFO, check=check)

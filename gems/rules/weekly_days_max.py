"""Days worked in a civil week."""

from collections.abc import Iterator
from datetime import timedelta

from gems.domain.time import days_between
from gems.domain.words import Words, day, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.worked_days import too_many

INFO = RuleInfo(
    name="weekly_days_max",
    kind=RuleKind.HARD,
    unit=Unit.DAYS,
    title=Words("Jours travaillés par semaine", "Days worked in a week"),
    says=Words(
        "Personne ne travaille plus de six jours par semaine, du lundi au dimanche ; la matinée qui suit une nuit "
        "compte.",
        "Nobody works more than six days a week, Monday to Sunday; the morning after a night counts.",
    ),
    figures=("weekly_days_max",),
)
WORDS = Words(
    "{person} : {actual} jours travaillés la semaine du {monday}, {limit} au plus.",
    "{person}: {actual} days worked in the week of {monday}, {limit} at most.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Count the local days with any work in each week of the horizon."""
    for person in roster.group.employees:
        for monday in roster.horizon.mondays:
            limit = roster.limits.of(INFO.name, person.id, monday)
            week = days_between(monday, monday + timedelta(days=6))
            worked = [] if limit is None else too_many(roster, person.id, week, limit)
            if worked and limit is not None:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=tuple(worked),
                    amount=len(worked) - limit,
                    words=WORDS.fill(person=same(person.name), actual=len(worked), monday=day(monday), limit=limit),
                )


RULE = Rule(info=INFO, check=check)

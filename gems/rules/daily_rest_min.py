"""Daily rest: consecutive hours off between two duties."""

from collections.abc import Iterator

from gems.domain.time import day_of
from gems.domain.words import Words, day, hours, same
from gems.rules.rests import rests
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="daily_rest_min",
    kind=RuleKind.DEROGABLE,
    unit=Unit.MINUTES,
    title=Words("Repos quotidien", "Daily rest"),
    says=Words(
        "Entre deux journées de travail, chaque personne a 11 h de repos d'affilée, tous adhérents confondus.",
        "Between two working days each person rests 11 hours in a row, all members together.",
    ),
    figures=("daily_rest_min",),
)
WORDS = Words(
    "{person} : {actual} de repos avant {day}, il en faut {limit}.",
    "{person}: {actual} of rest before {day}, {limit} are needed.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure the rest before each duty, the last one of the history included."""
    for person in roster.group.employees:
        for rest in rests(roster, person.id):
            on = day_of(rest.end)
            limit = roster.limits.of(INFO.name, person.id, on)
            if limit is not None and rest.minutes < limit:
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

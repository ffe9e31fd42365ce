"""Daily rest: consecutive hours off between two duties."""

from collections.abc import Iterator
from itertools import pairwise

from gems.domain.time import day_of
from gems.domain.words import Words, day, hours, same
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
        duties = roster.duties[person.id]
        ends_and_starts = [(before.end, after.start) for before, after in pairwise(duties)]
        last_end = roster.last_end(person.id)
        if duties and last_end is not None:
            ends_and_starts.insert(0, (last_end, duties[0].start))
        for end, start in ends_and_starts:
            limit = roster.limits.of(INFO.name, person.id, day_of(start))
            if limit is not None and start - end < limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(day_of(start),),
                    amount=limit - (start - end),
                    words=WORDS.fill(
                        person=same(person.name),
                        actual=hours(start - end),
                        day=day(day_of(start)),
                        limit=hours(limit),
                    ),
                )


RULE = Rule(info=INFO, check=check)

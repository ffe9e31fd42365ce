"""Under 18: the most work in a civil week."""

from collections.abc import Iterator

from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.week_windows import week_windows
from gems.rules.young_people import is_young

INFO = RuleInfo(
    name="young_worker_week",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Moins de 18 ans : durée hebdomadaire", "Under 18: weekly work"),
    says=Words(
        "Une personne qui a moins de 18 ans le lundi ne travaille pas plus de 35 h dans la semaine civile.",
        "A person who is under 18 on the Monday works no more than 35 hours in the civil week.",
    ),
    figures=("young_worker_week", "young_worker.age"),
)
WORDS = Words(
    "{person} : {actual} de travail la semaine du {day}, au plus {limit} avant 18 ans.",
    "{person}: {actual} of work in the week of {day}, at most {limit} under 18.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Add up each week of the horizon, with what the last Sunday night of the history brought in."""
    for person in roster.group.employees:
        for week in week_windows(roster, person.id, 1):
            monday = week.mondays[0]
            limit = roster.limits.of(INFO.name, person.id, monday) if is_young(roster, person, monday) else None
            if limit is not None and week.planned and week.minutes > limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(monday,),
                    amount=week.minutes - limit,
                    words=WORDS.fill(
                        person=same(person.name), actual=hours(week.minutes), day=day(monday), limit=hours(limit)
                    ),
                )


RULE = Rule(info=INFO, check=check)

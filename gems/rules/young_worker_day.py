"""Under 18: the most work on a local day."""

from collections.abc import Iterator

from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.young_people import is_young

INFO = RuleInfo(
    name="young_worker_day",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Moins de 18 ans : durée quotidienne", "Under 18: daily work"),
    says=Words(
        "Avant 18 ans, on ne travaille pas plus de 8 h par jour civil, trajets entre lieux de travail compris.",
        "Under 18 nobody works more than 8 hours on a calendar day, drives between sites included.",
    ),
    figures=("young_worker_day", "young_worker.age"),
)
WORDS = Words(
    "{person} : {actual} de travail {day}, au plus {limit} avant 18 ans.",
    "{person}: {actual} of work {day}, at most {limit} under 18.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure each planned day on which the person is under 18."""
    for person in roster.group.employees:
        for on, minutes in roster.planned_days(person.id):
            limit = roster.limits.of(INFO.name, person.id, on) if is_young(roster, person, on) else None
            if limit is not None and minutes > limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(on,),
                    amount=minutes - limit,
                    words=WORDS.fill(person=same(person.name), actual=hours(minutes), day=day(on), limit=hours(limit)),
                )


RULE = Rule(info=INFO, check=check)

"""Daily work: the most minutes on one local day, travel between sites included."""

from collections.abc import Iterator

from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="daily_work_max",
    kind=RuleKind.DEROGABLE,
    unit=Unit.MINUTES,
    title=Words("Durée quotidienne de travail", "Daily work"),
    says=Words(
        "Personne ne travaille plus de 10 h par jour civil (de minuit à minuit), tous adhérents et trajets entre lieux "
        "de travail compris ; une nuit compte de part et d'autre de minuit.",
        "Nobody works more than 10 hours on a calendar day (midnight to midnight), all members and drives between "
        "sites included; a night counts on both sides of midnight.",
    ),
    figures=("daily_work_max",),
)
WORDS = Words(
    "{person} : {actual} de travail {day}, au plus {limit}.",
    "{person}: {actual} of work {day}, at most {limit}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure each planned day, with what the last night of the history left on the first Monday."""
    for person in roster.group.employees:
        for on, minutes in roster.planned_days(person.id):
            limit = roster.limits.of(INFO.name, person.id, on)
            if limit is not None and minutes > limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(on,),
                    amount=minutes - limit,
                    words=WORDS.fill(person=same(person.name), actual=hours(minutes), day=day(on), limit=hours(limit)),
                )


RULE = Rule(info=INFO, check=check)

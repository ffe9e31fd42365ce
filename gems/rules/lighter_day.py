"""An adjusted working day: so many minutes less than usual, over a period."""

from collections.abc import Iterator
from datetime import date

from gems.domain.people import Employee
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="lighter_day",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Journée aménagée", "Adjusted day"),
    says=Words(
        "Pendant une période d'aménagement, la journée de travail ne dépasse pas la journée habituelle (la durée "
        "hebdomadaire du contrat divisée par les jours habituels) moins les minutes convenues. Le motif n'est jamais "
        "enregistré.",
        "During an adjusted period, a working day is no longer than the usual day (the contract's weekly time over the "
        "usual days) less the minutes agreed. Why is never recorded.",
    ),
    figures=("lighter_day.usual_days",),
)
WORDS = Words(
    "{person} : {actual} de travail {day}, la journée est aménagée à {limit} au plus.",
    "{person}: {actual} of work {day}, the day is adjusted to {limit} at most.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure the whole work of each duty that begins in the period."""
    for person in roster.group.employees:
        for duty in roster.duties[person.id]:
            limit = _limit(roster, person, duty.day)
            if limit is not None and duty.work_minutes > limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(duty.day,),
                    amount=duty.work_minutes - limit,
                    words=WORDS.fill(
                        person=same(person.name),
                        actual=hours(duty.work_minutes),
                        day=day(duty.day),
                        limit=hours(limit),
                    ),
                )


def _limit(roster: Roster, person: Employee, on: date) -> int | None:
    lighter = person.lighter_days
    if lighter is None or not lighter.first_day <= on <= lighter.last_day:
        return None
    usual = person.contract.weekly_minutes // roster.limits.law.value("lighter_day.usual_days", on)
    return max(0, usual - lighter.minutes_less)


RULE = Rule(info=INFO, check=check)

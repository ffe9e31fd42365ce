"""Daily span: from the first start to the last end of a duty."""

from collections.abc import Iterator

from gems.domain.duty import Duty
from gems.domain.people import ContractKind, Employee
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="daily_span_max",
    kind=RuleKind.DEROGABLE,
    unit=Unit.MINUTES,
    title=Words("Amplitude de la journée", "Daily span"),
    says=Words(
        "Entre le début de la première intervention d'une journée et la fin de la dernière, il ne s'écoule pas plus "
        "que l'amplitude permise (moins pour un temps partiel en journée coupée, selon la convention).",
        "From the start of a day's first piece of work to the end of its last, no more time passes than the span "
        "allowed (less for a part-timer's split day, where the agreement says so).",
    ),
    figures=("daily_span_max", "daily_span_max.part_time_split", "interruption_from"),
)
WORDS = Words(
    "{person} : {actual} d'amplitude {day}, au plus {limit}.",
    "{person}: a span of {actual} {day}, at most {limit}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure each duty."""
    for person in roster.group.employees:
        for duty in roster.duties[person.id]:
            limit = _limit(roster, person, duty)
            if limit is not None and duty.span_minutes > limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(duty.day,),
                    amount=duty.span_minutes - limit,
                    words=WORDS.fill(
                        person=same(person.name),
                        actual=hours(duty.span_minutes),
                        day=day(duty.day),
                        limit=hours(limit),
                    ),
                )


def _limit(roster: Roster, person: Employee, duty: Duty) -> int | None:
    limits = [roster.limits.of("daily_span_max", person.id, duty.day)]
    if person.contract.kind is ContractKind.PART_TIME:
        interruption = roster.limits.law.value("interruption_from", duty.day)
        if any(gap > interruption for gap in duty.gaps):
            limits.append(roster.limits.of("daily_span_max.part_time_split", person.id, duty.day))
    return min((limit for limit in limits if limit is not None), default=None)


RULE = Rule(info=INFO, check=check)

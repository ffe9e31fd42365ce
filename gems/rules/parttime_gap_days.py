"""Part-timers: how many days of a fortnight may have more free time inside them than usual."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from gems.domain.people import ContractKind, Employee
from gems.domain.time import FORTNIGHT_DAYS
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="parttime_gap_days",
    kind=RuleKind.HARD,
    unit=Unit.DAYS,
    title=Words("Temps partiel : jours à longues coupures", "Part time: days of long interruptions"),
    says=Words(
        "À temps partiel, les journées dont les temps libres entre interventions dépassent 5 h au total, trajets "
        "déduits, sont limitées à 5 par quatorzaine. Les jours d'avant la période planifiée ne sont pas connus.",
        "Part time, days with more than 5 hours of free time in all between pieces of work, drives taken off, are "
        "limited to 5 a fortnight. The days before the planned weeks are not known.",
    ),
    figures=("parttime_gap_days", "parttime_gap_days.total"),
)
WORDS = Words(
    "{person} : {actual} journées avec plus de {total} de coupures dans la quatorzaine du {start}, au plus {limit}.",
    "{person}: {actual} days with more than {total} of interruptions in the fortnight of {start}, at most {limit}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Count the long days of each part-timer, fortnight by fortnight."""
    for person in roster.group.employees:
        if person.contract.kind is ContractKind.PART_TIME:
            for start, days in _long_days(roster, person).items():
                yield from _judge(roster, person, start, days)


def _long_days(roster: Roster, person: Employee) -> dict[date, list[date]]:
    found: dict[date, list[date]] = defaultdict(list)
    for duty in roster.duties[person.id]:
        total = roster.limits.of("parttime_gap_days.total", person.id, duty.day)
        if total is not None and sum(duty.gaps) > total:
            since = (duty.day - roster.group.settings.fortnight_start).days % FORTNIGHT_DAYS
            found[duty.day - timedelta(days=since)].append(duty.day)
    return found


def _judge(roster: Roster, person: Employee, start: date, days: list[date]) -> Iterator[Violation]:
    limit = roster.limits.of(INFO.name, person.id, start)
    if limit is not None and len(days) > limit:
        total = roster.limits.law.value("parttime_gap_days.total", start)
        yield Violation(
            rule=INFO.name,
            employee_id=person.id,
            days=tuple(days),
            amount=len(days) - limit,
            words=WORDS.fill(
                person=same(person.name), actual=len(days), total=hours(total), start=day(start), limit=limit
            ),
        )


RULE = Rule(info=INFO, check=check)

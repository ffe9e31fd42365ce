"""How many days of a month may have a span beyond the ordinary, even with a derogation."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from gems.domain.people import Employee
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="long_span_days_max",
    kind=RuleKind.HARD,
    unit=Unit.DAYS,
    title=Words("Jours d'amplitude étendue", "Days of a wider span"),
    says=Words(
        "Une amplitude plus longue que l'ordinaire, même ouverte par dérogation, ne revient pas plus de 7 jours par "
        "mois civil pour une personne. Les jours d'avant la période planifiée ne sont pas connus.",
        "A span wider than the ordinary one, even under a derogation, comes at most 7 days in a calendar month for a "
        "person. The days before the planned weeks are not known.",
    ),
    figures=("long_span_days_max", "long_span_days_max.from"),
)
WORDS = Words(
    "{person} : {actual} journées de plus de {span} d'amplitude ce mois-ci (la dernière {day}), au plus {limit}.",
    "{person}: {actual} days with a span above {span} this month (the last one {day}), at most {limit}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Count each person's wide days month by month, against the ordinary span, derogations left out."""
    for person in roster.group.employees:
        months: dict[tuple[int, int], list[date]] = defaultdict(list)
        for duty in roster.duties[person.id]:
            ordinary = roster.limits.of("long_span_days_max.from", person.id, duty.day)
            if ordinary is not None and duty.span_minutes > ordinary:
                months[duty.day.year, duty.day.month].append(duty.day)
        for days in months.values():
            yield from _judge(roster, person, days)


def _judge(roster: Roster, person: Employee, days: list[date]) -> Iterator[Violation]:
    limit = roster.limits.of(INFO.name, person.id, days[0])
    if limit is not None and len(days) > limit:
        yield Violation(
            rule=INFO.name,
            employee_id=person.id,
            days=tuple(days),
            amount=len(days) - limit,
            words=WORDS.fill(
                person=same(person.name),
                actual=len(days),
                span=hours(roster.limits.law.value("long_span_days_max.from", days[-1])),
                day=day(days[-1]),
                limit=limit,
            ),
        )


RULE = Rule(info=INFO, check=check)

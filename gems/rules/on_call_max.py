"""On-call time in a month."""

from collections.abc import Iterator
from datetime import date

from gems.domain.time import day_start
from gems.domain.words import MONTHS, Words, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="on_call_max",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Astreintes du mois", "On-call time in a month"),
    says=Words(
        "Dans l'aide à domicile, une personne est d'astreinte au plus huit fois 24 h ou seize fois 12 h par mois "
        "civil, soit 192 h.",
        "In home care a person is on call at most eight times 24 hours or sixteen times 12 hours in a calendar month,"
        " that is 192 hours.",
    ),
    figures=("on_call_max",),
    not_planned=Words(
        "Les astreintes sont saisies à la main : elles se vérifient, le planning n'en crée pas.",
        "On-call periods are entered by hand: they are checked, the planner creates none.",
    ),
)
WORDS = Words(
    "{person} : {actual} d'astreinte en {month}, {limit} au plus.",
    "{person}: {actual} on call in {month}, {limit} at most.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """On-call minutes of each person in each calendar month that the horizon touches, inside the horizon or not."""
    months = sorted({day.replace(day=1) for day in roster.horizon.days})
    for person in roster.group.employees:
        for first in months:
            limit = roster.limits.of(INFO.name, person.id, max(first, roster.horizon.first))
            minutes = _minutes(roster, person.id, first)
            if limit is not None and minutes > limit:
                month = Words(MONTHS["fr"][first.month - 1], MONTHS["en"][first.month - 1])
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=tuple(day for day in roster.horizon.days if day.replace(day=1) == first),
                    amount=minutes - limit,
                    words=WORDS.fill(person=same(person.name), actual=hours(minutes), month=month, limit=hours(limit)),
                )


def _minutes(roster: Roster, employee_id: str, first: date) -> int:
    after = date(first.year + first.month // len(MONTHS["fr"]), first.month % len(MONTHS["fr"]) + 1, 1)
    start, end = day_start(first), day_start(after)
    rows = (row.span for row in roster.group.on_calls if row.employee_id == employee_id)
    return sum(max(0, min(span.end, end) - max(span.start, start)) for span in rows)


RULE = Rule(info=INFO, check=check)

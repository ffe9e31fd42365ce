"""Days off: four a fortnight with two in a row (BAD, CCN 51), or two a week with a day and a half in a row (CCN 66).

A day off is a local day without any work. Fortnights follow the group's own calendar (`Settings.fortnight_start`);
one is judged when its second week is in the horizon and its first one is planned or in the history.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from gems.domain.people import Employee
from gems.domain.time import FORTNIGHT_DAYS, SUNDAY, days_between
from gems.domain.words import Words, day, hours, same
from gems.rules.naming import days_count
from gems.rules.rest_stretches import rest_missing
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="fortnight_rest",
    kind=RuleKind.HARD,
    unit=Unit.DAYS,
    title=Words("Jours de repos par quinzaine", "Days off in a fortnight"),
    says=Words(
        "Aide à domicile et CCN 51 : quatre jours de repos par quinzaine, dont deux d'affilée (avec un dimanche dans "
        "l'aide à domicile). CCN 66 : deux jours par semaine, dont un jour et demi (36 h) d'affilée.",
        "Home care and CCN 51: four days off a fortnight, two of them in a row (with a Sunday in home care). CCN "
        "66: two days a week, of which a day and a half (36 h) in a row.",
    ),
    figures=(
        "fortnight_rest",
        "fortnight_rest.in_a_row",
        "fortnight_rest.sundays",
        "fortnight_rest.weekly",
        "fortnight_rest.stretch",
        "weekly_rest_min.within",
    ),
)
TOO_FEW = Words(
    "{person} : {actual} de repos du {first} au {last}, il en faut {limit}.",
    "{person}: {actual} off from {first} to {last}, {limit} are needed.",
)
NOT_IN_A_ROW = Words(
    "{person} : du {first} au {last}, pas {wanted} de repos d'affilée.",
    "{person}: from {first} to {last}, not {wanted} off in a row.",
)
WITH_A_SUNDAY = Words(
    "{person} : du {first} au {last}, pas {wanted} de repos d'affilée dont un dimanche.",
    "{person}: from {first} to {last}, not {wanted} off in a row with a Sunday among them.",
)
TOO_SHORT = Words(
    "{person} : {actual} de repos d'affilée au mieux la semaine du {first}, il en faut {limit}.",
    "{person}: {actual} of rest in a row at best in the week of {first}, {limit} are needed.",
)
WEEK = 7


def check(roster: Roster) -> Iterator[Violation]:
    """Judge each fortnight that ends in the horizon and each week of it, as the agreement asks."""
    for person in roster.group.employees:
        for monday in roster.horizon.mondays:
            first = monday - timedelta(days=WEEK)
            if (first - roster.group.settings.fortnight_start).days % FORTNIGHT_DAYS == 0 and _known(
                roster, person, first
            ):
                yield from _fortnight(roster, person, first)
            yield from _week(roster, person, monday)


def _known(roster: Roster, person: Employee, monday: date) -> bool:
    return monday in roster.horizon or roster.week_done(person.id, monday) is not None


def _fortnight(roster: Roster, person: Employee, first: date) -> Iterator[Violation]:
    days = list(days_between(first, first + timedelta(days=FORTNIGHT_DAYS - 1)))
    off = [each for each in days if not roster.works_on(person.id, each)]
    limit = roster.limits.of(INFO.name, person.id, days[-1])
    if limit is not None and len(off) < limit:
        yield _few(person, days, len(off), limit)
    in_a_row = roster.limits.of("fortnight_rest.in_a_row", person.id, days[-1])
    with_sunday = bool(roster.limits.of("fortnight_rest.sundays", person.id, days[-1]))
    if in_a_row is not None and not _has_run(off, in_a_row, with_sunday):
        words = (WITH_A_SUNDAY if with_sunday else NOT_IN_A_ROW).fill(
            person=same(person.name), wanted=days_count(in_a_row), first=day(days[0]), last=day(days[-1])
        )
        yield Violation(rule=INFO.name, employee_id=person.id, days=tuple(days), amount=1, words=words)


def _has_run(off: list[date], length: int, with_sunday: bool) -> bool:
    """Whether some `length` days off follow each other, a Sunday among them when asked."""
    for start in off:
        run = [start + timedelta(days=offset) for offset in range(length)]
        if set(run) <= set(off) and (not with_sunday or any(each.weekday() == SUNDAY for each in run)):
            return True
    return False


def _week(roster: Roster, person: Employee, monday: date) -> Iterator[Violation]:
    days = list(days_between(monday, monday + timedelta(days=WEEK - 1)))
    off = [each for each in days if not roster.works_on(person.id, each)]
    limit = roster.limits.of("fortnight_rest.weekly", person.id, monday)
    if limit is not None and len(off) < limit:
        yield _few(person, days, len(off), limit)
    stretch = roster.limits.of("fortnight_rest.stretch", person.id, monday)
    within = roster.limits.law.value("weekly_rest_min.within", monday)
    best = None if stretch is None else rest_missing(roster, person.id, monday, stretch, within)
    if best is not None and stretch is not None:
        words = TOO_SHORT.fill(person=same(person.name), actual=hours(best), first=day(monday), limit=hours(stretch))
        yield Violation(rule=INFO.name, employee_id=person.id, days=(monday,), amount=1, words=words)


def _few(person: Employee, days: list[date], off: int, limit: int) -> Violation:
    words = TOO_FEW.fill(
        person=same(person.name), actual=days_count(off), first=day(days[0]), last=day(days[-1]), limit=limit
    )
    return Violation(rule=INFO.name, employee_id=person.id, days=tuple(days), amount=limit - off, words=words)


RULE = Rule(info=INFO, check=check)

"""Weekly rest: hours off in a row in each civil week."""

from collections.abc import Iterator
from datetime import timedelta

from gems.domain.history import WeekDone
from gems.domain.people import Employee
from gems.domain.time import day_of, day_start
from gems.domain.words import Words, day, hours, moment, same
from gems.rules.rest_stretches import rest_missing
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="weekly_rest_min",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Repos hebdomadaire", "Weekly rest"),
    says=Words(
        "Chaque semaine du lundi au dimanche comprend 35 h de repos d'affilée, dont au moins 24 h dans la semaine "
        "même ; ce repos peut commencer la semaine d'avant et finir la semaine d'après.",
        "Each week from Monday to Sunday has 35 hours of rest in a row, at least 24 of them within the week itself; "
        "this rest may begin in the week before and end in the week after.",
    ),
    figures=("weekly_rest_min", "weekly_rest_min.within"),
)
WORDS = Words(
    "{person} : {actual} de repos d'affilée au mieux la semaine du {monday}, il en faut {limit}.",
    "{person}: {actual} of rest in a row at best in the week of {monday}, {limit} are needed.",
)
CUT_SHORT = Words(
    "{person} : le repos de la semaine passée, commencé le {since}, ne dure que {actual} avant {day}, il en faut "
    "{limit}.",
    "{person}: last week's rest, begun on {since}, lasts only {actual} before {day}, {limit} are needed.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Look for a long enough stretch in each week of the horizon, then at the one that last week left open."""
    for person in roster.group.employees:
        yield from _last_week(roster, person)
        for monday in roster.horizon.mondays:
            limit = roster.limits.of(INFO.name, person.id, monday)
            within = roster.limits.law.value("weekly_rest_min.within", monday)
            best = None if limit is None else rest_missing(roster, person.id, monday, limit, within)
            if best is not None and limit is not None:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(monday,),
                    amount=max(1, limit - best),
                    words=WORDS.fill(
                        person=same(person.name), actual=hours(best), monday=day(monday), limit=hours(limit)
                    ),
                )


def _last_week(roster: Roster, person: Employee) -> Iterator[Violation]:
    """The rest of the last past week, when nothing but the time after its last duty can be it."""
    first, duties = roster.horizon.first, roster.duties[person.id]
    week = roster.week_done(person.id, first - timedelta(days=7))
    if week is None or week.last_end is None or not duties or not _worked_on_end(week):
        return
    limit = roster.limits.of(INFO.name, person.id, first)
    within = roster.limits.law.value("weekly_rest_min.within", first)
    rest = duties[0].start - week.last_end
    if limit is not None and day_start(first) - week.last_end >= within and rest < limit:
        yield Violation(
            rule=INFO.name,
            employee_id=person.id,
            days=(day_of(duties[0].start),),
            amount=limit - rest,
            words=CUT_SHORT.fill(
                person=same(person.name),
                since=moment(week.last_end),
                actual=hours(rest),
                day=day(day_of(duties[0].start)),
                limit=hours(limit),
            ),
        )


def _worked_on_end(week: WeekDone) -> bool:
    """Whether a duty began on every day of the past week up to its last duty: no earlier day off could be the rest."""
    return "-" not in week.pattern.rstrip("-")


RULE = Rule(info=INFO, check=check)

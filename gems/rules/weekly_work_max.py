"""Work in a civil week: Monday 0:00 to Sunday 24:00, all members together, drives between sites included."""

from collections.abc import Iterator

from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.week_windows import week_windows

INFO = RuleInfo(
    name="weekly_work_max",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Durée hebdomadaire maximale", "Most work in a week"),
    says=Words(
        "Du lundi 0 h au dimanche 24 h, tous adhérents confondus et trajets entre lieux compris, le travail ne dépasse "
        "pas 48 h (44 h dans les CCN 66 et 51). La nuit du dimanche se partage à minuit.",
        "From Monday 0:00 to Sunday 24:00, all members together and drives between sites included, work does not "
        "exceed 48 h (44 h under CCN 66 and 51). A Sunday night is split at midnight.",
    ),
    figures=("weekly_work_max",),
)
WORDS = Words(
    "{person} : {actual} de travail la semaine du {day}, {limit} au plus.",
    "{person}: {actual} of work in the week of {day}, {limit} at most.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Add up each week of the horizon, with what the last Sunday night of the history brought in."""
    for person in roster.group.employees:
        for week in week_windows(roster, person.id, 1):
            monday = week.mondays[0]
            limit = roster.limits.of(INFO.name, person.id, monday)
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

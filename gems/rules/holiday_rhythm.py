"""A public holiday worked, the next one off (home care)."""

from collections.abc import Iterator
from itertools import pairwise

from gems.domain.calendar import holiday_name, public_holidays
from gems.domain.words import Words, day, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.worked_days import too_many

INFO = RuleInfo(
    name="holiday_rhythm",
    kind=RuleKind.HARD,
    unit=Unit.DAYS,
    title=Words("Rythme des jours fériés", "Rhythm of public holidays"),
    says=Words(
        "Dans l'aide à domicile, qui a travaillé un jour férié se repose le suivant. Un férié inconnu de l'historique "
        "compte comme un repos.",
        "In home care whoever worked a public holiday is off on the next one. A holiday unknown to the history "
        "counts as off.",
    ),
    figures=("holiday_rhythm",),
)
WORDS = Words(
    "{person} : deux jours fériés travaillés de suite, {before} ({name_before}) et {after} ({name_after}).",
    "{person}: two public holidays worked in a row, {before} ({name_before}) and {after} ({name_after}).",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Judge each public holiday of the horizon with the one before it."""
    years = range(roster.horizon.first.year - 1, roster.horizon.last.year + 1)
    holidays = [holiday for year in years for holiday in public_holidays(year)]
    for person in roster.group.employees:
        for before, after in pairwise(holidays):
            limit = roster.limits.of(INFO.name, person.id, after)
            if after not in roster.horizon or limit is None:
                continue
            worked = too_many(roster, person.id, (before, after), limit)
            if worked:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=tuple(worked),
                    amount=len(worked) - limit,
                    words=WORDS.fill(
                        person=same(person.name),
                        before=day(before),
                        after=day(after),
                        name_before=same(holiday_name(before) or ""),
                        name_after=same(holiday_name(after) or ""),
                    ),
                )


RULE = Rule(info=INFO, check=check)

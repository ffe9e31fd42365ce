"""How often Sundays may be worked."""

from collections.abc import Iterator
from datetime import timedelta

from gems.domain.words import Words, day, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.worked_days import too_many

INFO = RuleInfo(
    name="sunday_rhythm",
    kind=RuleKind.HARD,
    unit=Unit.DAYS,
    title=Words("Rythme des dimanches", "Rhythm of Sundays"),
    says=Words(
        "Dans l'aide à domicile, au plus un dimanche travaillé sur deux ; CCN 66, deux dimanches de repos sur quatre ; "
        "CCN 51, un dimanche de repos sur trois. Un dimanche inconnu de l'historique compte comme un repos.",
        "In home care at most one Sunday in two is worked; CCN 66, two Sundays off in four; CCN 51, one Sunday off in "
        "three. A Sunday unknown to the history counts as off.",
    ),
    figures=("sunday_rhythm", "sunday_rhythm.window"),
)
WORDS = Words(
    "{person} : {actual} dimanches travaillés sur {window} jusqu'au {day}, {limit} au plus.",
    "{person}: {actual} Sundays worked out of {window} until {day}, {limit} at most.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Judge the Sundays in a row that end with each Sunday of the horizon."""
    for person in roster.group.employees:
        for monday in roster.horizon.mondays:
            sunday = monday + timedelta(days=6)
            limit = roster.limits.of(INFO.name, person.id, sunday)
            window = roster.limits.of(f"{INFO.name}.window", None, sunday)
            if limit is None or window is None:
                continue
            sundays = [sunday - timedelta(days=7 * back) for back in reversed(range(window))]
            worked = too_many(roster, person.id, sundays, limit)
            if worked:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=tuple(worked),
                    amount=len(worked) - limit,
                    words=WORDS.fill(
                        person=same(person.name), actual=len(worked), window=window, day=day(sunday), limit=limit
                    ),
                )


RULE = Rule(info=INFO, check=check)

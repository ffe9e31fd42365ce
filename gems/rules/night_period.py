"""Minutes worked at night."""

from collections.abc import Iterator

from gems.domain.time import minutes_within_clock
from gems.domain.words import Words, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="night_period",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Heures de nuit", "Night hours"),
    says=Words(
        "Le travail entre 21 h et 6 h, ou dans la période de nuit de la convention, est compté.",
        "Work between 21:00 and 6:00, or in the agreement's night period, is counted.",
    ),
    figures=("night_period.start", "night_period.end"),
    not_planned=Words(
        "C'est un compteur ; les limites du travail de nuit ont leurs propres règles.",
        "This is a counter; the limits of night work have rules of their own.",
    ),
)
WORDS = Words("{person} : {minutes} de nuit sur la période.", "{person}: {minutes} of night work in the period.")


def count(roster: Roster) -> Iterator[Count]:
    """Minutes of pieces within the night period over the horizon, drives left out."""
    law, first = roster.limits.law, roster.horizon.first
    window = (law.value("night_period.start", first), law.value("night_period.end", first))
    for person in roster.group.employees:
        pieces = roster.schedule.by_employee.get(person.id, ())
        minutes = sum(minutes_within_clock(piece.span, *window) for piece in pieces)
        if minutes:
            words = WORDS.fill(person=same(person.name), minutes=hours(minutes))
            yield Count(rule=INFO.name, amount=minutes, words=words, employee_id=person.id)


RULE = Rule(info=INFO, count=count)

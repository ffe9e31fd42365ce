"""Night workers: the most work of a night duty."""

from collections.abc import Iterator

from gems.domain.duty import Duty
from gems.domain.time import minutes_within_clock
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="night_daily_max",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Travailleurs de nuit : durée d'une nuit", "Night workers: length of a night"),
    says=Words(
        "Un travailleur de nuit ne travaille pas plus que la durée fixée par la loi ou la convention au cours d'un "
        "service de nuit, c'est-à-dire une journée de travail dont au moins 3 h tombent dans la période de nuit.",
        "A night worker works no more than the law or the agreement sets in a night duty, that is a working day with "
        "at least 3 hours within the night period.",
    ),
    figures=("night_daily_max", "night_duty_min", "night_period.start", "night_period.end"),
)
WORDS = Words(
    "{person} : {actual} de travail la nuit du {day}, au plus {limit}.",
    "{person}: {actual} of work in the night of {day}, at most {limit}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure the whole work, drives included, of each night duty of a night worker."""
    for person in roster.group.employees:
        for duty in roster.duties[person.id] if person.contract.night_worker else ():
            limit = roster.limits.of(INFO.name, person.id, duty.day)
            if limit is not None and duty.work_minutes > limit and _is_night(roster, duty):
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(duty.day,),
                    amount=duty.work_minutes - limit,
                    words=WORDS.fill(
                        person=same(person.name),
                        actual=hours(duty.work_minutes),
                        day=day(duty.day),
                        limit=hours(limit),
                    ),
                )


def _is_night(roster: Roster, duty: Duty) -> bool:
    law, on = roster.limits.law, duty.day
    start, end = law.value("night_period.start", on), law.value("night_period.end", on)
    night = sum(minutes_within_clock(piece.span, start, end) for piece in duty.pieces)
    return night >= law.value("night_duty_min", on)


RULE = Rule(info=INFO, check=check)

"""Meal break: half an hour around noon, with no travel in it."""

from collections.abc import Iterator

from gems.domain.duty import Duty
from gems.domain.time import Span, instant_at
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.stretches import break_on_the_spot

INFO = RuleInfo(
    name="meal_break",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Pause repas", "Meal break"),
    says=Words(
        "Une journée d'au moins 6 h de travail laisse 30 minutes de suite pour le repas entre 11 h et 15 h, sans "
        "trajet (le temps d'avant ou d'après la journée convient) ; ou l'adhérent prévoit cette pause sur place, dans "
        "une intervention de 6 h et plus qui couvre l'heure du repas.",
        "A day of at least 6 hours of work leaves 30 minutes in a row for the meal between 11:00 and 15:00, without "
        "travel (the time before or after the day does); or the member gives that break on the spot, in a piece of 6 "
        "hours and more around noon.",
    ),
    figures=(
        "meal_break",
        "meal_break.opens",
        "meal_break.closes",
        "meal_break.work",
        "break_min.from",
    ),
)
WORDS = Words(
    "{person} : {actual} de libre au mieux pour le repas {day}, il en faut {limit}.",
    "{person}: {actual} free at best for the meal {day}, {limit} are needed.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Look for the longest free time around noon of each duty long enough to need a meal."""
    for person in roster.group.employees:
        for duty in roster.duties[person.id]:
            limit = roster.limits.of(INFO.name, person.id, duty.day)
            if limit is None or duty.work_minutes < roster.limits.law.value("meal_break.work", duty.day):
                continue
            if _eats_on_the_spot(roster, duty, limit):
                continue
            best = _longest_free(duty, _meal_time(roster, duty))
            if best < limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(duty.day,),
                    amount=limit - best,
                    words=WORDS.fill(
                        person=same(person.name), actual=hours(best), day=day(duty.day), limit=hours(limit)
                    ),
                )


def _meal_time(roster: Roster, duty: Duty) -> Span:
    law, on = roster.limits.law, duty.day
    opens, closes = law.value("meal_break.opens", on), law.value("meal_break.closes", on)
    return Span(instant_at(on, opens), instant_at(on, closes))


def _eats_on_the_spot(roster: Roster, duty: Duty, limit: int) -> bool:
    meal_time = _meal_time(roster, duty)
    return any(
        break_on_the_spot(roster, piece) >= limit and piece.span.overlap(meal_time) >= limit for piece in duty.pieces
    )


def _longest_free(duty: Duty, meal_time: Span) -> int:
    best, free_from = 0, meal_time.start
    for work in sorted(duty.work_spans()):
        best = max(best, min(work.start, meal_time.end) - free_from)
        free_from = max(free_from, work.end)
    return max(best, meal_time.end - free_from)


RULE = Rule(info=INFO, check=check)

"""Weeks of annualised contracts outside the range of modulation."""

from collections.abc import Iterator

from gems.domain.people import Employee
from gems.domain.targets import target_minutes
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="modulation",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Semaines hors modulation", "Weeks outside modulation"),
    says=Words(
        "Quand le temps est annualisé, les semaines restent entre 28 h et 40 h ; les écarts sont comptés (les "
        "absences abaissent le bas de la fourchette en proportion).",
        "When time is annualised, weeks stay between 28 and 40 hours; what falls outside is counted (days away lower "
        "the bottom of the range in proportion).",
    ),
    figures=("modulation.low", "modulation.high"),
    not_planned=Words(
        "Le haut de la fourchette a son prix (heures supplémentaires), le bas aussi (heures non placées).",
        "The top of the range has its price (overtime), and so has the bottom (hours not placed).",
    ),
)
ABOVE = Words(
    "{person} : {actual} la semaine du {day}, la semaine haute est de {limit}.",
    "{person}: {actual} in the week of {day}, the high week is {limit}.",
)
BELOW = Words(
    "{person} : {actual} la semaine du {day}, la semaine basse est de {limit}.",
    "{person}: {actual} in the week of {day}, the low week is {limit}.",
)


def count(roster: Roster) -> Iterator[Count]:
    """Minutes above the high week or below the low one, week by week; nothing where the agreement gives no range."""
    law = roster.limits.law
    for person in roster.group.employees:
        for monday in roster.horizon.mondays if person.contract.annualised else ():
            low, high = law.figure("modulation.low", monday), law.figure("modulation.high", monday)
            if low is None or high is None or not person.contract.weekly_minutes:
                continue
            target = target_minutes(roster.group, person, monday)
            bottom = low.value * target // person.contract.weekly_minutes
            worked = roster.week_minutes(person.id, monday) or 0
            if worked > high.value:
                yield _count(person, ABOVE, worked, high.value, worked - high.value, day(monday))
            elif worked < bottom:
                yield _count(person, BELOW, worked, bottom, bottom - worked, day(monday))


def _count(person: Employee, words: Words, worked: int, limit: int, amount: int, week: Words) -> Count:
    said = words.fill(person=same(person.name), actual=hours(worked), day=week, limit=hours(limit))
    return Count(rule=INFO.name, amount=amount, words=said, employee_id=person.id)


RULE = Rule(info=INFO, count=count)

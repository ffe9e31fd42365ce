"""The solidarity day: one day a year worked without pay."""

from collections.abc import Iterator

from gems.domain.calendar import holiday_name
from gems.domain.words import Words, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="solidarity_day",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Journée de solidarité", "Solidarity day"),
    says=Words(
        "Chaque personne doit une fois par an 7 h de travail sans salaire, au prorata de son contrat. Elles ne "
        "comptent pas dans le contingent d'heures supplémentaires. Le rappel est donné la semaine du lundi de "
        "Pentecôte.",
        "Once a year each person owes 7 hours of unpaid work, in proportion to the contract. They do not count in the"
        " overtime quota. The reminder comes in the week of Whit Monday.",
    ),
    figures=("solidarity_day", "legal_week"),
    not_planned=Words(
        "La date se choisit par accord ou par l'employeur : le planning ne peut pas la deviner.",
        "The date is chosen by agreement or by the employer: a planner cannot guess it.",
    ),
)
WORDS = Words(
    "{person} : {minutes} dues cette année au titre de la journée de solidarité.",
    "{person}: {minutes} owed this year for the solidarity day.",
)
WHIT_MONDAY = "Lundi de Pentecôte"


def count(roster: Roster) -> Iterator[Count]:
    """In the week of Whit Monday: the legal minutes, in proportion for contracts under the legal week."""
    for on in roster.horizon.days:
        if holiday_name(on) != WHIT_MONDAY:
            continue
        full, week = roster.limits.law.value(INFO.name, on), roster.limits.law.value("legal_week", on)
        for person in roster.group.employees:
            minutes = full * min(person.contract.weekly_minutes, week) // week
            words = WORDS.fill(person=same(person.name), minutes=hours(minutes))
            yield Count(rule=INFO.name, amount=minutes, words=words, employee_id=person.id)


RULE = Rule(info=INFO, count=count)

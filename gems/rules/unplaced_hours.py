"""Paid contract hours of a week that are not worked (intermission)."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="unplaced_hours",
    kind=RuleKind.PRICED,
    unit=Unit.MINUTES,
    title=Words("Heures payées non placées", "Paid hours not placed"),
    says=Words(
        "Les heures du contrat qui ne sont pas travaillées dans la semaine (absences, fériés et formation déduits) "
        "restent payées par le groupement : chaque minute a un prix. Quand le temps est annualisé, les heures visées "
        "dans la semaine sont celles que demande le solde de l'année.",
        "Contract hours not worked in the week (days away, public holidays and training taken off) are still paid by "
        "the group: each minute has a price. When time is annualised, the hours aimed at in the week are those that "
        "the balance of the year asks for.",
    ),
    figures=("annual_reference", "annual_leave", "modulation.low", "modulation.high"),
    prices=("unplaced_hours.minute",),
)


def charge(roster: Roster) -> Iterator[Charge]:
    """The week's target (`Limits.week_target`) less the work of the civil week, drives between sites included."""
    price = roster.problem.prices["unplaced_hours.minute"]
    for person in roster.group.employees:
        for monday in roster.horizon.mondays:
            worked = roster.week_minutes(person.id, monday) or 0
            short = roster.limits.week_target(person, monday) - worked
            if short > 0:
                yield Charge(rule=INFO.name, amount=short, cents=short * price, employee_id=person.id, day=monday)


RULE = Rule(info=INFO, charge=charge)

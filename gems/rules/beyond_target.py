"""Annualised hours beyond what the balance of the year asks for in a week."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="beyond_target",
    kind=RuleKind.PRICED,
    unit=Unit.MINUTES,
    title=Words("Avance sur l'année", "Ahead of the year"),
    says=Words(
        "Quand le temps est annualisé, chaque minute au-delà de ce que vise la semaine, d'après le solde de l'année, "
        "finit en heure supplémentaire : elle coûte une majoration, bien plus forte au-delà d'une tolérance.",
        "When time is annualised, each minute beyond what the week aims at, by the balance of the year, ends as "
        "overtime: it costs a premium, a much higher one beyond a tolerance.",
    ),
    figures=("annual_reference", "annual_leave", "modulation.low", "modulation.high"),
    prices=("beyond_target.first", "beyond_target.beyond", "beyond_target.tolerance"),
)


def charge(roster: Roster) -> Iterator[Charge]:
    """Every minute beyond the target costs `beyond_target.first`; those beyond the tolerance cost
    `beyond_target.beyond` in addition. Only where the target follows the balance of the year.
    """
    prices = roster.problem.prices
    for person in roster.group.employees:
        for monday in roster.horizon.mondays if person.contract.annualised else ():
            outlook = roster.limits.outlook(person, monday)
            if outlook is None or not outlook.modulated:
                continue
            over = (roster.week_minutes(person.id, monday) or 0) - roster.limits.week_target(person, monday)
            if over > 0:
                beyond = max(0, over - prices["beyond_target.tolerance"])
                cents = over * prices["beyond_target.first"] + beyond * prices["beyond_target.beyond"]
                yield Charge(rule=INFO.name, amount=over, cents=cents, employee_id=person.id, day=monday)


RULE = Rule(info=INFO, charge=charge)

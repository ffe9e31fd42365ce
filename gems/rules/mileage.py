"""Kilometres driven between two sites of a day, paid back to the person."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="mileage",
    kind=RuleKind.PRICED,
    unit=Unit.KM,
    title=Words("Indemnités kilométriques", "Mileage allowance"),
    says=Words(
        "Les kilomètres entre deux lieux de la même journée sont remboursés au tarif de la convention, sinon à celui "
        "du groupement.",
        "Kilometres between two sites of the same day are paid back at the agreement's rate, or else at the group's.",
    ),
    figures=("mileage",),
    prices=("mileage.km",),
)


def charge(roster: Roster) -> Iterator[Charge]:
    """The kilometres within each duty at the rate of its day."""
    for person in roster.group.employees:
        for duty in roster.duties[person.id]:
            if duty.km:
                rate = roster.limits.law.figure("mileage", duty.day)
                price = rate.value if rate else roster.problem.prices["mileage.km"]
                yield Charge(rule=INFO.name, amount=duty.km, cents=duty.km * price, employee_id=person.id, day=duty.day)


RULE = Rule(info=INFO, charge=charge)

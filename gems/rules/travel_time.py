"""Paid time on the road between two sites of a day."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="travel_time",
    kind=RuleKind.PRICED,
    unit=Unit.MINUTES,
    title=Words("Temps de déplacement entre adhérents", "Travel time between sites"),
    says=Words(
        "Le trajet entre deux lieux de la même journée est du travail payé : chaque minute a un prix.",
        "The drive between two sites of the same day is paid work: each minute has a price.",
    ),
    prices=("travel_time.minute",),
)


def charge(roster: Roster) -> Iterator[Charge]:
    """The drives within each duty; home to the first site and back is not counted."""
    price = roster.problem.prices["travel_time.minute"]
    for person in roster.group.employees:
        for duty in roster.duties[person.id]:
            if minutes := duty.travel_minutes:
                yield Charge(rule=INFO.name, amount=minutes, cents=minutes * price, employee_id=person.id, day=duty.day)


RULE = Rule(info=INFO, charge=charge)

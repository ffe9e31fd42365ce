"""Waiting between two pieces of work of one day."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="split_gap",
    kind=RuleKind.PRICED,
    unit=Unit.MINUTES,
    title=Words("Attente dans les journées coupées", "Waiting in split days"),
    says=Words(
        "Le temps libre entre deux interventions d'une même journée, route déduite, a un prix au-delà d'une durée "
        "sans frais (le temps d'un repas).",
        "Free time between two pieces of work of a day, the drive taken off, has a price beyond a length that is free"
        " of charge (time for a meal).",
    ),
    prices=("split_gap.minute", "split_gap.free_minutes"),
)


def charge(roster: Roster) -> Iterator[Charge]:
    """All the gaps of a duty together, less the free minutes once a duty; pieces that clash leave no gap."""
    prices = roster.problem.prices
    for person in roster.group.employees:
        for duty in roster.duties[person.id]:
            waiting = sum(gap for gap in duty.gaps if gap > 0) - prices["split_gap.free_minutes"]
            if waiting > 0:
                cents = waiting * prices["split_gap.minute"]
                yield Charge(rule=INFO.name, amount=waiting, cents=cents, employee_id=person.id, day=duty.day)


RULE = Rule(info=INFO, charge=charge)

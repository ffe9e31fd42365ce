"""The premium for extra hours (heures complémentaires) of part-timers, week by week."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="extra_hours",
    kind=RuleKind.PRICED,
    unit=Unit.MINUTES,
    title=Words("Majoration des heures complémentaires", "Extra-hours premium"),
    says=Words(
        "Pour un temps partiel, chaque minute au-delà des heures du contrat dans la semaine coûte une majoration, plus "
        "forte au-delà du dixième du contrat.",
        "For part-timers each minute beyond the contract's hours in the week costs a premium, a higher one beyond a "
        "tenth of the contract.",
    ),
    figures=("extra_hours.first_share",),
    prices=("extra_hours.first", "extra_hours.beyond"),
)
PER_MILLE = 1000


def charge(roster: Roster) -> Iterator[Charge]:
    """Every minute beyond the contract costs `extra_hours.first`; those beyond a tenth of it (whole minutes, rounded
    down) cost `extra_hours.beyond` in addition.
    """
    prices = roster.problem.prices
    for person in roster.group.employees:
        if person.contract.kind is not ContractKind.PART_TIME:
            continue
        contract = person.contract.weekly_minutes
        for monday in roster.horizon.mondays:
            extra = (roster.week_minutes(person.id, monday) or 0) - contract
            if extra > 0:
                share = roster.limits.law.value("extra_hours.first_share", monday)
                beyond = max(0, extra - contract * share // PER_MILLE)
                cents = extra * prices["extra_hours.first"] + beyond * prices["extra_hours.beyond"]
                yield Charge(rule=INFO.name, amount=extra, cents=cents, employee_id=person.id, day=monday)


RULE = Rule(info=INFO, charge=charge)

"""The premium for overtime of full-timers, week by week."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="overtime",
    kind=RuleKind.PRICED,
    unit=Unit.MINUTES,
    title=Words("Majoration des heures supplémentaires", "Overtime premium"),
    says=Words(
        "Pour un temps plein, chaque minute au-delà de 35 h dans la semaine (de la semaine haute si le temps est "
        "annualisé) coûte une majoration, plus forte après 8 h.",
        "For full-timers each minute beyond 35 h in the week (beyond the high week when time is annualised) costs a "
        "premium, a higher one after 8 h.",
    ),
    figures=("overtime_rate.first_minutes", "legal_week", "modulation.high"),
    prices=("overtime.first", "overtime.beyond"),
)


def charge(roster: Roster) -> Iterator[Charge]:
    """Every minute beyond the threshold costs `overtime.first`; those beyond the first eight hours cost
    `overtime.beyond` in addition.
    """
    prices = roster.problem.prices
    for person in roster.group.employees:
        if person.contract.kind is not ContractKind.FULL_TIME:
            continue
        for monday in roster.horizon.mondays:
            over = (roster.week_minutes(person.id, monday) or 0) - roster.limits.overtime_start(person, monday)
            if over > 0:
                beyond = max(0, over - roster.limits.law.value("overtime_rate.first_minutes", monday))
                cents = over * prices["overtime.first"] + beyond * prices["overtime.beyond"]
                yield Charge(rule=INFO.name, amount=over, cents=cents, employee_id=person.id, day=monday)


RULE = Rule(info=INFO, charge=charge)

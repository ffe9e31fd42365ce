"""Part-timers: how far a week may go beyond the contract, and never up to the legal week."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.week_windows import week_windows

INFO = RuleInfo(
    name="parttime_extra",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Heures complémentaires", "Extra hours of part-timers"),
    says=Words(
        "À temps partiel, la semaine ne dépasse pas le contrat de plus d'un dixième (un tiers dans l'aide à "
        "domicile) et reste toujours sous 35 h. Si le temps est annualisé, seule la limite de 35 h vaut chaque "
        "semaine.",
        "For part-timers a week does not exceed the contract by more than a tenth (a third in home care) and always "
        "stays under 35 h. When time is annualised, only the limit of 35 h holds each week.",
    ),
    figures=("parttime_extra", "legal_week"),
)
OVER_CONTRACT = Words(
    "{person} : {actual} la semaine du {day} à temps partiel, {limit} au plus avec les heures complémentaires.",
    "{person}: {actual} in the week of {day} for a part-timer, {limit} at most with extra hours.",
)
FULL_TIME = Words(
    "{person} : {actual} la semaine du {day} à temps partiel, toujours moins de {limit}.",
    "{person}: {actual} in the week of {day} for a part-timer, always less than {limit}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Compare each week with the legal week first, then with the contract and its share of extra hours."""
    for person in roster.group.employees:
        contract = person.contract
        if contract.kind is not ContractKind.PART_TIME:
            continue
        for week in week_windows(roster, person.id, 1):
            monday = week.mondays[0]
            parts = roster.limits.of(INFO.name, person.id, monday)
            legal = roster.limits.law.value("legal_week", monday)
            words, limit, most = FULL_TIME, legal, legal - 1
            if parts is not None and not contract.annualised and week.minutes < legal:
                most = contract.weekly_minutes + contract.weekly_minutes // parts
                words, limit = OVER_CONTRACT, most
            if week.planned and week.minutes > most:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(monday,),
                    amount=week.minutes - most,
                    words=words.fill(
                        person=same(person.name), actual=hours(week.minutes), day=day(monday), limit=hours(limit)
                    ),
                )


RULE = Rule(info=INFO, check=check)

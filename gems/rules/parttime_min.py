"""Part-time contracts under the minimum."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="parttime_min",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Durée minimale du temps partiel", "Part-time minimum"),
    says=Words(
        "Un contrat à temps partiel prévoit au moins 24 h par semaine (104 h par mois), ou la durée de la convention,"
        " sauf demande écrite de la personne.",
        "A part-time contract holds at least 24 hours a week (104 a month), or the agreement's figure, unless the "
        "person asks in writing for less.",
    ),
    figures=("parttime_min",),
    not_planned=Words(
        "Cela se règle à l'embauche, dans le contrat, non dans une semaine de travail.",
        "This is settled at hiring, in the contract, not in a week of work.",
    ),
)
WORDS = Words(
    "{person} : contrat de {actual} par mois, le minimum est de {limit} sauf demande écrite.",
    "{person}: contract of {actual} a month, the minimum is {limit} unless asked in writing.",
)
WEEKS_A_YEAR, MONTHS = 52, 12


def count(roster: Roster) -> Iterator[Count]:
    """Minutes missing a month: the contract's weekly minutes times 52 over 12, rounded down. A warning for contracts
    that begin in the horizon.
    """
    limit = roster.limits.law.value(INFO.name, roster.horizon.first)
    for person in roster.group.employees:
        monthly = person.contract.weekly_minutes * WEEKS_A_YEAR // MONTHS
        if person.contract.kind is ContractKind.PART_TIME and monthly < limit:
            words = WORDS.fill(person=same(person.name), actual=hours(monthly), limit=hours(limit))
            new = person.contract.first_day in roster.horizon
            yield Count(rule=INFO.name, amount=limit - monthly, words=words, employee_id=person.id, warning=new)


RULE = Rule(info=INFO, count=count)

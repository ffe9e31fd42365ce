"""A person only works between the first and the last day of the contract."""

from collections.abc import Iterator

from gems.domain.words import Words, day, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="contract_dates",
    kind=RuleKind.HARD,
    unit=Unit.DAYS,
    title=Words("Dates du contrat", "Dates of the contract"),
    says=Words(
        "Personne ne travaille avant le premier jour de son contrat ni après le dernier, pas même le matin qui suit "
        "une nuit.",
        "Nobody works before the first day of the contract or after the last, not even the morning after a night.",
    ),
)
WORDS = Words(
    "{person} : {day} est en dehors des dates de son contrat.",
    "{person}: {day} is outside the dates of the contract.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Compare each local day that a piece touches with the contract."""
    for piece in roster.schedule.assignments:
        person = roster.group.employee[piece.employee_id]
        first, last = person.contract.first_day, person.contract.last_day
        outside = tuple(
            touched for touched, _ in piece.span.by_day() if touched < first or (last is not None and touched > last)
        )
        if outside:
            yield Violation(
                rule=INFO.name,
                employee_id=person.id,
                days=outside,
                amount=len(outside),
                mission_id=piece.mission_id,
                words=WORDS.fill(person=same(person.name), day=day(outside[0], year=True)),
            )


RULE = Rule(info=INFO, check=check)

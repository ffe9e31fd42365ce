"""Work done by somebody who stands in for the job asked."""

from collections.abc import Iterator
from datetime import date

from gems.domain.people import Employee
from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="stand_in",
    kind=RuleKind.PRICED,
    unit=Unit.MINUTES,
    title=Words("Remplacement par un autre métier", "Stand-in from another job"),
    says=Words(
        "Quand une personne n'a pas elle-même le métier demandé, chaque minute coûte le prix du tableau des "
        "remplacements, le moins cher si elle en a plusieurs.",
        "When a person does not hold the job asked, each minute costs the price of the stand-in table, the cheapest "
        "one when there are several.",
    ),
)


def charge(roster: Roster) -> Iterator[Charge]:
    """Each piece, by the qualifications valid on the day it begins. Nothing where no stand-in is allowed: another rule
    forbids that.
    """
    for person in roster.group.employees:
        for piece in roster.schedule.by_employee.get(person.id, ()):
            price = _price(roster, person, piece.qualification, piece.day)
            if price:
                yield Charge(
                    rule=INFO.name,
                    amount=piece.minutes,
                    cents=piece.minutes * price,
                    employee_id=person.id,
                    day=piece.day,
                )


def _price(roster: Roster, person: Employee, needed: str, on: date) -> int:
    held = [held.code for held in person.qualifications if held.valid_until is None or on <= held.valid_until]
    if needed in held:
        return 0
    rows = [roster.group.stand_in(code, needed) for code in held]
    return min((row.cents_per_minute for row in rows if row and row.allowed), default=0)


RULE = Rule(info=INFO, charge=charge)

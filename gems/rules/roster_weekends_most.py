"""Weekends a contract lets work, of those planned together."""

from collections.abc import Iterator
from datetime import timedelta

from gems.domain.words import Words, same
from gems.rules.begun_days import begun_days
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="roster_weekends_most",
    kind=RuleKind.HARD,
    unit=Unit.TIMES,
    title=Words("Week-ends travaillés au contrat", "Weekends worked in the contract"),
    says=Words(
        "Un contrat peut fixer combien de week-ends se travaillent, au plus, sur les semaines planifiées ensemble ; un "
        "service qui commence le samedi ou le dimanche suffit.",
        "A contract may say how many weekends are worked at most, of the weeks planned together; one duty that begins "
        "on the Saturday or the Sunday is enough.",
    ),
)
WORDS = Words(
    "{person} : {actual} week-ends travaillés, {limit} au plus selon le contrat.",
    "{person}: {actual} weekends worked, {limit} at most in the contract.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Count the weekends of the horizon."""
    for person in roster.group.employees:
        limit, days = person.contract.most_weekends, begun_days(roster, person.id)
        saturdays = [monday + timedelta(days=5) for monday in roster.horizon.mondays]
        worked = [first for first in saturdays if not days.isdisjoint((first, first + timedelta(days=1)))]
        if limit is not None and len(worked) > limit:
            yield Violation(
                rule=INFO.name,
                employee_id=person.id,
                days=tuple(worked),
                amount=len(worked) - limit,
                words=WORDS.fill(person=same(person.name), actual=len(worked), limit=limit),
            )


RULE = Rule(info=INFO, check=check)

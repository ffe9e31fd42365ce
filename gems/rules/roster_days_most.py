"""Days in a row a contract allows at most."""

from collections.abc import Iterator

from gems.domain.words import Words, day, same
from gems.rules.begun_days import runs
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="roster_days_most",
    kind=RuleKind.HARD,
    unit=Unit.DAYS,
    title=Words("Jours de suite au contrat, au plus", "Days in a row in the contract, at most"),
    says=Words(
        "Un contrat peut limiter les jours de suite où un service commence ; les jours de l'historique comptent. Une "
        "nuit compte pour le jour où elle commence.",
        "A contract may say on how many days in a row a duty begins, at most; the days of the history count. A night "
        "counts for the day on which it begins.",
    ),
)
WORDS = Words(
    "{person} : {actual} jours de suite jusqu'au {day}, {limit} au plus selon le contrat.",
    "{person}: {actual} days in a row until {day}, {limit} at most in the contract.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Judge each run of work that holds a planned day."""
    for person in roster.group.employees:
        limit = person.contract.most_days_in_row
        if limit is None:
            continue
        for works, days, _ in runs(roster, person.id):
            if works and len(days) > limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=tuple(days),
                    amount=len(days) - limit,
                    words=WORDS.fill(person=same(person.name), actual=len(days), day=day(days[-1]), limit=limit),
                )


RULE = Rule(info=INFO, check=check)

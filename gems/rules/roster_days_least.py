"""Days in a row a contract asks for at least."""

from collections.abc import Iterator

from gems.domain.words import Words, day, same
from gems.rules.begun_days import runs
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="roster_days_least",
    kind=RuleKind.HARD,
    unit=Unit.DAYS,
    title=Words("Jours de suite au contrat, au moins", "Days in a row in the contract, at least"),
    says=Words(
        "Un contrat peut fixer la plus courte série de jours de travail. Une série que la fin de la période coupe "
        "n'est pas jugée, ni celle dont l'historique ne dit pas le début.",
        "A contract may say how short a run of work may be. A run cut by the end of the planned weeks is not judged, "
        "nor one whose beginning the history does not tell.",
    ),
)
WORDS = Words(
    "{person} : série de {actual} j jusqu'au {day}, {limit} au moins selon le contrat.",
    "{person}: a run of {actual} d until {day}, {limit} at least in the contract.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Judge each run of work that holds a planned day and ends before the last one."""
    for person in roster.group.employees:
        limit = person.contract.least_days_in_row
        if limit is None:
            continue
        for works, days, known in runs(roster, person.id):
            if works and known and days[-1] < roster.horizon.last and len(days) < limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=tuple(days),
                    amount=limit - len(days),
                    words=WORDS.fill(person=same(person.name), actual=len(days), day=day(days[-1]), limit=limit),
                )


RULE = Rule(info=INFO, check=check)

"""Days off in a row a contract asks for at least."""

from collections.abc import Iterator
from datetime import timedelta

from gems.domain.words import Words, day, same
from gems.rules.begun_days import begun_days, rest_before, runs
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="roster_days_off_least",
    kind=RuleKind.HARD,
    unit=Unit.DAYS,
    title=Words("Repos de suite au contrat, au moins", "Days off in a row in the contract, at least"),
    says=Words(
        "Un contrat peut fixer le plus petit nombre de jours de repos de suite ; un repos commencé avant la période se "
        "termine dedans. Un repos que la fin de la période coupe n'est pas jugé, ni celui dont l'historique ne "
        "dit pas le début.",
        "A contract may say how few days off in a row there may be; a rest begun before the planned weeks is finished "
        "in them. A rest cut by their end is not judged, nor one whose beginning the history does not tell.",
    ),
)
WORDS = Words(
    "{person} : {actual} j de repos avant le {day}, {limit} au moins selon le contrat.",
    "{person}: {actual} d off before {day}, {limit} at least in the contract.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Judge each run of days off after which a planned duty begins."""
    for person in roster.group.employees:
        limit = person.contract.least_days_off_in_row
        if limit is None:
            continue
        rests = [(days, days[-1]) for works, days, known in runs(roster, person.id) if not works and known]
        before, first = rest_before(roster, person.id), roster.horizon.first
        if before and first in begun_days(roster, person.id):
            rests.insert(0, (before, before[-1]))
        for days, last in rests:
            if last < roster.horizon.last and len(days) < limit:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=tuple(days),
                    amount=limit - len(days),
                    words=WORDS.fill(
                        person=same(person.name), actual=len(days), day=day(last + timedelta(days=1)), limit=limit
                    ),
                )


RULE = Rule(info=INFO, check=check)

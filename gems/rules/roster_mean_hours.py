"""Mean hours a week a contract allows at most and asks for at least, over the weeks planned together."""

from collections.abc import Iterator

from gems.domain.words import Words, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="roster_mean_hours",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Moyenne d'heures au contrat", "Mean hours in the contract"),
    says=Words(
        "Un contrat peut fixer, au plus et au moins, la moyenne d'heures par semaine des semaines planifiées "
        "ensemble, trajets entre lieux compris. Un service compte en entier pour le jour où il commence.",
        "A contract may say, at most and at least, the mean hours a week over the weeks planned together, drives "
        "between sites included. A duty counts whole for the day on which it begins.",
    ),
)
WORDS = Words(
    "{person} : {actual} sur la période, {limit} {side} selon le contrat.",
    "{person}: {actual} over the planned weeks, {limit} {side} in the contract.",
)
MOST, LEAST = Words("au plus", "at most"), Words("au moins", "at least")


def check(roster: Roster) -> Iterator[Violation]:
    """Compare the work of the duties begun in the horizon with the mean times its weeks."""
    weeks = roster.horizon.weeks
    for person in roster.group.employees:
        contract = person.contract
        total = sum(duty.work_minutes for duty in roster.duties[person.id] if duty.day in roster.horizon)
        for mean, side in ((contract.most_mean_minutes, MOST), (contract.least_mean_minutes, LEAST)):
            if mean is None:
                continue
            beyond = total - mean * weeks if side is MOST else mean * weeks - total
            if beyond > 0:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(roster.horizon.first, roster.horizon.last),
                    amount=beyond,
                    words=WORDS.fill(
                        person=same(person.name), actual=hours(total), limit=hours(mean * weeks), side=side
                    ),
                )


RULE = Rule(info=INFO, check=check)

"""Roster terms that may not be missed."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.roster_misses import misses
from gems.rules.roster_words import miss_words
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="roster_term",
    kind=RuleKind.HARD,
    unit=Unit.TIMES,
    title=Words("Clauses de roulement", "Roster terms"),
    says=Words(
        "Le roulement d'une personne, ou de tous, peut fixer, au moins et au plus, des jours (en tout ou par semaine) "
        "ou des week-ends travaillés, des jours de suite de travail ou de repos ; au moins, des jours de repos après "
        "un service ; au plus, des enchaînements d'un service puis d'un autre le lendemain. Un service se reconnaît à "
        "l'intitulé de sa demande, à son début ou à sa fin. Une clause sur un seul jour le veut travaillé, ou non. Une "
        "série que la fin de la période coupe n'est jamais trop "
        "courte ; une série commencée avant continue celle de l'historique, ou ce que la clause en dit.",
        "A person's roster, or everybody's, may say, at least and at most, days (in all or a week) or weekends worked, "
        "days of work or off in a row; at least, days off after a shift; at most, followings of one shift by another "
        "on the next day. A shift is known by the label of its request, its start or its end. A term about one day "
        "wants it worked so, or not. A run cut by the end of "
        "the planned weeks is never too short; one begun before them goes on from the history, or from what the term "
        "says of it.",
    ),
)


def check(roster: Roster) -> Iterator[Violation]:
    """One violation a miss of a term without a price."""
    for miss in misses(roster):
        if miss.term.cents is None:
            yield Violation(
                rule=INFO.name,
                employee_id=miss.employee_id,
                days=miss.days or (roster.horizon.first,),
                amount=miss.amount,
                words=miss_words(roster, miss),
            )


RULE = Rule(info=INFO, check=check)

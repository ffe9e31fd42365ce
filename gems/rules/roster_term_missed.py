"""Roster terms that may be missed at a price."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.roster_misses import misses
from gems.rules.roster_words import miss_words
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="roster_term_missed",
    kind=RuleKind.PRICED,
    unit=Unit.TIMES,
    title=Words("Clauses de roulement non tenues", "Roster terms missed"),
    says=Words(
        "Une clause de roulement qui a un prix peut être manquée : chaque jour, week-end, jour de suite ou "
        "enchaînement de trop ou qui manque coûte le prix écrit dans la clause.",
        "A roster term with a price may be missed: each day, weekend, day in a row or following too many or too few "
        "costs the price written in the term.",
    ),
)


def charge(roster: Roster) -> Iterator[Charge]:
    """One item a miss of a term with a price."""
    for miss in misses(roster):
        if miss.term.cents:
            yield Charge(
                rule=INFO.name,
                amount=miss.amount,
                cents=miss.amount * miss.term.cents,
                employee_id=miss.employee_id,
                day=miss.days[0] if miss.days else roster.horizon.first,
                words=miss_words(roster, miss),
            )


RULE = Rule(info=INFO, charge=charge)

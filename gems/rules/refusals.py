"""Refusals of late changes used in the year."""

from collections.abc import Iterator

from gems.domain.words import Words, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="refusals",
    kind=RuleKind.COUNTED,
    unit=Unit.TIMES,
    title=Words("Refus de changement", "Refusals of changes"),
    says=Words(
        "Dans l'aide à domicile, une personne peut refuser quatre fois par an un changement d'horaire annoncé tard, "
        "sans que cela lui soit reproché.",
        "In home care a person may refuse a late change of hours four times a year, without blame.",
    ),
    figures=("refusals",),
    not_planned=Words(
        "Un refus est un droit de la personne ; il se compte, le planning ne le suppose pas.",
        "A refusal is the person's right; it is counted, the planner assumes none.",
    ),
)
WORDS = Words(
    "{person} : {actual} refus cette année, sur {limit} possibles.",
    "{person}: refusals used this year: {actual} of {limit}.",
)


def count(roster: Roster) -> Iterator[Count]:
    """Refusals used, for people who used any, where the agreement gives a figure; a warning once all are used."""
    figure = roster.limits.law.figure(INFO.name, roster.horizon.first)
    for person in roster.group.employees if figure else ():
        used = roster.year_done(person.id).refusals
        if used and figure:
            words = WORDS.fill(person=same(person.name), actual=used, limit=figure.value)
            all_used = used >= figure.value
            yield Count(rule=INFO.name, amount=used, words=words, employee_id=person.id, warning=all_used)


RULE = Rule(info=INFO, count=count)

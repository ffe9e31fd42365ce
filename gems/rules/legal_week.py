"""Weeks of full-timers over the legal week."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="legal_week",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Durée légale de 35 h", "Legal week of 35 hours"),
    says=Words(
        "Pour les temps plein, les heures au-delà de 35 h dans la semaine civile sont comptées.",
        "For full-timers the hours over 35 in a civil week are counted.",
    ),
    figures=("legal_week",),
    not_planned=Words(
        "La durée légale n'est pas un maximum : au-delà commencent les heures supplémentaires, qui ont leur prix.",
        "The legal week is no maximum: beyond it overtime begins, which has its price.",
    ),
)
WORDS = Words(
    "{person} : {actual} la semaine du {day}, {over} de plus que {limit}.",
    "{person}: {actual} in the week of {day}, {over} over {limit}.",
)


def count(roster: Roster) -> Iterator[Count]:
    """Minutes over the legal week, drives between sites included, week by week."""
    for person in roster.group.employees:
        if person.contract.kind is not ContractKind.FULL_TIME:
            continue
        for monday in roster.horizon.mondays:
            worked, limit = roster.week_minutes(person.id, monday) or 0, roster.limits.law.value(INFO.name, monday)
            if worked > limit:
                words = WORDS.fill(
                    person=same(person.name),
                    actual=hours(worked),
                    day=day(monday),
                    over=hours(worked - limit),
                    limit=hours(limit),
                )
                yield Count(rule=INFO.name, amount=worked - limit, words=words, employee_id=person.id)


RULE = Rule(info=INFO, count=count)

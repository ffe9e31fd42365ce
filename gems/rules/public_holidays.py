"""Work on public holidays, and on 1 May, which is paid double."""

from collections.abc import Iterator

from gems.domain.calendar import holiday_name, is_public_holiday
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="public_holidays",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Jours fériés travaillés", "Public holidays worked"),
    says=Words(
        "Le travail des onze jours fériés est compté ; celui du 1er mai est payé double.",
        "Work on the eleven public holidays is counted; on 1 May it is paid double.",
    ),
    figures=("public_holidays.may_first",),
    not_planned=Words(
        "Un jour férié travaillé n'est pas interdit dans le soin : il se compte et se paie ; son prix est dans « "
        "Majorations dimanches, fériés et nuits ».",
        "Working on a public holiday is no offence in care: it is counted and paid; its price is in the Sunday, "
        "holiday and night premiums.",
    ),
)
WORDS = Words("{person} : {minutes} travaillées {day} ({holiday}).", "{person}: {minutes} worked on {day} ({holiday}).")
DOUBLE = Words(
    "{person} : {minutes} travaillées le 1er mai, payées en plus : {extra}.",
    "{person}: {minutes} worked on 1 May, paid in addition: {extra}.",
)
MAY_FIRST, PER_CENT = (5, 1), 100


def count(roster: Roster) -> Iterator[Count]:
    """Minutes of each person on each public holiday of the horizon, drives between sites included; on 1 May the minutes
    paid in addition.
    """
    for person in roster.group.employees:
        for on in filter(is_public_holiday, roster.horizon.days):
            minutes = roster.minutes_by_day[person.id][on]
            if minutes and (on.month, on.day) == MAY_FIRST:
                extra = minutes * roster.limits.law.value("public_holidays.may_first", on) // PER_CENT
                words = DOUBLE.fill(person=same(person.name), minutes=hours(minutes), extra=hours(extra))
                yield Count(rule=INFO.name, amount=extra, words=words, employee_id=person.id, warning=True)
            elif minutes:
                holiday = same(holiday_name(on) or "")
                words = WORDS.fill(person=same(person.name), minutes=hours(minutes), day=day(on), holiday=holiday)
                yield Count(rule=INFO.name, amount=minutes, words=words, employee_id=person.id)


RULE = Rule(info=INFO, count=count)

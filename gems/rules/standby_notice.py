"""Notice of on-call periods."""

from collections.abc import Iterator

from gems.domain.time import day_of
from gems.domain.words import Words, day, same
from gems.rules.naming import days_count
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="standby_notice",
    kind=RuleKind.DEROGABLE,
    unit=Unit.DAYS,
    title=Words("Annonce des astreintes", "Notice of on-call periods"),
    says=Words(
        "Une astreinte est annoncée au moins 15 jours avant (un mois avant dans l'aide à domicile), un jour franc en "
        "cas de circonstances exceptionnelles.",
        "An on-call period is told at least 15 days ahead (a month in home care), one clear day in exceptional "
        "circumstances.",
    ),
    figures=("standby_notice",),
    not_planned=Words(
        "Les astreintes sont saisies à la main : elles se vérifient, le planning n'en crée pas.",
        "On-call periods are entered by hand: they are checked, the planner creates none.",
    ),
)
WORDS = Words(
    "{person} : astreinte du {day} annoncée {actual} avant, il en faut {limit}.",
    "{person}: on call on {day}, told {actual} ahead, {limit} are needed.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Days of the calendar from the announcement to the first day, for each on-call period that touches the horizon."""
    for row in roster.group.on_calls:
        person, first = roster.group.employee.get(row.employee_id), day_of(row.span.start)
        if person is None or not row.span.overlap(roster.horizon.span):
            continue
        limit, notice = roster.limits.of(INFO.name, person.id, first), (first - row.announced).days
        if limit is not None and notice < limit:
            yield Violation(
                rule=INFO.name,
                employee_id=person.id,
                days=(first,),
                amount=limit - notice,
                words=WORDS.fill(
                    person=same(person.name), day=day(first), actual=days_count(notice), limit=days_count(limit)
                ),
            )


RULE = Rule(info=INFO, check=check)

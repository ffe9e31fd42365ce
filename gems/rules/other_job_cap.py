"""Weeks over the maximum when the work for another employer is added."""

from collections.abc import Iterator

from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="other_job_cap",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Cumul avec un autre emploi", "Second job elsewhere"),
    says=Words(
        "Les durées maximales valent pour tous les emplois d'une personne : une alerte est donnée quand la semaine, "
        "autre employeur compris, dépasse le maximum.",
        "Maximum hours hold for all of a person's jobs: a warning is given when the week, the other employer "
        "included, passes the maximum.",
    ),
    figures=("weekly_work_max",),
    not_planned=Words(
        "Les heures faites ailleurs sont déclarées, non connues jour par jour : c'est une alerte, non une "
        "interdiction.",
        "Hours done elsewhere are declared, not known day by day: this is a warning, not a ban.",
    ),
)
WORDS = Words(
    "{person} : {actual} la semaine du {day}, autre employeur compris ; le maximum est de {limit}.",
    "{person}: {actual} in the week of {day}, the other employer included; the maximum is {limit}.",
)


def count(roster: Roster) -> Iterator[Count]:
    """Minutes over the weekly maximum, for people who declare hours elsewhere."""
    for person in roster.group.employees:
        elsewhere = person.other_employer_weekly_minutes
        for monday in roster.horizon.mondays if elsewhere else ():
            limit = roster.limits.of("weekly_work_max", person.id, monday)
            total = elsewhere + (roster.week_minutes(person.id, monday) or 0)
            if limit is not None and total > limit:
                words = WORDS.fill(person=same(person.name), actual=hours(total), day=day(monday), limit=hours(limit))
                yield Count(rule=INFO.name, amount=total - limit, words=words, employee_id=person.id, warning=True)


RULE = Rule(info=INFO, count=count)

"""Hours of the year against the year's reference."""

from collections.abc import Iterator

from gems.domain.words import Words, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="annual_reference",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Compteur annuel (1 607 h)", "Annual counter (1,607 hours)"),
    says=Words(
        "Les heures faites depuis le début de l'année, celles du planning comprises, sont comparées à la durée "
        "annuelle du contrat (1 607 h au plus) ; au-delà, en fin de période, elles sont supplémentaires.",
        "Hours done since the start of the year, those of the schedule included, are set against the contract's "
        "yearly hours (1,607 at most); beyond them, at the period's end, they are overtime.",
    ),
    figures=("annual_reference",),
    not_planned=Words(
        "L'année se juge à sa fin ; semaine après semaine, le planning vise déjà les heures du contrat.",
        "A year is judged at its end; week after week the planner already aims at the contract's hours.",
    ),
)
WORDS = Words(
    "{person} : {done} faites ou prévues depuis le début de l'année, sur {limit}.",
    "{person}: {done} done or planned since the start of the year, of {limit}.",
)


def count(roster: Roster) -> Iterator[Count]:
    """Minutes done and planned of each person with a counter for the year; a warning once they pass the reference."""
    known = {year.employee_id for year in roster.group.history.years}
    reference = roster.limits.law.value(INFO.name, roster.horizon.first)
    for person in roster.group.employees:
        if person.id not in known:
            continue
        planned = sum(roster.week_minutes(person.id, monday) or 0 for monday in roster.horizon.mondays)
        done, limit = roster.year_done(person.id).minutes + planned, min(reference, person.contract.annual_minutes)
        words = WORDS.fill(person=same(person.name), done=hours(done), limit=hours(limit))
        yield Count(rule=INFO.name, amount=done, words=words, employee_id=person.id, warning=done > limit)


RULE = Rule(info=INFO, count=count)

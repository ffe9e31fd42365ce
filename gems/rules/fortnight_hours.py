"""Work over the fortnight, and over four weeks, of an organisation by cycles."""

from collections.abc import Iterator
from datetime import date, timedelta

from gems.domain.people import ContractKind, Employee
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="fortnight_hours",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Heures de la quatorzaine", "Hours of the fortnight"),
    says=Words(
        "Quand le temps s'organise par quatorzaine, les heures au-delà de 70 h par deux semaines civiles (140 h par "
        "quatre semaines dans l'aide à domicile) sont comptées.",
        "Where time is organised by fortnight, hours over 70 in two civil weeks (140 in four weeks in home care) are "
        "counted.",
    ),
    figures=("fortnight_hours", "fortnight_hours.four_weeks"),
    not_planned=Words(
        "C'est une façon d'organiser le temps, que le groupement peut choisir ; les heures au-delà sont montrées.",
        "This is one way to organise time, for the group to choose; the hours beyond are shown.",
    ),
)
WORDS = Words(
    "{person} : {actual} sur {weeks} semaines à partir du {day}, {over} de plus que {limit}.",
    "{person}: {actual} over {weeks} weeks from {day}, {over} more than {limit}.",
)
FORTNIGHT, FOUR_WEEKS = 2, 4


def count(roster: Roster) -> Iterator[Count]:
    """Full-timers' minutes over the figure in each cycle that ends in the horizon and whose weeks are all known.

    Cycles follow one another from the group's first fortnight.
    """
    for person in roster.group.employees:
        if person.contract.kind is ContractKind.FULL_TIME:
            yield from _cycles(roster, person, FORTNIGHT, "fortnight_hours")
            yield from _cycles(roster, person, FOUR_WEEKS, "fortnight_hours.four_weeks")


def _cycles(roster: Roster, person: Employee, weeks: int, figure: str) -> Iterator[Count]:
    for last in roster.horizon.mondays:
        first = last - timedelta(weeks=weeks - 1)
        limit = roster.limits.law.figure(figure, last)
        if limit is None or not _begins_cycle(roster, first, weeks):
            continue
        known = [roster.week_minutes(person.id, first + timedelta(weeks=week)) for week in range(weeks)]
        worked = [minutes for minutes in known if minutes is not None]
        over = sum(worked) - limit.value
        if len(worked) == weeks and over > 0:
            words = WORDS.fill(
                person=same(person.name),
                actual=hours(sum(worked)),
                weeks=weeks,
                day=day(first),
                over=hours(over),
                limit=hours(limit.value),
            )
            yield Count(rule=INFO.name, amount=over, words=words, employee_id=person.id)


def _begins_cycle(roster: Roster, monday: date, weeks: int) -> bool:
    return (monday - roster.group.settings.fortnight_start) % timedelta(weeks=weeks) == timedelta(0)


RULE = Rule(info=INFO, count=count)

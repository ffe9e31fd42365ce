"""Sunday rest: jobs that are not open by right on Sundays."""

from collections.abc import Iterator

from gems.domain.time import SUNDAY
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="sunday_rest",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Repos du dimanche", "Sunday rest"),
    says=Words(
        "Les métiers qui ne sont pas ouverts de droit le dimanche (bureaux, écoles) ne travaillent aucune minute de ce "
        "jour ; les métiers du soin et de l'aide travaillent par roulement.",
        "Jobs that are not open on Sundays by right (offices, schools) work no minute of that day; care jobs take "
        "turns.",
    ),
    figures=("sunday_rest",),
)
WORDS = Words(
    "{person} : {actual} de travail {day}, le métier ({job}) n'est pas ouvert le dimanche.",
    "{person}: {actual} of work {day}, the job ({job}) is not open on Sundays.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure what each piece of such a job works on each Sunday it touches."""
    for piece in roster.schedule.assignments:
        job = roster.group.qualification[piece.qualification]
        for on, minutes in piece.span.by_day():
            limit = roster.limits.of(INFO.name, piece.employee_id, on)
            if job.sunday_work or on.weekday() != SUNDAY or limit is None or minutes <= limit:
                continue
            person = roster.group.employee[piece.employee_id]
            words = WORDS.fill(
                person=same(person.name), actual=hours(minutes), day=day(on), job=Words(job.name_fr, job.name_en)
            )
            yield Violation(
                rule=INFO.name,
                employee_id=person.id,
                days=(on,),
                amount=minutes - limit,
                mission_id=piece.mission_id,
                words=words,
            )


RULE = Rule(info=INFO, check=check)

"""No night work for people under 18."""

from collections.abc import Iterator

from gems.domain.time import minutes_within_clock
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.young_people import is_early, is_young

INFO = RuleInfo(
    name="young_worker_night",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Moins de 18 ans : pas de nuit", "Under 18: no nights"),
    says=Words(
        "Avant 18 ans, on ne travaille pas entre 22 h et 6 h ; avant 16 ans, pas entre 20 h et 6 h. L'âge est celui du "
        "jour où l'intervention commence.",
        "Under 18 nobody works between 22:00 and 6:00; under 16, not between 20:00 and 6:00. The age is that of the "
        "day on which the work begins.",
    ),
    figures=(
        "young_worker_night.start",
        "young_worker_night.start_under_16",
        "young_worker_night.end",
        "young_worker.age",
        "young_worker.early_age",
    ),
)
WORDS = Words(
    "{person} : {actual} de travail de nuit {day}, interdit avant {age} ans.",
    "{person}: {actual} of night work {day}, forbidden under {age}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure the night minutes of each piece of a young person."""
    law = roster.limits.law
    for piece in roster.schedule.assignments:
        person = roster.group.employee[piece.employee_id]
        if not is_young(roster, person, piece.day):
            continue
        early = is_early(roster, person, piece.day)
        start = law.value("young_worker_night.start_under_16" if early else "young_worker_night.start", piece.day)
        minutes = minutes_within_clock(piece.span, start, law.value("young_worker_night.end", piece.day))
        if minutes:
            yield Violation(
                rule=INFO.name,
                employee_id=person.id,
                days=(piece.day,),
                amount=minutes,
                mission_id=piece.mission_id,
                words=WORDS.fill(
                    person=same(person.name),
                    actual=hours(minutes),
                    day=day(piece.day),
                    age=law.value("young_worker.age", piece.day),
                ),
            )


RULE = Rule(info=INFO, check=check)

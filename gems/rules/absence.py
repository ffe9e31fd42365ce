"""Nobody works during an absence."""

from collections.abc import Iterator

from gems.domain.words import Words, hours, moment, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="absence",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Absence", "Absence"),
    says=Words(
        "Personne ne travaille pendant une absence enregistrée, pas même une minute.",
        "Nobody works during a recorded absence, not even for a minute.",
    ),
)
WORDS = Words(
    "{person} : absence enregistrée, {actual} de travail tombent dedans à partir de {start}.",
    "{person}: an absence is recorded, {actual} of work fall within it from {start}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure what each piece shares with each absence; why the person is away is never said."""
    for piece in roster.schedule.assignments:
        for away in roster.group.absences:
            shared = piece.span.overlap(away.span) if away.employee_id == piece.employee_id else 0
            if shared:
                yield Violation(
                    rule=INFO.name,
                    employee_id=piece.employee_id,
                    days=(piece.day,),
                    amount=shared,
                    mission_id=piece.mission_id,
                    words=WORDS.fill(
                        person=same(roster.group.employee[piece.employee_id].name),
                        actual=hours(shared),
                        start=moment(max(piece.start, away.span.start)),
                    ),
                )


RULE = Rule(info=INFO, check=check)

"""One place at a time, with the time to drive from one to the next."""

from collections.abc import Iterator

from gems.domain.words import Words, clock, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="no_overlap",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Un seul endroit à la fois", "One place at a time"),
    says=Words(
        "Dans une journée, une intervention commence quand la précédente est finie et le trajet fait.",
        "Within a day, a piece of work begins once the one before is over and the drive is done.",
    ),
)
WORDS = Words(
    "{person} : {day}, il manque {actual} avant l'intervention de {start}, trajet compris.",
    "{person}: {day}, {actual} are missing before the work of {start}, the drive included.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Look at the free time before each piece but the first of each duty."""
    for person in roster.group.employees:
        for duty in roster.duties[person.id]:
            for gap, piece in zip(duty.gaps, duty.pieces[1:], strict=True):
                if gap < 0:
                    yield Violation(
                        rule=INFO.name,
                        employee_id=person.id,
                        days=(duty.day,),
                        amount=-gap,
                        mission_id=piece.mission_id,
                        words=WORDS.fill(
                            person=same(person.name), day=day(duty.day), actual=hours(-gap), start=clock(piece.start)
                        ),
                    )


RULE = Rule(info=INFO, check=check)

"""A person holds the qualification of the job, valid on the day, or one that may stand in for it."""

from collections.abc import Iterator

from gems.domain.words import Words, day, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="qualification_match",
    kind=RuleKind.HARD,
    unit=Unit.TIMES,
    title=Words("Qualification", "Qualification"),
    says=Words(
        "Chaque intervention est faite par une personne qui a la qualification demandée, valable le jour où elle "
        "commence, ou une qualification que le groupement admet en remplacement.",
        "Each piece of work is done by a person who holds the qualification asked, valid on the day it begins, or one "
        "that the group accepts as a stand-in.",
    ),
    figures=("qualification_match",),
)
WORDS = Words(
    "{person} : {day}, aucune qualification valable pour le métier demandé ({job}).",
    "{person}: {day}, no valid qualification for the job asked ({job}).",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Look for a held qualification that serves each piece."""
    group = roster.group
    for piece in roster.schedule.assignments:
        person = group.employee[piece.employee_id]
        valid = [
            held.code for held in person.qualifications if held.valid_until is None or piece.day <= held.valid_until
        ]
        rows = [group.stand_in(code, piece.qualification) for code in valid]
        if piece.qualification in valid or any(row is not None and row.allowed for row in rows):
            continue
        job = group.qualification[piece.qualification]
        yield Violation(
            rule=INFO.name,
            employee_id=person.id,
            days=(piece.day,),
            amount=1,
            mission_id=piece.mission_id,
            words=WORDS.fill(person=same(person.name), day=day(piece.day), job=Words(job.name_fr, job.name_en)),
        )


RULE = Rule(info=INFO, check=check)

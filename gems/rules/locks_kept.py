"""What the coordinator locked stays: the piece itself, and nobody else on its mission."""

from collections.abc import Iterator

from gems.domain.schedule import Assignment
from gems.domain.words import Words, clock, day, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="locks_kept",
    kind=RuleKind.HARD,
    unit=Unit.TIMES,
    title=Words("Missions verrouillées", "Locked missions"),
    says=Words(
        "Ce que le coordinateur a verrouillé ne bouge pas : même personne, même lieu, même métier, mêmes horaires, et "
        "personne d'autre sur la même mission.",
        "What the coordinator locked does not move: same person, place, job and times, and nobody else on the same "
        "mission.",
    ),
)
MISSING = Words(
    "{person} : la mission verrouillée du {day}, de {start} à {end} ({site}), n'est plus au planning.",
    "{person}: the locked mission of {day}, from {start} to {end} ({site}), is no longer in the schedule.",
)
REPLACED = Words(
    "{person} : la mission du {day}, de {start} à {end} ({site}), est verrouillée autrement.",
    "{person}: the mission of {day}, from {start} to {end} ({site}), is locked otherwise.",
)

Identity = tuple[object, ...]


def check(roster: Roster) -> Iterator[Violation]:
    """Look for each locked piece that begins within the horizon, then for other pieces on a locked mission."""
    baseline, known = roster.problem.baseline, roster.problem.mission
    locked = [piece for piece in baseline.locked if piece.day in roster.horizon] if baseline else []
    kept = {_identity(piece, piece.mission_id in known) for piece in locked}
    standing = {_identity(piece, piece.mission_id in known) for piece in roster.schedule.assignments}
    for piece in locked:
        if _identity(piece, piece.mission_id in known) not in standing:
            yield _violation(roster, piece, MISSING)
    missions = {piece.mission_id for piece in locked if piece.mission_id in known}
    for piece in roster.schedule.assignments:
        if piece.mission_id in missions and _identity(piece, True) not in kept:
            yield _violation(roster, piece, REPLACED)


def _identity(piece: Assignment, with_mission: bool) -> Identity:
    mission = piece.mission_id if with_mission else None
    return (piece.employee_id, piece.span, piece.site_id, piece.qualification, mission)


def _violation(roster: Roster, piece: Assignment, words: Words) -> Violation:
    person = roster.group.employee.get(piece.employee_id)
    site = roster.group.site[piece.site_id]
    return Violation(
        rule=INFO.name,
        employee_id=piece.employee_id,
        days=(piece.day,),
        amount=1,
        member_id=site.member_id,
        mission_id=piece.mission_id,
        words=words.fill(
            person=same(person.name if person else piece.employee_id),
            day=day(piece.day),
            start=clock(piece.start),
            end=clock(piece.end),
            site=same(site.name),
        ),
    )


RULE = Rule(info=INFO, check=check)

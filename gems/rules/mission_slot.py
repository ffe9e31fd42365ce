"""A piece that names a mission is what the member asked: its place, its job, one of its times."""

from collections.abc import Iterator

from gems.domain.missions import Mission
from gems.domain.schedule import Assignment
from gems.domain.words import Words, clock, same
from gems.rules.naming import mission_name
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="mission_slot",
    kind=RuleKind.HARD,
    unit=Unit.TIMES,
    title=Words("La mission telle que demandée", "The mission as asked"),
    says=Words(
        "Une mission est faite au lieu demandé, pour le métier demandé et à l'un des horaires possibles. Une mission "
        "verrouillée à la main est acceptée telle quelle.",
        "A mission is done at the place asked, for the job asked and at one of its possible times. A mission locked "
        "by hand is accepted as it stands.",
    ),
)
WORDS = Words(
    "{person} : {mission}, de {start} à {end} : {wrong}.",
    "{person}: {mission}, from {start} to {end}: {wrong}.",
)
WRONG_SITE = Words("ce n'est pas le lieu demandé", "this is not the place asked")
WRONG_JOB = Words("ce n'est pas le métier demandé", "this is not the job asked")
WRONG_TIME = Words("cet horaire n'est pas parmi ceux demandés", "this time is not among those asked")


def check(roster: Roster) -> Iterator[Violation]:
    """Compare each piece with its mission; pieces without a mission of the problem are not judged."""
    baseline = roster.problem.baseline
    accepted = {_identity(piece) for piece in baseline.locked} if baseline else set()
    for piece in roster.schedule.assignments:
        mission = roster.problem.mission.get(piece.mission_id or "")
        wrong = _wrong(piece, mission) if mission else None
        if mission is None or wrong is None or _identity(piece) in accepted:
            continue
        yield Violation(
            rule=INFO.name,
            employee_id=piece.employee_id,
            days=(piece.day,),
            amount=1,
            member_id=mission.request.member_id,
            mission_id=mission.id,
            words=WORDS.fill(
                person=same(roster.group.employee[piece.employee_id].name),
                mission=mission_name(roster.group, mission),
                start=clock(piece.start),
                end=clock(piece.end),
                wrong=wrong,
            ),
        )


def _wrong(piece: Assignment, mission: Mission) -> Words | None:
    if piece.site_id != mission.request.site_id:
        return WRONG_SITE
    if piece.qualification != mission.request.qualification:
        return WRONG_JOB
    return None if piece.span in mission.slots else WRONG_TIME


def _identity(piece: Assignment) -> tuple[object, ...]:
    return (piece.employee_id, piece.span, piece.site_id, piece.qualification, piece.mission_id)


RULE = Rule(info=INFO, check=check)

"""Nobody is sent farther from home than they accept."""

from collections.abc import Iterator

from gems.domain.people import Employee
from gems.domain.schedule import Assignment
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="commute_max",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Trajet depuis le domicile", "Drive from home"),
    says=Words(
        "Aucun lieu de travail n'est plus loin du domicile que la durée de trajet acceptée par la personne ; sans "
        "véhicule, seuls les lieux de sa commune conviennent. C'est un choix du groupement : la loi ne fixe pas de "
        "durée.",
        "No place of work is farther from home than the drive the person accepts; without a vehicle, only places in "
        "the home commune do. This is the group's choice: the law sets no figure.",
    ),
)
WORDS = Words(
    "{person} : {actual} de trajet depuis le domicile {day}, au plus {limit} acceptées.",
    "{person}: a drive of {actual} from home {day}, at most {limit} accepted.",
)
NO_VEHICLE = Words(
    "{person} : sans véhicule, seuls les lieux de sa commune conviennent ; {day}, le trajet est de {actual}.",
    "{person}: without a vehicle only places in the home commune do; {day} the drive is {actual}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure the drive from the home commune to the site of each piece, one way."""
    for piece in roster.schedule.assignments:
        if found := _too_far(roster, roster.group.employee[piece.employee_id], piece):
            yield found


def _too_far(roster: Roster, person: Employee, piece: Assignment) -> Violation | None:
    minutes = roster.group.commute(person.id, piece.site_id).minutes
    beyond, words = minutes - person.max_commute_minutes, WORDS
    if not person.vehicle and roster.group.site[piece.site_id].commune != person.home:
        beyond, words = max(minutes, 1), NO_VEHICLE
    if beyond <= 0:
        return None
    said = words.fill(
        person=same(person.name),
        day=day(piece.day),
        actual=hours(minutes),
        limit=hours(person.max_commute_minutes),
    )
    return Violation(
        rule=INFO.name,
        employee_id=person.id,
        days=(piece.day,),
        amount=beyond,
        mission_id=piece.mission_id,
        words=said,
    )


RULE = Rule(info=INFO, check=check)

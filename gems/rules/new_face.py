"""People a member has not seen in the past twelve weeks."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="new_face",
    kind=RuleKind.PRICED,
    unit=Unit.TIMES,
    title=Words("Nouveaux visages", "New faces"),
    says=Words(
        "Chaque personne qu'un adhérent n'a pas vue depuis douze semaines compte une fois, même si elle y vient "
        "plusieurs jours.",
        "Each person that a member has not seen for twelve weeks counts once, however many days she comes.",
    ),
    prices=("new_face.time",),
)


def charge(roster: Roster) -> Iterator[Charge]:
    """Each pair of a person and a member with work between them and none in the history, on its first day.

    Where the history knows no face at all, every pair is new: then fewer faces at a member are preferred.
    """
    price = roster.problem.prices["new_face.time"]
    known = {(face.employee_id, face.member_id) for face in roster.group.history.faces if face.minutes > 0}
    for person in roster.group.employees:
        for piece in roster.schedule.by_employee.get(person.id, ()):
            pair = (person.id, roster.group.site[piece.site_id].member_id)
            if pair not in known:
                known.add(pair)
                yield Charge(
                    rule=INFO.name, amount=1, cents=price, employee_id=pair[0], member_id=pair[1], day=piece.day
                )


RULE = Rule(info=INFO, charge=charge)

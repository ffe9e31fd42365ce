"""A person only works at the members listed in the contract."""

from collections.abc import Iterator

from gems.domain.words import Words, day, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="member_in_contract",
    kind=RuleKind.HARD,
    unit=Unit.TIMES,
    title=Words("Adhérent prévu au contrat", "Member listed in the contract"),
    says=Words(
        "Chaque personne travaille seulement chez les adhérents cités dans son contrat de travail.",
        "Each person works only at the members listed in their contract.",
    ),
    figures=("member_in_contract",),
)
WORDS = Words(
    "{person} : {day}, l'adhérent {member} ne figure pas dans son contrat.",
    "{person}: {day}, the member {member} is not listed in the contract.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Look each piece's member up in the contract."""
    group = roster.group
    for piece in roster.schedule.assignments:
        person, member = group.employee[piece.employee_id], group.member[group.site[piece.site_id].member_id]
        if member.id not in person.contract.member_ids:
            yield Violation(
                rule=INFO.name,
                employee_id=person.id,
                days=(piece.day,),
                amount=1,
                member_id=member.id,
                mission_id=piece.mission_id,
                words=WORDS.fill(person=same(person.name), day=day(piece.day), member=same(member.name)),
            )


RULE = Rule(info=INFO, check=check)

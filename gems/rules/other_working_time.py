"""Working time beside the hours at members: meetings to keep room for."""

from collections.abc import Iterator

from gems.domain.words import Words, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="other_working_time",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Temps de réunion à prévoir", "Time for meetings"),
    says=Words(
        "Dans l'aide à domicile, au moins 8 h par an et par personne vont aux échanges entre collègues ; dans la CCN "
        "66, au moins 6 % du temps des éducateurs va aux réunions.",
        "In home care at least 8 hours a year a person go to exchanges among colleagues; under the CCN 66 at least 6 "
        "% of educators' time goes to meetings.",
    ),
    figures=("other_working_time", "other_working_time.education"),
    not_planned=Words(
        "Ces réunions n'ont pas de demande d'adhérent : le coordinateur les pose, le planning les respecte.",
        "No member asks for these meetings: the coordinator sets them, the planner obeys them.",
    ),
)
YEARLY = Words(
    "Prévoir {minutes} de réunions d'échange par an et par personne.",
    "Keep room for {minutes} of exchange meetings a year for each person.",
)
SHARE = Words(
    "{person} : {minutes} de réunion à prévoir sur la période.",
    "{person}: {minutes} of meetings to keep room for in the period.",
)
EDUCATION, PER_CENT = "educator", 100


def count(roster: Roster) -> Iterator[Count]:
    """One reminder for the group where a yearly figure holds; a share of the educators' minutes where one does."""
    law, first = roster.limits.law, roster.horizon.first
    if yearly := law.figure("other_working_time", first):
        yield Count(rule=INFO.name, amount=yearly.value, words=YEARLY.fill(minutes=hours(yearly.value)))
    share = law.figure("other_working_time.education", first)
    for person in roster.group.employees if share else ():
        pieces = roster.schedule.by_employee.get(person.id, ())
        minutes = sum(piece.minutes for piece in pieces if piece.qualification == EDUCATION)
        due = minutes * share.value // PER_CENT if share else 0
        if due:
            words = SHARE.fill(person=same(person.name), minutes=hours(due))
            yield Count(rule=INFO.name, amount=due, words=words, employee_id=person.id)


RULE = Rule(info=INFO, count=count)

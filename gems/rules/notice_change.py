"""Too late to change: within the shortest notice a person's published hours may only shrink."""

from collections.abc import Iterator

from gems.domain.schedule import Assignment
from gems.domain.time import Span, day_of
from gems.domain.words import Words, clock, day, same
from gems.rules.naming import days_count
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="notice_change",
    kind=RuleKind.DEROGABLE,
    unit=Unit.DAYS,
    title=Words("Délai de prévenance", "Notice of changed hours"),
    says=Words(
        "Une fois le planning d'une personne publié, ses horaires ne changent plus à moins de 7 jours (4 dans l'aide à "
        "domicile et la CCN 51), sauf pour en retirer. Changer de lieu aux mêmes heures reste possible.",
        "Once a person's schedule is published, their hours no longer change with less than 7 days' notice (4 in "
        "home care and CCN 51), except to take some away. Another place at the same hours stays possible.",
    ),
    figures=("notice_change",),
)
WORDS = Words(
    "{person} : {day}, de {start} à {end}, n'était pas au planning publié et ne peut plus s'y ajouter à moins de "
    "{limit}.",
    "{person}: {day}, from {start} to {end}, was not in the published schedule and is too late to add within {limit}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Judge each piece of the people who have published hours: within the notice it must lie inside those hours."""
    as_of, baseline = roster.problem.as_of, roster.problem.baseline
    if as_of is None or baseline is None:
        return
    for person in roster.group.employees:
        hours = _joined([piece for piece in baseline.by_employee.get(person.id, ()) if piece.published])
        for piece in roster.schedule.by_employee.get(person.id, ()) if hours else ():
            limit = roster.limits.of(INFO.name, person.id, piece.day)
            notice = (piece.day - day_of(as_of)).days
            inside = any(span.start <= piece.start and piece.end <= span.end for span in hours)
            if limit is not None and notice < limit and not inside and piece.day in roster.horizon:
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=(piece.day,),
                    amount=limit - notice,
                    mission_id=piece.mission_id,
                    words=WORDS.fill(
                        person=same(person.name),
                        day=day(piece.day),
                        start=clock(piece.start),
                        end=clock(piece.end),
                        limit=days_count(limit),
                    ),
                )


def _joined(pieces: list[Assignment]) -> list[Span]:
    """The published hours as spans, pieces that touch or overlap made one."""
    spans: list[Span] = []
    for piece in pieces:
        if spans and piece.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, piece.end))
        else:
            spans.append(piece.span)
    return spans


RULE = Rule(info=INFO, check=check)

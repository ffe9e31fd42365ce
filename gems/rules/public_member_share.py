"""Time at territorial public members: at most half of the annual contract."""

from collections.abc import Iterator

from gems.domain.words import Words, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="public_member_share",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Part du temps chez les collectivités", "Share of time at public members"),
    says=Words(
        "Une personne ne passe pas plus de la moitié de son temps de travail annuel chez les adhérents qui sont des "
        "collectivités territoriales ; les trajets ne comptent pas.",
        "A person spends no more than half of their annual working time at members that are territorial public bodies; "
        "drives do not count.",
    ),
    figures=("public_member_share",),
)
WORDS = Words(
    "{person} : {actual} dans l'année chez les collectivités, {limit} au plus.",
    "{person}: {actual} in the year at territorial public members, {limit} at most.",
)
PERCENT = 100


def check(roster: Roster) -> Iterator[Violation]:
    """Add the pieces at territorial members to the counter of the year; the limit is rounded down to the minute."""
    territorial = {site.id for site in roster.group.sites if roster.group.member[site.member_id].territorial}
    for person in roster.group.employees:
        share = roster.limits.of(INFO.name, person.id, roster.horizon.first)
        pieces = [piece for piece in roster.schedule.by_employee.get(person.id, ()) if piece.site_id in territorial]
        if share is None or not pieces:
            continue
        limit = person.contract.annual_minutes * share // PERCENT
        total = roster.year_done(person.id).territorial_minutes + sum(piece.minutes for piece in pieces)
        if total > limit:
            yield Violation(
                rule=INFO.name,
                employee_id=person.id,
                days=tuple(sorted({piece.day for piece in pieces})),
                amount=total - limit,
                words=WORDS.fill(person=same(person.name), actual=hours(total), limit=hours(limit)),
            )


RULE = Rule(info=INFO, check=check)

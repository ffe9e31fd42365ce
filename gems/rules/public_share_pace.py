"""Hours at territorial public members that run ahead of the year: what is used early is missing later."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="public_share_pace",
    kind=RuleKind.PRICED,
    unit=Unit.MINUTES,
    title=Words("Rythme chez les collectivités", "Pace at public members"),
    says=Words(
        "La part de l'année permise chez les collectivités se répartit sur les semaines qui restent, selon les heures "
        "que chacune vise. Quand le temps est annualisé, chaque minute au-delà a un prix : prise "
        "trop tôt, elle manquera en fin d'année, quand les heures de la personne n'auront plus où aller.",
        "The share of the year allowed at public members is spread over the weeks that are left, by the hours each "
        "aims at. When time is annualised, each minute beyond has a price: taken too early, it will be "
        "missing at the year's end, when the person's hours have nowhere to go.",
    ),
    figures=("public_member_share",),
    prices=("public_share_pace.minute",),
)


def charge(roster: Roster) -> Iterator[Charge]:
    """What the weeks planned hold at territorial members beyond their part of what the year still allows there."""
    price = roster.problem.prices["public_share_pace.minute"]
    territorial = {site.id for site in roster.group.sites if roster.group.member[site.member_id].territorial}
    for person in roster.group.employees:
        pieces = [piece for piece in roster.schedule.by_employee.get(person.id, ()) if piece.site_id in territorial]
        pace = roster.limits.public_pace(person) if pieces else None
        over = 0 if pace is None else sum(piece.minutes for piece in pieces) - pace
        if over > 0:
            yield Charge(
                rule=INFO.name, amount=over, cents=over * price, employee_id=person.id, day=roster.horizon.first
            )


RULE = Rule(info=INFO, charge=charge)

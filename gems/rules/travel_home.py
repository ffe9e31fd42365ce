"""Commutes longer than usual, for which a counterpart is due."""

from collections.abc import Iterator

from gems.domain.words import Words, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="travel_home",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Trajet domicile–travail long", "Long commutes"),
    says=Words(
        "Le trajet du domicile au premier lieu et du dernier au domicile n'est pas du travail ; au-delà du temps "
        "normal, il donne droit à une contrepartie.",
        "The drive from home to the first site and from the last one home is not work; beyond the usual time a "
        "counterpart is due.",
    ),
    figures=("travel_home",),
    not_planned=Words(
        "La contrepartie se paie ; la durée que chacun accepte est une autre règle, que le planning respecte.",
        "The counterpart is paid; the longest commute each accepts is another rule, which the planner obeys.",
    ),
)
WORDS = Words(
    "{person} : {over} de trajet au-delà de {limit} par trajet sur la période ; une contrepartie est due.",
    "{person}: {over} of commute beyond {limit} a trip in the period; a counterpart is due.",
)


def count(roster: Roster) -> Iterator[Count]:
    """Minutes beyond the figure, there and back, added up over the duties of the horizon."""
    limit = roster.limits.law.value(INFO.name, roster.horizon.first)
    for person in roster.group.employees:
        over = 0
        for duty in roster.duties[person.id]:
            for site_id in (duty.pieces[0].site_id, duty.pieces[-1].site_id):
                over += max(0, roster.group.commute(person.id, site_id).minutes - limit)
        if over:
            words = WORDS.fill(person=same(person.name), over=hours(over), limit=hours(limit))
            yield Count(rule=INFO.name, amount=over, words=words, employee_id=person.id)


RULE = Rule(info=INFO, count=count)

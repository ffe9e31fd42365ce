"""Mean weekly work over twelve weeks in a row."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.week_windows import means_over

INFO = RuleInfo(
    name="weekly_avg12_max",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Moyenne sur douze semaines", "Mean over twelve weeks"),
    says=Words(
        "Sur douze semaines consécutives quelconques, le travail ne dépasse pas 44 h par semaine en moyenne. Les "
        "semaines passées viennent de l'historique ; une période dont une semaine manque n'est pas jugée.",
        "Over any twelve weeks in a row, work does not exceed 44 h a week on average. Past weeks come from the "
        "history; a period with a missing week is not judged.",
    ),
    figures=("weekly_avg12_max", "weekly_avg12_max.weeks"),
)
WORDS = Words(
    "{person} : {actual} par semaine en moyenne sur les {weeks} semaines finissant le {day}, {limit} au plus.",
    "{person}: {actual} a week on average over the {weeks} weeks ending on {day}, {limit} at most.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Judge every period of twelve weeks that ends in the horizon; the amount is the excess of the whole period."""
    return means_over(roster, INFO, WORDS)


RULE = Rule(info=INFO, check=check)

"""Mean weekly work over four weeks in a row (UNIFED agreement)."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.week_windows import means_over

INFO = RuleInfo(
    name="weekly_avg4_max",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Moyenne sur quatre semaines", "Mean over four weeks"),
    says=Words(
        "Dans les CCN 66 et 51 (accord UNIFED), le travail ne dépasse pas 44 h par semaine en moyenne sur quatre "
        "semaines consécutives. Une période dont une semaine manque à l'historique n'est pas jugée.",
        "Under CCN 66 and 51 (UNIFED agreement), work does not exceed 44 h a week on average over four weeks in a row. "
        "A period with a week missing from the history is not judged.",
    ),
    figures=("weekly_avg4_max", "weekly_avg4_max.weeks"),
)
WORDS = Words(
    "{person} : {actual} par semaine en moyenne sur les {weeks} semaines finissant le {day}, {limit} au plus.",
    "{person}: {actual} a week on average over the {weeks} weeks ending on {day}, {limit} at most.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Judge every period of four weeks that ends in the horizon; the amount is the excess of the whole period."""
    return means_over(roster, INFO, WORDS)


RULE = Rule(info=INFO, check=check)

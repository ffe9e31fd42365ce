"""Mean weekly work of night workers over twelve weeks in a row."""

from collections.abc import Iterator

from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.week_windows import means_over

INFO = RuleInfo(
    name="night_weekly_avg",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Moyenne hebdomadaire des travailleurs de nuit", "Weekly mean of night workers"),
    says=Words(
        "Un travailleur de nuit ne dépasse pas 40 h de travail par semaine en moyenne sur douze semaines consécutives, "
        "heures de jour comprises. Une période dont une semaine manque à l'historique n'est pas jugée.",
        "A night worker does not exceed 40 h of work a week on average over twelve weeks in a row, day hours included. "
        "A period with a week missing from the history is not judged.",
    ),
    figures=("night_weekly_avg", "night_weekly_avg.weeks"),
)
WORDS = Words(
    "{person} : {actual} par semaine en moyenne sur les {weeks} semaines finissant le {day}, {limit} au plus de nuit.",
    "{person}: {actual} a week on average over the {weeks} weeks ending on {day}, {limit} at most for night workers.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Judge night workers over every period that ends in the horizon; the amount is the excess of the whole period."""
    return means_over(roster, INFO, WORDS, lambda person: person.contract.night_worker)


RULE = Rule(info=INFO, check=check)

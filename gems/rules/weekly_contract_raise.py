"""Part-timers who work more than their contract for long: the contract is raised."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit
from gems.rules.week_windows import week_windows

INFO = RuleInfo(
    name="weekly_contract_raise",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Temps partiel à relever", "Part-time contract to raise"),
    says=Words(
        "Un temps partiel qui travaille en moyenne au moins 2 h de plus que son contrat pendant douze semaines "
        "d'affilée a droit à un contrat relevé d'autant, sauf s'il s'y oppose.",
        "A part-timer who works on average at least 2 hours over the contract for twelve weeks in a row is due a "
        "contract raised by as much, unless she objects.",
    ),
    figures=("weekly_contract_raise", "weekly_contract_raise.weeks"),
    not_planned=Words(
        "C'est une conséquence sur le contrat, non une limite : les heures complémentaires ont déjà leur prix.",
        "This is a consequence for the contract, not a limit: extra hours already have their price.",
    ),
)
WORDS = Words(
    "{person} : {over} par semaine de plus que son contrat en moyenne sur {weeks} semaines ; le contrat est à relever.",
    "{person}: {over} a week over the contract on average over {weeks} weeks; the contract is due to be raised.",
)


def count(roster: Roster) -> Iterator[Count]:
    """The mean excess a week, rounded down, over the weeks that end with the horizon when all of them are known."""
    law, first = roster.limits.law, roster.horizon.first
    least, weeks = law.value(INFO.name, first), law.value(f"{INFO.name}.weeks", first)
    for person in roster.group.employees:
        windows = list(week_windows(roster, person.id, weeks))
        if person.contract.kind is not ContractKind.PART_TIME or not windows:
            continue
        over = (windows[-1].minutes - person.contract.weekly_minutes * weeks) // weeks
        if windows[-1].mondays[-1] == roster.horizon.mondays[-1] and over >= least:
            words = WORDS.fill(person=same(person.name), over=hours(over), weeks=weeks)
            yield Count(rule=INFO.name, amount=over, words=words, employee_id=person.id, warning=True)


RULE = Rule(info=INFO, count=count)

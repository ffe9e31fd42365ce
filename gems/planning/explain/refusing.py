"""Why can't I do this: what would lift a rule that a change by hand breaks."""

from gems.domain.problem import Problem
from gems.domain.words import Words
from gems.planning.explain.amounts import amount_words
from gems.rules.catalogue import DEROGABLE, rule_named
from gems.rules.law import law_of
from gems.rules.statement import Violation

DEROGATION = Words(
    "Une dérogation est possible, jusqu'à {outer} : Réglages, Dérogations.",
    "A derogation is possible, up to {outer}: Settings, Derogations.",
)
NONE = Words(
    "Aucune dérogation n'est possible : changez d'heure, de jour ou de personne.",
    "No derogation is possible: change the hour, the day or the person.",
)


def way_out(problem: Problem, found: Violation) -> Words:
    """How far a derogation from the rule could go, or that there is none."""
    info = rule_named(found.rule).info
    if found.rule in DEROGABLE:
        figure = law_of(problem.group.settings.agreement).figure(info.figures[0], problem.horizon.first)
        if figure is not None and figure.outer is not None:
            return DEROGATION.fill(outer=amount_words(figure.outer, info.unit))
    return NONE

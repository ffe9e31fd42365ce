"""Everything a visitor can read by use cases, week by week."""

from collections.abc import Iterator
from dataclasses import replace

from gems.access.policy import RIGHTS, Actor
from gems.planning.office import USE_CASES, UseCase
from tests.security.answers import Outcome, outcome_of
from tests.security.arguments import arguments, calls, parameters
from tests.security.lived import MONDAYS
from tests.security.town import Town


def readable(actor: Actor) -> Iterator[UseCase]:
    """What their role may ask without changing anything."""
    return (one for one in USE_CASES.values() if not one.writes and one.act in RIGHTS[actor.role])


def looks(town: Town, actor: Actor) -> dict[str, Outcome]:
    """What each use case answers them of their own affairs, in each week and both languages."""
    found = {}
    for use_case in readable(actor):
        usual = next(calls(use_case, actor, town.groups.home, town.groups.away))
        weekly = "monday" in {one.name for one in parameters(use_case)}
        for monday in MONDAYS if weekly else (None,):
            named = arguments(replace(usual, monday=monday))
            for language in ("fr", "en") if "language" in named else (None,):
                told = named | ({"language": language} if language else {})
                key = " ".join(filter(None, (use_case.name, monday and monday.isoformat(), language)))
                found[key] = outcome_of(lambda run=use_case.run, told=told: run(town.office, actor, **told))
    return found

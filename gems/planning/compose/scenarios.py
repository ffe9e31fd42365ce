"""Scenarios: sets of proposed posts kept under a name, read again, renamed, thrown away."""

from typing import cast

from gems.access.policy import Act
from gems.domain.scenario import Contents, Scenario, ScenarioHead
from gems.domain.typed import is_readable
from gems.domain.words import Words
from gems.planning.office import Declined, Doing, use_case
from gems.store.jobs import JobState

MOST_LETTERS = 80
NO_NAME = Words(
    f"Donnez à ce scénario un nom d'une ligne, de {MOST_LETTERS} lettres au plus.",
    f"Give this scenario a name of one line, {MOST_LETTERS} letters at most.",
)
UNKNOWN_SCENARIO = Words(
    "Ce scénario n'existe pas, ou n'existe plus. Rouvrez la liste des scénarios.",
    "This scenario does not exist, or no longer does. Open the list of scenarios again.",
)
KEPT_ALREADY = Words("Ce scénario est déjà gardé.", "This scenario is kept already.")
SUBJECT = Words("scénario « {name} »", "scenario “{name}”")
KEPT = Words("gardé : {posts} postes proposés", "kept: {posts} posts proposed")
RENAMED = Words("renommé : « {name} »", "renamed: “{name}”")
DROPPED = Words("supprimé", "deleted")


@use_case(Act.COMPOSE_POSTS, writes=True)
def keep_scenario(doing: Doing, *, scenario_id: str, name: str, contents: Contents) -> ScenarioHead:
    """Keep a proposal under a name; `scenario_id`: that of the composing it comes from, which ends, or a new one.

    Raises Declined.
    """
    if doing.work.scenarios.find(scenario_id) is not None:
        raise Declined(KEPT_ALREADY)
    head = ScenarioHead(
        id=scenario_id,
        name=_sound_name(name),
        made_by=doing.actor.name,
        made_at=doing.work.now,
        posts=len(cast(list[object], contents["posts"])),
        asked_minutes=cast(int, contents["asked_minutes"]),
        placed_minutes=cast(int, contents["placed_minutes"]),
        bound_minutes=cast(int, contents["bound_minutes"]),
    )
    doing.work.scenarios.add(Scenario(head=head, contents=contents))
    words = KEPT.fill(posts=head.posts)
    doing.work.jobs.end(scenario_id, JobState.DONE, words)
    doing.note(Act.COMPOSE_POSTS, SUBJECT.fill(name=head.name).fr, words)
    return head


@use_case(Act.COMPOSE_POSTS)
def list_scenarios(doing: Doing) -> tuple[ScenarioHead, ...]:
    """All that are kept, the latest first."""
    return doing.work.scenarios.heads()


@use_case(Act.COMPOSE_POSTS)
def see_scenario(doing: Doing, *, scenario_id: str) -> Scenario:
    """One with all that it proposes. Raises Declined."""
    return known_scenario(doing, scenario_id)


@use_case(Act.COMPOSE_POSTS, writes=True)
def rename_scenario(doing: Doing, *, scenario_id: str, name: str) -> None:
    """Call it so. Raises Declined."""
    before, name = known_scenario(doing, scenario_id).head.name, _sound_name(name)
    doing.work.scenarios.rename(scenario_id, name)
    doing.note(Act.COMPOSE_POSTS, SUBJECT.fill(name=before).fr, RENAMED.fill(name=name))


@use_case(Act.COMPOSE_POSTS, writes=True)
def drop_scenario(doing: Doing, *, scenario_id: str) -> None:
    """Throw it away. Raises Declined."""
    name = known_scenario(doing, scenario_id).head.name
    doing.work.scenarios.drop(scenario_id)
    doing.note(Act.COMPOSE_POSTS, SUBJECT.fill(name=name).fr, DROPPED)


def known_scenario(doing: Doing, scenario_id: str) -> Scenario:
    """One by its id. Raises Declined."""
    found = doing.work.scenarios.find(scenario_id)
    if found is None:
        raise Declined(UNKNOWN_SCENARIO)
    return found


def _sound_name(name: str) -> str:
    """What was typed, without the blanks around it. Raises Declined."""
    found = name.strip()
    if not 0 < len(found) <= MOST_LETTERS or "\n" in found or not is_readable(found):
        raise Declined(NO_NAME)
    return found

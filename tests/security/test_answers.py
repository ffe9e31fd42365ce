"""What answers tell: each visitor's own affairs, and nothing of anybody else."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import gems.planning.every  # noqa: F401  fills the register
from gems.access.policy import Actor, Role
from tests.security.answers import Outcome
from tests.security.conftest import Model, copy_of
from tests.security.knowledge import may_know
from tests.security.looking import looks
from tests.security.marks import Owner
from tests.security.plantings import PLANTINGS
from tests.security.rows import whole
from tests.security.town import Groups, Town

SAMPLES = ("small", pytest.param("gems23", marks=pytest.mark.long))
WEIGHED = (".reasons", ".average:", ".least_served:")
"""Lines of a member's answers that everybody's data make up, in words and figures that say nothing of anybody."""


@dataclass(frozen=True, slots=True, repr=False)
class Base:
    """A town, and how to copy it."""

    town: Town
    copy: Callable[[], AbstractContextManager[Town]]


def lookers(groups: Groups) -> list[Actor]:
    """Every member and person of home, and the board."""
    home = groups.home
    members = [home.actor(Role.MEMBER, one.id) for one in home.group.members]
    people = [home.actor(Role.EMPLOYEE, one.id) for one in home.group.employees]
    return [home.actor(Role.BOARD), *members, *people]


def leaks(town: Town, actor: Actor, told: dict[str, Outcome]) -> dict[str, set[Owner]]:
    """What the answers hold that this visitor may not know, by use case."""
    home = town.groups.home
    known = may_know(home, actor)
    found = {key: home.marks.found(outcome.text) - known for key, outcome in told.items()}
    return {key: marks for key, marks in found.items() if marks}


def test_nobody_reads_anything_private_of_others(town: Town) -> None:
    for actor in lookers(town.groups):
        told = looks(town, actor)
        assert {outcome.kind for outcome in told.values()} == {"answer"}
        assert not leaks(town, actor, told), actor


def test_the_search_finds_what_there_is_to_find(town: Town) -> None:
    """The same answers, searched as the board's: names of those who come, places, labels, reasons all show."""
    board = town.groups.home.actor(Role.BOARD)
    kinds: dict[Role, set[str]] = {Role.MEMBER: set(), Role.EMPLOYEE: set(), Role.BOARD: set()}
    for actor in lookers(town.groups):
        for found in leaks(town, board, looks(town, actor)).values():
            kinds[actor.role] |= {kind for kind, _ in found}
    assert {"person", "site", "label", "draft label", "reason"} <= kinds[Role.MEMBER]
    assert {"member", "phone", "site", "commune", "label", "reason"} <= kinds[Role.EMPLOYEE]
    assert not kinds[Role.BOARD]


@pytest.mark.parametrize("name", PLANTINGS)
def test_each_change_changes_something(name: str, town: Town) -> None:
    home, before = town.groups.home, whole(town.store)
    with town.store.write(home.number) as work:
        PLANTINGS[name].plant(work, home, lookers(town.groups)[1])
    assert whole(town.store) != before


@pytest.fixture(scope="module", params=SAMPLES)
def base(request: pytest.FixtureRequest, model: Model, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    """A town that nobody writes to, and what was read there."""
    folder = tmp_path_factory.mktemp("base")
    with copy_of(model, request.param, folder) as town:
        yield Base(town, lambda: copy_of(model, request.param, folder))


@settings(max_examples=settings().max_examples // 4)
@given(draw=st.integers(0, 10**6), names=st.sets(st.sampled_from(sorted(PLANTINGS)), min_size=1))
@example(draw=85625, names={"absence kinds"}).via("in gems23, somebody with a leave of their own")
def test_what_is_nobody_elses_business_changes_no_answer(base: Base, draw: int, names: set[str]) -> None:
    actors = lookers(base.town.groups)
    actor = actors[draw % len(actors)]
    home = base.town.groups.home
    plantings = [PLANTINGS[name] for name in sorted(names) if actor.role in PLANTINGS[name].hidden_from]
    before = looks(base.town, actor)
    assert not leaks(base.town, actor, before)
    with base.copy() as town:
        with town.store.write(home.number) as work:
            for planting in plantings:
                planting.plant(work, home, actor)
        after = looks(town, actor)
    weighed = actor.role is Role.MEMBER and any(planting.weighs for planting in plantings)
    for key, outcome in after.items():
        assert told(outcome, weighed) == told(before[key], weighed), key


def told(outcome: Outcome, weighed: bool) -> list[str]:
    """The lines of an answer, less those that everybody's data may change."""
    lines = outcome.text.splitlines()
    return [line for line in lines if not line.startswith(WEIGHED)] if weighed else lines

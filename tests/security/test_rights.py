"""Every use case tried as everybody, with everybody's ids: what the table of rights says is what happens."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

import gems.planning.every  # noqa: F401  fills the register
from gems.access.policy import RIGHTS, Act, Role, Scope
from gems.planning.office import USE_CASES, UseCase
from tests.security.answers import Outcome, outcome_of
from tests.security.arguments import arguments, calls, parameters
from tests.security.asked import Asked, Whose
from tests.security.knowledge import may_know
from tests.security.marks import Owner
from tests.security.rights_page import PAGE, written
from tests.security.rows import of_group, whole
from tests.security.town import Groups, Town

WITHOUT_USE_CASE = {
    Act.CHANGE_MY_PASSWORD: "done with the key of a session, in gems.access.sign_in: its holder changes their own"
}
NAMED = {Role.MEMBER: "member_id", Role.EMPLOYEE: "employee_id"}
"""What a use case names when a role may do it for its own affairs only."""
GONE = {"employee_calendar", "member_calendar"}
"""Refused to everybody when the group does not know the person or the member: an old link then opens nothing."""
ORDINARY_NO = {
    "enable_account": "every account is open",
    "repeat_week": "nothing is dated",
    "redo": "nothing was undone",
    "propose": "the draft breaks rules",
    "publish": "there are objections",
    "replace_now": "the entry named is none of the list",
    "pose_question": "the draft breaks rules",
    "make_so": "the need named is none of the week",
    "note_refusal": "the entry named is none of the list",
}
"""Use cases that the town gives nothing to do, and why."""
IDS = {"id", "draft", "gone", "job", "scenario"}
"""Kinds of marks that callers of these tests name themselves, and may hear again."""
every_use_case = pytest.mark.parametrize("use_case", USE_CASES.values(), ids=USE_CASES)


def may(asked: Asked) -> bool:
    """What the table says, read without the product's own reading of it."""
    if asked.actor is None or (asked.use_case.name in GONE and asked.subject in (Whose.NOBODYS, Whose.OTHER_GROUPS)):
        return False
    role = asked.actor.role
    scope = RIGHTS[role].get(asked.use_case.act)
    if scope is not Scope.OWN:
        return scope is Scope.ANY
    whole_account = {Role.MEMBER: asked.actor.member_id, Role.EMPLOYEE: asked.actor.employee_id}[role] is not None
    return whole_account and asked.subject is Whose.OWN and names(asked.use_case, role)


def names(use_case: UseCase, role: Role) -> bool:
    """Whether a use case says whose affairs it touches, in a way this role can own."""
    return NAMED[role] in {one.name for one in parameters(use_case)}


def every_call(use_case: UseCase, groups: Groups) -> Iterator[tuple[str, Asked]]:
    """As everybody, with everybody's ids."""
    for who, actor in groups.everybody().items():
        for asked in calls(use_case, actor, groups.home, groups.away):
            yield who, asked


def tried(town: Town, asked: Asked) -> Outcome:
    return outcome_of(lambda: asked.use_case.run(town.office, asked.actor, **arguments(asked)))


@every_use_case
def test_every_call_ends_as_the_table_says_and_tells_of_nobody_else(use_case: UseCase, town: Town) -> None:
    others = (town.groups.away, town.groups.twin)
    before = [of_group(town.store, other.number) for other in others]
    alike = defaultdict(set)
    for who, asked in every_call(use_case, town.groups):
        outcome, told = tried(town, asked), f"{who}, {asked.subject} affairs, {asked.things} things"
        assert outcome.refused is not may(asked), f"{told}: {outcome}"
        assert not of_other_groups(town.groups, outcome), told
        assert not beyond(town.groups, asked, outcome), told
        if of_others(asked) and may(asked):
            assert not (use_case.writes and outcome.kind == "answer"), told
            alike[who].add(blank(outcome, asked))
    assert all(len(outcomes) == 1 for outcomes in alike.values()), "what exists and what does not are told apart"
    assert [of_group(town.store, other.number) for other in others] == before


@every_use_case
def test_a_refusal_changes_nothing_and_tells_nothing(use_case: UseCase, town: Town) -> None:
    before, told = whole(town.store), defaultdict(set)
    for who, asked in every_call(use_case, town.groups):
        if not may(asked):
            told[who].add(tried(town, asked))
    assert whole(town.store) == before
    assert all(len(outcomes) == 1 for outcomes in told.values()), told


@every_use_case
def test_the_arguments_of_these_tests_are_ones_that_the_use_case_takes(use_case: UseCase, town: Town) -> None:
    """Otherwise a use case that always says no for another reason would look well guarded."""
    role = next((role for role, named in NAMED.items() if Scope.OWN is RIGHTS[role].get(use_case.act)), None)
    who = {Role.MEMBER: "member", Role.EMPLOYEE: "employee", None: "coordinator"}[role]
    if use_case.act is Act.MANAGE_MY_CALENDAR_LINK:
        who = "member"
    asked = next(calls(use_case, town.groups.everybody()[who], town.groups.home, town.groups.away))
    outcome = tried(town, asked)
    assert outcome.kind == ("Declined" if use_case.name in ORDINARY_NO else "answer"), outcome


def test_every_act_has_a_use_case() -> None:
    assert {one.act for one in USE_CASES.values()} == set(Act) - WITHOUT_USE_CASE.keys()


def test_the_table_of_rights_is_about_acts_that_exist() -> None:
    assert RIGHTS.keys() == set(Role)
    for rights in RIGHTS.values():
        assert rights.keys() <= set(Act)


@every_use_case
def test_an_act_open_for_own_affairs_says_whose_they_are(use_case: UseCase) -> None:
    for role, named in NAMED.items():
        if RIGHTS[role].get(use_case.act) is Scope.OWN:
            assert names(use_case, role), f"{use_case.name} has no {named}"


def of_other_groups(groups: Groups, outcome: Outcome) -> set[Owner]:
    """Texts of the groups that the caller has nothing to do with."""
    found = groups.away.marks.found(outcome.text) | groups.twin.marks.found(outcome.text)
    return {owner for owner in found if owner[0] not in IDS}


def beyond(groups: Groups, asked: Asked, outcome: Outcome) -> set[Owner]:
    """Texts of their own group that a member, a person or the board may not know."""
    if asked.actor is None or asked.actor.role is Role.COORDINATOR:
        return set()
    found = groups.home.marks.found(outcome.text) - may_know(groups.home, asked.actor)
    return {owner for owner in found if owner[0] not in IDS}


def of_others(asked: Asked) -> bool:
    """Whether a member or a person names a request, a wish or work that is not theirs."""
    return asked.actor is not None and asked.actor.role in NAMED and asked.things is not Whose.OWN


def blank(outcome: Outcome, asked: Asked) -> Outcome:
    """The same, without the ids that the caller wrote in it."""
    text = outcome.text
    for value in (asked.request().id, asked.wish().id, asked.member(asked.things), asked.employee(asked.things)):
        text = text.replace(value, "…")
    return Outcome(outcome.kind, text)


def test_the_page_of_rights_is_up_to_date() -> None:
    page = PAGE.read_text("utf-8")
    assert page == written(page), "call: python -m tests.security.rights_page"

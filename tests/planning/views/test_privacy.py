"""No view holds anything of anybody that its reader must not see.

Two ways of looking. Each view is searched for names, ids, communes, absences and contracts. And everything that must
not show is changed in the store (other names, other homes, other contracts and absences): no view may change with it.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gems.domain.group import Group
from gems.domain.people import AbsenceKind
from gems.domain.schedule import Schedule
from gems.planning.asks.requests import asking, closing, my_requests
from gems.planning.asks.wishes import my_wishes
from gems.planning.office import Office
from gems.planning.views.board import indicators
from gems.planning.views.employee import my_week, next_shift
from gems.planning.views.member import member_hours, who_comes
from gems.planning.views.my_hours import my_hours
from gems.planning.views.standing import issued
from tests.databases import Clock, Copy, FillStore, open_copy
from tests.planning.house import ISSUED, House, changed, house_of
from tests.planning.views.leaks import kinds_in, said_in, texts_in
from tests.store.put import keep, sample_group

MONDAY = date(2026, 11, 23)
SAMPLES = ("small", "gems23")
MEMBER_VIEWS: dict[str, Callable[[House, str], object]] = {
    "my_requests": lambda house, me: my_requests(house.office, house.member(me), member_id=me, monday=MONDAY),
    "asking": lambda house, me: asking(house.office, house.member(me), member_id=me),
    "closing": lambda house, me: closing(house.office, house.member(me), member_id=me, monday=MONDAY),
    "who_comes": lambda house, me: who_comes(house.office, house.member(me), member_id=me, monday=MONDAY),
    "member_hours": lambda house, me: member_hours(house.office, house.member(me), member_id=me),
}
EMPLOYEE_VIEWS: dict[str, Callable[[House, str], object]] = {
    "my_week": lambda house, me: my_week(house.office, house.employee(me), employee_id=me, monday=MONDAY),
    "next_shift": lambda house, me: next_shift(house.office, house.employee(me), employee_id=me),
    "my_hours": lambda house, me: my_hours(house.office, house.employee(me), employee_id=me),
    "my_wishes": lambda house, me: my_wishes(house.office, house.employee(me), employee_id=me),
}
OF_A_MEMBER = {
    "RequestLine", "Request", "Recurrence", "Season", "Priority", "FixedSlot", "Window", "Volume", "RequestState",
    "Outcome", "Words", "Asking", "Choice", "Closing", "WhoComes", "Visit", "MemberHours", "HoursWeek",
}  # fmt: skip
OF_AN_EMPLOYEE = {
    "MyWeek", "MyDay", "MyPiece", "Leg", "NextShift", "MyHours", "WeekHours", "MyYear", "MyWishes", "WishLine",
    "Wish", "WishKind", "Words",
}  # fmt: skip
OF_THE_BOARD = {"Indicators", "Period", "Figure", "JobCoverage", "NoticeBand", "Words"}


@dataclass(frozen=True, slots=True, repr=False)  # a failing example shows which view of whom, not a whole group
class Watched:
    """A group with a published week, one piece of it given to somebody else since."""

    house: House
    group: Group

    def own_sites(self, member_id: str) -> set[str]:
        return {site.id for site in self.group.sites if site.member_id == member_id}

    def who_come(self, member_id: str) -> set[str]:
        """Ids of the people that a member may know: those of the history, and of the week published."""
        sites = self.own_sites(member_id)
        known = {face.employee_id for face in self.group.history.faces if face.member_id == member_id}
        return known | {one.employee_id for one in self.published().assignments if one.site_id in sites}

    def published(self) -> Schedule:
        """The week that holds for everybody."""
        with self.house.office.store.read(self.house.number) as work:
            version = issued(work, MONDAY)
        assert version is not None
        return version.schedule

    def communes_of_homes(self, allowed: set[str]) -> set[str]:
        """Communes where people live, less those in these texts."""
        return {one.home for one in self.group.employees if not any(one.home in text for text in allowed)}


@pytest.fixture(scope="module")
def watched(copied_database: Copy) -> Iterator[dict[str, Watched]]:
    clock = Clock.at("2026-11-22T09:00")
    with ExitStack() as kept:
        found = {}
        for name in SAMPLES:
            url, number = kept.enter_context(copied_database("sqlite", sample_group(name)))
            store = open_copy(url, clock)
            kept.callback(store.close)
            house = House(Office(store), clock, number, name)
            _publish(house)
            _name_strangers(house)
            found[name] = Watched(house, house.group)
        yield found


def _publish(house: House) -> None:
    """The planted week, in which the first piece then goes to somebody else; and a draft that is nobody's yet."""
    house.keep(house.planted, *ISSUED)
    first = house.planted.assignments[0]
    other = next(one.id for one in house.group.employees if one.id != first.employee_id)
    house.keep(changed(house.planted, lambda one: replace(one, employee_id=other) if one == first else one), *ISSUED)
    house.keep(changed(house.planted, lambda one: replace(one, comment="arrêt maladie de la collègue")))


def _name_strangers(house: House) -> None:
    """On every request the coordinator has excluded somebody whom the member does not know."""
    here = Watched(house, house.group)
    strangers = {
        member.id: next(one.id for one in here.group.employees if one.id not in here.who_come(member.id))
        for member in here.group.members
    }
    requests = (replace(one, excluded=one.excluded | {strangers[one.member_id]}) for one in here.group.requests)
    keep(house.office.store, house.number, replace(here.group, requests=tuple(requests)))


@given(sample=st.sampled_from(SAMPLES), view=st.sampled_from(sorted(MEMBER_VIEWS)), draw=st.integers(0, 10**6))
def test_a_member_sees_nothing_of_others(watched: dict[str, Watched], sample: str, view: str, draw: int) -> None:
    here = watched[sample]
    group = here.group
    me = group.members[draw % len(group.members)]
    seen = MEMBER_VIEWS[view](here.house, me.id)
    own = {site.name for site in group.sites if site.member_id == me.id} | {me.name}
    known = here.who_come(me.id)
    assert kinds_in(seen) <= OF_A_MEMBER
    assert not texts_in(seen) & {one.id for one in group.employees if one.id not in known}
    assert not said_in(seen, {one.name for one in group.employees if one.id not in known})
    assert not texts_in(seen) & ({one.id for one in (*group.members, *group.sites)} - here.own_sites(me.id) - {me.id})
    assert not said_in(seen, {one.name for one in group.members if not any(one.name in text for text in own)})
    assert not said_in(seen, here.communes_of_homes(own | {group.settings.name}))
    assert not said_in(seen, {"maladie", "absen", *AbsenceKind})


@given(sample=st.sampled_from(SAMPLES), view=st.sampled_from(sorted(EMPLOYEE_VIEWS)), draw=st.integers(0, 10**6))
def test_an_employee_sees_nothing_of_others(watched: dict[str, Watched], sample: str, view: str, draw: int) -> None:
    here = watched[sample]
    group = here.group
    me = group.employees[draw % len(group.employees)]
    seen = EMPLOYEE_VIEWS[view](here.house, me.id)
    places = [group.site[piece.site_id] for piece in here.published().by_employee.get(me.id, ())]
    own = {site.name for site in places} | {site.commune for site in places}
    assert kinds_in(seen) <= OF_AN_EMPLOYEE
    assert not texts_in(seen) & {one.id for one in group.employees if one.id != me.id}
    assert not said_in(seen, {one.name for one in group.employees if one.id != me.id})
    members = {group.member[site.member_id].name for site in places}
    assert not said_in(seen, {one.name for one in group.members if not any(one.name in text for text in members | own)})
    assert not said_in(seen, here.communes_of_homes(own | members))
    assert not said_in(seen, {"maladie", "absen", *AbsenceKind})


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_board_sees_nobody(watched: dict[str, Watched], sample: str) -> None:
    here = watched[sample]
    seen = indicators(here.house.office, here.house.board)
    assert seen.weeks
    assert kinds_in(seen) <= OF_THE_BOARD
    named = (*here.group.employees, *here.group.members, *here.group.sites)
    assert not texts_in(seen) & {one.id for one in named}
    assert not said_in(seen, {one.name for one in named})
    assert not said_in(seen, {one.home for one in here.group.employees})


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_that_must_not_show_changes_what_a_member_sees(
    filled_store: FillStore, clock: Clock, sample: str
) -> None:
    clock.set("2026-11-22T09:00")
    house = house_of(filled_store, clock, sample)
    house.keep(house.planted, *ISSUED)
    me = house.group.members[0].id
    known = Watched(house, house.group).who_come(me)
    views = ("my_requests", "asking", "who_comes", "member_hours")
    before = {view: MEMBER_VIEWS[view](house, me) for view in views}
    keep(house.office.store, house.number, _with_other_secrets(house.group, known, me))
    after = {view: MEMBER_VIEWS[view](house, me) for view in views}
    for view in views:
        assert _without_reasons(after[view]) == _without_reasons(before[view]), view


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_of_colleagues_changes_what_an_employee_sees(
    filled_store: FillStore, clock: Clock, sample: str
) -> None:
    clock.set("2026-11-22T09:00")
    house = house_of(filled_store, clock, sample)
    house.keep(house.planted, *ISSUED)
    me = house.planted.assignments[0].employee_id
    before = {view: look(house, me) for view, look in EMPLOYEE_VIEWS.items()}
    assert before["next_shift"] is not None
    keep(house.office.store, house.number, _without_colleagues(house.group, me))
    after = {view: look(house, me) for view, look in EMPLOYEE_VIEWS.items()}
    assert after == before


def _with_other_secrets(group: Group, known: set[str], me: str) -> Group:
    """The same group to a member's eyes: other homes, contracts, absences, wishes and pasts, other names elsewhere."""
    homes = [commune.name for commune in group.communes]
    people = tuple(
        replace(
            one,
            name=one.name if one.id in known else f"Autre {number}",
            home=homes[number % len(homes)],
            vehicle=not one.vehicle,
            contract=replace(one.contract, weekly_minutes=one.contract.weekly_minutes - 60, annualised=True),
        )
        for number, one in enumerate(group.employees)
    )
    return replace(
        group,
        members=tuple(one if one.id == me else replace(one, name=f"Autre {one.id}") for one in group.members),
        employees=people,
        absences=tuple(replace(one, kind=AbsenceKind.OTHER) for one in group.absences[1:]),
        wishes=(),
        requests=tuple(one if one.member_id == me else replace(one, label="Autre") for one in group.requests),
        history=replace(group.history, weeks=(), years=()),
    )


def _without_colleagues(group: Group, me: str) -> Group:
    """The same group to an employee's eyes."""
    people = tuple(
        one if one.id == me else replace(one, name=f"Autre {one.id}", home=group.communes[0].name)
        for one in group.employees
    )
    past = group.history
    return replace(
        group,
        employees=people,
        absences=tuple(one for one in group.absences if one.employee_id == me),
        wishes=tuple(one for one in group.wishes if one.employee_id == me),
        history=replace(
            past,
            weeks=tuple(one for one in past.weeks if one.employee_id == me),
            years=tuple(one for one in past.years if one.employee_id == me),
        ),
    )


def _without_reasons(view: object) -> object:
    """Why hours are missing depends on everybody, in sentences that say nothing of anybody (see the words of why)."""
    if isinstance(view, tuple):
        return tuple(replace(line, reasons=()) for line in view)
    return view

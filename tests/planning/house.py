"""A group at work in a store, and the people who use it, for tests of use cases."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from gems.access.policy import Actor, Role
from gems.domain.group import Group
from gems.domain.life import VersionHead, VersionState
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon
from gems.planning.office import Office
from sample_data import planted_weeks
from tests.databases import Clock, FillStore
from tests.store.put import sample_group

ISSUED = (VersionState.PROPOSED, VersionState.PUBLISHED)


@dataclass(frozen=True, slots=True)
class House:
    """One group, its office, and a clock to move."""

    office: Office
    clock: Clock
    number: int
    sample: str

    @property
    def planted(self) -> Schedule:
        """The legal week hidden in the sample."""
        return planted_weeks(self.sample)

    @property
    def coordinator(self) -> Actor:
        """Who may do everything."""
        return Actor(account_id=1, group_id=self.number, name="Léa Coordination", role=Role.COORDINATOR)

    @property
    def board(self) -> Actor:
        """Who reads aggregates."""
        return Actor(account_id=2, group_id=self.number, name="Conseil", role=Role.BOARD)

    def member(self, member_id: str) -> Actor:
        """Somebody of a member."""
        return Actor(account_id=3, group_id=self.number, name="Adhérent", role=Role.MEMBER, member_id=member_id)

    def employee(self, employee_id: str) -> Actor:
        """A person of the group."""
        return Actor(account_id=4, group_id=self.number, name="Salarié", role=Role.EMPLOYEE, employee_id=employee_id)

    @property
    def group(self) -> Group:
        """The data as it stands."""
        with self.office.store.read(self.number) as work:
            return work.group

    def keep(self, schedule: Schedule, *states: VersionState) -> VersionHead:
        """A version of a week, led through these states; the issued one before it is replaced."""
        with self.office.store.write(self.number) as work:
            head = work.versions.add(schedule, by="Léa", profile="balanced", prices={})
            for state in states:
                if state is VersionState.PUBLISHED:
                    for old in work.versions.heads(head.monday):
                        if old.state is VersionState.PUBLISHED:
                            work.versions.move(old, VersionState.REPLACED)
                head = work.versions.move(head, state)
            return head


def house_of(filled_store: FillStore, clock: Clock, sample: str = "small") -> House:
    """A sample group in a store, without any version."""
    store, number = filled_store(sample_group(sample))
    return House(Office(store), clock, number, sample)


def changed(schedule: Schedule, change: Callable[[Assignment], Assignment | None]) -> Schedule:
    """The same week with each piece changed, or dropped for None."""
    pieces = tuple(piece for one in schedule.assignments if (piece := change(one)) is not None)
    return Schedule(horizon=schedule.horizon, assignments=pieces)


def later(schedule: Schedule, weeks: int) -> Schedule:
    """The same work some weeks later, without its requests."""
    minutes = weeks * 7 * 24 * 60
    pieces = tuple(
        replace(piece, start=piece.start + minutes, end=piece.end + minutes, mission_id=None)
        for piece in schedule.assignments
    )
    return Schedule(horizon=Horizon(schedule.horizon.first + timedelta(weeks=weeks)), assignments=pieces)

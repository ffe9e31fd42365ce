"""A group with a planned week in a store, for tests."""

from collections.abc import Callable
from dataclasses import dataclass

from gems.domain.life import VersionHead, VersionState
from gems.domain.schedule import Assignment, Schedule
from gems.store.store import Store
from sample_data import generate, planted_weeks
from tests.store.put import new_group

GROUP, WEEK = generate("small"), planted_weeks("small")
MONDAY = WEEK.horizon.first


@dataclass(frozen=True, slots=True)
class Planned:
    """The small sample in a store, with a draft of its week."""

    store: Store
    number: int

    def add(self, schedule: Schedule = WEEK) -> VersionHead:
        """One more draft of the week."""
        with self.store.write(self.number) as work:
            return work.versions.add(schedule, by="Léa", profile="balanced", prices={"hour": 1200})

    def move(self, head: VersionHead, *states: VersionState) -> VersionHead:
        """Lead a version through these states."""
        for state in states:
            with self.store.write(self.number) as work:
                head = work.versions.move(head, state)
        return head

    def save(self, head: VersionHead, schedule: Schedule) -> VersionHead:
        """Save a draft."""
        with self.store.write(self.number) as work:
            return work.versions.save(head, schedule)

    def schedule(self, head: VersionHead) -> Schedule:
        """The work of a version, as stored."""
        with self.store.read(self.number) as work:
            found = work.versions.find(head.monday, head.number)
        assert found is not None
        return found.schedule


def planned(store: Store) -> Planned:
    """The small sample, without any version yet."""
    return Planned(store, new_group(store, GROUP))


def with_pieces(change: Callable[[tuple[Assignment, ...]], tuple[Assignment, ...]]) -> Schedule:
    """The week with its pieces changed."""
    return Schedule(horizon=WEEK.horizon, assignments=change(WEEK.assignments))

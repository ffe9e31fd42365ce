"""The most work of a year, reckoned in a process of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gems.domain.group import Group
from gems.planning.ports import MostWork, ShouldStop, never_stop
from solver.job import Job


@dataclass(frozen=True, slots=True)
class _Reckoning:
    """What the process is asked."""

    group: Group
    employee_ids: tuple[str, ...]
    mondays: tuple[date, ...]
    weights: Mapping[str, int]

    def __call__(self, on_progress: Callable[[None], None], should_stop: ShouldStop) -> MostWork:
        from solver.most_work import WeeklyReckoner  # OR-Tools is loaded in the child only

        return WeeklyReckoner().most_work(self.group, self.employee_ids, self.mondays, self.weights)


class ProcessReckoner:
    """A `Reckoner` that works in its own process and waits for the answer."""

    def most_work(
        self, group: Group, employee_ids: Sequence[str], mondays: Sequence[date], weights: Mapping[str, int]
    ) -> MostWork:
        """See `gems.planning.ports.Reckoner`; raises PlannerDied when the process ends without an answer."""
        job: Job[None, MostWork] = Job(_Reckoning(group, tuple(employee_ids), tuple(mondays), dict(weights)))
        return job.wait(_nothing, never_stop)


def _nothing(progress: None) -> None:
    """It says nothing before its answer."""

"""One transaction on one group's data: everything a use case may read and write, kept whole or not at all."""

from dataclasses import dataclass

from sqlalchemy import Connection

from gems.domain.group import Group
from gems.domain.time import Stamp
from gems.store.jobs import JobRows
from gems.store.records import Records
from gems.store.requests import Requests
from gems.store.scenarios import Scenarios
from gems.store.trail import Trail
from gems.store.versions import Versions
from gems.store.week_life import WeekLife


@dataclass(frozen=True)
class Work:
    """The shelves of one group inside one transaction. Never outlives the `with` that gave it."""

    connection: Connection
    group_id: int
    now: Stamp
    group: Group
    """Everything entered, as the transaction began."""
    records: Records
    requests: Requests
    versions: Versions
    life: WeekLife
    trail: Trail
    jobs: JobRows
    scenarios: Scenarios

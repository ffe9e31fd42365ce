"""Everything that is wrong with the data entered, at once and in words; no exception for ordinary faults."""

from collections.abc import Collection
from itertools import chain

from gems.domain.group import Group
from gems.domain.issues import Issue
from gems.domain.schedule import Schedule


def faults(
    group: Group,
    schedule: Schedule | None = None,
    *,
    agreements: Collection[str] | None = None,
    profiles: Collection[str] | None = None,
    rules: Collection[str] | None = None,
) -> tuple[Issue, ...]:
    return ()

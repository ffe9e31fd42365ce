"""What a process does until it is killed: imports, publishes or plans, over and over. See `test_kill.py`."""

from collections.abc import Callable
from multiprocessing.connection import Connection

from gems.access.accounts import house
from gems.domain.group import Group
from gems.domain.life import VersionHead
from gems.domain.schedule import Schedule
from gems.domain.words import Words
from gems.planning.group_import import import_group, preview_import
from gems.planning.office import Office
from gems.planning.week.build import Keep, keep_build, start_build
from gems.planning.week.propose import propose
from gems.planning.week.publish import publish
from gems.store.jobs import interrupt_others
from gems.store.store import Store
from sample_data import generate, planted_weeks
from tests.planning.week.given import answered

GROUPS: tuple[Group, ...] = (generate("small"), generate("small", 2))
"""What is imported, in turn."""
PLANTED = planted_weeks("small")
MONDAY = PLANTED.horizon.first
SCHEDULES = tuple(Schedule(horizon=PLANTED.horizon, assignments=PLANTED.assignments[gone:]) for gone in range(3))
"""What is planned and published, in turn: each with a piece of work less."""
NOW = 1_794_906_000
INTERRUPTED = Words("Interrompu par l'arrêt du serveur.", "Interrupted as the server stopped.")


def open_store(url: str, run: str) -> Store:
    """As a server does when it starts: what another run was planning is reported."""
    store = Store.open(url, lambda: NOW)
    with store.writing() as connection:
        interrupt_others(connection, run, NOW, INTERRUPTED)
    return store


def imports(office: Office, group_id: int, run: str) -> None:
    """One import, of the workbook that the group is not."""
    with office.store.read(group_id) as work:
        other = GROUPS[0] if work.group == GROUPS[1] else GROUPS[1]
    seen = preview_import(office, house(group_id), group=other)
    import_group(office, house(group_id), group=other, schedule=None, seen_revision=seen.revision)


def plans(office: Office, group_id: int, run: str) -> VersionHead:
    """One planning, by a planner that answers at once."""
    with office.store.read(group_id) as work:
        made = len(work.versions.heads())
    job_id = f"{run}, {made}"
    problem = start_build(office, house(group_id), monday=MONDAY, job_id=job_id, server=run, keep=Keep.LOCKED)
    built = answered(problem, SCHEDULES[made % len(SCHEDULES)])
    head = keep_build(office, house(group_id), job_id=job_id, built=built)
    assert head is not None
    return head


def publishes(office: Office, group_id: int, run: str) -> None:
    """One version planned, proposed and published."""
    head = plans(office, group_id, run)
    actor, which = house(group_id), {"monday": MONDAY, "number": head.number, "edit": head.edit}
    propose(office, actor, **which)
    publish(office, actor, **which, despite="Essai")


ACTS: dict[str, Callable[[Office, int, str], object]] = {"import": imports, "publish": publishes, "plan": plans}


def live(url: str, act: str, group_id: int, run: str, told: Connection) -> None:
    """Do it over and over; tell when the store is open, then after each round."""
    office = Office(open_store(url, run))
    told.send(None)
    while True:
        ACTS[act](office, group_id, run)
        told.send(None)

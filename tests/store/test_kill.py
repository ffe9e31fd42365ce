"""Kill -9 in the middle of imports, publications and plannings: the store opens, and nothing in it is half done."""

import random
import time
from dataclasses import dataclass
from itertools import pairwise

import pytest
from sqlalchemy import text

from gems.domain.life import FROZEN_STATES, ISSUED_STATES, VersionHead, VersionState
from gems.domain.schedule import Schedule
from gems.store.jobs import JobState
from gems.store.store import Store
from gems.store.work import Work
from solver.processes import LOADED, beginning
from tests.planning.week.given import bare
from tests.store.put import new_group
from tests.store.victim import ACTS, GROUPS, INTERRUPTED, SCHEDULES, live, open_store

LOADED.append("tests.store.victim")
FORKS = beginning()


@dataclass(slots=True)
class Count:
    """What the killed left behind, over all rounds."""

    opened: int = 0
    interrupted: int = 0
    versions: int = 0


@pytest.mark.parametrize("act", ACTS)
def test_killed_at_any_moment(database_url: str, act: str) -> None:
    count = kill_often(database_url, act, times=10)
    assert count.opened == 10
    assert (count.versions > 0) == (act != "import")


@pytest.mark.long
def test_killed_two_hundred_times(database_url: str) -> None:
    for act in ACTS:
        assert kill_often(database_url, act, times=200).opened == 200


def kill_often(url: str, act: str, times: int) -> Count:
    """Let a process work, kill it at a random moment, look; again and again on the same database."""
    chance, count, usual, checked = random.Random(act), Count(), 0.1, set[int]()
    store = Store.open(url)
    group_id = new_group(store, GROUPS[0])
    store.close()
    for turn in range(times):
        usual = _kill_one(url, act, group_id, f"run {group_id}.{turn}", chance, usual)
        store = open_store(url, f"look {turn}")
        count.opened += 1
        _check_files(store)
        with store.read(group_id) as work:
            _check_group(work)
            _check_versions(work, checked)
            _check_jobs(work)
            count.versions = len(work.versions.heads())
            count.interrupted = sum(job.state is JobState.INTERRUPTED for job in work.jobs.recent(limit=10_000))
        store.close()
    return count


def _kill_one(url: str, act: str, group_id: int, run: str, chance: random.Random, usual: float) -> float:
    """Let a process live up to two rounds and some part of the next; how long a round takes."""
    here, there = FORKS.Pipe()
    process = FORKS.Process(target=live, args=(url, act, group_id, run, there), daemon=True)
    process.start()
    there.close()
    here.recv()
    began, rounds = time.monotonic(), chance.randrange(3)
    for _ in range(rounds):
        here.recv()
    usual = (time.monotonic() - began) / rounds if rounds else usual
    time.sleep(chance.uniform(0, usual))  # any moment will do: it is the question, not the answer
    assert process.is_alive(), "it stopped by itself: see its traceback"
    process.kill()
    process.join()
    process.close()
    here.close()
    return usual


def _check_files(store: Store) -> None:
    if store.engine.dialect.name == "sqlite":
        with store.reading() as connection:
            assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []


def _check_group(work: Work) -> None:
    """One of the two workbooks, whole; each import kept was noted, and each noted was kept."""
    assert work.records.group() in GROUPS
    imports = sum(deed.act == "import_group" for deed in work.trail.deeds(limit=10_000))
    assert work.group == GROUPS[imports % 2]


def _check_versions(work: Work, checked: set[int]) -> None:
    """Each is one of those planned, whole; the last published holds, alone, with all its changes and its deed."""
    heads = work.versions.heads()
    for head in (head for head in heads if head.number not in checked):
        found = work.versions.find(head.monday, head.number)
        assert found is not None
        assert bare(found.schedule) == bare(_planned(head))
    checked |= {head.number for head in heads if head.state in FROZEN_STATES}
    published = [head for head in heads if head.published_at is not None]
    assert [head for head in heads if head.state in ISSUED_STATES] == published[-1:]
    assert sum(head.state is VersionState.DRAFT for head in heads) <= 1
    assert sum(deed.act == "publish_week" for deed in work.trail.deeds(limit=10_000)) == len(published)
    changing = {after.number for before, after in pairwise(published) if _planned(before) != _planned(after)}
    assert {change.number for change in work.life.changes()} == changing


def _planned(head: VersionHead) -> Schedule:
    return SCHEDULES[(head.number - 1) % len(SCHEDULES)]


def _check_jobs(work: Work) -> None:
    """Each planning made its version or is reported as interrupted; none is believed to run."""
    jobs = work.jobs.recent(limit=10_000)
    done = [job.number for job in jobs if job.state is JobState.DONE]
    assert sorted(done) == [head.number for head in work.versions.heads()]
    lost = [job for job in jobs if job.state is not JobState.DONE]
    assert all((job.state, job.number, job.words) == (JobState.INTERRUPTED, None, INTERRUPTED) for job in lost)

"""What a server does when it begins."""

import asyncio
from datetime import date

from gems.store.jobs import JobState
from tests.web.gate.house import House
from ui.web.run import running, this_run

MONDAY = date(2026, 11, 23)


def begin() -> None:
    async def live() -> None:
        async with running(None):
            pass

    asyncio.run(live())


def test_plannings_of_a_run_that_died_are_reported_and_ours_go_on(house: House) -> None:
    group = house.coordinator.group_id
    with house.store.write(group) as work:
        work.jobs.start("lost", MONDAY, by="Odile", server="a run before this one")
        work.jobs.start("ours", MONDAY, by="Odile", server=this_run())
    begin()
    with house.store.read(group) as work:
        lost, ours = work.jobs.find("lost"), work.jobs.find("ours")
    assert lost is not None
    assert lost.state is JobState.INTERRUPTED
    assert "Vous pouvez recommencer" in lost.words.fr
    assert ours is not None
    assert ours.state is JobState.RUNNING

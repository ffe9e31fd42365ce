"""Plannings under way: found again by id, reported when a crash cut them off."""

from gems.domain.group import Settings
from gems.domain.words import Words
from gems.store.jobs import JobKind, JobState, interrupt_others
from gems.store.store import Store
from tests.databases import Clock
from tests.store.given import MONDAY

DONE, CUT = Words("Fini", "Done"), Words("Interrompu", "Interrupted")


def test_a_planning_is_found_again_by_its_group_only(store: Store, clock: Clock) -> None:
    ours, theirs = store.add_group(Settings(name="Les Prés")), store.add_group(Settings(name="Les Champs"))
    with store.write(ours) as work:
        work.jobs.start("one", MONDAY, by="Léa", server="A")
    began = clock.now
    clock.advance(minutes=2)
    with store.write(ours) as work:
        work.jobs.end("one", JobState.DONE, DONE, 3)
        work.jobs.start("two", MONDAY, by="Noé", server="A")
    with store.read(ours) as work:
        one, two = work.jobs.find("one"), work.jobs.find("two")
        assert one is not None
        assert two is not None
        assert (one.state, one.started_at, one.ended_at, one.number, one.words) == (
            JobState.DONE, began, clock.now, 3, DONE,
        )  # fmt: skip
        assert (two.state, two.asked_by, two.ended_at, two.number) == (JobState.RUNNING, "Noé", None, None)
        assert work.jobs.recent() == (two, one)
        assert work.jobs.recent(limit=1) == (two,)
    with store.read(theirs) as work:
        assert work.jobs.find("one") is None
        assert work.jobs.recent() == ()


def test_composings_stand_beside_plannings_and_are_cut_off_like_them(store: Store, clock: Clock) -> None:
    number = store.add_group(Settings(name="Les Prés"))
    with store.write(number) as work:
        work.jobs.start("week", MONDAY, by="Léa", server="A")
        work.jobs.start("posts", MONDAY, by="Léa", server="A", kind=JobKind.COMPOSING)
    with store.writing() as connection:
        assert interrupt_others(connection, "B", clock.now, CUT) == 2
    with store.read(number) as work:
        assert [job.id for job in work.jobs.recent()] == ["week"]
        (posts,) = work.jobs.recent(JobKind.COMPOSING)
        assert posts == work.jobs.find("posts")
        assert (posts.state, posts.words) == (JobState.INTERRUPTED, CUT)


def test_only_what_another_run_left_running_is_interrupted(store: Store, clock: Clock) -> None:
    number = store.add_group(Settings(name="Les Prés"))
    with store.write(number) as work:
        for name, server in (("ended", "A"), ("lost", "A"), ("ours", "B")):
            work.jobs.start(name, MONDAY, by="Léa", server=server)
        work.jobs.end("ended", JobState.FAILED, DONE)
    with store.writing() as connection:
        assert interrupt_others(connection, "B", clock.now, CUT) == 1
    with store.read(number) as work:
        states = {job.id: (job.state, job.words) for job in work.jobs.recent()}
    assert states == {
        "ended": (JobState.FAILED, DONE),
        "lost": (JobState.INTERRUPTED, CUT),
        "ours": (JobState.RUNNING, Words("", "")),
    }

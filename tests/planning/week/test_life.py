"""The whole life of a week under random acts: what must hold after each of them, done or declined."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from gems.domain.life import FROZEN_STATES, ISSUED_STATES, AnswerKind, Side, VersionHead, VersionState, piece_key
from gems.domain.schedule import Schedule
from gems.domain.time import clock_of
from gems.planning.office import Declined
from gems.planning.week import build, close, edit, propose, publish
from gems.planning.week.answer import PieceAnswer
from gems.planning.week.asked import progress_of
from gems.planning.week.changes import Change, Lock, Move, Note, Remove
from gems.store.store import Store
from tests.databases import START, Clock, open_copy
from tests.planning.week.given import MONDAY, PLANTED, SERVER, House, answered
from tests.store.put import sample_group

ONE = st.integers(min_value=0, max_value=1000)
"""Chooses one of whatever there is by then."""
RARELY = st.integers(min_value=0, max_value=4).map(lambda drawn: drawn == 4)
STAGES = ("nothing", "draft", "proposed", "agreed", "published", "changing", "over", "closed")
FINAL = {VersionState.CLOSED, VersionState.REPLACED}


@lru_cache(maxsize=1)
def model() -> tuple[Path, int]:
    """A database with the sample in it, copied for each life."""
    path = Path(tempfile.mkdtemp(prefix="gems-life-"), "gems.sqlite")
    store = Store.open(f"sqlite:///{path}", Clock.at(START))
    number = sample_group()(store)
    store.close()
    return path, number


class LifeOfAWeek(RuleBasedStateMachine):
    """A coordinator, members and people, in any order."""

    def __init__(self) -> None:
        super().__init__()
        path, number = model()
        self.folder = Path(tempfile.mkdtemp(prefix="gems-life-"))
        shutil.copyfile(path, self.folder / "gems.sqlite")
        self.clock = Clock.at(START)
        self.store = open_copy(f"sqlite:///{self.folder / 'gems.sqlite'}", self.clock)
        self.house = House.of(self.store, number)
        self.kept: dict[int, Schedule] = {}
        self.states: dict[int, VersionState] = {}
        self.jobs = 0

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    # --- What is asked of the house -------------------------------------------------------------------------

    def heads(self) -> tuple[VersionHead, ...]:
        with self.store.read(self.house.group_id) as work:
            return work.versions.heads(MONDAY)

    def any_version(self, which: int) -> VersionHead | None:
        heads = self.heads()
        return heads[which % len(heads)] if heads else None

    def draft(self) -> VersionHead | None:
        return next((head for head in self.heads() if head.state is VersionState.DRAFT), None)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Whether it was done. An act done is written down; one declined has left nothing."""
        before = len(self.house.deeds())
        with suppress(Declined):
            act()
            assert len(self.house.deeds()) > before
            return True
        assert len(self.house.deeds()) == before
        return False

    @initialize(stage=st.sampled_from(STAGES))
    def begins(self, stage: str) -> None:
        """A life may be taken up anywhere."""
        if stage == "draft":
            self.house.build()
        elif stage in ("proposed", "agreed"):
            head = self.house.propose()
            if stage == "agreed":
                self.house.everybody_answers(head)
        elif stage != "nothing":
            self.house.publish()
            if stage == "changing":
                self.house.revise(1)
            if stage in ("over", "closed"):
                self.clock.advance(days=24)
            if stage == "closed":
                self.house.coordinator(close.close_week)

    # --- Acts -----------------------------------------------------------------------------------------------

    @rule(left_out=ONE, profile=st.sampled_from([None, "least_travel"]))
    def is_built(self, left_out: int, profile: str | None) -> None:
        self.jobs += 1
        job_id, index = f"life {self.jobs}", left_out % len(PLANTED.assignments)
        pieces = PLANTED.assignments[:index] + PLANTED.assignments[index + 1 :]
        schedule = Schedule(horizon=PLANTED.horizon, assignments=pieces)

        def plan() -> None:
            problem = self.house.coordinator(build.start_build, job_id=job_id, server=SERVER, profile=profile)
            found = answered(problem, schedule)
            build.keep_build(self.house.office, self.house.claire, job_id=job_id, built=found)

        self.attempt(plan)

    @rule(which=ONE)
    def is_looked_at(self, which: int) -> None:
        head = self.any_version(which)
        seen = self.house.sight(number=head.number if head is not None else None)
        assert seen.served_minutes <= sum(piece.minutes for piece in seen.schedule.assignments)

    @rule(
        piece=ONE,
        person=ONE,
        what=st.sampled_from(["move", "remove", "lock", "unlock", "note"]),
        which=ONE,
        keep=RARELY,
    )
    def is_edited(self, piece: int, person: int, what: str, which: int, keep: bool) -> None:
        """Done, undone and done again; what breaks a rule is mostly taken back, as it can go no further."""
        head = self.draft() or self.any_version(which)
        if head is None:
            return
        before = self.house.find(head)
        if not before.schedule.assignments:
            return
        change = self.change(before.schedule, piece, person, what)
        this = {"number": head.number}
        if not self.attempt(lambda: self.house.coordinator(edit.edit_week, **this, edit=head.edit, change=change)):
            assert self.house.find(head).schedule == before.schedule
            return
        after = self.house.find(head)
        self.house.coordinator(edit.undo, **this, edit=after.head.edit)
        assert self.house.find(head).schedule == before.schedule
        self.house.coordinator(edit.redo, **this, edit=after.head.edit + 1)
        assert self.house.find(head).schedule == after.schedule
        if not keep and self.house.sight().verdict.violations:
            self.house.coordinator(edit.undo, **this, edit=after.head.edit + 2)

    def change(self, schedule: Schedule, piece: int, person: int, what: str) -> Change:
        one = schedule.assignments[piece % len(schedule.assignments)]
        people = self.house.group.employees
        name = people[person % len(people)].id
        changes: dict[str, Change] = {
            "move": Move(piece=piece_key(one), employee_id=name, day=one.day, start_clock=clock_of(one.start)),
            "remove": Remove(piece=piece_key(one)),
            "lock": Lock(piece=piece_key(one), locked=True),
            "unlock": Lock(piece=piece_key(one), locked=False),
            "note": Note(piece=piece_key(one), comment=f"Note {person}"),
        }
        return changes[what]

    @rule(back=st.booleans())
    def is_undone_or_redone(self, back: bool) -> None:
        head = self.draft()
        if head is not None:
            act = edit.undo if back else edit.redo
            self.attempt(lambda: self.house.coordinator(act, number=head.number, edit=head.edit))

    @rule(which=ONE)
    def is_proposed(self, which: int) -> None:
        head = self.draft() or self.any_version(which)
        if head is not None:
            self.attempt(lambda: self.house.propose_draft(head))

    @rule(kind=st.sampled_from(AnswerKind), seat=ONE, everybody=st.booleans())
    def is_answered(self, kind: AnswerKind, seat: int, everybody: bool) -> None:
        head = next((one for one in self.heads() if one.state in (VersionState.PROPOSED, VersionState.AGREED)), None)
        if head is None:
            return
        with self.store.read(self.house.group_id) as work:
            seats = [found for found, _ in progress_of(work, head).asked]
        if everybody and kind is AnswerKind.AGREE:
            self.house.everybody_answers(head)
        elif seats:
            side, who, piece = seats[seat % len(seats)]
            assert self.attempt(
                lambda: self.house.answer(head, side, who, PieceAnswer(piece=piece, kind=kind, reason="Non"))
            )

    @rule(which=ONE, piece=ONE)
    def is_answered_out_of_turn(self, which: int, piece: int) -> None:
        """A version that is no proposal takes no answer."""
        head = self.any_version(which)
        if head is None or head.state in (VersionState.PROPOSED, VersionState.AGREED):
            return
        one = PLANTED.assignments[piece % len(PLANTED.assignments)]
        said = PieceAnswer(piece=piece_key(one), kind=AnswerKind.AGREE)
        assert not self.attempt(lambda: self.house.answer(head, Side.EMPLOYEE, one.employee_id, said))

    @rule(which=ONE, despite=st.sampled_from(["", "Urgent"]))
    def is_published(self, which: int, despite: str) -> None:
        heads = [one for one in self.heads() if one.state in (VersionState.PROPOSED, VersionState.AGREED)]
        head = heads[0] if heads else self.any_version(which)
        if head is not None:
            this = {"number": head.number, "edit": head.edit}
            self.attempt(lambda: self.house.coordinator(publish.publish, **this, despite=despite))

    @rule(which=ONE, keep=st.booleans())
    def is_taken_up_again(self, which: int, keep: bool) -> None:
        head = self.any_version(which)
        if head is not None:
            self.attempt(lambda: self.house.revise(head.number, keep_agreed=keep))

    @rule(really=RARELY)
    def is_set_aside(self, really: bool) -> None:
        head = self.draft()
        if head is not None and really:
            assert self.attempt(lambda: self.house.coordinator(propose.set_aside, number=head.number, edit=head.edit))

    @rule(days=st.integers(min_value=1, max_value=9))
    def time_passes(self, days: int) -> None:
        self.clock.advance(days=days)

    @rule()
    def is_closed(self) -> None:
        self.attempt(lambda: self.house.coordinator(close.close_week))

    # --- What must always hold ------------------------------------------------------------------------------

    @invariant()
    def what_left_the_drafts_never_changes(self) -> None:
        for head in self.heads():
            if head.state in FROZEN_STATES:
                schedule = self.house.find(head).schedule
                assert self.kept.setdefault(head.number, schedule) == schedule

    @invariant()
    def everybody_goes_by_one_version(self) -> None:
        states = [head.state for head in self.heads()]
        assert sum(state in ISSUED_STATES for state in states) <= 1
        assert states.count(VersionState.DRAFT) <= 1
        assert sum(state in (VersionState.PROPOSED, VersionState.AGREED) for state in states) <= 1

    @invariant()
    def no_version_goes_back(self) -> None:
        for head in self.heads():
            known = self.states.get(head.number, head.state)
            assert known not in FINAL or head.state is known
            assert head.state is not VersionState.DRAFT or known is VersionState.DRAFT
            self.states[head.number] = head.state

    @invariant()
    def only_what_was_proposed_was_answered(self) -> None:
        with self.store.read(self.house.group_id) as work:
            for head in work.versions.heads(MONDAY):
                answers = work.life.answers(MONDAY, head.number)
                assert not answers or head.state is not VersionState.DRAFT
                keys = {piece_key(piece) for piece in self.house.find(head).schedule.assignments} if answers else set()
                assert {answer.piece for answer in answers} <= keys


TestLifeOfAWeek = LifeOfAWeek.TestCase
# A life is some thirty acts, each a transaction or two: fewer examples than of a plain property.
TestLifeOfAWeek.settings = settings(max_examples=settings.default.max_examples // 5, stateful_step_count=30)

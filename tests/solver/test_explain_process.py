"""Answers from processes of their own: the same as from here, given up when told to, and never left running."""

import multiprocessing
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from gems.planning.ports import Case, NearPlan, Verdict
from solver.explain_process import ProcessExplainer
from solver.explainer import NearExplainer
from solver.hand import Hand
from solver.job import PlannerDied
from tests.solver.test_near import QUESTIONS
from tests.solver.tiny import cheapest, tiny

SECONDS = 30.0
LONG = 7200.0
A_MOMENT = 0.05


@pytest.fixture
def explainer() -> Iterator[ProcessExplainer]:
    found = ProcessExplainer()
    yield found
    found.close()


def case_of(seed: int, need_id: str) -> Case:
    problem = tiny(seed)
    return Case(problem=replace(problem, must_serve=frozenset({need_id})), standing=cheapest(problem)[1])


def schedules(answers: tuple[NearPlan, ...]) -> list[Any]:
    return [(one.verdict, one.schedule) for one in answers]


class Slow:
    """A question that is thought about for hours; it says who thinks."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __reduce__(self) -> tuple[Any, ...]:
        return think, (self.name,)


def think(name: str) -> None:
    """In the process that reads the question."""
    with open(name, "w") as file:
        file.write(str(os.getpid()))
    time.sleep(LONG)


def thinking(name: str) -> int:
    """The process that thinks, once it does."""
    while not (os.path.exists(name) and os.path.getsize(name)):
        time.sleep(A_MOMENT)
    with open(name) as file:
        return int(file.read())


def test_answers_are_those_of_one_process_in_the_order_asked(explainer: ProcessExplainer) -> None:
    cases = [case_of(*one) for one in QUESTIONS[:5]]
    here = NearExplainer().near(cases, SECONDS)
    assert schedules(explainer.near(cases, SECONDS)) == schedules(here)
    assert schedules(explainer.near(cases[::-1], SECONDS)) == schedules(here[::-1])


def test_started_before_it_is_asked(explainer: ProcessExplainer) -> None:
    explainer.start()
    ready = [hand._process for hand in explainer._hands]
    assert all(one is not None and one.is_alive() for one in ready)
    explainer.near([case_of(*QUESTIONS[0])], SECONDS)
    assert [hand._process for hand in explainer._hands] == ready


def test_a_process_killed_between_questions_is_replaced(explainer: ProcessExplainer) -> None:
    case = case_of(*QUESTIONS[0])
    before = explainer.near([case, case], SECONDS)
    for one in explainer._hands:
        assert one._process is not None
        one._process.kill()
        one._process.join()
    assert schedules(explainer.near([case, case], SECONDS)) == schedules(before)


def test_a_fault_is_told_and_the_next_question_answered(explainer: ProcessExplainer) -> None:
    right = case_of(*QUESTIONS[0])
    wrong = replace(right, problem=replace(right.problem, must_serve=frozenset({"nobody's"})))
    with pytest.raises(PlannerDied, match="KeyError"):
        explainer.near([wrong], SECONDS)
    assert explainer.near([right], SECONDS)[0].verdict in (Verdict.PROVEN, Verdict.IMPOSSIBLE)


def test_stop_gives_up_what_is_under_way_and_asks_no_one_again(explainer: ProcessExplainer, tmp_path: Any) -> None:
    names = [str(tmp_path / name) for name in ("one", "two", "three", "four")]
    died: list[PlannerDied] = []

    def ask() -> None:
        questions: Any = [Slow(name) for name in names]
        try:
            explainer.near(questions, LONG)
        except PlannerDied as error:
            died.append(error)

    asker = threading.Thread(target=ask)
    asker.start()
    workers = {thinking(name) for name in names[:2]}
    assert len(workers) == 2, "two think at a time"
    explainer.stop()
    # What waited for a free hand may just have got one.
    while asker.is_alive():
        asker.join(A_MOMENT)
        explainer.stop()
    assert len(died) == 1
    assert workers.isdisjoint(process.pid for process in multiprocessing.active_children())


def test_stop_while_a_process_starts_leaves_it_unasked(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    hand, name = Hand(), str(tmp_path / "one")
    start = hand._started
    monkeypatch.setattr(hand, "_started", lambda: (hand.stop(), start())[1])
    question: Any = Slow(name)
    with pytest.raises(PlannerDied):
        hand.ask(question, LONG)
    hand.close()
    assert not os.path.exists(name)


def test_stop_between_questions_ends_nothing(explainer: ProcessExplainer) -> None:
    case = case_of(*QUESTIONS[0])
    before = explainer.near([case], SECONDS)
    process = explainer._hands[0]._process
    explainer.stop()
    assert schedules(explainer.near([case], SECONDS)) == schedules(before)
    assert explainer._hands[0]._process is process


def test_without_a_free_process_in_time_nothing_is_claimed(explainer: ProcessExplainer, tmp_path: Any) -> None:
    names = [str(tmp_path / name) for name in ("one", "two")]
    questions: Any = [Slow(name) for name in names]

    def ask() -> None:
        with pytest.raises(PlannerDied):
            explainer.near(questions, LONG)

    asker = threading.Thread(target=ask)
    asker.start()
    for name in names:
        thinking(name)
    (answer,) = explainer.near([case_of(*QUESTIONS[0])], A_MOMENT)
    assert (answer.verdict, answer.schedule) == (Verdict.OPEN, None)
    explainer.stop()
    asker.join()


def test_a_process_that_ended_for_want_of_questions_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The question may come just as the process ends: it looks alive, and then nobody reads."""
    case, one = case_of(*QUESTIONS[0]), Hand()
    try:
        before = one.ask(case, SECONDS)
        process = one._process
        assert process is not None
        assert one._line is not None
        one._line.send_bytes(b"")  # read as the end
        process.join()
        monkeypatch.setattr(type(process), "is_alive", lambda self: True)
        after = one.ask(case, SECONDS)
    finally:
        one.close()
    assert (after.verdict, after.schedule) == (before.verdict, before.schedule)


class Counting(Hand):
    """Answers at once, and keeps how many seconds it was given."""

    def __init__(self, given: list[float]) -> None:
        super().__init__()
        self.given = given

    def start(self) -> None:
        """Nothing to start."""

    def ask(self, case: Case, seconds: float) -> NearPlan:
        """No claim."""
        self.given.append(seconds)
        return NearPlan(verdict=Verdict.OPEN)


def test_questions_that_wait_share_the_time_left() -> None:
    """Four for two hands: half of it for the first, two thirds for the second, all of it for the last two."""
    given: list[float] = []
    case = case_of(*QUESTIONS[0])
    ProcessExplainer(_hands=(Counting(given), Counting(given))).near([case] * 4, 600.0)
    assert sorted(round(seconds / 100) for seconds in given) == [3, 4, 6, 6]
    given.clear()
    ProcessExplainer(_hands=(Counting(given), Counting(given))).near([case], 600.0)
    assert [round(seconds / 100) for seconds in given] == [6]

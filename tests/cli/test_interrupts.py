"""Ctrl-C while planning: once keeps the best plan, twice gives up; elsewhere it ends the command quietly."""

import io
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from gems.planning.ports import Progress, Stage
from tests.cli.conftest import Run
from tests.cli.tiny import Answering
from ui.cli.exits import Exit
from ui.cli.interrupts import GivenUp, Interrupts
from ui.cli.progress import ProgressLine, line


def press() -> None:
    signal.raise_signal(signal.SIGINT)


def test_once_stops_twice_gives_up() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Interrupts() as interrupts:
        assert not interrupts.should_stop()
        press()
        assert interrupts.should_stop()
        press()
        with pytest.raises(GivenUp):
            interrupts.should_stop()
    assert signal.getsignal(signal.SIGINT) is before


def pressing(answering: Answering, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user presses Ctrl-C as soon as the planner begins."""
    plan = answering.plan

    def pressed(*arguments: object) -> object:
        for _ in range(times):
            press()
        return plan(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(answering, "plan", pressed)


def test_once_the_best_plan_is_written(
    run: Run, tiny: Path, answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressing(answering, 1, monkeypatch)
    done = run("plan", tiny, "-o", "plan.xlsx")
    assert done.exit_code == Exit.FINE
    assert "Arrêté : le meilleur planning trouvé est gardé" in done.stdout
    assert Path("plan.xlsx").is_file()


def test_twice_nothing_is_written(run: Run, tiny: Path, answering: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    pressing(answering, 2, monkeypatch)
    done = run("plan", tiny, "-o", "plan.xlsx")
    assert done.exit_code == Exit.NOT_LEGAL
    assert "Abandonné : rien n'a été écrit." in done.stderr
    assert not Path("plan.xlsx").exists()


def test_before_planning_it_just_ends(run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.cli.planning.sound", interrupted)
    done = run("plan", tiny, "-o", "plan.xlsx")
    assert done.exit_code == Exit.NOT_LEGAL
    assert done.stderr.strip() == "Arrêté."


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_progress_line_says_stage_time_best_bound_and_gap() -> None:
    progress = Progress(stage=Stage.SEARCHING, seconds=3.2, best_cents=41200, bound_cents=40010)
    text = line(progress, 12.9).replace("\u202f", " ")
    assert text == (
        "Je cherche le meilleur planning… · 12 s · meilleur 412,00 € · impossible sous 400,10 € · écart 2,9 %"
    )
    unknown = line(replace(progress, bound_cents=0), 12.9)
    assert "impossible sous" not in unknown
    assert "écart" not in unknown
    assert "meilleur" not in line(Progress(stage=Stage.PREPARING, seconds=0.0), 1.0)
    assert line(progress, 1.0, stopping=True).startswith("J'arrête et je garde le meilleur")


def test_the_progress_line_rewrites_itself_and_leaves_no_trace() -> None:
    screen = Terminal()
    shown = ProgressLine(screen)
    shown.hear(Progress(stage=Stage.SEARCHING, seconds=0.0, best_cents=100, bound_cents=90))
    shown.tick(stopping=True)
    shown.end()
    drawings = screen.getvalue().split("\r")
    assert drawings[1].startswith("Je cherche")
    assert drawings[2].startswith("J'arrête")
    assert drawings[-2].strip() == drawings[-1] == ""


@pytest.mark.parametrize(("stream", "quiet"), [(io.StringIO(), False), (Terminal(), True)], ids=["a file", "--json"])
def test_the_progress_line_is_silent_where_nobody_watches(stream: io.StringIO, quiet: bool) -> None:
    shown = ProgressLine(stream, quiet=quiet)
    shown.hear(Progress(stage=Stage.SEARCHING, seconds=0.0, best_cents=100, bound_cents=90))
    shown.tick(stopping=True)
    shown.end()
    assert stream.getvalue() == ""

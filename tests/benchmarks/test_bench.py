"""The table of `benchmarks.bench`: what is stored is read again, and what it says of the runs."""

from pathlib import Path

import pytest

from benchmarks import bench
from benchmarks.bench import Measured, Planned, best_known, line, main, read, selections, write
from sample_data import SAMPLE_NAMES


def run(seed: int, value: int, bound: int, wall: float = 2.5) -> Measured:
    return Measured(instance="small", seed=seed, value=value, bound=bound, first=0.25, wall=wall, memory=150)


def test_what_is_stored_is_read_again(tmp_path: Path) -> None:
    runs = [run(1, 20_000, 19_000), run(2, 30_000, 30_000)]
    assert read(tmp_path / "new" / "quick.csv") == []
    write(tmp_path / "new" / "quick.csv", runs)
    assert read(tmp_path / "new" / "quick.csv") == runs


def test_a_line_is_the_median_beside_what_was_stored() -> None:
    runs = [run(1, 20_000, 20_000), run(2, 40_000, 30_000), run(3, 30_000, 27_000)]
    cells = tuple(line(runs, [run(1, 10_000, 9_000, wall=4.0), run(3, 99_000, 9_000, wall=6.0)]))
    assert cells == (
        "small", "300.00", "270.00", "300.00", "10.00", "0.2", "2.5", "5.0", "150", "150", "1 of 3",
    )  # fmt: skip


def test_nothing_stored_is_said_to_be_unknown() -> None:
    assert tuple(line([run(1, 20_000, 20_000)], []))[7] == "–"


def test_the_best_known_is_that_of_each_seeds_own_group() -> None:
    assert best_known([run(1, 30, 0), run(2, 20, 0), run(1, 25, 0)]) == {1: 25, 2: 20}


def test_every_selection_plans_sample_groups() -> None:
    for planned in (one for each in selections().values() for one in each):
        assert planned.name in SAMPLE_NAMES
        assert planned.seconds > 0


def test_a_run_is_stored_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "measure", lambda planned, seed: run(seed, 20_000, 20_000))
    monkeypatch.setattr(bench, "selections", lambda: {"quick": (Planned(name="small", seconds=1),)})
    main(["quick", "--seeds", "1-2", "--folder", str(tmp_path)])
    assert not (tmp_path / "quick.csv").exists()
    main(["quick", "--seeds", "1-2", "--folder", str(tmp_path), "--store"])
    assert [one.seed for one in read(tmp_path / "quick.csv")] == [1, 2]
    assert "2 of 2" in capsys.readouterr().out

"""The hidden weeks are legal, full and varied: a good plan exists."""

from itertools import pairwise

import pytest

from gems.domain.duty import Duty, duties_of
from gems.domain.people import ContractKind
from gems.domain.time import day_end, day_start
from gems.rules.checker import judge
from sample_data import generate, planted_weeks
from tests.sample_data.given import EVERY_SAMPLE, WEEK, due_minutes, problem

HOUR = 60
LARGE_SAMPLES, THIN_SHARE = ("county", "large"), 0.03
every_sample = pytest.mark.parametrize(("name", "seed"), EVERY_SAMPLE)


def planted_duties(name: str, seed: int) -> dict[str, tuple[Duty, ...]]:
    group, schedule = generate(name, seed), planted_weeks(name, seed)
    return {who: duties_of(group, pieces) for who, pieces in schedule.by_employee.items()}


@every_sample
def test_no_rule_is_broken(name: str, seed: int) -> None:
    """The whole catalogue as it stands: a new rule is met by the samples, or the samples are mended."""
    found = judge(problem(name, seed), planted_weeks(name, seed)).violations
    assert not found, [broken.words.en for broken in found[:5]]


@every_sample
def test_days_keep_the_strictest_figures(name: str, seed: int) -> None:
    for duties in planted_duties(name, seed).values():
        for duty in duties:
            assert duty.work_minutes <= 10 * HOUR
            assert duty.span_minutes <= 12 * HOUR
            assert all(gap >= 20 for gap in duty.gaps)
        for before, after in pairwise(duties):
            assert after.start - before.end >= 11 * HOUR


@every_sample
def test_weeks_keep_rest_and_days_off(name: str, seed: int) -> None:
    past = {week.employee_id: week for week in generate(name, seed).history.weeks}
    for who, duties in planted_duties(name, seed).items():
        before = past[who]
        assert before.last_end is not None
        assert duties[0].start - before.last_end >= 11 * HOUR
        ends = [max(before.last_end, day_start(WEEK.first)), *(duty.end for duty in duties)]
        starts = [*(duty.start for duty in duties), day_end(WEEK.last)]
        assert max(start - end for end, start in zip(ends, starts, strict=True)) >= 35 * HOUR
        worked = {duty.day.weekday() for duty in duties}
        marks = before.pattern + "".join("J" if day in worked else "-" for day in range(7))
        assert max(len(run) for run in marks.replace("S", "J").replace("N", "J").split("-")) <= 6
        assert not (before.pattern[6] != "-" and 6 in worked), "two Sundays in a row"
        assert len(worked) <= 5


@every_sample
def test_full_timers_come_near_their_contract(name: str, seed: int) -> None:
    group = generate(name, seed)
    duties = planted_duties(name, seed)
    thin, away = 0, {absence.employee_id for absence in group.absences}
    for employee in group.employees:
        due = due_minutes(group, employee)
        worked = sum(duty.work_minutes for duty in duties.get(employee.id, ()))
        assert worked <= due
        if employee.contract.kind is ContractKind.FULL_TIME and worked < 0.97 * due:
            assert worked >= 0.9 * due
            thin += employee.id not in away
    assert thin <= len(group.employees) * THIN_SHARE
    assert not thin or name in LARGE_SAMPLES


@every_sample
def test_weeks_are_varied(name: str, seed: int) -> None:
    lengths = {tuple(sorted(duty.work_minutes for duty in duties)) for duties in planted_duties(name, seed).values()}
    assert len(lengths) >= 5

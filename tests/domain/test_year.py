"""The year of a person: what is spread over the weeks ahead, between which bounds, and what is said of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gems.domain.group import Group
from gems.domain.history import History, WeekDone, YearDone
from gems.domain.people import Absence, AbsenceKind, ContractKind
from gems.domain.requests import FixedSlot, Recurrence, Request, Season
from gems.domain.time import Span, day_end, day_start
from gems.domain.year import (
    YearFigures,
    YearOutlook,
    Years,
    YearWeek,
    counting_year,
    spread,
    year_mondays,
    year_outlook,
)
from gems.domain.year_words import closing_words, target_words
from tests.rules.group import contract, employee, group

BAD = YearFigures(reference=96420, leave_days=25, low=1680, high=2400)
JUNE = date(2026, 6, 1)


def of(done: int | None, *absences: Absence, requests: tuple[Request, ...] = (), **changes: object) -> Group:
    years = () if done is None else (YearDone(employee_id="ANA", minutes=done),)
    ana = employee("ANA", contract=contract(annualised=True, **changes))
    return group(employees=(ana,), absences=absences, requests=requests, history=History(years=years))


def seen(who: Group, monday: date = JUNE, figures: YearFigures = BAD) -> YearOutlook:
    outlook = year_outlook(who, who.employees[0], monday, figures)
    assert outlook is not None
    return outlook


def away(kind: AbsenceKind, first: date, days: int) -> Absence:
    span = Span(day_start(first), day_end(first + timedelta(days=days - 1)))
    return Absence(id=f"{kind} {first}", employee_id="ANA", kind=kind, span=span)


def asked(season: Season) -> Request:
    return Request(
        id="R1",
        member_id="EHPAD",
        site_id="E",
        qualification="caregiver",
        label="Soins",
        demand=FixedSlot(start_clock=480, end_clock=900),
        recurrence=Recurrence(weekdays=frozenset(range(5)), first_day=date(2020, 1, 6), season=season),
    )


def test_without_a_counter_nothing_is_known_of_the_year() -> None:
    assert year_outlook(of(None), of(None).employees[0], JUNE, BAD) is None


@pytest.mark.parametrize("done", [36000, 38000, 40000, 42000, 44000])
def test_targets_close_the_year_at_its_due(done: int) -> None:
    outlook = seen(of(done))
    assert outlook.modulated
    assert outlook.closing == outlook.due == 96420
    assert all(week.low <= week.target <= week.high for week in outlook.weeks)


def test_more_done_means_less_to_do() -> None:
    targets = [seen(of(done)).weeks[0].target for done in range(30000, 52000, 500)]
    assert targets == sorted(targets, reverse=True)
    assert targets[0] > 2100 > targets[-1]


def test_leave_entered_ahead_takes_the_place_of_leave_still_to_enter() -> None:
    plain, entered = seen(of(40000)), seen(of(40000, away(AbsenceKind.LEAVE, date(2026, 8, 3), 14)))
    to_come = 25 * 420 * 30 // 53
    assert (plain.leave_days, plain.leave_minutes) == (0, to_come)
    assert (entered.leave_days, entered.leave_minutes) == (10, to_come - 10 * 420)
    assert abs(plain.weeks[0].target - entered.weeks[0].target) <= 2
    assert [week.target for week in entered.weeks if week.monday.month == 8][:2] == [0, 0]


def test_sick_days_are_not_made_up_for() -> None:
    well, sick = seen(of(40000)), seen(of(40000 - 5 * 420, away(AbsenceKind.SICKNESS, date(2026, 5, 4), 7)))
    assert sick.credited == 4 * 420, "the fifth, 8 May, is a public holiday"
    assert sick.balance == well.balance - 420


def test_quiet_weeks_hold_fewer_hours() -> None:
    schools = seen(of(40000, requests=(asked(Season.SCHOOL_DAYS),)))
    by_monday = {week.monday: week for week in schools.weeks}
    august, october = by_monday[date(2026, 8, 3)], by_monday[date(2026, 10, 5)]
    assert (august.season, august.target) == (0, 1680)
    assert october.season > 1000
    assert october.target > 2100
    assert schools.closing == schools.due


def test_dated_requests_make_no_season() -> None:
    recurring = asked(Season.ALWAYS)
    once = replace(recurring, id="R2", recurrence=replace(recurring.recurrence, first_day=JUNE, last_day=JUNE))
    assert seen(of(40000, requests=(recurring, once))) == seen(of(40000, requests=(recurring,)))


def test_a_counter_that_began_late_leaves_the_contract_alone() -> None:
    outlook = seen(of(2100))
    assert not outlook.modulated
    assert {week.target for week in outlook.weeks} == {week.contract for week in outlook.weeks}


@pytest.mark.parametrize(
    ("changes", "figures"),
    [
        ({"annualised": False}, BAD),
        ({"kind": ContractKind.PART_TIME}, BAD),
        ({}, YearFigures(reference=96420, leave_days=25, low=None, high=None)),
    ],
)
def test_weeks_that_may_not_vary_are_the_contract_s(changes: dict[str, object], figures: YearFigures) -> None:
    ana = employee("ANA", contract=contract(**{"annualised": True, **changes}))
    who = group(employees=(ana,), history=History(years=(YearDone(employee_id="ANA", minutes=30000),)))
    outlook = seen(who, figures=figures)
    assert not outlook.modulated
    assert outlook.weeks[0].target == 2100


def test_a_contract_of_half_a_year_owes_half_of_it() -> None:
    outlook = seen(of(0, first_day=date(2026, 6, 29)), date(2026, 6, 29))
    assert outlook.due == 96420 * 189 // 371
    assert outlook.leave_minutes == 25 * 420 * 182 // 371


def test_a_week_of_next_year_starts_from_nothing() -> None:
    who = of(90000)
    years = Years(who, date(2026, 12, 28))
    this, then = (years.outlook(who.employees[0], monday, BAD) for monday in (date(2026, 12, 28), date(2027, 1, 4)))
    assert this is not None
    assert then is not None
    assert (this.done, then.done, len(then.weeks)) == (90000, 0, 52)


@given(st.integers(0, 200_000), st.lists(st.tuples(st.integers(0, 2100), st.integers(0, 3000)), max_size=60))
def test_spread_adds_up_within_the_bounds(needed: int, drawn: list[tuple[int, int]]) -> None:
    weeks = [YearWeek(JUNE, minutes, season, minutes * 4 // 5, minutes * 8 // 7, 0) for minutes, season in drawn]
    found = spread(needed, weeks)
    low, high = sum(week.low for week in weeks), sum(week.high for week in weeks)
    assert all(week.low <= minutes <= week.high for week, minutes in zip(weeks, found, strict=True))
    assert sum(found) == max(low, min(high, needed)) or _out_of_season(weeks, found, needed)


def test_weeks_to_come_are_counted_on_for_half_of_what_they_may_hold_more_while_that_is_enough() -> None:
    quiet, busy = (YearWeek(JUNE, 2100, season, 1680, 2400, 0) for season in (800, 1200))
    weeks = [quiet] * 4 + [busy] * 4
    found = spread(8 * 2100, weeks)
    assert sum(found) == 8 * 2100
    assert found[4:] == [2250] * 4
    assert found[:4] == [1950] * 4
    assert spread(9 * 2150, [busy, *weeks])[0] == 2400, "this week is not far ahead"
    full = spread(8 * 2300, weeks)
    assert sum(full) == 8 * 2300
    assert full[4:] == [2400] * 4, "where half is not enough, all is counted on"


def _out_of_season(weeks: list[YearWeek], found: list[int], needed: int) -> bool:
    """Weeks in which nothing is asked stay low, even when the others cannot hold what is left."""
    others = [(week, minutes) for week, minutes in zip(weeks, found, strict=True) if week.season and week.contract]
    return sum(found) < needed and all(minutes == week.high for week, minutes in others)


def test_a_week_that_nobody_planned_goes_by_the_contract() -> None:
    done = (WeekDone(employee_id="ANA", monday=JUNE - timedelta(weeks=3), minutes=2000, pattern="JJJJJ--"),)
    who = of(40000)
    known = replace(who, history=replace(who.history, weeks=done))
    # The two weeks since, one of them with Whit Monday.
    assert seen(known).done == 40000 + 2100 + 1680


def test_a_year_has_whole_weeks() -> None:
    for year in range(2020, 2035):
        mondays = year_mondays(year)
        assert len(mondays) in (52, 53)
        assert {counting_year(monday + timedelta(days=day)) for monday in mondays for day in range(7)} == {year}


def test_the_week_in_words() -> None:
    leave = (away(AbsenceKind.LEAVE, date(2026, 8, 3), 14), away(AbsenceKind.LEAVE, date(2026, 12, 21), 7))
    words = target_words(seen(of(38600, *leave)), JUNE)
    assert words.fr.startswith("35 h 13 cette semaine : 5 h 43 de retard")
    assert "de retard sur l'année, 14 jours de congés à venir" in words.fr
    assert "behind the year, 14 days of leave ahead" in words.en
    assert "d'avance sur l'année" in target_words(seen(of(44000)), JUNE).fr
    assert target_words(seen(of(2100)), JUNE).fr == "35 h cette semaine : les heures du contrat"
    assert target_words(seen(of(2100)), JUNE - timedelta(days=1)).fr.startswith("35 h la semaine du lun. 1 juin : ")
    assert closing_words(seen(of(40000))).fr == "L'année se terminerait à 1607 h sur 1607 h (0 h)."

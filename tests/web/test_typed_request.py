"""What is typed in the form of a request, and the request: one made of the other, both ways."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gems.domain.requests import FixedSlot, Priority, Recurrence, Request, Season, Volume, Window
from gems.domain.time import DAY
from sample_data import generate
from ui.web.screens.member.typed import Often, Shape, Typed, blank, copied, request_of, typed_of

MONDAY = date(2026, 11, 23)
DATES = st.dates(date(2026, 1, 1), date(2027, 12, 31))
REQUESTS = [request for name in ("small", "gems23") for request in generate(name).requests]


def made(typed: Typed) -> Request:
    return request_of(typed, id="R001", member_id="M001", job_name="Cuisinier")


def form() -> Typed:
    return replace(blank(site="S001", job="cook", day=MONDAY), label="Repas")


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda one: one.id)
def test_a_request_opened_and_sent_again_is_the_same(request_: Request) -> None:
    again = request_of(typed_of(request_), id=request_.id, member_id=request_.member_id, job_name="")
    assert again == request_


@st.composite
def recurrences(draw: st.DrawFn) -> Recurrence:
    first = draw(DATES)
    return Recurrence(
        weekdays=frozenset(draw(st.sets(st.integers(0, 6), min_size=1))),
        first_day=first,
        last_day=draw(st.none() | st.integers(0, 60).map(lambda days: first + timedelta(days=days))),
        every_weeks=draw(st.integers(1, 4)),
        season=draw(st.sampled_from(Season)),
        except_days=frozenset(draw(st.sets(DATES, max_size=2))),
    )


@st.composite
def demands(draw: st.DrawFn) -> FixedSlot | Window | Volume:
    start = draw(st.integers(0, DAY - 1))
    end = start + draw(st.integers(1, DAY))
    asked = draw(st.integers(0, 4))
    more = {"most_headcount": asked + draw(st.integers(1, 3)), "beyond_cents": draw(st.integers(0, 10**6))}
    people: dict[str, Any] = {"headcount": asked} | (draw(st.sampled_from(({}, more))) if asked else more)
    return draw(
        st.sampled_from(
            (
                FixedSlot(start_clock=start, end_clock=end, **people),
                Window(start_clock=start, end_clock=end, minutes=90, **people),
                Volume(weekly_minutes=600, start_clock=start, end_clock=end, shortest=60, longest=300, most_days=3),
            )
        )
    )


@given(recurrences(), demands(), st.sampled_from(Priority), st.booleans(), st.sampled_from((None, "Lever")))
def test_any_request_comes_back_from_its_form(
    when: Recurrence, demand: FixedSlot | Window | Volume, priority: Priority, same: bool, visit: str | None
) -> None:
    visit = None if isinstance(demand, Volume) else visit
    asked = replace(made(form()), recurrence=when, demand=demand, priority=priority, same_person=same, visit=visit)
    assert made(typed_of(asked)) == asked


def test_a_volume_is_no_visit_but_keeps_the_name_typed() -> None:
    typed = replace(form(), visit=" Lever ", shape=Shape.VOLUME)
    assert made(typed).visit is None
    assert made(replace(typed, shape=Shape.WINDOW)).visit == "Lever"


def test_an_end_before_the_start_is_on_the_next_day() -> None:
    night = made(replace(form(), start=time(21), end=time(7)))
    assert night.demand == FixedSlot(start_clock=21 * 60, end_clock=31 * 60)


def test_midnight_ends_the_day() -> None:
    evening = made(replace(form(), start=time(20), end=time(0)))
    assert evening.demand == FixedSlot(start_clock=20 * 60, end_clock=DAY)


def test_hours_over_one_week_may_fall_on_each_chosen_day_of_that_week() -> None:
    typed = replace(form(), shape=Shape.VOLUME, first=MONDAY + timedelta(days=2), weekdays=frozenset({0, 4}))
    when = made(typed).recurrence
    assert (when.first_day, when.last_day) == (MONDAY, MONDAY + timedelta(days=6))
    assert when.weekdays == {0, 4}


def test_what_was_skipped_stays_skipped_when_changed() -> None:
    skipped = frozenset({MONDAY})
    weekly = replace(
        made(form()), recurrence=Recurrence(weekdays=frozenset({0}), first_day=MONDAY, except_days=skipped)
    )
    assert made(replace(typed_of(weekly), label="Autre")).recurrence.except_days == skipped


def test_without_a_name_it_is_called_after_its_job() -> None:
    assert made(replace(form(), label="  ")).label == "Cuisinier"


def test_a_person_is_not_both_wanted_and_excluded() -> None:
    both = made(replace(form(), wanted=frozenset({"E1"}), excluded=frozenset({"E1", "E2"})))
    assert (both.wanted, both.excluded) == ({"E1"}, {"E2"})


def test_a_copy_starts_in_the_week_that_is_open_and_keeps_its_weekday() -> None:
    thursday = replace(form(), first=MONDAY - timedelta(days=11), last=MONDAY - timedelta(days=10))
    copy = copied(thursday, MONDAY)
    assert copy.first == MONDAY + timedelta(days=3)
    assert copy.last == MONDAY + timedelta(days=4)


def test_a_copy_of_what_is_still_ahead_stays_where_it_is() -> None:
    ahead = replace(form(), first=MONDAY + timedelta(days=15), often=Often.ONCE)
    assert copied(ahead, MONDAY).first == ahead.first

"""A working day: its pieces, the drives between them, the gaps, the minutes on each day."""

from datetime import date

from gems.domain.duty import Duty, duties_of
from gems.domain.places import Leg, TravelEntry
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, instant_at
from tests.rules.group import group

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
GROUP = group(travel=(TravelEntry(origin="Guéret", destination="Ahun", minutes=25, km=20),))


def piece(day: date, start: int, end: int, site: str = "E") -> Assignment:
    return Assignment(
        start=instant_at(day, start * 60),
        end=instant_at(day, end * 60),
        employee_id="ANA",
        site_id=site,
        qualification="caregiver",
    )


def duties(*pieces: Assignment) -> tuple[Duty, ...]:
    schedule = Schedule(horizon=Horizon(MONDAY), assignments=pieces)
    return duties_of(GROUP, schedule.by_employee.get("ANA", ()))


def test_pieces_of_one_day_make_one_duty_whatever_their_order() -> None:
    (duty,) = duties(piece(MONDAY, 14, 18, "F"), piece(MONDAY, 8, 12))
    assert [p.site_id for p in duty.pieces] == ["E", "F"]
    assert duty.drives == (Leg(25, 20),)
    assert (duty.start, duty.end) == (instant_at(MONDAY, 480), instant_at(MONDAY, 1080))
    assert duty.span_minutes == 600
    assert duty.work_minutes == 480 + 25
    assert (duty.travel_minutes, duty.km) == (25, 20)
    assert duty.gaps == (95,)


def test_the_drive_is_work_right_after_the_piece_before_it() -> None:
    (duty,) = duties(piece(MONDAY, 8, 12), piece(MONDAY, 14, 18, "F"))
    spans = [(span.start - instant_at(MONDAY, 0), span.minutes) for span in duty.work_spans()]
    assert spans == [(480, 240), (720, 25), (840, 240)]


def test_two_sites_of_one_commune_are_a_short_drive_apart() -> None:
    (duty,) = duties(piece(MONDAY, 8, 12), piece(MONDAY, 12, 13, "G"))
    assert duty.drives == (Leg(5, 2),)
    assert duty.gaps == (-5,)


def test_staying_at_one_site_is_no_drive() -> None:
    (duty,) = duties(piece(MONDAY, 8, 12), piece(MONDAY, 13, 17))
    assert duty.drives == (Leg(0, 0),)
    assert len(list(duty.work_spans())) == 2


def test_a_night_belongs_to_the_day_it_begins() -> None:
    night, morning = duties(piece(MONDAY, 21, 31), piece(TUESDAY, 8, 12))
    assert night.day == MONDAY
    assert [(day, minutes) for span in night.work_spans() for day, minutes in span.by_day()] == [
        (MONDAY, 180),
        (TUESDAY, 420),
    ]
    assert morning.day == TUESDAY


def test_the_end_is_the_last_end_even_when_pieces_overlap() -> None:
    (duty,) = duties(piece(MONDAY, 8, 20), piece(MONDAY, 9, 10))
    assert duty.end == instant_at(MONDAY, 1200)
    assert duty.gaps == (-660,)
    assert duty.span_minutes == 720


def test_a_drive_may_run_past_midnight() -> None:
    (duty,) = duties(piece(MONDAY, 20, 24), piece(MONDAY, 23, 24, "F"))
    assert sum(minutes for span in duty.work_spans() for day, minutes in span.by_day() if day == TUESDAY) == 25


def test_nobody_without_work_has_a_duty() -> None:
    assert duties() == ()

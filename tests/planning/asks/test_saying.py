"""How a request is said."""

from dataclasses import replace
from datetime import date

import pytest

from gems.domain.requests import FixedSlot, Request, Season, Volume, Window
from gems.planning.asks.saying import asked
from tests.planning.asks.given import MONDAY, dated, weekly

WORKWEEK = weekly(MONDAY, weekdays=(0, 1, 2, 3, 4))


@pytest.mark.parametrize(
    ("request_", "fr", "en"),
    [
        (dated(MONDAY), "lun. 23 nov. 2026, de 8 h 00 à 12 h 00", "Mon 23 Nov 2026, 8:00 to 12:00"),
        (WORKWEEK, "du lundi au vendredi, de 8 h 00 à 12 h 00", "Monday to Friday, 8:00 to 12:00"),
        (
            weekly(MONDAY, every=2, demand=FixedSlot(start_clock=1260, end_clock=1860, headcount=2)),
            "lundi et jeudi, toutes les 2 semaines, de 21 h 00 à 7 h 00 le lendemain, 2 personnes",
            "Monday and Thursday, every 2 weeks, 21:00 to 7:00 the next day, 2 people",
        ),
        (
            weekly(MONDAY, demand=FixedSlot(start_clock=480, end_clock=720, headcount=2, most_headcount=4)),
            "lundi et jeudi, de 8 h 00 à 12 h 00, 2 personnes, jusqu'à 4 si possible",
            "Monday and Thursday, 8:00 to 12:00, 2 people, up to 4 if possible",
        ),
        (
            weekly(MONDAY, demand=FixedSlot(start_clock=480, end_clock=720, headcount=0, most_headcount=2)),
            "lundi et jeudi, de 8 h 00 à 12 h 00, 2 personnes au plus, si possible",
            "Monday and Thursday, 8:00 to 12:00, 2 people at most, if possible",
        ),
        (
            replace(weekly(MONDAY, demand=FixedSlot(start_clock=480, end_clock=720, headcount=2)), visit="Lever"),
            "lundi et jeudi, de 8 h 00 à 12 h 00, 2 personnes, ensemble pour la visite « Lever »",
            "Monday and Thursday, 8:00 to 12:00, 2 people, together for the visit “Lever”",
        ),
        (
            weekly(MONDAY, demand=FixedSlot(start_clock=480, end_clock=720, most_headcount=2)),
            "lundi et jeudi, de 8 h 00 à 12 h 00, 1 personne, jusqu'à 2 si possible",
            "Monday and Thursday, 8:00 to 12:00, 1 person, up to 2 if possible",
        ),
        (
            weekly(MONDAY, weekdays=tuple(range(7)), demand=Window(start_clock=480, end_clock=1440, minutes=90)),
            "tous les jours, 1 h 30 entre 8 h 00 et 24 h 00",
            "every day, 1 h 30 between 8:00 and 24:00",
        ),
        (
            replace(
                WORKWEEK,
                demand=Volume(
                    weekly_minutes=420, start_clock=480, end_clock=1080, shortest=180, longest=240, most_days=2
                ),
                recurrence=replace(WORKWEEK.recurrence, season=Season.SCHOOL_DAYS, last_day=date(2027, 6, 30)),
            ),
            "du lundi au vendredi, les jours d'école, du lun. 23 nov. au mer. 30 juin 2027, "
            "7 h par semaine, entre 8 h 00 et 18 h 00, par séances de 3 h à 4 h, 2 jours au plus",
            "Monday to Friday, on school days, from Mon 23 Nov to Wed 30 Jun 2027, "
            "7 h a week, between 8:00 and 18:00, in sittings of 3 h to 4 h, on at most 2 days",
        ),
    ],
)
def test_when_and_how_much(request_: Request, fr: str, en: str) -> None:
    assert (asked(request_).fr, asked(request_).en) == (fr, en)

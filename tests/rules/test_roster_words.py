"""Roster terms as people read them."""

from dataclasses import replace
from datetime import date

import pytest

from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.words import Words
from gems.rules.roster_words import term_words


@pytest.mark.parametrize(
    ("counts", "shift", "least", "most", "said"),
    [
        (TermCount.DAYS, None, None, 0, Words("aucun jour", "no days")),
        (TermCount.DAYS, "Nuit", None, 3, Words("au plus 3 jours « Nuit »", "at most 3 days “Nuit”")),
        (TermCount.DAYS, None, 0, 3, Words("au plus 3 jours", "at most 3 days")),
        (TermCount.WEEKENDS, None, 1, None, Words("au moins 1 week-end", "at least 1 weekend")),
        (TermCount.HALF_WEEKENDS, None, 2, 2, Words("exactement 2 week-ends à moitié", "exactly 2 half weekends")),
        (TermCount.DAYS_IN_ROW, None, 2, 5, Words("de 2 à 5 jours de suite", "2 to 5 days in a row")),
        (
            TermCount.DAYS_OFF_IN_ROW,
            None,
            2,
            None,
            Words("au moins 2 jours de repos de suite", "at least 2 days off in a row"),
        ),
    ],
)
def test_a_term_in_words(
    counts: TermCount, shift: str | None, least: int | None, most: int | None, said: Words
) -> None:
    assert term_words(RosterTerm(id="R", counts=counts, shift=shift, least=least, most=most)) == said


def test_kinds_of_shift_by_the_clock() -> None:
    rest = RosterTerm(id="R", counts=TermCount.DAYS_OFF_AFTER, shift="Nuit", least=2)
    assert term_words(rest).fr == "au moins 2 jours de repos après un service « Nuit »"
    night = replace(rest, shift=None, ends_after=26 * 60)
    assert term_words(night).en == "at least 2 days off after a shift (ends after 2:00 the next day)"
    early = RosterTerm(id="R", counts=TermCount.FOLLOWINGS, shift="Soir", then_before=540, most=0)
    assert term_words(early).fr == "aucun enchaînement (« Soir » puis début avant 9 h 00)"
    alone = replace(early, then_before=None)
    assert term_words(alone).en == "no followings (“Soir” then any work)"


def test_a_day_wanted_or_not() -> None:
    night = RosterTerm(id="R", counts=TermCount.DAYS, shift="Nuit", on_day=date(2026, 12, 24), most=0)
    assert term_words(night).fr == "aucun jour « Nuit » le jeu. 24 déc. 2026"
    wanted = replace(night, shift=None, most=None, least=1)
    assert term_words(wanted).en == "at least 1 day on Thu 24 Dec 2026"


def test_every_thing_counted_has_words_for_one_and_for_many() -> None:
    for counts in TermCount:
        one, many = (term_words(RosterTerm(id="R", counts=counts, most=most)) for most in (1, 2))
        assert one.fr.removeprefix("au plus 1 ") != many.fr.removeprefix("au plus 2 ")
        assert one.en.removeprefix("at most 1 ") != many.en.removeprefix("at most 2 ")

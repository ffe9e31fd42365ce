"""Fairness in words: one line a figure, before a schedule and with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from gems.domain.fairness import Before, Evenness, Fairness
from gems.domain.group import Group
from gems.domain.words import Words, percent, same

MEMBERS = Words("Équité entre adhérents (1 : tous servis de même)", "Fairness between members (1: all served alike)")
LEAST = Words("Adhérent le moins servi, douze semaines comprises", "Least served member, twelve weeks included")
EVENINGS = Words("Équité des soirées entre salariés", "Fairness of evenings between employees")
MOST_EVENINGS = Words("Le plus de soirées par semaine", "Most evenings a week")
SUNDAYS = Words("Équité des dimanches entre salariés", "Fairness of Sundays between employees")
MOST_SUNDAYS = Words("Le plus de dimanches par semaine", "Most Sundays a week")
KM = Words("Le plus de kilomètres entre lieux de travail", "Most kilometres between workplaces")
NAMED = Words("{figure} ({name})", "{figure} ({name})")
NOTHING = Words("–", "–")


@dataclass(frozen=True, slots=True)
class FairLine:
    """What is compared, before the schedule and with it."""

    title: Words
    before: Words
    after: Words


def fair_lines(group: Group, fairness: Fairness) -> Iterator[FairLine]:
    """The lines that have something to say, for the coordinator: they name members and people."""
    if fairness.members.after.jain is not None:
        yield _of_both(MEMBERS, fairness.members)
        before, after = fairness.members.before, fairness.members.after
        yield FairLine(LEAST, _least(group, before), _least(group, after))
    for index, most, compared in (
        (EVENINGS, MOST_EVENINGS, fairness.evenings),
        (SUNDAYS, MOST_SUNDAYS, fairness.sundays),
    ):
        if compared.after.jain is not None:
            yield _of_both(index, compared)
            yield FairLine(most, _most(group, compared.before), _most(group, compared.after))
    if fairness.km.highest:
        yield FairLine(KM, NOTHING, _named(same(f"{fairness.km.highest:.0f} km"), _person(group, fairness.km)))


def index_words(jain: float | None) -> Words:
    """ "0,987" / "0.987"."""
    return NOTHING if jain is None else Words(f"{jain:.3f}".replace(".", ","), f"{jain:.3f}")


def _of_both(title: Words, compared: Before) -> FairLine:
    return FairLine(title, index_words(compared.before.jain), index_words(compared.after.jain))


def _least(group: Group, rates: Evenness) -> Words:
    if rates.lowest is None or rates.lowest_id is None:
        return NOTHING
    return _named(percent(rates.lowest), group.member[rates.lowest_id].name)


def _most(group: Group, times: Evenness) -> Words:
    if times.highest is None:
        return NOTHING
    figure = Words(f"{times.highest:.1f}".replace(".", ","), f"{times.highest:.1f}")
    return _named(figure, _person(group, times))


def _person(group: Group, figures: Evenness) -> str:
    return group.employee[figures.highest_id].name if figures.highest_id is not None else ""


def _named(figure: Words, name: str) -> Words:
    return NAMED.fill(figure=figure, name=same(name))

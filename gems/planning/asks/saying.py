"""A request said in words: on which days, at what times, for how many, how often."""

from collections.abc import Collection

from gems.domain.group import Group
from gems.domain.requests import Demand, Recurrence, Request, Season, Volume, Window
from gems.domain.time import DAY
from gems.domain.words import DAYS, Words, at_clock, hours, listing, same
from gems.domain.words import day as day_words

EVERY_DAY, WORKING_DAYS = frozenset(range(7)), frozenset(range(5))
SEASONS = {
    Season.ALWAYS: same(""),
    Season.SCHOOL_DAYS: Words(", les jours d'école", ", on school days"),
    Season.SCHOOL_HOLIDAYS: Words(", pendant les vacances scolaires", ", in the school holidays"),
    Season.NOT_PUBLIC_HOLIDAYS: Words(", sauf jours fériés", ", not on public holidays"),
}
FIXED = Words("de {start} à {end}", "{start} to {end}")
WINDOW = Words("{minutes} entre {start} et {end}", "{minutes} between {start} and {end}")
VOLUME = Words(
    "{minutes} par semaine, entre {start} et {end}, par séances de {shortest} à {longest}",
    "{minutes} a week, between {start} and {end}, in sittings of {shortest} to {longest}",
)
MOST_DAYS = Words(", {days} jours au plus", ", on at most {days} days")
ONE_DAY = Words(", en un seul jour", ", on a single day")
PEOPLE = Words(", {count} personnes", ", {count} people")
NOBODY = Words(", {most} personnes au plus, si possible", ", {most} people at most, if possible")
ONE_PERSON = Words(", 1 personne", ", 1 person")
VISIT = Words(", ensemble pour la visite « {visit} »", ", together for the visit “{visit}”")
UP_TO = Words(", jusqu'à {most} si possible", ", up to {most} if possible")


def asked(request: Request) -> Words:
    """ "lundi et jeudi, de 8 h 00 à 12 h 00" / "Monday and Thursday, 8:00 to 12:00"."""
    when, what = _when(request.recurrence), _what(request.demand)
    if request.visit is not None:
        what = _joined(what, VISIT.fill(visit=request.visit))
    return Words(f"{when.fr}, {what.fr}", f"{when.en}, {what.en}")


def deed_subject(group: Group, request: Request) -> str:
    """What the history of acts says a request is: "EHPAD Les Tilleuls, R12"."""
    return f"{group.member[request.member_id].name}, {request.id}"


def clock_words(minute: int) -> Words:
    """ "7 h 00" / "7:00" from minutes after midnight; beyond 24 h 00, said of the next day."""
    at = minute if minute <= DAY else minute - DAY
    said = at_clock(at)
    return said if minute <= DAY else Words(f"{said.fr} le lendemain", f"{said.en} the next day")


def weekday_words(weekdays: Collection[int]) -> Words:
    """ "du lundi au vendredi", "lundi et jeudi"."""
    days = frozenset(weekdays)
    if days == EVERY_DAY:
        return Words("tous les jours", "every day")
    if days == WORKING_DAYS:
        return Words("du lundi au vendredi", "Monday to Friday")
    return Words(
        listing([DAYS["fr"][day] for day in sorted(days)]).fr, listing([DAYS["en"][day] for day in sorted(days)]).en
    )


def _when(recurrence: Recurrence) -> Words:
    if recurrence.first_day == recurrence.last_day:
        return day_words(recurrence.first_day, year=True)
    days, season, rhythm = weekday_words(recurrence.weekdays), SEASONS[recurrence.season], same("")
    if recurrence.every_weeks > 1:
        rhythm = Words(", toutes les {n} semaines", ", every {n} weeks").fill(n=recurrence.every_weeks)
    if recurrence.last_day is None:
        return Words(f"{days.fr}{rhythm.fr}{season.fr}", f"{days.en}{rhythm.en}{season.en}")
    first, last = day_words(recurrence.first_day), day_words(recurrence.last_day, year=True)
    return Words(
        f"{days.fr}{rhythm.fr}{season.fr}, du {first.fr} au {last.fr}",
        f"{days.en}{rhythm.en}{season.en}, from {first.en} to {last.en}",
    )


def _what(demand: Demand) -> Words:
    start, end = clock_words(demand.start_clock), clock_words(demand.end_clock)
    if isinstance(demand, Volume):
        return _volume(demand, start, end)
    said = FIXED.fill(start=start, end=end)
    if isinstance(demand, Window):
        said = WINDOW.fill(minutes=hours(demand.minutes), start=start, end=end)
    asked, most = demand.headcount, demand.most_headcount or 0
    if not asked:
        return _joined(said, NOBODY.fill(most=most))
    if most <= asked:
        return said if asked == 1 else _joined(said, PEOPLE.fill(count=asked))
    people = ONE_PERSON if asked == 1 else PEOPLE.fill(count=asked)
    return _joined(_joined(said, people), UP_TO.fill(most=most))


def _volume(demand: Volume, start: Words, end: Words) -> Words:
    said = VOLUME.fill(
        minutes=hours(demand.weekly_minutes),
        start=start,
        end=end,
        shortest=hours(demand.shortest),
        longest=hours(demand.longest),
    )
    if demand.most_days == 1:
        return _joined(said, ONE_DAY)
    return said if demand.most_days >= len(EVERY_DAY) else _joined(said, MOST_DAYS.fill(days=demand.most_days))


def _joined(first: Words, then: Words) -> Words:
    return Words(first.fr + then.fr, first.en + then.en)

"""How the screens say a week, a day and a need."""

from datetime import date

from gems.domain.missions import Need
from gems.domain.time import Horizon
from gems.domain.words import DAYS, MONTHS, Language, Words, clock, day, hours
from ui.web.texts import text


def week_title(horizon: Horizon) -> Words:
    """ "Semaine 48 · 23–29 nov. 2026", "Semaines 48 à 49 · 23 nov. – 6 déc. 2026"."""
    first, last = (monday.isocalendar().week for monday in (horizon.mondays[0], horizon.mondays[-1]))
    days = Words(_days(horizon, "fr"), _days(horizon, "en"))
    if horizon.weeks == 1:
        return text("week").fill(week=first, days=days)
    return text("weeks").fill(first=first, last=last, days=days)


def _days(horizon: Horizon, language: Language) -> str:
    first, last = horizon.first, horizon.last
    until = f"{last.day} {MONTHS[language][last.month - 1]} {last.year}"
    if first.month == last.month:
        return f"{first.day}–{until}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {MONTHS[language][first.month - 1]}{year} – {until}"


def short_day(of: date, language: Language) -> str:
    """ "lun. 23" / "Mon 23"."""
    name = DAYS[language][of.weekday()][:3]
    return f"{name}. {of.day}" if language == "fr" else f"{name} {of.day}"


def site_words(site: str, commune: str, member: str) -> str:
    """Where, without saying twice the member's own name or the commune."""
    if site.startswith(member):
        return commune
    return site if commune in site else f"{site}, {commune}"


def need_when(need: Need) -> Words:
    """ "lun. 23 nov., 7 h 00–14 h 00", "mar. 24 nov., entre 8 h 00 et 12 h 00", "dans la semaine"."""
    if len(need.missions) > 1:
        return text("any_day")
    on, at = _whole(day(need.missions[0].day)), need_clock(need)
    return Words(f"{on.fr}, {at.fr}", f"{on.en}, {at.en}")


def need_clock(need: Need) -> Words:
    """ "7 h 00–14 h 00" when there is one slot, else the window it may fall in; of the need's first mission."""
    slots = need.missions[0].slots
    if not slots:
        return Words("", "")
    start, end = clock(slots[0].start), clock(max(slot.end for slot in slots))
    if len(slots) > 1:
        return text("within").fill(start=start, end=end)
    return _whole(Words(f"{start.fr}–{end.fr}", f"{start.en}–{end.en}"))


def _whole(words: Words) -> Words:
    """The same, not broken at the end of a line."""
    return Words(words.fr.replace(" ", "\u00a0"), words.en.replace(" ", "\u00a0"))


def signed_hours(minutes: int) -> Words:
    """ "+1 h 30", "−45 min", "0 h"."""
    said = hours(minutes) if minutes else Words("0 h", "0 h")
    return Words(f"+{said.fr}", f"+{said.en}") if minutes > 0 else said


def whole_hours(minutes: int) -> Words:
    """ "34 h 30"; "0 h" rather than "0 min"."""
    return hours(minutes) if minutes else Words("0 h", "0 h")


def whole_euros(cents: int) -> Words:
    """ "4 534 €": for show only, where the exact figure stands beside."""
    whole = f"{abs(round(cents / 100)):,}"
    sign = "−" if cents < 0 else ""
    return Words(f"{sign}{whole.replace(',', chr(0x202F))}\u202f€", f"{sign}€{whole}")

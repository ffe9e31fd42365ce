"""Words for people: French and English side by side, and how figures are said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gems.domain.time import Instant, clock_of, day_of

Language = Literal["fr", "en"]
DAYS: Mapping[Language, tuple[str, ...]] = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: Mapping[Language, tuple[str, ...]] = {
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
NARROW = "\u202f"


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in both languages; may hold {placeholders} until `fill`."""

    fr: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.fr if language == "fr" else self.en

    def fill(self, **values: "Words | str | int") -> "Words":
        """Both sentences with their placeholders replaced; a Words value speaks its own language in each."""
        french = {name: value.fr if isinstance(value, Words) else value for name, value in values.items()}
        english = {name: value.en if isinstance(value, Words) else value for name, value in values.items()}
        return Words(self.fr.format(**french), self.en.format(**english))


def same(text: str) -> Words:
    """Words that do not depend on the language (a name, a code)."""
    return Words(text, text)


def hours(minutes: int) -> Words:
    """ "34 h 30", "−0 h 30", "45 min" said the French way in both languages; minutes are whole."""
    sign = "−" if minutes < 0 else ""
    whole, rest = divmod(abs(minutes), 60)
    if not whole:
        return same(f"{sign}{rest} min")
    return same(f"{sign}{whole} h {rest:02d}" if rest else f"{sign}{whole} h")


def clock(instant: Instant) -> Words:
    """ "7 h 00" / "7:00"."""
    return at_clock(clock_of(instant))


def at_clock(minute: int) -> Words:
    """ "7 h 00" / "7:00" from minutes after midnight."""
    return Words(f"{minute // 60} h {minute % 60:02d}", f"{minute // 60}:{minute % 60:02d}")


def day(value: date, *, year: bool = False) -> Words:
    """ "lun. 23 nov." / "Mon 23 Nov"."""
    tail = f" {value.year}" if year else ""
    french = f"{DAYS['fr'][value.weekday()][:3]}. {value.day} {MONTHS['fr'][value.month - 1]}{tail}"
    english = f"{DAYS['en'][value.weekday()][:3]} {value.day} {MONTHS['en'][value.month - 1]}{tail}"
    return Words(french, english)


def moment(instant: Instant) -> Words:
    """ "lun. 23 nov. 7 h 00"."""
    on, at = day(day_of(instant)), clock(instant)
    return Words(f"{on.fr} {at.fr}", f"{on.en} {at.en}")


def euros(cents: int) -> Words:
    """ "1 234,50 €" / "€1,234.50"."""
    sign = "−" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    return Words(f"{sign}{whole:,}".replace(",", NARROW) + f",{rest:02d}{NARROW}€", f"{sign}€{whole:,}.{rest:02d}")


def percent(part: float, *, digits: int = 1) -> Words:
    """ "98,2 %" for 0.982; the figure is rounded for show only."""
    text = f"{100 * part:.{digits}f}"
    return Words(f"{text.replace('.', ',')}{NARROW}%", f"{text}%")


def counted(number: int, one: Words, many: Words) -> Words:
    """ "1 salarié", "3 salariés"; none is said like one in French, like many in English."""
    return Words((one if number < 2 else many).fr, (one if number == 1 else many).en).fill(n=number)


def listing(items: list[str]) -> Words:
    """ "a, b et c" / "a, b and c"."""
    if len(items) < 2:
        return same("".join(items))
    head = ", ".join(items[:-1])
    return Words(f"{head} et {items[-1]}", f"{head} and {items[-1]}")

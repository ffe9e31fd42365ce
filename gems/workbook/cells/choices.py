"""Yes or no, one of a few words, days of the week."""

import re
from collections.abc import Mapping
from typing import TypeVar

from gems.domain.validation.spelling import folded, guess
from gems.domain.words import DAYS, Language, Words
from gems.workbook.cells.base import CellType, Scalar, Unreadable, said
from gems.workbook.cells.numbers import as_number

Option = TypeVar("Option")
YES = Words("oui", "yes")
NO = Words("non", "no")
_TRUE = frozenset(("oui", "o", "x", "yes", "y", "vrai", "true", "1", "ok", "✓", "✔"))
_FALSE = frozenset(("non", "n", "no", "faux", "false", "0"))


class YesNo(CellType[bool]):
    """oui / non; x, vrai, true, yes and 1 are understood."""

    name = Words("une réponse par oui ou non", "a yes or a no")
    hint = Words("Indiquez « oui » ou « non ».", "Enter “yes” or “no”.")
    placeholder = False
    garbage = "peut-être"
    width = 9

    def parse(self, raw: Scalar) -> bool:
        number = as_number(raw)
        text = raw.strip().casefold() if isinstance(raw, str) else str(number)
        if raw is True or text in _TRUE or number == 1:
            return True
        if raw is False or text in _FALSE or number == 0:
            return False
        raise self.refuse(raw)

    def show(self, value: bool, language: Language) -> Scalar | None:
        return YES[language] if value else NO[language]

    def options(self, language: Language) -> tuple[str, ...]:
        return YES[language], NO[language]


class Choice(CellType[Option]):
    """One of a few values, each with its words; both languages, the value's own code and given aliases are read."""

    garbage = "autrement"
    width = 14

    def __init__(self, words: Mapping[Option, Words], name: Words, aliases: Mapping[str, Option] | None = None) -> None:
        self._words = words
        self.name = name
        self.placeholder = next(iter(words))
        french, english = (", ".join(f"« {one[side]} »" for one in words.values()) for side in ("fr", "en"))
        self.hint = Words(f"Choisissez parmi {french}.", f"Choose one of {english}.")
        self._read = {
            folded(spelling): value for value, one in words.items() for spelling in (one.fr, one.en, str(value))
        }
        self._read |= {folded(alias): value for alias, value in (aliases or {}).items()}

    def parse(self, raw: Scalar) -> Option:
        number = as_number(raw)
        text = str(round(number)) if number is not None else str(raw)
        if folded(text) in self._read:
            return self._read[folded(text)]
        refusal = self.refuse(raw)
        nearest = guess(text, [one.fr for one in self._words.values()])
        raise Unreadable(refusal.wrong, Words(self.hint.fr + nearest.fr, self.hint.en + nearest.en))

    def show(self, value: Option, language: Language) -> Scalar | None:
        return self._words[value][language]

    def options(self, language: Language) -> tuple[str, ...]:
        return tuple(one[language] for one in self._words.values())


class Code(CellType[str]):
    """A code kept as written, offered in a drop-down when its list is known (agreements, profiles, school zones)."""

    number_format = "@"
    width = 18

    def __init__(self, name: Words, hint: Words, codes: tuple[str, ...] = ()) -> None:
        self.name = name
        self.hint = hint
        self._codes = codes
        self.placeholder = codes[0] if codes else "?"

    def parse(self, raw: Scalar) -> str:
        text = said(raw)
        known = {folded(code): code for code in self._codes}
        return known.get(folded(text), text)

    def show(self, value: str, language: Language) -> Scalar | None:
        del language
        return value or None

    def options(self, language: Language) -> tuple[str, ...]:
        del language
        return self._codes


_ALL = range(7)
_SHORT: Mapping[Language, tuple[str, ...]] = {language: tuple(name[:3] for name in DAYS[language]) for language in DAYS}
_GROUPS = {
    "tous": _ALL, "tous les jours": _ALL, "tlj": _ALL, "all": _ALL, "every day": _ALL, "semaine": range(5),
    "weekdays": range(5), "week end": range(5, 7), "weekend": range(5, 7),
}  # fmt: skip
_LETTERS = {"l": 0, "j": 3, "v": 4, "s": 5, "d": 6}
"""M is Tuesday or Wednesday, so it is not understood alone."""


class Weekdays(CellType[frozenset[int]]):
    """Days of the week: "lun mar jeu", "lundi, mardi", "lun-ven", "L-V", "Mon Tue", "week-end", "tous"."""

    name = Words("une liste de jours de la semaine", "a list of weekdays")
    hint = Words(
        "Indiquez des jours, par exemple « lun mar jeu » ou « lun-ven ».",
        "Enter days such as “mon tue thu” or “mon-fri”.",
    )
    placeholder = frozenset(_ALL)
    garbage = "parfois"
    width = 18

    def parse(self, raw: Scalar) -> frozenset[int]:
        if not isinstance(raw, str):
            raise self.refuse(raw)
        plain = folded(raw)
        if plain in _GROUPS:
            return frozenset(_GROUPS[plain])
        found: set[int] = set()
        joined = re.sub(r"\s*(?:-|–|—|\bau\b|\bà\b|\bto\b)\s*", "-", raw.casefold().strip())
        for piece in re.split(r"[\s,;/+]+|\bet\b|\band\b", joined):
            if folded(piece):
                found |= self._stretch(piece, raw)
        if not found:
            raise self.refuse(raw)
        return frozenset(found)

    def _stretch(self, piece: str, raw: str) -> set[int]:
        ends = [_weekday(part) for part in piece.split("-")]
        if len(ends) > 2 or None in ends:
            raise self.refuse(raw)
        first, last = ends[0] or 0, ends[-1] or 0
        # "ven-lun" goes round the end of the week.
        return {(first + step) % 7 for step in range((last - first) % 7 + 1)}

    def show(self, value: frozenset[int], language: Language) -> Scalar | None:
        names = _SHORT[language]
        days = sorted(value)
        if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
            return f"{names[days[0]]}-{names[days[-1]]}".lower()
        return " ".join(names[day] for day in days).lower() or None


def _weekday(text: str) -> int | None:
    plain = folded(text)
    if plain in _LETTERS:
        return _LETTERS[plain]
    if len(plain) < 2:
        return None
    for names in DAYS.values():
        matches = [number for number, name in enumerate(names) if name.lower().startswith(plain)]
        if len(matches) == 1:
            return matches[0]
    return None

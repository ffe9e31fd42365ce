"""Where a fault is, and the faults that every kind of record can have."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gems.domain.issues import Issue, Kind
from gems.domain.validation.spelling import guess
from gems.domain.words import Words, hours

LONGEST_ID = 60
"""Characters; ids are shown in narrow columns and make up the names of missions."""
MOST_GUESSES = 40
"""Guessing what was meant takes milliseconds each: after so many unknown words the list itself is wrong."""
FORBIDDEN_IN_IDS = ";\n\r\t"
"""What separates ids in a list."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One record: its kind and its place in entry order."""

    kind: Kind
    index: int

    def says(self, field: str, wrong: Words, fix: Words) -> Issue:
        """An issue about one field of this record."""
        return Issue(kind=self.kind, index=self.index, field=field, wrong=wrong, fix=fix)

    def blank(self, field: str, text: str) -> Iterator[Issue]:
        """A text that must say something."""
        if not text.strip():
            yield self.says(
                field, Words("Ce texte est vide.", "This text is blank."), Words("Complétez-le.", "Fill it in.")
            )

    def outside(self, field: str, value: float, low: float, high: float, unit: Words) -> Iterator[Issue]:
        """A figure beyond what makes sense; both bounds are allowed, and what is no number never is."""
        if not low <= value <= high:
            yield self.says(
                field,
                Words(
                    f"{_figure(value)} {unit.fr} : ce chiffre est impossible.",
                    f"{_figure(value)} {unit.en}: impossible.",
                ),
                Words(f"Indiquez de {_figure(low)} à {_figure(high)}.", f"Enter {_figure(low)} to {_figure(high)}."),
            )

    def too_long_or_short(self, field: str, minutes: int, low: int, high: int) -> Iterator[Issue]:
        """A duration beyond what makes sense, in minutes; both bounds are allowed."""
        if not low <= minutes <= high:
            said, least, most = hours(minutes), hours(low), hours(high)
            yield self.says(
                field,
                Words(f"{said.fr} : cette durée est impossible.", f"{said.en}: this duration is impossible."),
                Words(f"Indiquez de {least.fr} à {most.fr}.", f"Enter {least.en} to {most.en}."),
            )

    def reversed_dates(self, field: str, first: date | None, last: date | None) -> Iterator[Issue]:
        """A last day before the first one."""
        if first is not None and last is not None and last < first:
            yield self.says(
                field,
                Words(
                    f"La fin ({last:%d/%m/%Y}) est avant le début ({first:%d/%m/%Y}).",
                    f"The end ({last:%d/%m/%Y}) is before the start ({first:%d/%m/%Y}).",
                ),
                Words("Indiquez une fin égale ou postérieure au début.", "Enter an end on or after the start."),
            )

    def weekdays(self, field: str, weekdays: Collection[int]) -> Iterator[Issue]:
        """No day, or no day of the week."""
        if not weekdays or not set(weekdays) <= set(range(7)):
            yield self.says(
                field,
                Words("Aucun jour de la semaine n'est donné.", "No day of the week is given."),
                Words("Indiquez au moins un jour, par exemple « lun ».", "Enter at least one day, such as “mon”."),
            )


class Known:
    """The ids of one kind, to tell which references lead nowhere."""

    def __init__(self, kind: Kind, ids: Sequence[str]) -> None:
        self._ids = dict.fromkeys(ids)
        self._noun, self._sheet = NOUNS[kind]
        self._guesses = 0

    def __contains__(self, key: object) -> bool:
        return key in self._ids

    def missing(self, spot: Spot, field: str, key: str) -> Iterator[Issue]:
        """The issue of a reference to nothing."""
        if key in self._ids:
            return
        self._guesses += 1
        nearest = guess(key, self._ids) if self._guesses <= MOST_GUESSES else Words("", "")
        yield spot.says(
            field,
            Words(f"{self._noun.fr} « {key} » n'existe pas.", f"{self._noun.en} “{key}” does not exist."),
            Words(
                f"Corrigez, ou ajoutez une ligne à la feuille « {self._sheet.fr} ».{nearest.fr}",
                f"Correct it, or add a line to the “{self._sheet.en}” sheet.{nearest.en}",
            ),
        )


NOUNS: dict[Kind, tuple[Words, Words]] = {
    Kind.COMMUNE: (Words("La commune", "The town"), Words("Communes", "Towns")),
    Kind.MEMBER: (Words("L'adhérent", "The member"), Words("Adhérents", "Members")),
    Kind.SITE: (Words("Le lieu", "The site"), Words("Lieux", "Sites")),
    Kind.QUALIFICATION: (Words("Le métier", "The job"), Words("Métiers", "Jobs")),
    Kind.EMPLOYEE: (Words("Le salarié", "The employee"), Words("Salariés", "Employees")),
}


def ids(kind: Kind, field: str, keys: Sequence[str]) -> Iterator[Issue]:
    """Blank, unusable or repeated ids; of several equal ones, all but the first are at fault."""
    first = {key: index for index, key in reversed(list(enumerate(keys)))}
    for index, key in enumerate(keys):
        spot = Spot(kind, index)
        yield from spot.blank(field, key)
        if len(key) > LONGEST_ID or any(mark in key for mark in FORBIDDEN_IN_IDS) or key != key.strip():
            yield spot.says(
                field,
                Words(
                    f"L'identifiant « {key[:LONGEST_ID]} » n'est pas utilisable.",
                    f"The identifier “{key[:LONGEST_ID]}” cannot be used.",
                ),
                Words(
                    f"Indiquez un code court (au plus {LONGEST_ID} caractères), sans point-virgule ni saut de ligne.",
                    f"Enter a short code (at most {LONGEST_ID} characters) without semicolon or line break.",
                ),
            )
        if first[key] != index:
            yield spot.says(
                field,
                Words(
                    f"L'identifiant « {key} » est déjà pris par une ligne plus haut.",
                    f"The identifier “{key}” is already used above.",
                ),
                Words("Donnez à chaque ligne un identifiant différent.", "Give each line its own identifier."),
            )


def repeated(kind: Kind, field: str, keys: Sequence[object], wrong: Words) -> Iterator[Issue]:
    """Lines that say again what a line above says."""
    seen: Counter[object] = Counter()
    for index, key in enumerate(keys):
        if seen[key]:
            yield Spot(kind, index).says(
                field, wrong, Words("Gardez une seule de ces lignes.", "Keep only one of these lines.")
            )
        seen[key] += 1


def _figure(value: float) -> str:
    return f"{value:g}".replace(".", ",")

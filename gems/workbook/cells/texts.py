"""Free text, identifiers and references to other sheets."""

import re
from datetime import date, time, timedelta

from gems.domain.issues import Kind
from gems.domain.words import Language, Words
from gems.workbook.cells.base import CellType, Lookup, Scalar, Unreadable, said

LONGEST = 1000
"""Characters; more is no label nor comment."""


class Text(CellType[str]):
    """Any text of at most 1 000 characters; line breaks are kept."""

    name = Words("un texte", "a text")
    hint = Words("Indiquez un texte de 1 000 caractères au plus.", "Enter a text of at most 1,000 characters.")
    placeholder = "?"
    number_format = "@"
    width = 26

    def parse(self, raw: Scalar) -> str:
        text = as_text(raw)
        if len(text) > LONGEST:
            raise Unreadable(
                Words(
                    f"Le texte est trop long ({len(text)} caractères).",
                    f"The text is too long ({len(text)} characters).",
                ),
                self.hint,
            )
        return text

    def show(self, value: str, language: Language) -> Scalar | None:
        del language
        return value or None


class RequestLabel(Text):
    """The label of requests, as written on their sheet: it tells one kind of shift from another."""

    name = Words("l'intitulé d'une demande", "the label of a request")
    hint = Words("Écrivez l'intitulé comme dans les demandes.", "Write the label as in the requests.")


class Identifier(Text):
    """A short code that other sheets refer to; Excel likes to turn "1-2" into a date, which is refused."""

    name = Words("un identifiant", "an identifier")
    hint = Words(
        "Indiquez un code court, par exemple « M01 » ; mettez la colonne au format Texte.",
        "Enter a short code such as “M01”; set the column to Text format.",
    )
    garbage = date(2026, 2, 1)
    width = 12

    def parse(self, raw: Scalar) -> str:
        if isinstance(raw, date | time | timedelta):
            raise self.refuse(raw)
        return super().parse(raw)


class Reference(Identifier):
    """The id of a record of another sheet; its name is accepted when only one record bears it."""

    def __init__(self, kind: Kind, name: Words, sheet: Words) -> None:
        self.kind = kind
        self.name = name
        self.hint = Words(
            f"Indiquez un identifiant de la feuille « {sheet.fr} ».", f"Enter an identifier of the “{sheet.en}” sheet."
        )

    def resolve(self, value: str, lookup: Lookup) -> str:
        return lookup(value)


class References(CellType[frozenset[str]]):
    """Several ids separated by semicolons, in any order."""

    placeholder: frozenset[str] = frozenset()
    garbage = date(2026, 2, 1)
    number_format = "@"
    width = 22

    def __init__(self, kind: Kind, name: Words, sheet: Words) -> None:
        self.kind = kind
        self.name = name
        self.hint = Words(
            f"Indiquez des identifiants de la feuille « {sheet.fr} », séparés par des points-virgules.",
            f"Enter identifiers of the “{sheet.en}” sheet, separated by semicolons.",
        )

    def parse(self, raw: Scalar) -> frozenset[str]:
        if isinstance(raw, date | time | timedelta):
            raise self.refuse(raw)
        return frozenset(pieces(as_text(raw)))

    def show(self, value: frozenset[str], language: Language) -> Scalar | None:
        del language
        return "; ".join(sorted(value)) or None

    def resolve(self, value: frozenset[str], lookup: Lookup) -> frozenset[str]:
        return frozenset(found for piece in sorted(value) for found in _resolved(piece, lookup))


class WeekPattern(Text):
    """Seven letters J, S, N or "-"; blanks, small letters and long dashes are forgiven; the domain judges letters."""

    name = Words("un motif de semaine", "a week pattern")
    hint = Words(
        "Indiquez sept lettres du lundi au dimanche : J jour, S soir, N nuit, - repos. Exemple : JJJJJ--",
        "Enter seven letters from Monday to Sunday: J day, S evening, N night, - off. Example: JJJJJ--",
    )
    placeholder = "-------"
    garbage = "JJXX"
    width = 12

    def parse(self, raw: Scalar) -> str:
        text = re.sub(r"[\s.·]", "", as_text(raw)).upper()
        return re.sub(r"[–—−_]", "-", text)


def as_text(raw: Scalar) -> str:
    """The text of a cell: whole numbers without ".0", line breaks as \\n, outer blanks removed."""
    if isinstance(raw, bool):
        return "oui" if raw else "non"
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    if isinstance(raw, date | timedelta | time):
        return said(raw)
    return str(raw).replace("\r\n", "\n").replace("\r", "\n").strip()


def pieces(text: str) -> list[str]:
    """What stands between semicolons or line breaks, blanks removed."""
    return [piece.strip() for piece in re.split(r"[;\n]", text) if piece.strip()]


def _resolved(piece: str, lookup: Lookup) -> list[str]:
    """One id; or several, when commas were used instead of semicolons and what they separate is known."""
    found = lookup(piece)
    parts = [part.strip() for part in piece.split(",") if part.strip()]
    if found != piece or len(parts) < 2:
        return [found]
    return [lookup(part) for part in parts]

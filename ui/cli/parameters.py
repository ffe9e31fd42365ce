"""What people may type after an option: weeks, files, numbers. Each says in words what it expects."""

import math
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from gems.domain.time import monday_of
from gems.domain.words import Words

SUFFIX = ".xlsx"
FIRST_YEAR, LAST_YEAR = 2000, 2100
_FRENCH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_WEEK = re.compile(r"(\d{4})-?[WS](\d{1,2})", re.IGNORECASE)


class WrongValue(click.BadParameter):
    """A value that cannot be used, in words; `click` adds which option it was for."""

    def __init__(self, words: Words, param: click.Parameter | None = None, ctx: click.Context | None = None) -> None:
        super().__init__(words.en, ctx=ctx, param=param)
        self.words = words


class Week(click.ParamType[date]):
    """A civil week: "2026-W48", "2026-S48", or any of its days "2026-11-25"; read as its Monday."""

    name = "week"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """See `click.ParamType`."""
        return "2026-W48"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """See `click.ParamType`."""
        if isinstance(value, date):
            return value
        text = str(value).strip()
        try:
            found = _WEEK.fullmatch(text)
            monday = (
                date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else monday_of(date.fromisoformat(text))
            )
        except ValueError:
            monday = date.min
        if not FIRST_YEAR <= monday.year <= LAST_YEAR:
            words = Words(
                f"« {text} » n'est pas une semaine ; écrivez 2026-W48, ou un jour de cette semaine : 2026-11-23.",
                f"“{text}” is no week; write 2026-W48, or a day of that week: 2026-11-23.",
            )
            raise WrongValue(words, param, ctx)
        return monday


class Day(click.ParamType[date]):
    """A day: "2026-11-25", or as French people write it, "25/11/2026"."""

    name = "day"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """See `click.ParamType`."""
        return "2026-11-25"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """See `click.ParamType`."""
        if isinstance(value, date):
            return value
        text = str(value).strip()
        found = _FRENCH_DAY.fullmatch(text)
        try:
            day = date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text)
        except ValueError:
            day = date.min
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            words = Words(
                f"« {text} » n'est pas un jour ; écrivez 2026-11-25 ou 25/11/2026.",
                f"“{text}” is no day; write 2026-11-25 or 25/11/2026.",
            )
            raise WrongValue(words, param, ctx)
        return day


class Number(click.ParamType[float]):
    """A number between two bounds, whole unless told otherwise."""

    name = "number"

    def __init__(self, least: float, most: float, *, whole: bool = True, metavar: str = "N") -> None:
        self.least, self.most, self.whole, self.metavar = least, most, whole, metavar

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """See `click.ParamType`."""
        return self.metavar

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """See `click.ParamType`."""
        try:
            number = int(str(value)) if self.whole else float(str(value).replace(",", "."))
        except ValueError:
            number = math.nan
        if not self.least <= number <= self.most:  # false for what is no number as well
            kind = Words("un nombre entier", "a whole number") if self.whole else Words("un nombre", "a number")
            words = Words(
                f"« {value} » ne convient pas ; donnez {kind.fr} de {self.least:g} à {self.most:g}.",
                f"“{value}” does not fit; give {kind.en} from {self.least:g} to {self.most:g}.",
            )
            raise WrongValue(words, param, ctx)
        return number


class FileIn(click.ParamType[Path]):
    """A file to read."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """See `click.ParamType`."""
        path = Path(value)
        if path.is_file():
            return path
        wrong = Words("est un dossier", "is a folder") if path.is_dir() else Words("n'existe pas", "does not exist")
        raise WrongValue(Words(f"« {path} » {wrong.fr}.", f"“{path}” {wrong.en}."), param, ctx)


class WorkbookIn(FileIn):
    """A workbook to read."""

    name = "workbook"


class WorkbookOut(click.ParamType[Path]):
    """A workbook to write: its folder must exist, and nobody else may hold it open."""

    name = "workbook"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """See `click.ParamType`."""
        return "F.xlsx"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """See `click.ParamType`; a minute of planning must not end on a file that cannot be written."""
        path = Path(value)
        if words := _no_workbook(path) or _cannot_write(path):
            raise WrongValue(words, param, ctx)
        return path


class Folder(click.ParamType[Path]):
    """A folder to write to; it is made where it does not exist."""

    name = "folder"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """See `click.ParamType`."""
        return "FOLDER"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """See `click.ParamType`."""
        path = Path(value)
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or ""
            words = Words(
                f"Le dossier « {path} » ne convient pas ({why}).", f"The folder “{path}” cannot be used ({why})."
            )
            raise WrongValue(words, param, ctx) from error
        return path


class BackupOut(click.ParamType[Path]):
    """A backup to write: its folder must exist; of the files there are, only another backup is replaced."""

    name = "backup"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """See `click.ParamType`."""
        from gems.store.backup import is_backup

        path = Path(value)
        if words := _cannot_write(path):
            raise WrongValue(words, param, ctx)
        if path.exists() and not is_backup(path):
            words = Words(
                f"« {path} » existe et n'est pas une sauvegarde : choisissez un autre nom.",
                f"“{path}” exists and is no backup: choose another name.",
            )
            raise WrongValue(words, param, ctx)
        return path


def _cannot_write(path: Path) -> Words | None:
    if not path.parent.is_dir():
        return Words(f"Le dossier « {path.parent} » n'existe pas.", f"The folder “{path.parent}” does not exist.")
    if path.is_dir():
        return Words(f"« {path} » est un dossier.", f"“{path}” is a folder.")
    existed = path.exists()
    try:
        path.open("ab").close()
    except OSError:
        return Words(
            f"« {path} » ne peut pas être écrit ; s'il est ouvert dans un tableur, fermez-le.",
            f"“{path}” cannot be written; if it is open in a spreadsheet program, close it.",
        )
    if not existed:
        path.unlink()
    return None


def _no_workbook(path: Path) -> Words | None:
    if path.suffix.lower() == SUFFIX:
        return None
    return Words(
        f"« {path} » : le nom d'un classeur finit par {SUFFIX}.", f"“{path}”: a workbook's name ends with {SUFFIX}."
    )


class OneOf(click.ParamType[str]):
    """A name among a few, whatever its case."""

    name = "name"

    def __init__(self, names: Callable[[], Sequence[str]]) -> None:
        """`names` is called when something was typed: the lists live in rooms that take time to open."""
        self._names = names

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """See `click.ParamType`."""
        name, names = str(value).strip().lower(), self._names()
        if name in names:
            return name
        words = Words(
            f"« {value} » n'est pas connu ; au choix : {', '.join(names)}.",
            f"“{value}” is not known; choose among: {', '.join(names)}.",
        )
        raise WrongValue(words, param, ctx)

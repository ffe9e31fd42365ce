"""Faults of ours: the details are kept in a folder, the user reads one plain sentence and where they are."""

import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.time import ZONE
from gems.domain.words import Words
from gems.planning.build import PlannerDisagreement
from ui.cli.exits import Ending, our_fault

FOLDER = "gems-incidents"
DETAILS, CASE = "details.txt", "cas.xlsx"
UNEXPECTED = Words(
    "Un défaut de GEMS a interrompu la commande ; ce n'est pas votre faute, et vos fichiers sont intacts.",
    "A fault of GEMS ended this command; it is not your doing, and your files are untouched.",
)
DISAGREEMENT = Words(
    "Le planning calculé n'a pas passé le contrôle des règles : il n'est donc ni montré ni écrit. C'est un défaut de "
    "GEMS, pas de vos données.",
    "The schedule found did not pass the check of the rules: it is neither shown nor written. This is a fault of "
    "GEMS, not of your data.",
)
KEPT = Words("Les détails sont gardés ici : {folder}", "The details are kept here: {folder}")
KEPT_CASE = Words(
    "Le cas est gardé ici : {folder} (le classeur contient vos données ; ne le transmettez qu'à des personnes sûres)",
    "The case is kept here: {folder} (the workbook holds your data; hand it to people you trust only)",
)


def unexpected(error: Exception) -> Ending:
    """Keep the details of an exception nobody foresaw."""
    folder = _folder()
    _write_details(folder, error)
    return our_fault(UNEXPECTED, KEPT.fill(folder=str(folder / DETAILS)))


def disagreement(error: PlannerDisagreement) -> Ending:
    """Keep a plan that the checker refuses, as a workbook with its problem, and why."""
    folder = _folder()
    _write_details(folder, error)
    _write_case(folder, error.problem, error.schedule)
    return our_fault(DISAGREEMENT, KEPT_CASE.fill(folder=str(folder)))


def _write_case(folder: Path, problem: Problem, schedule: Schedule) -> None:
    from gems.workbook import write_workbook

    write_workbook(problem.group, folder / CASE, schedule=schedule, problem=problem)


def _write_details(folder: Path, error: Exception) -> None:
    text = "\n".join(["gems " + " ".join(sys.argv[1:]), *_versions(), "", *traceback.format_exception(error)])
    (folder / DETAILS).write_text(text, encoding="utf-8")


def _versions() -> Iterator[str]:
    yield f"{platform.platform()}, Python {platform.python_version()}"
    yield ", ".join(f"{name} {version(name)}" for name in ("gems", "ortools", "openpyxl", "pandas", "streamlit"))


def _folder() -> Path:
    """A new folder under the current one, or among temporary files where that cannot be written."""
    name = datetime.now(ZONE).strftime("%Y-%m-%d-%Hh%M-%S-%f")
    for parent in (Path.cwd(), Path(tempfile.gettempdir())):
        folder = parent / FOLDER / name
        try:
            folder.mkdir(parents=True)
        except OSError:
            continue
        return folder.resolve()
    return Path(tempfile.mkdtemp(prefix=FOLDER))

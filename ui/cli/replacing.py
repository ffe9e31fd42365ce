"""`gems replace` at work: the workbook read, the case made, the list, and the entries taken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from gems.domain.group import Group
from gems.domain.issues import InvalidGroup
from gems.domain.people import Absence, AbsenceKind
from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.time import Span, day_start, instant_at
from gems.domain.validation.spelling import folded
from gems.domain.words import Words
from gems.planning.replace.case import Case, case_of_absence, case_of_needs
from gems.planning.replace.entry import Entry
from gems.planning.replace.listing import Filled, Listing, with_agreements
from gems.workbook import Reading, write_workbook
from ui import wiring
from ui.cli.exits import wrong_input
from ui.cli.planning import NOT_WRITTEN
from ui.cli.reading import sound
from ui.cli.speech import session

NO_SCHEDULE = Words(
    "{file} ne contient pas de planning : sa feuille « Planning » est vide.",
    "{file} holds no schedule: its “Schedule” sheet is empty.",
)
NOBODY = Words(
    "« {name} » n'est pas dans le groupement. Les noms et identifiants sont dans la feuille « Salariés ».",
    "“{name}” is not in the group. Names and identifiers are on the “Employees” sheet.",
)
SEVERAL = Words(
    "Plusieurs personnes s'appellent « {name} » : donnez l'identifiant ({ids}).",
    "Several people are called “{name}”: give the identifier ({ids}).",
)
NO_REQUEST = Words("La demande « {id} » n'existe pas.", "There is no request “{id}”.")
BACKWARDS = Words("Le dernier jour vient avant le premier.", "The last day comes before the first.")
NO_NUMBER = Words(
    "Il n'y a pas de solution n° {n} : la liste va de 1 à {most}.", "There is no way no. {n}: the list goes to {most}."
)
GONE = Words(
    "La solution n° {n} n'est plus possible après les précédentes : relancez sur le classeur écrit.",
    "Way no. {n} is no longer possible after the ones before: call again on the workbook written.",
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What to fill, as said on the command line."""

    person: str | None
    first: date | None
    last: date | None
    request: str | None
    as_of: date | None


@dataclass(frozen=True, kw_only=True)
class Answered:
    """The case and its lists."""

    case: Case
    listings: tuple[Listing, ...]
    employee_id: str | None

    @property
    def numbered(self) -> tuple[Entry, ...]:
        """Every entry, number 1 first."""
        return tuple(entry for listing in self.listings for entry in listing.entries)


def answer(source: Path, asked: Asked) -> Answered:
    """Read, pose, list; ends the command in words when something cannot be used."""
    reading = sound(source)
    if reading.schedule is None or not reading.schedule.assignments:
        raise wrong_input(NO_SCHEDULE.fill(file=source.name))
    problem, schedule = _posed(reading, asked)
    employee_id = None
    if asked.request is not None:
        case = case_of_needs(problem, schedule, _needs(problem, asked.request))
    else:
        assert asked.person is not None
        employee_id = _person(problem.group, asked.person)
        case = case_of_absence(problem, schedule, employee_id, _absence(problem.group, employee_id, asked))
    return Answered(case=case, listings=case.listings(), employee_id=employee_id)


def take(answered: Answered, numbers: Sequence[int]) -> Filled:
    """The entries of these numbers made one after the other; without numbers, the best for each hole."""
    replacing, case = answered.case.replacing(), answered.case
    if not numbers:
        return replacing.best_of_all(case.holes)
    taken: list[Entry] = []
    for number in numbers:
        entry = _numbered(answered, number)
        now = next((one for one in replacing.listing(entry.hole).entries if one.key == entry.key), None)
        if now is None:
            raise wrong_input(GONE.fill(n=number))
        taken.append(now)
        replacing = replacing.after(now)
    done = {entry.hole.id for entry in taken}
    left = tuple(hole for hole in case.holes if hole.id not in done)
    return Filled(entries=tuple(taken), unfilled=left, schedule=replacing.schedule)


def write(answered: Answered, filled: Filled, output: Path) -> None:
    """The schedule with the entries made, the absence and the agreements in it."""
    agreements = [row for entry in filled.entries for row in entry.agreements]
    problem: Problem = with_agreements(answered.case.problem, agreements)
    try:
        write_workbook(problem.group, output, schedule=filled.schedule, problem=problem, language=session().language)
    except OSError as error:
        raise wrong_input(NOT_WRITTEN.fill(file=str(output), why=error.strerror or "")) from error


def _posed(reading: Reading, asked: Asked) -> tuple[Problem, Schedule]:
    """The problem and what stands; with a day of telling, all of it counts as published."""
    group, kept, as_of = reading.group, reading.schedule, reading.as_of
    assert group is not None
    assert kept is not None
    if asked.as_of is not None:
        as_of = day_start(asked.as_of)
        told = tuple(replace(piece, published=True) for piece in kept.assignments)
        kept = Schedule(horizon=kept.horizon, assignments=told)
    try:
        problem = wiring.pose(group, kept, kept.horizon, profile=None, as_of=as_of)
    except InvalidGroup as error:
        raise wrong_input(*(issue.wrong for issue in error.issues)) from error
    return problem, problem.baseline or kept


def _person(group: Group, name: str) -> str:
    if by_id := [one.id for one in group.employees if one.id.casefold() == name.strip().casefold()]:
        return by_id[0]
    found = [one.id for one in group.employees if folded(one.name) == folded(name)]
    if not found:
        raise wrong_input(NOBODY.fill(name=name))
    if len(found) > 1:
        raise wrong_input(SEVERAL.fill(name=name, ids=", ".join(found)))
    return found[0]


def _absence(group: Group, employee_id: str, asked: Asked) -> Absence:
    assert asked.first is not None
    last = asked.last or asked.first
    if last < asked.first:
        raise wrong_input(BACKWARDS)
    taken = {row.id for row in group.absences}
    stem = f"{employee_id}-{asked.first.isoformat()}"
    id = next(one for n in count(1) if (one := stem if n == 1 else f"{stem}-{n}") not in taken)
    span = Span(instant_at(asked.first, 0), instant_at(last + timedelta(days=1), 0))
    return Absence(id=id, employee_id=employee_id, kind=AbsenceKind.OTHER, span=span)


def _needs(problem: Problem, request_id: str) -> tuple[str, ...]:
    if request_id not in problem.group.request:
        raise wrong_input(NO_REQUEST.fill(id=request_id))
    return tuple(need.id for need in problem.needs if need.request.id == request_id)


def _numbered(answered: Answered, number: int) -> Entry:
    entries = answered.numbered
    if not 1 <= number <= len(entries):
        raise wrong_input(NO_NUMBER.fill(n=number, most=len(entries)))
    return entries[number - 1]

"""Locked work that cannot hold: a smallest set of it that clashes, alone or with rows of the data, and the ways out.

Serving nobody else is always legal, so a week has no plan exactly when its locked work alone breaks a rule. Every
statement is tried with the checker: the set clashes, each smaller part of it holds, each way out lifts the clash. No
solver's word is taken for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from math import comb

from gems.domain.issues import Kind
from gems.domain.lenient import without_asks
from gems.domain.problem import Problem
from gems.domain.records import PLACES, Record, records_of, with_records
from gems.domain.schedule import Assignment, Schedule
from gems.domain.words import Words, moment, same
from gems.planning.explain.openings import least_derogation
from gems.planning.week.saying import joined, person_name, piece_words
from gems.rules.checker import judge
from gems.rules.roster_words import term_words
from gems.rules.statement import Violation

LARGEST_TRIED, MOST_TRIED = 3, 500
"""Sets of so many pieces are all tried while they are few; larger ones are found by leaving pieces out one by one."""
ROWS = (Kind.ABSENCE, Kind.WISH, Kind.ROSTER_TERM)
"""Rows of a person's data that a clash may hang on, and that somebody may take back."""
CLASH = Words("Ne peuvent pas tenir ensemble : {pieces}. {why}", "Cannot hold together: {pieces}. {why}")
ALONE = Words("Ne peut pas tenir : {pieces}. {why}", "Cannot hold: {pieces}. {why}")
OUT = Words("Pour en sortir : {ways}.", "Ways out: {ways}.")
UNLOCK = Words("déverrouiller {piece}", "unlock {piece}")
DROP_ABSENCE = Words("retirer l'absence de {person} du {start} au {end}", "remove {person}'s absence, {start} to {end}")
DROP_WISH = Words("retirer l'indisponibilité de {person}", "remove {person}'s unavailability")
DROP_TERM = Words("retirer la clause de roulement : {term}", "remove the roster term: {term}")
DEROGATE = Words("ouvrir une dérogation pour {person}", "open a derogation for {person}")


@dataclass(frozen=True, kw_only=True)
class WayOut:
    """One change after which the clash is gone: a lock let go, a row taken back, or a derogation opened."""

    words: Words
    unlock: Assignment | None = None
    drop: tuple[Kind, Record] | None = None
    add: tuple[Kind, Record] | None = None


@dataclass(frozen=True, kw_only=True)
class Clash:
    """Locked pieces that break a rule together; without any one of them, the others hold."""

    pieces: tuple[Assignment, ...]
    violation: Violation
    rows: tuple[tuple[Kind, Record], ...]
    """Rows of the data that are part of it: without any one of them, the pieces hold."""
    ways_out: tuple[WayOut, ...]

    def words(self, problem: Problem) -> Words:
        """What clashes and how to get out of it."""
        named = joined([piece_words(problem.group, piece) for piece in self.pieces])
        said = (ALONE if len(self.pieces) == 1 else CLASH).fill(pieces=named, why=self.violation.words)
        ways = OUT.fill(ways=joined([way.words for way in self.ways_out]))
        return Words(f"{said.fr} {ways.fr}", f"{said.en} {ways.en}")


def clash(problem: Problem) -> Clash | None:
    """A smallest clash among the locked pieces of the horizon; None when they hold.

    What a roster asks for at least is set aside: work that is not locked may still give it.
    """
    problem = replace(problem, group=without_asks(problem.group))
    locked = problem.baseline.locked if problem.baseline is not None else ()
    inside = tuple(piece for piece in locked if piece.day in problem.horizon)
    broken = _broken(problem, inside)
    if not broken:
        return None
    concerned = tuple(piece for piece in inside if _named(piece, broken)) or inside
    problem = _concerned(problem, concerned)
    pieces = _smallest(problem, concerned)
    violation = _broken(problem, pieces)[0]
    return Clash(
        pieces=pieces,
        violation=violation,
        rows=tuple(_rows(problem, pieces)),
        ways_out=tuple(_ways_out(problem, pieces, violation)),
    )


def _broken(problem: Problem, pieces: tuple[Assignment, ...]) -> tuple[Violation, ...]:
    """What these pieces break when they are all that is locked and all that is planned."""
    schedule = Schedule(horizon=problem.horizon, assignments=pieces)
    return judge(replace(problem, baseline=schedule), schedule).violations


def _concerned(problem: Problem, pieces: tuple[Assignment, ...]) -> Problem:
    """The problem of the people and requests of these pieces: the checker is asked many times."""
    people = {piece.employee_id for piece in pieces}
    served = {problem.mission[p.mission_id].request.id for p in pieces if p.mission_id in problem.mission}
    group = replace(
        problem.group,
        employees=tuple(one for one in problem.group.employees if one.id in people),
        requests=tuple(one for one in problem.group.requests if one.id in served),
    )
    return replace(problem, group=group, whole_years=problem.years)


def _smallest(problem: Problem, pieces: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
    """A set that still breaks a rule and holds without any one of its pieces; no smaller one unless there are many."""
    for size in range(1, LARGEST_TRIED + 1):
        if comb(len(pieces), size) <= MOST_TRIED:
            for chosen in combinations(pieces, size):
                if _broken(problem, chosen):
                    return chosen
    return _left_out_one_by_one(problem, pieces)


def _named(piece: Assignment, broken: tuple[Violation, ...]) -> bool:
    return any(
        piece.employee_id == one.employee_id or (one.mission_id is not None and piece.mission_id == one.mission_id)
        for one in broken
    )


def _left_out_one_by_one(problem: Problem, pieces: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
    kept = pieces
    for piece in pieces:
        fewer = tuple(one for one in kept if one is not piece)
        if _broken(problem, fewer):
            kept = fewer
    return kept


def _rows(problem: Problem, pieces: tuple[Assignment, ...]) -> Iterator[tuple[Kind, Record]]:
    """Rows of the people concerned without which the pieces hold."""
    people = {piece.employee_id for piece in pieces}
    for kind in ROWS:
        for row in records_of(problem.group, kind):
            if row.employee_id in (None, *people) and not _broken(_without(problem, kind, row), pieces):
                yield kind, row


def _without(problem: Problem, kind: Kind, row: Record) -> Problem:
    key = PLACES[kind].key(row)
    kept = tuple(one for one in records_of(problem.group, kind) if PLACES[kind].key(one) != key)
    return replace(problem, group=with_records(problem.group, kind, kept))


def _ways_out(problem: Problem, pieces: tuple[Assignment, ...], violation: Violation) -> Iterator[WayOut]:
    group = problem.group
    for piece in pieces:
        yield WayOut(words=UNLOCK.fill(piece=piece_words(group, piece)), unlock=piece)
    for kind, row in _rows(problem, pieces):
        yield WayOut(words=_drop_words(problem, kind, row), drop=(kind, row))
    opened = least_derogation(problem, violation, min(piece.day for piece in pieces))
    if opened is not None:
        after = replace(problem, group=replace(group, derogations=(*group.derogations, opened)))
        if not _broken(after, pieces):
            person = person_name(group, opened.employee_id or "")
            yield WayOut(words=DEROGATE.fill(person=person), add=(Kind.DEROGATION, opened))


def _drop_words(problem: Problem, kind: Kind, row: Record) -> Words:
    if kind is Kind.ROSTER_TERM:
        return DROP_TERM.fill(term=term_words(row))
    person = same(person_name(problem.group, row.employee_id))
    if kind is Kind.ABSENCE:
        return DROP_ABSENCE.fill(person=person, start=moment(row.span.start), end=moment(row.span.end))
    return DROP_WISH.fill(person=person)

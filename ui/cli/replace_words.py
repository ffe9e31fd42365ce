"""The list of `gems replace`, for people and as JSON."""

from collections.abc import Iterator
from pathlib import Path

import click

from gems.domain.words import Words, same
from gems.planning.replace.entry import Entry
from gems.planning.replace.listing import Filled, Listing
from gems.planning.replace.saying import (
    besides_words,
    face_words,
    hole_words,
    hours_words,
    notice_words,
    price_words,
    road_words,
)
from gems.planning.week.saying import joined, person_name
from ui.cli.plan_words import week_words
from ui.cli.replacing import Answered
from ui.cli.speech import BLANK, say, spoken
from ui.cli.tables import Column, lines

NOTHING = Words("Rien n'est à confier à quelqu'un d'autre.", "Nothing is to be given to anybody else.")
NO_WAY = Words("  Personne, même en échangeant des interventions.", "  Nobody, not even by exchanging work.")
LEFT_OUT = Words("  Écartées : {why}.", "  Left out: {why}.")
COLUMNS = (
    Column(Words("n°", "no."), figures=True),
    Column(Words("personne", "person")),
    Column(Words("facture", "bill"), figures=True),
    Column(Words("prévenu", "notice")),
    Column(Words("semaine", "week")),
    Column(Words("route", "road")),
    Column(Words("visage", "face")),
    Column(Words("et aussi", "besides")),
)
COMPARED = Words(
    "La facture se compare à ces heures laissées non servies ; moins, c'est mieux.",
    "The bill is compared with leaving these hours unserved; less is better.",
)
TAKEN = Words("Retenu : {hole} → {person}", "Taken: {hole} → {person}")
STILL_OPEN = Words("Reste à pourvoir : {hole}", "Still open: {hole}")
WRITTEN = Words("Planning écrit : {file}", "Plan written: {file}")


def tell(answered: Answered) -> None:
    """Each hole and its ranked list."""
    problem, number = answered.case.problem, 0
    say(week_words(problem.horizon))
    if not answered.listings:
        say(NOTHING)
        return
    for listing in answered.listings:
        say(BLANK, hole_words(problem.group, listing.hole))
        if listing.entries:
            rows = list(_rows(answered, listing, number))
            for line in lines(COLUMNS, rows):
                click.echo(line)
            number += len(rows)
        else:
            say(NO_WAY)
        if listing.left_out:
            say(LEFT_OUT.fill(why=joined(listing.why_left_out)))
    say(BLANK, COMPARED)


def tell_taken(answered: Answered, filled: Filled, output: Path) -> None:
    """What was taken and where it was written."""
    group = answered.case.problem.group
    say(BLANK)
    for entry in filled.entries:
        say(TAKEN.fill(hole=hole_words(group, entry.hole), person=person_name(group, entry.employee_id)))
    say(*(STILL_OPEN.fill(hole=hole_words(group, hole)) for hole in filled.unfilled))
    say(WRITTEN.fill(file=str(output)))


def replace_facts(answered: Answered, filled: Filled | None, output: Path | None) -> dict[str, object]:
    """Everything, as JSON."""
    problem, number = answered.case.problem, 0
    holes = []
    for listing in answered.listings:
        entries = [_entry_facts(answered, entry, number + n) for n, entry in enumerate(listing.entries, 1)]
        number += len(entries)
        holes.append(
            {
                "words": spoken(hole_words(problem.group, listing.hole)),
                "entries": entries,
                "left_out": [{"employee": one.employee_id, "rule": one.rule} for one in listing.left_out],
            }
        )
    taken = [] if filled is None else [entry.key for entry in filled.entries]
    return {
        "week": problem.horizon.label,
        "person": answered.employee_id,
        "holes": holes,
        "taken": taken,
        "unfilled": [] if filled is None else [spoken(hole_words(problem.group, hole)) for hole in filled.unfilled],
        "written": None if output is None else str(output),
    }


def _rows(answered: Answered, listing: Listing, before: int) -> Iterator[list[str]]:
    group = answered.case.problem.group
    for number, entry in enumerate(listing.entries, before + 1):
        cells = (
            same(str(number)),
            same(person_name(group, entry.employee_id)),
            price_words(entry),
            notice_words(entry),
            hours_words(entry),
            road_words(entry),
            face_words(entry),
            joined(besides_words(group, entry)),
        )
        yield [spoken(cell) for cell in cells]


def _entry_facts(answered: Answered, entry: Entry, number: int) -> dict[str, object]:
    group = answered.case.problem.group
    return {
        "number": number,
        "key": entry.key,
        "employee": entry.employee_id,
        "name": person_name(group, entry.employee_id),
        "cents": entry.cents,
        "notice_days": entry.notice_days,
        "band": entry.band.value if entry.band is not None else None,
        "changes": len(entry.changes),
        "needs_agreement_of": list(dict.fromkeys(row.employee_id for row in entry.agreements)),
        "worked_minutes": entry.worked_minutes,
        "target_minutes": entry.target_minutes,
        "commute_minutes": entry.commute.minutes,
        "commute_km": entry.commute.km,
        "travel_minutes_change": entry.drives.minutes,
        "km_change": entry.drives.km,
        "known": entry.known,
        "refused": entry.refused,
        "others_moved": entry.others,
        "besides": [spoken(words) for words in besides_words(group, entry)],
    }

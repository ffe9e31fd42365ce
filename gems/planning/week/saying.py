"""How weeks, versions and pieces of work are said."""

from collections.abc import Sequence
from datetime import date

from gems.domain.group import Group
from gems.domain.life import STATE_WORDS, VersionHead
from gems.domain.schedule import Assignment
from gems.domain.time import Horizon
from gems.domain.words import Words, clock, counted, day, same

WEEK = Words("Semaine {week}", "Week {week}")
VERSION = Words("Semaine {week}, version {number}", "Week {week}, version {number}")
PIECE = Words("{person}, {times} ({site})", "{person}, {times} ({site})")
TIMES = Words("{day}, {start}–{end}", "{day}, {start}–{end}")
STATED = Words("version {number} ({state})", "version {number} ({state})")
MORE = Words("… et {n} de plus", "… and {n} more")


def week_words(monday: date) -> Words:
    """ "Semaine 48" / "Week 48"."""
    return WEEK.fill(week=monday.isocalendar().week)


def version_words(head: VersionHead) -> Words:
    """ "Semaine 48, version 3"."""
    return VERSION.fill(week=head.monday.isocalendar().week, number=head.number)


def stated(head: VersionHead) -> Words:
    """ "version 3 (proposé)"."""
    return STATED.fill(number=head.number, state=STATE_WORDS[head.state])


def subject_of(monday: date, number: int | None = None) -> str:
    """What a deed is about, the same in both languages: "2026-W48", "2026-W48 v3"."""
    label = Horizon(monday).label
    return label if number is None else f"{label} v{number}"


def person_name(group: Group, employee_id: str) -> str:
    """The person's name; the id of one the group no longer holds."""
    person = group.employee.get(employee_id)
    return person.name if person is not None else employee_id


def piece_words(group: Group, piece: Assignment) -> Words:
    """ "Anne Martin, mar. 24 nov., 8 h 00–12 h 00 (EHPAD Les Tilleuls)"."""
    return PIECE.fill(
        person=person_name(group, piece.employee_id), times=times_words(piece), site=group.site[piece.site_id].name
    )


def times_words(piece: Assignment) -> Words:
    """ "mar. 24 nov., 8 h 00–12 h 00"."""
    return TIMES.fill(day=day(piece.day), start=clock(piece.start), end=clock(piece.end))


def move_words(group: Group, before: Assignment, after: Assignment) -> Words:
    """ "Anne Martin, mar. 24 nov., 8 h 00–12 h 00 (Mairie) → Paul Durand": what is new is said, and no more."""
    person, times = same(person_name(group, after.employee_id)), times_words(after)
    if after.span == before.span:
        new = person
    elif after.employee_id == before.employee_id:
        new = times
    else:
        new = Words(f"{person.fr}, {times.fr}", f"{person.en}, {times.en}")
    old = piece_words(group, before)
    return Words(f"{old.fr} → {new.fr}", f"{old.en} → {new.en}")


def joined(parts: Sequence[Words], *, most: int | None = None) -> Words:
    """Several words in one line, the first ones only when there are many: "a ; b ; … et 3 de plus"."""
    shown = list(parts if most is None else parts[:most])
    if left := len(parts) - len(shown):
        shown.append(MORE.fill(n=left))
    return Words(" ; ".join(part.fr for part in shown), "; ".join(part.en for part in shown))


EMPLOYEES = (Words("{n} salarié", "{n} employee"), Words("{n} salariés", "{n} employees"))
MEMBERS = (Words("{n} adhérent", "{n} member"), Words("{n} adhérents", "{n} members"))


def people_and_members(people: int, members: int) -> Words:
    """ "21 salariés et 14 adhérents"."""
    first, second = counted(people, *EMPLOYEES), counted(members, *MEMBERS)
    return Words(f"{first.fr} et {second.fr}", f"{first.en} and {second.en}")

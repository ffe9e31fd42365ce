"""The counters behind the week: the year so far, faces that members know, what members asked and got."""

from collections.abc import Sequence
from datetime import date
from random import Random

from gems.domain.history import History, KnownFace, MemberLedger, YearDone
from sample_data.cutting import member_id
from sample_data.past import Past
from sample_data.people import Person
from sample_data.places import Place
from sample_data.weeks import Week

YEAR_START = date(2026, 1, 1)
YEAR_DAYS = 365
KNOWN_ANYWAY = 0.6
"""Chance that a member who has nobody planted this week has seen the person before."""
VISIT_SHARE = 0.08
"""Share of a person's past hours at each such member."""
BADLY_SERVED_EVERY = 5
"""One member in so many got much less than it asked for."""
QUARTER = 15


def history(
    weeks: Sequence[Week], pasts: Sequence[Past], places: Sequence[Place], monday: date, rng: Random
) -> History:
    """Everything done before the Monday to plan."""
    faces: list[KnownFace] = []
    for week, past in zip(weeks, pasts, strict=True):
        faces += _faces(week, past, {face.member_id for face in faces}, rng)
    territorial = {place.member.id for place in places if place.member.territorial}
    years = [_year(week.person, past, faces, territorial, monday, rng) for week, past in zip(weeks, pasts, strict=True)]
    return History(
        weeks=tuple(done for past in pasts for done in past.weeks),
        years=tuple(years),
        faces=tuple(faces),
        ledgers=tuple(_ledgers(places, faces, rng)),
    )


def _faces(week: Week, past: Past, seen: set[str], rng: Random) -> list[KnownFace]:
    """The person's twelve weeks shared among members as in the planted week, with some visits elsewhere.

    A member that has seen nobody yet (`seen` holds the others) knows the first person who could come.
    """
    shares: dict[str, float] = {}
    for plan in week.days.values():
        for piece in plan.pieces:
            member = member_id(piece.service)
            shares[member] = shares.get(member, 0.0) + piece.end - piece.start
    total = sum(shares.values()) or 1.0
    for member in sorted(week.person.employee.contract.member_ids):
        if member not in shares and (rng.random() < KNOWN_ANYWAY or not shares or member not in seen):
            shares[member] = VISIT_SHARE * total
    total = sum(shares.values())
    done = sum(week_done.minutes for week_done in past.weeks)
    return [
        KnownFace(
            employee_id=week.person.employee.id,
            member_id=member,
            minutes=int(done * share / total) // QUARTER * QUARTER,
        )
        for member, share in sorted(shares.items())
    ]


def _year(
    person: Person, past: Past, faces: Sequence[KnownFace], territorial: set[str], monday: date, rng: Random
) -> YearDone:
    contract = person.employee.contract
    elapsed = (monday - YEAR_START).days
    done = int(contract.annual_minutes * elapsed / YEAR_DAYS * rng.uniform(0.975, 1.005))
    recent = sum(week.minutes for week in past.weeks)
    there = sum(f.minutes for f in faces if f.employee_id == person.employee.id and f.member_id in territorial)
    share = min(there / recent, 0.35) if recent else 0.0
    return YearDone(
        employee_id=person.employee.id,
        minutes=done // QUARTER * QUARTER,
        overtime_minutes=0 if person.part_time else QUARTER * rng.randrange(0, 90),
        territorial_minutes=int(done * share) // QUARTER * QUARTER,
        refusals=rng.choice((0, 0, 0, 0, 1)),
    )


def _ledgers(places: Sequence[Place], faces: Sequence[KnownFace], rng: Random) -> list[MemberLedger]:
    served: dict[str, int] = {}
    for face in faces:
        served[face.member_id] = served.get(face.member_id, 0) + face.minutes
    found: list[MemberLedger] = []
    for index, place in enumerate(places):
        share = rng.uniform(0.88, 0.91) if index % BADLY_SERVED_EVERY == 2 else rng.uniform(0.95, 1.0)
        got = served.get(place.member.id, 0)
        asked = int(got / share) // QUARTER * QUARTER
        found.append(MemberLedger(member_id=place.member.id, asked_minutes=max(asked, got), served_minutes=got))
    return found

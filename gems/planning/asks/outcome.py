"""What became of a request in one week: served, moved, partly, or not; read off the version that people are told of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gems.domain.group import Group
from gems.domain.life import RequestRow, Version
from gems.domain.missions import Mission, Need, beyond_of, needs_of
from gems.domain.requests import FixedSlot, Request
from gems.domain.schedule import Assignment
from gems.domain.time import Horizon, Span, day_of, instant_at
from gems.domain.words import Words, clock, hours
from gems.planning.asks.saying import clock_words, weekday_words


class Outcome(StrEnum):
    """How a request stands in a week."""

    PENDING = "pending"
    """Nobody has been told anything yet."""
    SERVED = "served"
    MOVED = "moved"
    """All the hours, but at another day or time than asked."""
    PARTLY = "partly"
    UNSERVED = "unserved"


WAITING = Words("en attente", "waiting")
NEW_SINCE = Words("en attente : demandée après ce planning", "waiting: asked after this schedule was made")
SERVED = Words("servie {times}", "served {times}")
MOVED = Words("servie {moves}", "served {moves}")
INSTEAD = Words("{now} au lieu de {asked}", "{now} instead of {asked}")
PARTLY = Words("{served} sur {asked}", "{served} of {asked}")
UNSERVED = Words("non servie", "not served")


Service = tuple[Mission, Assignment]
"""A piece of work, and the mission it serves."""


@dataclass(slots=True)
class Serving:
    """The work that serves one request in one week."""

    request: Request
    needs: tuple[Need, ...]
    pieces: dict[str, list[Service]] = field(default_factory=dict)
    """By need."""

    @property
    def asked_minutes(self) -> int:
        """What the request asks this week."""
        return sum(need.minutes for need in self.needs)

    @property
    def served_minutes(self) -> int:
        """What is worked for it, never more than asked."""
        return sum(need.minutes - self.missing(need) for need in self.needs)

    def missing(self, need: Need) -> int:
        """Minutes of a need that nobody works."""
        return max(0, need.minutes - sum(piece.minutes for _, piece in self.pieces.get(need.id, ())))

    def unserved(self) -> tuple[Mission, ...]:
        """The missions left over of needs with minutes missing."""
        found = []
        for need in self.needs:
            if self.missing(need):
                taken = {mission.id for mission, _ in self.pieces.get(need.id, ())}
                found += [mission for mission in need.missions if mission.id not in taken]
        return tuple(found)

    def add(self, mission: Mission, piece: Assignment) -> None:
        """Count a piece for a mission."""
        self.pieces.setdefault(mission.need_id, []).append((mission, piece))

    def all_pieces(self) -> Iterator[Service]:
        """Every piece, in time order."""
        found = [one for pieces in self.pieces.values() for one in pieces]
        yield from sorted(found, key=lambda one: (one[1].start, one[1].end))

    @property
    def outcome(self) -> Outcome:
        """How the request stands."""
        served = self.served_minutes
        if not served:
            return Outcome.UNSERVED
        if served < self.asked_minutes:
            return Outcome.PARTLY
        moved = any(not fits(mission, piece.span) for mission, piece in self.all_pieces())
        return Outcome.MOVED if moved else Outcome.SERVED

    @property
    def words(self) -> Words:
        """The outcome as people say it."""
        outcome = self.outcome
        if outcome is Outcome.UNSERVED:
            return UNSERVED
        if outcome is Outcome.PARTLY:
            return PARTLY.fill(served=hours(self.served_minutes), asked=hours(self.asked_minutes))
        if outcome is Outcome.MOVED:
            return MOVED.fill(moves=_moves(self))
        return SERVED.fill(times=_times(piece.span for _, piece in self.all_pieces()))


def outcome_of(row: RequestRow, serving: Serving | None, version: Version | None) -> tuple[Outcome | None, Words]:
    """How a request stands in the version that people are told of, with its words; no outcome when it asks nothing."""
    if serving is None:
        return None, Words("", "")
    if version is None:
        return Outcome.PENDING, WAITING
    if not serving.served_minutes and row.changed_at > version.head.made_at:
        return Outcome.PENDING, NEW_SINCE
    return serving.outcome, serving.words


def servings(group: Group, requests: Iterable[Request], pieces: Iterable[Assignment], monday: date) -> list[Serving]:
    """Which of these pieces serves which of these requests of one member; requests that ask nothing are left out.

    A piece goes to the mission it names; one that names none of them, to a request of the same place and job with
    hours missing, rather one whose times it keeps.
    """
    week, found = (Horizon(monday), group.settings.school_zone, group.settings.grid_minutes), []
    named: dict[str, tuple[Serving, Mission]] = {}
    for request in requests:
        serving = Serving(request, tuple(needs_of(request, *week)))
        if serving.needs:
            found.append(serving)
        known = (mission for need in (*serving.needs, *beyond_of(request, *week)) for mission in need.missions)
        named |= {mission.id: (serving, mission) for mission in known}
    loose = []
    for piece in pieces:
        if piece.mission_id is not None and piece.mission_id in named:
            serving, mission = named[piece.mission_id]
            serving.add(mission, piece)
        else:
            loose.append(piece)
    for piece in loose:
        _take_in(found, piece)
    return found


def _take_in(found: list[Serving], piece: Assignment) -> None:
    left = [
        (serving, mission)
        for serving in found
        if (serving.request.site_id, serving.request.qualification) == (piece.site_id, piece.qualification)
        for mission in serving.unserved()
    ]
    kept = [one for one in left if fits(one[1], piece.span)]
    for serving, mission in (kept or left)[:1]:
        serving.add(mission, piece)


def fits(mission: Mission, span: Span) -> bool:
    """Whether work at these times is what the mission asked: its slot, or within its window."""
    demand = mission.request.demand
    if isinstance(demand, FixedSlot):
        return span in mission.slots
    asked = Span(instant_at(mission.day, demand.start_clock), instant_at(mission.day, demand.end_clock))
    return asked.start <= span.start and span.end <= asked.end


def _times(spans: Iterable[Span]) -> Words:
    """ "lundi et jeudi de 8 h 00 à 12 h 00, mardi de …": days with the same times together."""
    days: dict[Words, list[int]] = {}
    for span in spans:
        days.setdefault(_from_to(clock(span.start), clock(span.end)), []).append(day_of(span.start).weekday())
    parts = [(weekday_words(on), at) for at, on in days.items()]
    return Words(", ".join(f"{on.fr} {at.fr}" for on, at in parts), ", ".join(f"{on.en} {at.en}" for on, at in parts))


def _moves(serving: Serving) -> Words:
    moves = [_move(mission, piece.span) for mission, piece in serving.all_pieces() if not fits(mission, piece.span)]
    return Words(", ".join(move.fr for move in moves), ", ".join(move.en for move in moves))


def _move(mission: Mission, span: Span) -> Words:
    now, asked = weekday_words([day_of(span.start).weekday()]), weekday_words([mission.day.weekday()])
    if day_of(span.start) == mission.day:
        demand = mission.request.demand
        times = _from_to(clock(span.start), clock(span.end))
        now = Words(f"{now.fr} {times.fr}", f"{now.en} {times.en}")
        start, end = clock_words(demand.start_clock), clock_words(demand.end_clock)
        asked = Words(f"{start.fr}–{end.fr}", f"{start.en}–{end.en}")
    return INSTEAD.fill(now=now, asked=asked)


def _from_to(start: Words, end: Words) -> Words:
    return Words(f"de {start.fr} à {end.fr}", f"{start.en} to {end.en}")

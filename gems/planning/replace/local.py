"""What a small change breaks and costs, judged on the people and members it touches and on nobody else.

The checker is asked each time, about a few rows instead of a whole group. That the answers are those of the whole
schedule is tested on whole groups, so a rule that binds people together in a new way is found out there.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gems.domain.problem import Problem
from gems.domain.requests import visited_together
from gems.domain.schedule import Assignment, Schedule
from gems.planning.alone import Alone
from gems.rules.catalogue import RULES
from gems.rules.checker import judge
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleKind, Violation

Pieces = tuple[Assignment, ...]

OF_REQUESTS = ("mission_once", "mission_slot", "request_volume", "same_person", "visit_together", "locks_kept")
"""Rules that look at a request, and what it is visited for together, whoever serves it."""
OF_MEMBERS = ("unserved", "unserved_share", "visit_incomplete")
"""Prices that look at what a member gets, whoever gives it."""
OF_ONE_PIECE = ("member_in_contract", "qualification_match", "contract_dates", "excluded_person", "commute_max")
"""Rules that a piece of a day breaks whatever its hours and whatever else the person does."""
OF_ALL = ("uneven_share",)
"""Prices that compare a person with everybody's past."""
CHECKED = tuple((rank, rule) for rank, rule in enumerate(RULES) if rule.check is not None)
PRICED = tuple(rule for rule in RULES if rule.info.kind is RuleKind.PRICED)


def _named(*names: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.info.name in names)


REQUEST_RULES, MEMBER_PRICES, COMPARING_PRICES = _named(*OF_REQUESTS), _named(*OF_MEMBERS), _named(*OF_ALL)
ONE_PIECE_RULES = tuple((rank, rule) for rank, rule in CHECKED if rule.info.name in OF_ONE_PIECE)
PERSON_PRICES = tuple(rule for rule in PRICED if rule.info.name not in (*OF_MEMBERS, *OF_ALL))


@dataclass(frozen=True, slots=True)
class Delta:
    """Pieces that go and pieces that come."""

    removed: Pieces = ()
    added: Pieces = ()

    def on(self, pieces: Iterable[Assignment]) -> Pieces:
        """Some pieces, those among them that go taken out; none added."""
        gone = set(self.removed)
        return tuple(piece for piece in pieces if piece not in gone)

    def schedule(self, before: Schedule) -> Schedule:
        """The whole schedule with this change made."""
        return Schedule(horizon=before.horizon, assignments=(*self.on(before.assignments), *self.added))

    @property
    def people(self) -> tuple[str, ...]:
        """Those whose work changes, each once."""
        return tuple(dict.fromkeys(piece.employee_id for piece in (*self.removed, *self.added)))


class Local:
    """Judges changes to one schedule."""

    def __init__(self, problem: Problem, schedule: Schedule) -> None:
        self.problem, self.schedule = problem, schedule
        self.alone = Alone(problem)
        self._weeks_broken: dict[tuple[str, int], Counter[Violation]] = {}
        self._weeks_judged: dict[tuple[str, Pieces], int | None] = {}
        self._requests_broken: dict[str, Counter[Violation]] = {}
        self._person_cents: dict[tuple[str, Pieces], int] = {}
        self._member_cents: dict[tuple[str, Pieces], int] = {}
        self._member_problems: dict[str, Problem] = {}

    def week(self, employee_id: str, delta: Delta = Delta()) -> Pieces:
        """A person's pieces once the change is made, in time order."""
        own = delta.on(self.schedule.by_employee.get(employee_id, ()))
        come = (piece for piece in delta.added if piece.employee_id == employee_id)
        return self._schedule((*own, *come)).assignments

    def roster(self, employee_id: str, pieces: Pieces) -> Roster:
        """A person doing these pieces, read for judging."""
        return Roster(self.alone.of(employee_id, pieces), self._schedule(pieces))

    def person_breaks(self, employee_id: str, delta: Delta) -> int | None:
        """The rank in reading order of the first rule that the change newly breaks for a person; None: none."""
        pieces = self.week(employee_id, delta)
        key = (employee_id, pieces)
        if key not in self._weeks_judged:
            self._weeks_judged[key] = self._first_broken(employee_id, pieces)
        return self._weeks_judged[key]

    def closed_to(self, piece: Assignment) -> dict[str, int]:
        """Those to whom a piece is closed whatever its hours, with the rank of the first rule that closes it.

        Asked of everybody at once: it leaves few people to ask about one by one.
        """
        mission = self.problem.mission.get(piece.mission_id or "")
        requests = () if mission is None else (mission.request,)
        group = replace(self.problem.group, requests=requests)
        each = (replace(piece, employee_id=person.id) for person in group.employees)
        roster = Roster(replace(self.problem, group=group, baseline=None), self._schedule(each))
        found: dict[str, int] = {}
        for rank, rule in ONE_PIECE_RULES:
            for violation in rule.check(roster) if rule.check is not None else ():
                found.setdefault(violation.employee_id or "", rank)
        return found

    def request_breaks(self, delta: Delta) -> int | None:
        """The rank of the first rule that the change newly breaks for a request it touches; None: none."""
        for request_id in self._requests(delta):
            before = self._requests_broken.get(request_id)
            if before is None:
                before = self._requests_broken[request_id] = self._request_broken(request_id, Delta())
            fresh = self._request_broken(request_id, delta) - before
            if fresh:
                names = {violation.rule for violation in fresh}
                return min(rank for rank, rule in CHECKED if rule.info.name in names)
        return None

    def breaks(self, delta: Delta) -> int | None:
        """The rank of a rule that the change newly breaks for anybody; None: it is legal."""
        for employee_id in delta.people:
            found = self.person_breaks(employee_id, delta)
            if found is not None:
                return found
        return self.request_breaks(delta)

    def cents(self, delta: Delta) -> int:
        """What the change adds to the bill of the whole schedule, as the checker counts it; negative: it saves."""
        people = sum(
            self._of_person(one, self.week(one, delta)) - self._of_person(one, self.week(one)) for one in delta.people
        )
        members = sum(self._of_member(one, delta) - self._of_member(one, Delta()) for one in self._members(delta))
        return people + members

    def _first_broken(self, employee_id: str, pieces: Pieces) -> int | None:
        roster = self.roster(employee_id, pieces)
        for rank, rule in CHECKED:
            found = Counter(rule.check(roster)) if rule.check is not None else None
            if found and found - self._broken_before(employee_id, rank, rule):
                return rank
        return None

    def _broken_before(self, employee_id: str, rank: int, rule: Rule) -> Counter[Violation]:
        key = (employee_id, rank)
        if key not in self._weeks_broken:
            roster = self.roster(employee_id, self.week(employee_id))
            self._weeks_broken[key] = Counter(rule.check(roster) if rule.check is not None else ())
        return self._weeks_broken[key]

    def _request_broken(self, request_id: str, delta: Delta) -> Counter[Violation]:
        group = self.problem.group
        requests = visited_together(group.requests, group.request[request_id])
        ids = [request.id for request in requests]
        whole = replace(
            self.problem,
            group=replace(group, requests=requests),
            baseline=self._of_missions(self.problem.baseline, ids),
        )
        serving = tuple(piece for one in ids for piece in self._serving(one, delta))
        return Counter(judge(whole, self._schedule(serving), REQUEST_RULES).violations)

    def _serving(self, request_id: str, delta: Delta) -> Pieces:
        pieces = delta.on(self._by_request.get(request_id, ()))
        return (*pieces, *(piece for piece in delta.added if self._request_of(piece) == request_id))

    def _of_missions(self, baseline: Schedule | None, request_ids: Sequence[str]) -> Schedule | None:
        if baseline is None:
            return None
        own = tuple(piece for piece in baseline.assignments if self._request_of(piece) in request_ids)
        return Schedule(horizon=baseline.horizon, assignments=own)

    def _of_person(self, employee_id: str, pieces: Pieces) -> int:
        key = (employee_id, pieces)
        if key not in self._person_cents:
            own = judge(self.alone.of(employee_id, pieces), self._schedule(pieces), PERSON_PRICES).cents
            compared = judge(self._everybody, self._schedule(pieces), COMPARING_PRICES).charges
            mine = sum(charge.cents for charge in compared if charge.employee_id == employee_id)
            self._person_cents[key] = own + mine
        return self._person_cents[key]

    @cached_property
    def _everybody(self) -> Problem:
        group = replace(self.problem.group, requests=(), wishes=(), absences=())
        return replace(self.problem, group=group, baseline=None)

    def _of_member(self, member_id: str, delta: Delta) -> int:
        requests = self._member_requests.get(member_id, ())
        pieces = tuple(piece for request_id in requests for piece in self._serving(request_id, delta))
        key = (member_id, pieces)
        if key not in self._member_cents:
            problem = self._of_one_member(member_id, requests)
            self._member_cents[key] = judge(problem, self._schedule(pieces), MEMBER_PRICES).cents
        return self._member_cents[key]

    def _of_one_member(self, member_id: str, requests: tuple[str, ...]) -> Problem:
        if member_id not in self._member_problems:
            group = self.problem.group
            ledgers = tuple(row for row in group.history.ledgers if row.member_id == member_id)
            own = replace(
                group,
                employees=(),
                members=(group.member[member_id],),
                requests=tuple(group.request[request_id] for request_id in requests),
                history=replace(group.history, weeks=(), years=(), faces=(), ledgers=ledgers),
            )
            self._member_problems[member_id] = replace(self.problem, group=own, baseline=None)
        return self._member_problems[member_id]

    @cached_property
    def _member_requests(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for request in self.problem.group.requests:
            found.setdefault(request.member_id, []).append(request.id)
        return {member_id: tuple(requests) for member_id, requests in found.items()}

    @cached_property
    def _by_request(self) -> Mapping[str, Pieces]:
        found: dict[str, list[Assignment]] = {}
        for piece in self.schedule.assignments:
            if (request_id := self._request_of(piece)) is not None:
                found.setdefault(request_id, []).append(piece)
        return {request_id: tuple(pieces) for request_id, pieces in found.items()}

    def _request_of(self, piece: Assignment) -> str | None:
        mission = self.problem.mission.get(piece.mission_id or "")
        return mission.request.id if mission is not None else None

    def _requests(self, delta: Delta) -> tuple[str, ...]:
        found = (self._request_of(piece) for piece in (*delta.removed, *delta.added))
        return tuple(dict.fromkeys(request_id for request_id in found if request_id is not None))

    def _members(self, delta: Delta) -> tuple[str, ...]:
        known = self.problem.group.request
        return tuple(dict.fromkeys(known[request_id].member_id for request_id in self._requests(delta)))

    def _schedule(self, pieces: Iterable[Assignment]) -> Schedule:
        return Schedule(horizon=self.problem.horizon, assignments=tuple(pieces))

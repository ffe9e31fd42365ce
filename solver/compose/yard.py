"""The model of a few possible posts over a typical fortnight: duties, rules, and what makes a post sustainable."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from gems.domain.composition import ComposeQuestion, Kind, Post
from gems.domain.hiring import hired, staffed, unpeopled
from gems.domain.requests import Volume
from gems.domain.typical import WEEKS, school_only
from solver.compose.taken import Taken
from solver.constraints import CONSTRAINTS
from solver.dominance import undominated
from solver.duty_table import DutyTable, row_sums
from solver.enumeration import legal_blocks, legal_duties
from solver.master import Master
from solver.needs import needs_and_duties
from solver.planner import schedule_of
from solver.traits import traits
from solver.universe import Ints, Universe

RULE = "sustainable_post"
BEGUN, WHOLE = 6, 10
"""What an hour of a post that is only begun counts for, against ten for an hour of a whole one."""

LEFT_TO_PLANNING = ("visit_together",)
"""Rules between people: at which hour two posts come to a visit is settled once both are planned."""


class Yard:
    """A master whose people are possible posts; the cost of a column is the minutes of the year it places, negative."""

    def __init__(
        self, question: ComposeQuestion, kinds: Sequence[Kind], taken: Taken, *, unfinished: bool = False
    ) -> None:
        """`unfinished`: posts that do not reach their hours may be begun; what they hold counts less."""
        self.question, self.kinds, self.taken, self.unfinished = question, tuple(kinds), taken, unfinished
        first = question.fortnight.mondays[0]
        people = [hired(f"P{number}", kind, question.terms, first) for number, kind in enumerate(kinds)]
        self.problem = staffed(unpeopled(question.fortnight.group), people, question.fortnight.horizon)
        self.times = np.array([question.fortnight.times(m) for m in self.problem.missions] + [0], dtype=np.int64)
        self.table = self._table()
        self.worth, self.year = worths(self.table, self.times, question)
        self.master = self._master()

    def _table(self) -> DutyTable:
        universe = Universe.of_problem(self.problem)
        free = np.array([m.id not in self.taken.missions for m in self.problem.missions], dtype=np.bool_)
        universe = universe.with_blocks(free[universe.slot_mission[universe.block_slot]])
        table = legal_duties(legal_blocks(universe, CONSTRAINTS), CONSTRAINTS)
        if not len(table):
            return table
        nothing: Ints = np.zeros(len(table), dtype=np.int64)
        return undominated(table, nothing, traits(table))

    def _master(self) -> Master:
        master = Master(self.table)
        master.add_one_duty_a_day()
        for constraint in CONSTRAINTS:
            if constraint.restrict is not None and constraint.rule not in LEFT_TO_PLANNING:
                constraint.restrict(master)
        master.add_duty_cents(RULE, -self.worth * (BEGUN if self.unfinished else WHOLE) // WHOLE)
        self._volumes(master)
        self.open = [self._sustainable(master, person) for person in range(len(self.kinds))]
        if self.unfinished:
            for opened in self.open:
                master.add_cents(RULE, opened, -self.question.terms.least_year * (WHOLE - BEGUN) // WHOLE)
        return master

    def _volumes(self, master: Master) -> None:
        """What is left of volumes that other posts hold in part."""
        for need, duties, ours in needs_and_duties(master):
            if isinstance(need.request.demand, Volume) and need.id in self.taken.minutes:
                minutes = (master.table.minutes[duties] * ours).sum(axis=1)
                master.add_row(RULE, duties, minutes, upper=need.minutes - self.taken.minutes[need.id])
                master.add_row(RULE, duties, ours.sum(axis=1), upper=need.most_days - self.taken.days[need.id])

    def _sustainable(self, master: Master, person: int) -> int:
        """A 0-1 column: the post is created; then its weeks and its year are within their bounds, else it is empty."""
        terms, opened = self.question.terms, master.add_column(0, 1)
        days = range(len(master.universe.days))
        duties = master.duties_of(person, days)
        for week in range(WEEKS):
            columns, minutes = master.week_work(person, week)
            for worked in (minutes, minutes - self._school(columns)):
                self._between(master, (columns, worked), opened, terms.low, terms.high)
        self._between(master, (duties, self.year[duties]), opened, terms.least_year, terms.most_year)
        for day in days if not self.unfinished else ():
            if len(begun := master.duties_on(person, day)):
                master.add_row(RULE, [*begun.tolist(), opened], [1] * len(begun) + [-1], upper=0)
        if len(self.kinds[person].members) > terms.members_most:
            self._few_members(master, person)
        return opened

    def _few_members(self, master: Master, person: int) -> None:
        """A 0-1 column for each member the post may work for; few enough of them."""
        held = []
        members = self.table.of_slot(self.table.universe.slot_member, -1)
        for member in np.unique(members[master.duties_of(person, range(len(master.universe.days)))]).tolist():
            if member < 0:
                continue
            column = master.add_column(0, 1)
            held.append(column)
            for day in range(len(master.universe.days)):
                begun = master.duties_on(person, day)
                there = begun[(members[begun] == member).any(axis=1)]
                if len(there):
                    master.add_row(RULE, [*there.tolist(), column], [1] * len(there) + [-1], upper=0)
        if len(held) > self.question.terms.members_most:
            master.add_row(RULE, held, 1, upper=self.question.terms.members_most)

    def _between(self, master: Master, worked: tuple[Ints, Ints], opened: int, low: int, high: int) -> None:
        columns, minutes = worked
        whole = [*columns.tolist(), opened]
        master.add_row(RULE, whole, [*minutes.tolist(), -low], lower=0)
        if self.unfinished:
            master.add_row(RULE, columns, minutes, upper=high)
        else:
            master.add_row(RULE, whole, [*minutes.tolist(), -high], upper=0)

    def _school(self, columns: Ints) -> Ints:
        """Minutes of these duties that fall away in school holidays."""
        only = np.array([school_only(m.request) for m in self.problem.missions] + [False], dtype=np.bool_)
        return row_sums(self.table.minutes[columns] * only[self.table.missions[columns]])

    def values_of(self, posts: Sequence[Post]) -> dict[int, int]:
        """The duties of posts already built, the first of them as the first person, as a start for the search."""
        found: dict[int, int] = {}
        wanted = [
            {
                frozenset((p.mission_id, p.minutes) for p in post.pieces if p.day == day)
                for day in self.table.universe.days
            }
            for post in posts
        ]
        missions = [mission.id for mission in self.problem.missions]
        for duty in range(len(self.table)):
            person = int(self.table.employee[duty])
            held = self.table.missions[duty][self.table.present[duty]].tolist()
            minutes = self.table.minutes[duty][self.table.present[duty]].tolist()
            key = frozenset((missions[mission], minute) for mission, minute in zip(held, minutes, strict=True))
            found[duty] = int(person < len(posts) and key in wanted[person])
        return found if posts else {}

    def posts(self, values: Mapping[int, int]) -> list[Post]:
        """The posts created by a solution of the master."""
        chosen = [duty for duty in range(len(self.table)) if values.get(duty)]
        made = schedule_of(self.master, chosen).by_employee
        group = self.problem.group
        found = []
        for number, kind in enumerate(self.kinds):
            if pieces := made.get(f"P{number}"):
                members = tuple(sorted({group.site[piece.site_id].member_id for piece in pieces}))
                whole = bool(values[self.open[number]])
                found.append(Post(id=f"P{number}", kind=replace(kind, members=members), pieces=pieces, whole=whole))
        return found


def worths(table: DutyTable, times: Ints, question: ComposeQuestion) -> tuple[Ints, Ints]:
    """By duty: minutes of the year placed at members, and worked with the drives between them."""
    counts = times[table.missions]
    placed = row_sums(table.minutes * counts)
    most = counts.max(axis=1, initial=0)
    return placed, placed + table.travel * most

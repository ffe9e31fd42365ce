"""A person's civil weeks as rows of the master: what each duty adds, and what the last Sunday night brought in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gems.domain.people import Employee
from solver.master import Master
from solver.universe import Ints


@dataclass(frozen=True, slots=True)
class PersonWeek:
    """One civil week of one person: the columns that add minutes to it, and the minutes already there."""

    person: Employee
    monday: date
    duties: Ints
    minutes: Ints
    carried: int
    """Work of the Sunday night before the horizon that falls on its first Monday."""

    @property
    def most(self) -> int:
        """No plan works more than this in the week: at most one duty begins on each day, but all are counted."""
        return self.carried + int(self.minutes.sum())


def person_weeks(master: Master) -> Iterator[PersonWeek]:
    """Every week of every person, in order."""
    universe = master.universe
    for employee, person in enumerate(universe.employees):
        end = universe.last_end(person.id)
        carried = 0 if end is None else max(0, end - int(universe.day_starts[0]))
        for week, monday in enumerate(master.problem.horizon.mondays):
            duties, minutes = master.week_work(employee, week)
            yield PersonWeek(person, monday, duties, minutes, carried if week == 0 else 0)


def charge_beyond(master: Master, rule: str, week: PersonWeek, limit: int, price: int) -> None:
    """A column for the minutes worked beyond a limit in a week, priced a minute."""
    most = week.most - limit
    if price and most > 0:
        beyond = master.add_column(0, most)
        master.add_row(rule, [*week.duties.tolist(), beyond], [*week.minutes.tolist(), -1], upper=limit - week.carried)
        master.add_cents(rule, beyond, price)

"""Names for the rows of a master, so that what is known of one week's rows serves the next question about it."""

from collections.abc import Hashable, Iterator, Sequence

import numpy as np

from solver.master import Master, Row
from solver.universe import Ints

Name = tuple[Hashable, ...]


def row_names(master: Master, rows: Sequence[Row]) -> list[Name]:
    """One name a row, all different: its rule, its person, days, mission or place, sides, then a number among equals.

    Two masters of nearly the same data give most rows the same name. Where they do not, only time is lost: whoever uses
    them takes what is known as a first guess.
    """
    seen: dict[Name, int] = {}
    found = []
    for name in _looks(master, rows):
        seen[name] = seen.get(name, -1) + 1
        found.append((*name, seen[name]))
    return found


def _looks(master: Master, rows: Sequence[Row]) -> Iterator[Name]:
    table, universe = master.table, master.universe
    people = [person.id for person in universe.employees]
    missions = [mission.id for mission in master.problem.missions]
    sites = list(dict.fromkeys(slot.site_id for slot in universe.slots))
    number = {site: index for index, site in enumerate(sites)}
    site_of = table.of_slot(universe.per_slot([number[slot.site_id] for slot in universe.slots]), -1)
    for row in rows:
        duties = row.columns[row.columns < len(table)]
        if not len(duties):
            yield (row.rule, row.lower, row.upper, len(row.columns))
            continue
        whose = np.unique(table.employee[duties]).tolist()
        who = people[whose[0]] if len(whose) == 1 else ""
        days = (int(table.day[duties].min()), int(table.day[duties].max()))
        what, where = _common(table.missions[duties]), _common(site_of[duties])
        place = missions[what] if what >= 0 else sites[where] if where >= 0 else ""
        yield (row.rule, who, days, place, row.lower, row.upper)


def _common(places: Ints) -> int:
    """The first of the numbers that all duties share; -1 when there is none."""
    for place in np.unique(places[0]).tolist():
        if place >= 0 and bool((places == place).any(axis=1).all()):
            return int(place)
    return -1

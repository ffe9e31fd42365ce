"""Who is under 18, or under 16, by person and day, for the constraints on young people."""

from datetime import timedelta

import numpy as np

from solver.universe import Bools, Ints, Universe


def under(universe: Universe, figure: str) -> Bools:
    """Who is younger than the age of a figure, by person and day (the horizon and the day after)."""
    days = [*universe.days, universe.days[-1] + timedelta(days=1)]
    found = np.zeros((len(universe.employees), len(days)), dtype=np.bool_)
    for row, person in enumerate(universe.employees):
        if person.birth_date is not None:
            ages = [(person.age_on(day), universe.limits.law.value(figure, day)) for day in days]
            found[row] = [age is not None and age < limit for age, limit in ages]
    return found


def young(universe: Universe) -> Bools:
    """Who is under 18, by person and day."""
    return under(universe, "young_worker.age")


def young_figures(universe: Universe, name: str, otherwise: int) -> Ints:
    """A figure for those under 18, by person and day; `otherwise` for all others and where no text has one."""
    return np.where(young(universe), universe.figures(name, otherwise), otherwise)

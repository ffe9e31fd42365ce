"""0-1 columns beside those of a master, which forbid no plan and let a linear relaxation tell more.

Each stands for a whole that a plan has exactly one of: a person's hours day by day, a volume's week.
"""

from dataclasses import dataclass

from ortools.sat.python import cp_model

from solver.cpsat import CpMaster
from solver.master import INFINITE


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """lower <= sum of the columns' and the choices' coefficients <= upper; choices go by number."""

    columns: tuple[int, ...]
    factor: int
    """Of each column."""
    choices: tuple[int, ...]
    factors: tuple[int, ...]
    """Of each choice."""
    lower: int = -INFINITE
    upper: int = INFINITE


@dataclass(frozen=True, slots=True)
class Choices:
    """So many choices, and the rows that tie them to a master's columns."""

    count: int
    rows: tuple[ChoiceRow, ...]


def add_choices(asked: CpMaster, choices: Choices) -> None:
    """To the model of a part, whose closed columns stay at 0."""
    model = asked.model
    chosen = [model.new_bool_var("") for _ in range(choices.count)]
    for row in choices.rows:
        if not row.columns and (row.lower, row.upper) == (1, 1):
            model.add_exactly_one(chosen[number] for number in row.choices)
            continue
        terms = [(asked.variables[c], row.factor) for c in row.columns if c not in asked.closed]
        terms += [(chosen[number], factor) for number, factor in zip(row.choices, row.factors, strict=True)]
        if not terms:
            continue
        total = cp_model.LinearExpr.weighted_sum([v for v, _ in terms], [f for _, f in terms])
        if row.upper >= INFINITE:
            model.add(total >= row.lower)
        elif row.lower <= -INFINITE:
            model.add(total <= row.upper)
        else:
            model.add_linear_constraint(total, row.lower, row.upper)

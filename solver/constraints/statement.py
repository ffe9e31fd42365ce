"""What the planner's side of a rule can be. No rule is named here."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from gems.domain.missions import Mission
from solver.duty_table import DutyTable
from solver.master import Master
from solver.universe import Bools, Ints, Universe


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """The planner's side of one rule: any of a filter on blocks, a filter on duties, rows, costs."""

    rule: str
    forbidden_blocks: Callable[[Universe], Bools] | None = None
    """One answer for each block of the universe: true where this person can never do this slot."""
    forbidden_duties: Callable[[DutyTable], Bools] | None = None
    """One answer for each duty: true where such a working day can never be."""
    prunes: bool = False
    """A forbidden duty stays forbidden with more pieces after it: then it stops the enumeration early."""
    duty_cents: Callable[[DutyTable], Ints] | None = None
    """Cents of each duty on the bill line of this rule."""
    restrict: Callable[[Master], None] | None = None
    """Rows that link duties."""
    charge: Callable[[Master], None] | None = None
    """Columns and costs that link duties, on the bill line of this rule."""
    sees: Callable[[Universe, Mission], Hashable] | None = None
    """What the rows of this rule read of a mission beyond its member, its place and its times (`solver.grouping`)."""

"""A good plan of a small part at once: search among the duties that the plan by fractions holds, or nearly holds.

A linear programme over thousands of duties takes hundredths of a second and tells what each row is worth. Nearly all
that a good plan is made of is among the third of the duties that cost least at those prices (a restricted master, as in
column generation). A plan made person by person is far from that: each takes the best for itself.
"""

import numpy as np

from gems.planning.ports import PlanOptions, ShouldStop
from solver.cpsat import CpMaster
from solver.duty_programme import DutyProgramme
from solver.effort import Effort
from solver.parts import Part
from solver.search import Style, ignore_news, search
from solver.standing import Standing
from solver.turns import in_order
from solver.universe import Ints

OPENED = 3
"""One duty of so many is looked at."""
WORK = 0.5
"""Counted work (about a second of an idle machine a unit): the plan does not depend on how busy the machine is."""


def better_near_fractions(
    standing: Standing, part: Part, options: PlanOptions, effort: Effort, should_stop: ShouldStop
) -> int | None:
    """Better the plan that a part has; cents that no plan goes below, None where the programme has no answer."""
    programme = DutyProgramme(standing.master, part)
    if not programme.solved:
        return None
    closed = _far(standing, part, programme)
    model = CpMaster(standing.master, part.columns, part.rows, closed)
    limit = min(WORK, effort.left) if effort.counted else max(1.0, effort.left)
    found = search(model, options, limit, Style.REOPEN, ignore_news, should_stop, work_limit=WORK)
    effort.count(found.work)
    if found.values is not None:
        standing.offer(part.columns, in_order(part, found.values))
    return programme.bound


def _far(standing: Standing, part: Part, programme: DutyProgramme) -> Ints:
    """The duties that are not looked at; what stands is, so that there is a plan among the others."""
    places = np.flatnonzero(part.columns < len(standing.master.table))
    nearest = np.argsort(programme.reduced_cents[places], kind="stable")
    far: Ints = part.columns[places[nearest[-(-len(places) // OPENED) :]]]
    idle: Ints = far[standing.values[far] == 0]
    return idle

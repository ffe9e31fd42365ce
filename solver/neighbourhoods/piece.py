"""One piece of a plan: some duties opened again, searched while all others stay, and kept when cheaper."""

from dataclasses import dataclass

import numpy as np

from gems.planning.ports import PlanOptions, ShouldStop
from solver.cpsat import CpMaster
from solver.search import Style, ignore_news, search
from solver.standing import Standing
from solver.universe import Ints


@dataclass(frozen=True, slots=True)
class Piece:
    """How searching a piece ended."""

    ended: bool
    """Whether nothing cheaper is possible in it."""
    better: bool
    """Whether the plan is cheaper now."""
    work: float
    """Counted work."""


def search_piece(
    standing: Standing,
    duties: Ints,
    style: Style,
    options: PlanOptions,
    limit: float,
    work_limit: float,
    should_stop: ShouldStop,
) -> Piece:
    """Search among these duties from what stands, within `limit` and `work_limit` (see `search`)."""
    opened = standing.opened(duties)
    columns = opened.part.columns.tolist()
    model = CpMaster(standing.master, opened.part.columns, opened.part.rows)
    model.hint(dict(zip(columns, opened.values.tolist(), strict=True)))
    found = search(model, options, limit, style, ignore_news, should_stop, work_limit=work_limit)
    better = False
    if found.values is not None and found.cents is not None and found.cents < opened.cents:
        values = np.array([found.values[column] for column in columns], dtype=np.int64)
        better = standing.offer(opened.part.columns, values)
    return Piece(found.proven, better, found.work)

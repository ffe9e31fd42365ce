"""The search of a whole part by CP-SAT: its plans and bounds join what is known of it as they come."""

from gems.planning.ports import PlanOptions, ShouldStop
from solver.cpsat import CpMaster
from solver.search import Style, search
from solver.turns import Board, Turn, in_order


def search_part(
    board: Board,
    turn: Turn,
    model: CpMaster,
    options: PlanOptions,
    limit: float,
    style: Style,
    cut_rounds: int,
    should_stop: ShouldStop,
) -> float:
    """Search a part that has a plan, in a model of all its columns, within `limit` (see `search`); the counted work.

    It ends as well once the part is proven, by whomever, and when somebody stops the whole.
    """
    part = turn.part

    def better(cents: int | None, bound: int | None) -> None:
        if bound is not None:
            board.raise_bound(turn, bound)

    found = search(
        model,
        options,
        limit,
        style,
        better,
        lambda: turn.proven or board.asked_to_stop() or should_stop(),
        lambda values: board.offer(turn, part.columns, in_order(part, values)),
        cut_rounds=cut_rounds,
    )
    if found.values is not None:
        board.offer(turn, part.columns, in_order(part, found.values))
    if found.bound is not None:
        board.raise_bound(turn, found.bound)
    return found.work

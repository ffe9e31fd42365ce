"""The planner as a judge: ask a model that holds one rule only about a finished schedule."""

from ortools.sat.python import cp_model

from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from solver.constraints import CONSTRAINTS, Constraint
from solver.cpsat import CpMaster
from solver.duty_table import DutyTable
from solver.master import Master
from solver.universe import Universe


def constraint_named(rule: str) -> Constraint:
    """The planner's side of a rule; raises KeyError when the planner does not know it."""
    for constraint in CONSTRAINTS:
        if constraint.rule == rule:
            return constraint
    raise KeyError(rule)


def planner_allows(rule: str, problem: Problem, schedule: Schedule) -> bool:
    """Whether a model with only this rule accepts the schedule, every piece fixed."""
    return ask(constraint_named(rule), problem, schedule) is not None


def planner_cents(rule: str, problem: Problem, schedule: Schedule) -> int:
    """What a model with only this priced rule makes the schedule cost, every piece fixed."""
    cents = ask(constraint_named(rule), problem, schedule)
    assert cents is not None, "a priced rule never forbids"
    return cents


def ask(constraint: Constraint, problem: Problem, schedule: Schedule) -> int | None:
    """The cents of the schedule in a model with this constraint only, None when the model refuses it."""
    universe = Universe.of_schedule(problem, schedule)
    if constraint.forbidden_blocks is not None and constraint.forbidden_blocks(universe).any():
        return None
    table = DutyTable.of_whole_days(universe)
    if constraint.forbidden_duties is not None and constraint.forbidden_duties(table).any():
        return None
    master = Master(table)
    if constraint.duty_cents is not None:
        master.add_duty_cents(constraint.rule, constraint.duty_cents(table))
    if constraint.restrict is not None:
        constraint.restrict(master)
    if constraint.charge is not None:
        constraint.charge(master)
    asked = CpMaster(master)
    for duty in range(len(table)):
        asked.model.add(asked.variables[duty] == 1)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(asked.model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE), solver.status_name(status)
    return round(solver.objective_value) + master.constant if status == cp_model.OPTIMAL else None

"""The master model for CP-SAT."""

from ortools.sat.python import cp_model

from solver.master import INFINITE, Master, Row


class CpMaster:
    """A CP-SAT model built from a master; variable i is column i."""

    def __init__(self, master: Master) -> None:
        self.master = master
        self.model = cp_model.CpModel()
        bounds = zip(master.lower, master.upper, strict=True)
        self.variables = [
            self.model.new_bool_var("") if (lower, upper) == (0, 1) else self.model.new_int_var(lower, upper, "")
            for lower, upper in bounds
        ]
        for row in master.rows:
            self._add(row)
        self.model.minimize(self._objective())

    def _add(self, row: Row) -> None:
        columns = row.columns.tolist()
        chosen = [self.variables[column] for column in columns]
        plain = all(self.master.upper[column] == 1 and self.master.lower[column] == 0 for column in columns)
        if plain and row.lower <= 0 and row.upper == 1 and bool((row.coefficients == 1).all()):
            self.model.add_at_most_one(chosen)
            return
        total = cp_model.LinearExpr.weighted_sum(chosen, row.coefficients.tolist())
        if row.lower <= -INFINITE:
            self.model.add(total <= row.upper)
        elif row.upper >= INFINITE:
            self.model.add(total >= row.lower)
        else:
            self.model.add_linear_constraint(total, row.lower, row.upper)

    def _objective(self) -> cp_model.LinearExprT:
        cents = self.master.cents
        priced = [column for column, value in enumerate(cents) if value]
        return (
            cp_model.LinearExpr.weighted_sum(
                [self.variables[column] for column in priced], [cents[column] for column in priced]
            )
            + self.master.constant
        )

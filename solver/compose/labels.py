"""The best fortnights of one post, day by day: labels extended by a duty or by none (dynamic programming).

A label is what a fortnight begun comes to: minutes of the week, those that remain in school holidays, minutes of the
year, and the rest its last day still asks for. Of labels that differ little only the best is kept, and of too many the
most promising: what comes out is allowed by every row about duties, but not proven the best.
"""

from dataclasses import dataclass

from solver.compose.demand import Floats
from solver.compose.label_steps import best_fortnights, chosen_duties
from solver.compose.member_sets import Charges
from solver.compose.workable import Ended, Workable
from solver.universe import Bools


@dataclass(frozen=True, slots=True)
class Search:
    """One search: values of duties, those allowed, the charges of their set, and the least worth having."""

    workable: Workable
    values: Floats
    allowed: Bools
    charges: Charges
    least: float = 1.0

    def best(self) -> list[Ended]:
        """Fortnights worth more than the least, the best first."""
        work, terms = self.workable, self.workable.question.terms
        order, starts = work.by_day
        chosen, begins = chosen_duties(self.values, self.allowed, order, starts, work.alike, int(work.alike.max()) + 1)
        limits = terms.low, terms.high, terms.least_year, terms.most_year
        rules = work.figures, work.rests[1], work.rhythm, limits, work.carried
        found, duties = best_fortnights(self.values, chosen, begins, *rules, self.charges, self.least)
        return [
            (value, tuple(sorted(duty for duty in days if duty >= 0)))
            for value, days in zip(found.tolist(), duties.tolist(), strict=True)
        ]

"""A group with its roster asked less strictly, to find out what a schedule could not keep and why."""

from collections.abc import Iterator
from dataclasses import replace

from gems.domain.group import Group
from gems.domain.people import Employee
from gems.domain.roster_terms import RosterTerm, TermCount

DEAR = 1_000_000
"""Cents a miss: more than any plan saves by one."""
MOST_ONLY = (TermCount.DAYS, TermCount.DAYS_A_WEEK, TermCount.WEEKENDS, TermCount.DAYS_IN_ROW, TermCount.FOLLOWINGS)
"""What more work only makes worse, as far as the most is concerned."""


def without_asks(group: Group) -> Group:
    """The same group without what more work could mend: serving nobody else breaks nothing of what is left."""
    return replace(group, roster_terms=tuple(_limits(group)), employees=_unasked(group))


def at_a_price(group: Group) -> Group | None:
    """The same group with each rule of its roster at a dear price, contracts asking for nothing; None: it has none."""
    terms = tuple(replace(term, cents=DEAR) if term.cents is None else term for term in group.roster_terms)
    found = replace(group, roster_terms=terms, employees=_unasked(group))
    return None if found == group else found


def _limits(group: Group) -> Iterator[RosterTerm]:
    for term in group.roster_terms:
        if term.cents is not None:
            yield term
        elif term.counts in MOST_ONLY and term.most is not None:
            yield replace(term, least=None)


def _unasked(group: Group) -> tuple[Employee, ...]:
    return tuple(
        replace(
            one,
            contract=replace(one.contract, least_days_in_row=None, least_days_off_in_row=None, least_mean_minutes=None),
        )
        for one in group.employees
    )

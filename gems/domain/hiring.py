"""Imagined people: one for each post that could be created, in a group that holds nothing else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gems.domain.composition import Kind, Terms
from gems.domain.group import EMPTY_HISTORY, Group
from gems.domain.people import Contract, ContractKind, Employee, HeldQualification
from gems.domain.prices import Prices
from gems.domain.problem import Problem
from gems.domain.time import Horizon

WEEKLY = 35 * 60
FREE = Prices(profile="none", cents={})
"""Composing counts hours, not cents."""


def hired(name: str, kind: Kind, terms: Terms, first_day: date) -> Employee:
    """A person of this kind on a full-time annualised contract; night work makes no night worker by itself."""
    return Employee(
        id=name,
        name=name,
        home=kind.home,
        max_commute_minutes=terms.commute_minutes,
        qualifications=(HeldQualification(code=kind.job),),
        contract=Contract(
            kind=ContractKind.FULL_TIME,
            weekly_minutes=WEEKLY,
            annual_minutes=terms.reference_minutes,
            first_day=first_day,
            member_ids=frozenset(kind.members),
            annualised=True,
        ),
    )


def unpeopled(group: Group) -> Group:
    """Members, places and requests; no one yet, and so no wishes about anybody."""
    requests = tuple(replace(request, wanted=frozenset(), excluded=frozenset()) for request in group.requests)
    return replace(
        group,
        employees=(),
        absences=(),
        wishes=(),
        roster_terms=(),
        requests=requests,
        on_calls=(),
        derogations=(),
        history=EMPTY_HISTORY,
    )


def staffed(group: Group, people: Sequence[Employee], horizon: Horizon) -> Problem:
    """The problem of these people alone; `group` comes from `unpeopled`."""
    return Problem(group=replace(group, employees=tuple(people)), horizon=horizon, prices=FREE)

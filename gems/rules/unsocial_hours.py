"""Premiums for Sunday, public-holiday and night minutes."""

from collections.abc import Iterator
from datetime import date

from gems.domain.calendar import is_public_holiday
from gems.domain.prices import Prices
from gems.domain.time import SUNDAY, Span, day_end, day_start, minutes_within_clock
from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="unsocial_hours",
    kind=RuleKind.PRICED,
    unit=Unit.MINUTES,
    title=Words("Majorations dimanches, fériés et nuits", "Sunday, holiday and night premiums"),
    says=Words(
        "Chaque minute d'intervention un dimanche, un jour férié, le 1er mai ou la nuit coûte une majoration ; quand "
        "plusieurs se rencontrent, seule la plus forte compte.",
        "Each minute of work at a site on a Sunday, a public holiday, 1 May or at night costs a premium; where "
        "several meet, only the highest counts.",
    ),
    figures=("night_period.start", "night_period.end"),
    prices=("unsocial_hours.sunday", "unsocial_hours.holiday", "unsocial_hours.may_first", "unsocial_hours.night"),
)
MAY_FIRST = (5, 1)


def charge(roster: Roster) -> Iterator[Charge]:
    """Walk each piece day by day; drives between sites earn no premium. The night period is that of the first day
    planned.
    """
    prices, law, first = roster.problem.prices, roster.limits.law, roster.horizon.first
    window = (law.value("night_period.start", first), law.value("night_period.end", first))
    night_price = prices["unsocial_hours.night"]
    for person in roster.group.employees:
        for piece in roster.schedule.by_employee.get(person.id, ()):
            amount = cents = 0
            for day, minutes in piece.span.by_day():
                part = Span(max(piece.start, day_start(day)), min(piece.end, day_end(day)))
                by_night = minutes_within_clock(part, *window)
                day_price = _day_price(day, prices)
                amount += minutes if _is_premium_day(day) else by_night
                cents += by_night * max(day_price, night_price) + (minutes - by_night) * day_price
            if amount or cents:
                yield Charge(rule=INFO.name, amount=amount, cents=cents, employee_id=person.id, day=piece.day)


def _is_premium_day(day: date) -> bool:
    return day.weekday() == SUNDAY or is_public_holiday(day)


def _day_price(day: date, prices: Prices) -> int:
    sunday = prices["unsocial_hours.sunday"] if day.weekday() == SUNDAY else 0
    holiday = prices["unsocial_hours.holiday"] if is_public_holiday(day) else 0
    first_of_may = prices["unsocial_hours.may_first"] if (day.month, day.day) == MAY_FIRST else 0
    return max(sunday, holiday, first_of_may)


RULE = Rule(info=INFO, charge=charge)

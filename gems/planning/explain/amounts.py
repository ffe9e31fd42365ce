"""A limit in the unit of its rule, in words."""

from gems.domain.words import Words, hours, same
from gems.rules.statement import Unit


def amount_words(amount: int, unit: Unit) -> Words:
    """ "11 h", "7 jours", "3 fois", "40 km"."""
    if unit is Unit.MINUTES:
        return hours(amount)
    return {
        Unit.DAYS: Words(f"{amount} jours", f"{amount} days"),
        Unit.TIMES: Words(f"{amount} fois", f"{amount} times"),
        Unit.KM: same(f"{amount} km"),
    }[unit]

"""The price list of soft goals: whole cents per unit, by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Named prices in whole cents per unit (minute, kilometre, time), and the whole figures that soft goals read
    (a clock time, a share per mille); the names are those of the price list file.
    """

    profile: str
    cents: Mapping[str, int] = field(hash=False)

    def __getitem__(self, name: str) -> int:
        """The price; 0 when the list has none, so that a bill kept from before a price existed stays as it was."""
        try:
            return self.cents[name]
        except KeyError:
            return 0

"""What the day line shows: one day, a row for each person, work drawn along the hours.

Rows, cards and their colours are the week grid's; a bar only adds where a card ends and the way to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ui.web.components.grid_data import GridCard, GridDay, GridRow


@dataclass(frozen=True, kw_only=True, slots=True)
class DayBar:
    """A card along the hours, from `card.sort_minute` to `end_minute`: minutes after the day's midnight.

    The night before starts below 0; a night that goes on passes 1440. `travel_minutes` is the way just before the
    card. Work that has no fixed time yet (`card.loose`) fills the hours it may be in.
    """

    card: GridCard
    end_minute: int
    travel_minutes: int = 0

    def __post_init__(self) -> None:
        if self.end_minute <= self.card.sort_minute:
            raise ValueError(f"bar {self.card.id} ends at {self.end_minute}, before it starts")


@dataclass(frozen=True, kw_only=True, slots=True)
class DayLine:
    """The whole picture of a day. `words` are the labels of `day_line_words`; `selected` is the card in detail."""

    day: GridDay
    rows: tuple[GridRow, ...]
    bars: tuple[DayBar, ...]
    words: Mapping[str, str]
    lane: GridRow | None = None
    selected: str = ""

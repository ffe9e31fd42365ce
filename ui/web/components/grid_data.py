"""What the week grid shows, in words: days, rows, cards. Knows neither the domain nor Streamlit.

The screen turns a schedule into these; times, dates and hours arrive written ("7 h 00", "lun. 23 nov.").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

COLOURS = 12
PATTERNS = 4

Level = Literal["ok", "short", "over", "law"]
"""How a person's hours stand: as agreed, too few, too many, or against the law."""

EventKind = Literal["pick", "row", "move", "undo", "redo", "lock"]

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, slots=True)
class GridDay:
    """A column. `spoken` ("lundi 23 novembre") is what a screen reader says; `label` when empty."""

    date_iso: str
    label: str
    short: str
    weekend: bool = False
    holiday: str | None = None
    spoken: str = ""
    today: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class GridCard:
    """One piece of work on one day, in a person's row or in the unserved lane.

    `sort_minute` is the start in minutes after midnight: it orders the cards of a cell, and cards with the same
    keep the order they came in. `continues` ("→ mar. 7 h 00") takes the place of `end` when work runs past midnight.
    `travel` is the way to this card from the one before it. `hover` are further lines of the bubble.
    Work that has no fixed time yet has its length as `start`, no `end`, and says in `loose` when it may be.
    `movable` lets people take the card to another cell, as long as it is not `locked`.
    """

    id: str
    row_id: str
    day_iso: str
    start: str
    end: str
    title: str
    place: str = ""
    job: str = ""
    color: int = 0
    pattern: int = 0
    sort_minute: int = 0
    locked: bool = False
    draft: bool = False
    changed: bool = False
    stand_in: bool = False
    reason: str = ""
    travel: str = ""
    hover: tuple[str, ...] = ()
    continues: str = ""
    loose: str = ""
    movable: bool = False

    def __post_init__(self) -> None:
        if not (0 <= self.color < COLOURS and 0 <= self.pattern < PATTERNS):
            raise ValueError(f"no colour {self.color} with pattern {self.pattern}: see member_colours")


@dataclass(frozen=True, kw_only=True, slots=True)
class GridRow:
    """A person, or the unserved lane. Rows of the same `group` (a sector) fold together; no group, no fold.

    `percent` is the part of the contract that is filled (it may pass 100) and draws the bar; None draws none.
    `absences` says in words why a day is not for planning: date → "congé".
    """

    id: str
    name: str
    detail: str = ""
    level: Level = "ok"
    level_words: str = ""
    group: str = ""
    percent: int | None = None
    absences: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekGrid:
    """The whole picture. `words` are the labels of `grid_words`; `selected` is the card whose details are open.

    Where it is `editable`, keys undo, redo and lock; cards move where they are `movable`, on their own account.
    """

    days: tuple[GridDay, ...]
    rows: tuple[GridRow, ...]
    cards: tuple[GridCard, ...]
    words: Mapping[str, str]
    lane: GridRow | None = None
    selected: str = ""
    editable: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class GridEvent:
    """What somebody did: `pick` a card, open a `row`, `move` a card to a row and a day, or press a key.

    Ids, rows and days are of the grid that was shown. `lock` names the card it was pressed on, `undo` and `redo` none.
    """

    kind: EventKind
    id: str = ""
    row_id: str = ""
    day_iso: str = ""


def member_colours(member_ids: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Colour and pattern of each member, the same in every screen that passes the same members.

    Twelve colours, then the same twelve with the next pattern; past 48 members, looks repeat.
    """
    return {
        member: (place % COLOURS, place // COLOURS % PATTERNS) for place, member in enumerate(sorted(set(member_ids)))
    }

"""Terms of a person's roster, as care homes write them: what is counted, the least, the most, and what a miss costs."""

from dataclasses import dataclass
from enum import StrEnum


class TermCount(StrEnum):
    """What a term counts. A day is worked when a duty begins on it."""

    DAYS = "days"
    """Days worked over the weeks planned together."""
    WEEKENDS = "weekends"
    """Weekends with a day worked, over the weeks planned together."""
    HALF_WEEKENDS = "half_weekends"
    """Weekends of which one day is worked and the other is not."""
    DAYS_IN_ROW = "days_in_row"
    DAYS_OFF_IN_ROW = "days_off_in_row"


RUNS = (TermCount.DAYS_IN_ROW, TermCount.DAYS_OFF_IN_ROW)
"""What is counted run by run; the others are counted once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterTerm:
    """One term of one person, or of everybody."""

    id: str
    employee_id: str | None = None
    """None: each person of the group is held to it."""
    counts: TermCount
    shift: str | None = None
    """Count only days with a piece of a request of this label (« Nuit »); None: any work. Days off know no shift."""
    least: int | None = None
    most: int | None = None
    cents: int | None = None
    """What each one too few or too many costs; None: it may not be."""
    done: int | None = None
    """What stands before the weeks planned: so many so far or, of a run, so many days just before.

    None: nothing so far; of a run of any work or of days off, what the history says, of one shift not known. A run of
    which the beginning is not known is not held to the least."""

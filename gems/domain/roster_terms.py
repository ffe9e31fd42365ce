"""Terms of a person's roster, as care homes write them: what is counted, the least, the most, and what a miss costs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TermCount(StrEnum):
    """What a term counts. A day is worked when a duty begins on it."""

    DAYS = "days"
    """Days worked over the weeks planned together."""
    DAYS_A_WEEK = "days_a_week"
    """Days worked of each week, Monday to Sunday."""
    WEEKENDS = "weekends"
    """Weekends with a day worked, over the weeks planned together."""
    HALF_WEEKENDS = "half_weekends"
    """Weekends of which one day is worked and the other is not."""
    DAYS_IN_ROW = "days_in_row"
    DAYS_OFF_IN_ROW = "days_off_in_row"
    DAYS_OFF_AFTER = "days_off_after"
    """Days off after the last day in a row of a kind of shift."""
    FOLLOWINGS = "followings"
    """Days of one kind of shift on the day after another kind."""


NEVER_DONE = (TermCount.DAYS_A_WEEK, TermCount.DAYS_OFF_AFTER)
"""Of these nothing stands before the weeks planned but what the history says."""
RUNS = (TermCount.DAYS_IN_ROW, TermCount.DAYS_OFF_IN_ROW)
"""What is counted run by run; the others are counted once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftKind:
    """Which days of work are of a kind: by what is asked, when the day begins and when it ends. Blank: any work."""

    label: str | None = None
    """A piece of the day serves a request of this label (« Nuit »)."""
    begins_before: int | None = None
    """The first piece begins before this clock time of its day, in minutes after midnight."""
    ends_after: int | None = None
    """The last piece ends after this clock time; beyond 24 h, of the next day."""


ANY_WORK = ShiftKind()


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterTerm:
    """One term of one person, or of everybody."""

    id: str
    employee_id: str | None = None
    """None: each person of the group is held to it."""
    counts: TermCount
    shift: str | None = None
    begins_before: int | None = None
    ends_after: int | None = None
    """These three: which days count, as `ShiftKind` says. Days off in a row know no kind."""
    on_day: date | None = None
    """Of days: this one alone counts, a shift wanted (at least 1) or not (at most 0); planned in no week: nothing."""
    least: int | None = None
    most: int | None = None
    cents: int | None = None
    """What each one too few or too many costs; None: it may not be."""
    done: int | None = None
    """What stands before the weeks planned: so many so far or, of a run, so many days just before.

    None: nothing so far; of a run of any work or of days off, what the history says, of one kind not known. A run of
    which the beginning is not known is not held to the least. What a kind of shift is followed by goes on from the
    last duty of the week before, where its end tells the kind."""
    then_shift: str | None = None
    then_before: int | None = None
    """Of followings: the kind of the next day, its label and before when it begins."""

    @property
    def kind(self) -> ShiftKind:
        """Which days count or, of followings and days off after, which days are followed."""
        return ShiftKind(label=self.shift, begins_before=self.begins_before, ends_after=self.ends_after)

    @property
    def then(self) -> ShiftKind:
        """Which days may not follow."""
        return ShiftKind(label=self.then_shift, begins_before=self.then_before)

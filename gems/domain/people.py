"""Shared employees: what they can do, their contract, when they are away, what they wish."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gems.domain.time import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """A job held or needed (aide-soignant, secrétaire…)."""

    code: str
    name_fr: str
    name_en: str
    sunday_work: bool = False
    """Sunday work is by right for this job (L3132-12, R3132-5: care); false for offices and schools."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """Who may do whose job: an explicit table, never a guess."""

    held: str
    needed: str
    allowed: bool
    cents_per_minute: int = 0
    """What using a stand-in rather than the right person is priced at."""


class ContractKind(StrEnum):
    """Full-time or part-time; both are permanent contracts (CDI)."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """What the group and the person signed (L1253-9): hours, users, dates."""

    kind: ContractKind
    weekly_minutes: int
    annual_minutes: int
    first_day: date
    last_day: date | None = None
    member_ids: frozenset[str]
    """The list of potential users written in the contract; working elsewhere is a hard error."""
    annualised: bool = False
    """Hours are counted over the year (modulation): overtime starts at the agreement's high week, not at 35 h."""
    night_worker: bool = False
    """Counts as a night worker (L3122-5): 8 h or the agreement's figure a day, 40 h mean over 12 weeks."""
    most_days_in_row: int | None = None
    """Roster terms, as care homes write them; each is off when None. A day counts when a duty *begins* on it."""
    least_days_in_row: int | None = None
    least_days_off_in_row: int | None = None
    most_weekends: int | None = None
    """Weekends with work, of those planned together."""
    most_mean_minutes: int | None = None
    """Minutes a week, as a mean over the weeks planned together."""
    least_mean_minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldQualification:
    """A qualification of a person, with its expiry day (included) when it has one."""

    code: str
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LighterDays:
    """An adjusted day: so many minutes less a day over a period. Why is nobody's business here."""

    first_day: date
    last_day: date
    minutes_less: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """A shared person. The home is a commune only; no address, no medical fact."""

    id: str
    name: str
    home: str
    birth_date: date | None = None
    """Known only when age matters (under 18)."""
    vehicle: bool = True
    max_commute_minutes: int = 60
    """The longest drive accepted from home to a site."""
    qualifications: tuple[HeldQualification, ...]
    contract: Contract
    other_employer_weekly_minutes: int = 0
    """A second job elsewhere (L8261-1): the maxima apply to the sum."""
    lighter_days: LighterDays | None = None

    def age_on(self, day: date) -> int | None:
        """Whole years of age on a day, None when the birth date is not known (then nobody is held to be young)."""
        if self.birth_date is None:
            return None
        birthday_to_come = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - int(birthday_to_come)


class AbsenceKind(StrEnum):
    """The type of an absence, never its reason."""

    LEAVE = "leave"
    SICKNESS = "sickness"
    TRAINING = "training"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A person is away from `span.start` to `span.end`; nothing can be worked then."""

    id: str
    employee_id: str
    kind: AbsenceKind
    span: Span


class WishKind(StrEnum):
    """How much a wish weighs: impossible is a hard limit, the two others are priced."""

    WANTED = "wanted"
    UNWANTED = "unwanted"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A recurring wish: on these weekdays, in this clock window, over these days (both included)."""

    id: str
    employee_id: str
    kind: WishKind
    weekdays: frozenset[int]
    start_clock: int = 0
    end_clock: int = 24 * 60
    first_day: date | None = None
    last_day: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the wish speaks about this day."""
        after = self.first_day is None or self.first_day <= day
        return day.weekday() in self.weekdays and after and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCall:
    """A stand-by period (astreinte), entered by hand, with the day the person was told."""

    id: str
    employee_id: str
    span: Span
    announced: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Derogation:
    """A named, dated exception opened by the coordinator: which figure, for whom (None: everybody), up to what."""

    id: str
    rule: str
    """Name of the legal figure it replaces."""
    employee_id: str | None
    first_day: date
    last_day: date
    limit: int
    """The figure in force instead, in the rule's unit; never beyond the rule's own outer limit."""
    reason: str

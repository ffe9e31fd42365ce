"""What makes a rule bite: for each rule, what to draw more of, so that both answers really occur."""

from dataclasses import dataclass, field, replace
from datetime import date

ORDINARY = (date(2026, 11, 23), date(2026, 6, 15), date(2026, 9, 7))
MARCH_CHANGE = (date(2026, 3, 23), date(2026, 3, 16), date(2026, 3, 9))
"""Weeks before and with 29 March 2026: 2:00 becomes 3:00."""
OCTOBER_CHANGE = (date(2026, 10, 19), date(2026, 10, 12))
"""Weeks before and with 25 October 2026: 3:00 becomes 2:00."""
YEAR_END = (date(2026, 12, 28), date(2026, 12, 21))
"""2026-W53, Christmas and New Year's Day."""
HOLIDAYS = (date(2026, 4, 27), date(2026, 5, 4), date(2026, 7, 13), date(2026, 3, 30), date(2026, 11, 9))
"""1 May (a Friday), 8 May and Ascension, 14 July, Easter Monday, 11 November."""


@dataclass(frozen=True, kw_only=True)
class Spice:
    """How often (0..1) each thing is drawn."""

    people: tuple[int, int] = (1, 4)
    weeks: tuple[int, ...] = (1, 1, 1, 2, 2, 3)
    mondays: tuple[tuple[date, ...], ...] = (ORDINARY, ORDINARY, MARCH_CHANGE, OCTOBER_CHANGE, YEAR_END, HOLIDAYS)
    agreements: tuple[str, ...] = ("bad_2941", "ccn66_413", "ccn51_29")
    part_time: float = 0.3
    young: float = 0.12
    night_worker: float = 0.25
    annualised: float = 0.2
    other_employer: float = 0.1
    lighter: float = 0.1
    contract_dates: float = 0.08
    roster: float = 0.0
    """Roster terms in the contract; only rules about them ask for some."""
    terms: tuple[int, int] = (0, 0)
    """Roster terms beside the contract's own, at least and at most."""
    history: float = 0.7
    heavy: float = 0.3
    """Past weeks are near the limits rather than anything."""
    absences: float = 0.3
    wishes: float = 0.4
    derogations: float = 0.3
    on_calls: float = 0.3
    requests: tuple[int, int] = (0, 4)
    same_person: float = 0.25
    beyond: float = 0.2
    """Requests that may take more people than they ask for."""
    visits: float = 0.1
    """Requests, volumes aside, that are part of a visit by several people."""
    baseline: float = 0.4
    modes: dict[str, int] = field(default_factory=lambda: dict(MODES))
    """How schedules are made, by weight: see `tests.rules.strategies.schedules`."""
    load: tuple[float, float] = (0.05, 0.9)
    """Share of the days worked in a tame schedule."""
    nights: float = 0.15
    after_night: float = 0.4
    """Work on the day after a night."""
    splits: float = 0.3
    on_missions: float = 0.4
    """Pieces that are for a mission, where there is one on that day."""
    right: float = 0.9
    """Pieces for a mission that are at its place, for its job, in one of its slots."""
    qualified: float = 0.6
    """Pieces given to somebody who holds the job asked."""


MODES = {"tame": 5, "few": 3, "wild": 2, "serving": 3, "standing": 2}
HEAVY = Spice(history=0.95, heavy=0.85, on_missions=0.1, modes={"tame": 4, "few": 1, "wild": 1}, load=(0.3, 1.0))
"""For means over weeks: the past is near the limit, the planned weeks are full."""
YOUNG = Spice(young=0.6)
ROSTER = Spice(roster=0.9, weeks=(1, 2, 2, 3), history=0.6, load=(0.1, 0.9), on_missions=0.05)
TERMS = Spice(people=(1, 2), weeks=(1, 1, 2), terms=(1, 4), requests=(1, 3), on_missions=0.6, load=(0.0, 1.0))
SPICES: dict[str, Spice] = {
    "beyond_target": Spice(
        agreements=("bad_2941", "bad_2941", "ccn66_413"), annualised=0.9, part_time=0.1, load=(0.6, 1.0)
    ),
    "public_share_pace": Spice(
        agreements=("bad_2941",),
        annualised=0.9,
        part_time=0.1,
        history=0.9,
        load=(0.6, 1.0),
        mondays=(YEAR_END, ORDINARY),
    ),
    "contract_dates": Spice(contract_dates=0.4, nights=0.5),
    "absence": Spice(absences=0.8),
    "unavailable": Spice(wishes=0.9),
    "excluded_person": Spice(requests=(2, 4), modes={"serving": 5, "tame": 2, "standing": 1}),
    "heads_beyond": Spice(requests=(2, 4), beyond=0.9, modes={"serving": 5, "tame": 2, "standing": 1}),
    "visit_together": Spice(requests=(2, 4), visits=0.9, beyond=0.1, modes={"serving": 6, "tame": 1, "standing": 1}),
    "visit_incomplete": Spice(requests=(2, 4), visits=0.9, beyond=0.1, modes={"serving": 6, "tame": 1, "standing": 1}),
    "request_volume": Spice(requests=(2, 4), modes={"serving": 6, "tame": 1, "wild": 1}),
    "consecutive_days_max": Spice(agreements=("bad_2941", "bad_2941", "ccn66_413"), history=0.9, load=(0.6, 1.0)),
    "holiday_rhythm": Spice(
        agreements=("bad_2941", "bad_2941", "ccn51_29"), mondays=(HOLIDAYS, YEAR_END), history=0.9, load=(0.5, 1.0)
    ),
    "young_worker_night": replace(YOUNG, nights=0.3),
    "young_worker_day": YOUNG,
    "young_worker_break": YOUNG,
    "young_worker_rest": YOUNG,
    "young_worker_week": YOUNG,
    "young_worker_days_off": YOUNG,
    "unsocial_hours": Spice(mondays=(ORDINARY, HOLIDAYS, HOLIDAYS, YEAR_END, MARCH_CHANGE, OCTOBER_CHANGE), nights=0.4),
    "parttime_extra": Spice(part_time=0.9),
    "weekly_avg12_max": HEAVY,
    "weekly_avg4_max": HEAVY,
    "night_weekly_avg": replace(HEAVY, night_worker=0.8, nights=0.6),
    "consecutive_nights": Spice(
        agreements=("bad_2941",),
        nights=0.9,
        history=0.9,
        load=(0.8, 1.0),
        on_missions=0.05,
        modes={"tame": 4, "wild": 1},
    ),
    "split_day": Spice(
        agreements=("ccn66_413", "ccn51_29"), splits=0.8, part_time=0.1, modes={"tame": 3, "few": 3, "wild": 3}
    ),
    "parttime_gap": Spice(part_time=0.8, splits=0.9),
    "parttime_gap_days": Spice(
        part_time=1.0,
        agreements=("bad_2941",),
        splits=1.0,
        weeks=(2, 3),
        load=(0.8, 1.0),
        on_missions=0,
        modes={"tame": 1},
    ),
    "roster_days_most": ROSTER,
    "roster_days_least": replace(ROSTER, people=(1, 2), load=(0.0, 1.0), modes={"few": 3, "tame": 2}),
    "roster_days_off_least": replace(ROSTER, people=(1, 2), load=(0.0, 1.0), modes={"few": 3, "tame": 2}),
    "roster_weekends_most": ROSTER,
    "roster_mean_hours": ROSTER,
    "roster_term": replace(TERMS, terms=(1, 2)),
    "roster_term_missed": TERMS,
    "long_span_days_max": Spice(
        agreements=("bad_2941",), splits=1.0, weeks=(2, 3), load=(0.8, 1.0), on_missions=0, modes={"tame": 1}
    ),
}

"""Every row of the legal study (tables 2.1 and 2.2 of the domain facts) is covered by a rule of the catalogue.

Written by hand from the study, so that a rule that is dropped or renamed is missed.
"""

import pytest

from gems.rules.catalogue import RULES

NAMES = {rule.info.name for rule in RULES}
YOUNG = ("night", "day", "break", "rest", "week", "days_off")

LEGAL_BASE = {
    "member_in_contract": ("member_in_contract",),
    "qualification_match": ("qualification_match",),
    "no_overlap": ("no_overlap",),
    "daily_work_max": ("daily_work_max",),
    "daily_rest_min": ("daily_rest_min",),
    "daily_span_max": ("daily_span_max",),
    "weekly_work_max": ("weekly_work_max",),
    "weekly_avg12_max": ("weekly_avg12_max",),
    "weekly_rest_min": ("weekly_rest_min",),
    "weekly_days_max": ("weekly_days_max",),
    "consecutive_days_max": ("consecutive_days_max",),
    "sunday_rest": ("sunday_rest",),
    "break_min": ("break_min",),
    "public_holidays": ("public_holidays", "unsocial_hours"),
    "solidarity_day": ("solidarity_day",),
    "legal_week": ("legal_week", "unplaced_hours"),
    "annual_reference": ("annual_reference",),
    "overtime_rate": ("overtime_rate", "overtime"),
    "overtime_quota": ("overtime_quota", "overtime_quota_warning"),
    "notice_change": ("notice_change", "published_change"),
    "night_period": ("night_period",),
    "night_daily_max": ("night_daily_max",),
    "night_weekly_avg": ("night_weekly_avg",),
    "parttime_min": ("parttime_min",),
    "parttime_gap": ("parttime_gap", "parttime_gap_length"),
    "parttime_extra": ("parttime_extra", "extra_hours"),
    "young_worker": tuple(f"young_worker_{part}" for part in YOUNG),
    "public_member_share": ("public_member_share",),
    "standby_notice": ("standby_notice",),
    "other_job_cap": ("other_job_cap",),
    "travel_between_sites": ("travel_time", "no_overlap", "daily_work_max"),
    "travel_home": ("travel_home", "commute_max"),
}
AGREEMENTS_CHANGE = {
    "weekly average": ("weekly_avg12_max", "weekly_avg4_max"),
    "daily span, 13 h on at most 7 days a month": ("daily_span_max", "long_span_days_max"),
    "weekly rest over two weeks": ("fortnight_rest",),
    "break and meal": ("break_min", "meal_break"),
    "sunday rhythm": ("sunday_rhythm",),
    "holiday rhythm": ("holiday_rhythm",),
    "sunday and holiday pay": ("unsocial_hours",),
    "split days": ("parttime_gap", "parttime_gap_days", "split_day", "split_day_length", "split_gap"),
    "part-time minimum": ("parttime_min",),
    "extra hours": ("parttime_extra", "weekly_contract_raise"),
    "notice and refusals": ("notice_change", "refusals"),
    "modulation": ("modulation", "overtime_quota"),
    "spread over 2 or 4 weeks": ("fortnight_hours",),
    "yearly rest days": ("yearly_rest_days",),
    "night": ("night_daily_max", "night_weekly_avg", "consecutive_nights"),
    "on-call": ("on_call_max", "standby_notice"),
    "pregnancy: an adjusted day": ("lighter_day",),
    "travel time": ("travel_time",),
    "mileage": ("mileage",),
    "other working time": ("other_working_time",),
}


@pytest.mark.parametrize("row", LEGAL_BASE)
def test_each_row_of_the_legal_base_has_its_rules(row: str) -> None:
    assert set(LEGAL_BASE[row]) <= NAMES


@pytest.mark.parametrize("row", AGREEMENTS_CHANGE)
def test_each_row_that_an_agreement_changes_has_its_rules(row: str) -> None:
    assert set(AGREEMENTS_CHANGE[row]) <= NAMES

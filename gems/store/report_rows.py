"""A planner's report as plain JSON values, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from gems.domain.report import BillLine, PersonHours, PlanReport, Status, Unserved
from gems.domain.words import Words


def report_row(report: PlanReport) -> dict[str, Any]:
    """Plain values for JSON."""
    return asdict(report) | {"status": str(report.status), "versions": dict(report.versions)}


def report_of(row: Mapping[str, Any]) -> PlanReport:
    """The report again."""
    return PlanReport(
        **(
            dict(row)
            | {
                "status": Status(row["status"]),
                "bill": tuple(BillLine(**line | {"title": _words(line["title"])}) for line in row["bill"]),
                "unserved": tuple(
                    Unserved(**line | {"reasons": tuple(map(_words, line["reasons"]))}) for line in row["unserved"]
                ),
                "hours": tuple(
                    PersonHours(**line | {"why_short": line["why_short"] and _words(line["why_short"])})
                    for line in row["hours"]
                ),
            }
        )
    )


def _words(row: Mapping[str, str]) -> Words:
    return Words(row["fr"], row["en"])

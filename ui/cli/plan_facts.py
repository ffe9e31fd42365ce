"""A plan as one JSON object: minutes and cents, ids, and sentences in the language asked for."""

from pathlib import Path

from gems.domain.fairness import Evenness, fairness_of
from gems.domain.problem import Problem
from gems.domain.report import Status
from gems.domain.schedule import Schedule
from gems.planning.build import Built
from ui.cli.figures import full_timers
from ui.cli.speech import spoken
from ui.cli.violation_facts import violation_facts

Facts = dict[str, object]


def plan_facts(built: Built, output: Path | None) -> Facts:
    """Everything the report says; costs are null when there is no plan."""
    report, problem = built.report, built.problem
    violations = built.verdict.violations if built.verdict else ()
    planned = built.schedule is not None
    full = full_timers(problem.group, report)
    return {
        "status": str(report.status),
        "week": problem.horizon.label,
        "weeks": problem.horizon.weeks,
        "profile": report.profile,
        "cost_cents": report.cost_cents if planned else None,
        "bound_cents": report.bound_cents if planned else None,
        "gap": report.gap if planned else None,
        "bill": {line.name: line.cents for line in report.bill},
        "requested_minutes": report.requested_minutes,
        "served_minutes": report.served_minutes,
        "full_timers": {
            "contract_minutes": full.contract_minutes,
            "worked_minutes": full.worked_minutes,
            "share": full.share,
        },
        "unserved": [
            {
                "mission": row.need_id,
                "member": row.member_id,
                "minutes": row.minutes,
                "reasons": [spoken(reason) for reason in row.reasons],
            }
            for row in report.unserved
        ],
        "employees": [
            {
                "id": row.employee_id,
                "contract_minutes": row.contract_minutes,
                "worked_minutes": row.worked_minutes,
                "travel_minutes": row.travel_minutes,
                "why_short": spoken(row.why_short) if row.why_short else None,
            }
            for row in report.hours
        ],
        "fairness": _fairness(problem, built.schedule) if built.schedule is not None else None,
        "violations": [violation_facts(problem, found) for found in violations],
        "reasons": [spoken(reason) for reason in built.reasons] if report.status is Status.NO_PLAN else [],
        "first_plan_seconds": report.first_plan_seconds,
        "seconds": report.seconds,
        "peak_memory_mb": report.peak_memory_mb,
        "seed": report.seed,
        "versions": dict(report.versions),
        "output": str(output) if output else None,
    }


def _fairness(problem: Problem, schedule: Schedule) -> Facts:
    """How evenly members are served and people loaded, before and with the plan."""
    found = fairness_of(problem, schedule)
    pairs = {"members": found.members, "evenings": found.evenings, "sundays": found.sundays}
    return {
        **{name: {"before": _evenness(one.before), "after": _evenness(one.after)} for name, one in pairs.items()},
        "km": _evenness(found.km),
    }


def _evenness(found: Evenness) -> Facts:
    return {
        "jain": found.jain,
        "mean": found.mean,
        "lowest": found.lowest,
        "lowest_id": found.lowest_id,
        "highest": found.highest,
        "highest_id": found.highest_id,
    }

"""A fictitious group as a workbook that says which week to plan."""

from pathlib import Path

from gems.domain.group import Group
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.workbook import write_workbook
from sample_data import DEFAULT_WEEK, generate
from ui.cli.speech import session


def write_sample(
    name: str, seed: int, output: Path, *, demand: int | None = None, year: int | None = None
) -> tuple[Group, str]:
    """Write the workbook; the group, and the week its history leads to."""
    group = generate(name, seed, demand=demand, year=year)
    week = DEFAULT_WEEK if year is None else f"{year}-W01"
    empty = Schedule(horizon=Horizon.of_iso_week(week))
    write_workbook(group, output, schedule=empty, language=session().language)
    return group, week

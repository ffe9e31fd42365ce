"""A fictitious group as a workbook that says which week to plan."""

from pathlib import Path

from gems.domain.group import Group
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.workbook import write_workbook
from sample_data import DEFAULT_WEEK, generate
from ui.cli.speech import session


def write_sample(name: str, seed: int, output: Path) -> tuple[Group, str]:
    """Write the workbook; the group, and the week its history leads to."""
    group = generate(name, seed)
    empty = Schedule(horizon=Horizon.of_iso_week(DEFAULT_WEEK))
    write_workbook(group, output, schedule=empty, language=session().language)
    return group, DEFAULT_WEEK

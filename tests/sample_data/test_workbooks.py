"""The committed workbooks say what the generator says."""

from importlib.resources import files
from pathlib import Path

import pytest

from gems.workbook import read_workbook
from sample_data import generate


@pytest.mark.parametrize("name", ["small", "gems23"])
def test_committed_workbook_reads_back_equal(name: str) -> None:
    reading = read_workbook(Path(str(files("sample_data") / f"{name}.xlsx")))
    assert not reading.faults
    assert reading.group == generate(name)

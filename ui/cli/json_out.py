"""One JSON object on standard output, faults of a workbook included."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click

from gems.domain.report import Status
from ui.cli.reading import Faulty
from ui.cli.speech import spoken


def put(facts: Mapping[str, object]) -> None:
    """Write the object, accents as they are."""
    click.echo(json.dumps(facts, ensure_ascii=False))


@contextmanager
def faults_too(asked: bool) -> Iterator[None]:
    """When JSON is asked for, a workbook that cannot be used is told as JSON as well."""
    try:
        yield
    except Faulty as faulty:
        if asked:
            put(faulty_facts(faulty))
        raise


def faulty_facts(faulty: Faulty) -> dict[str, object]:
    """Everything to correct in a workbook."""
    return {
        "status": str(Status.INVALID_INPUT),
        "faults": [
            {
                "sheet": fault.sheet,
                "cell": fault.cell,
                "column": fault.column,
                "wrong": spoken(fault.wrong),
                "fix": spoken(fault.fix),
                "severity": fault.severity,
            }
            for fault in faulty.faults
        ],
        "copy": str(faulty.copy) if faulty.copy else None,
    }

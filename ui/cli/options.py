"""Options and arguments that several commands share, and the names that lists elsewhere allow."""

import click

from gems.domain.words import Words
from ui.cli.parameters import OneOf, WorkbookOut
from ui.cli.speech import SpokenOption

MOST_SEED = 2**31 - 1

output_option = click.option(
    "-o",
    "--output",
    cls=SpokenOption,
    type=WorkbookOut(),
    required=True,
    words=Words("Classeur à écrire.", "Workbook to write."),
)
json_option = click.option(
    "--json",
    "as_json",
    cls=SpokenOption,
    is_flag=True,
    words=Words("Un objet JSON au lieu de phrases.", "One JSON object instead of sentences."),
)
cluster_option = click.option(
    "--cluster",
    cls=SpokenOption,
    metavar="ADDRESS",
    words=Words(
        "Adresse d'un cluster dask de confiance (tcp://…, tls://…) qui calcule à la place de cette machine.",
        "Address of a trusted dask cluster (tcp://…, tls://…) that computes instead of this machine.",
    ),
)


def _samples() -> tuple[str, ...]:
    from sample_data import SAMPLE_NAMES

    return SAMPLE_NAMES


def _profiles() -> tuple[str, ...]:
    from gems.prices.load import PROFILES

    return tuple(PROFILES)


def _agreements() -> tuple[str, ...]:
    from gems.rules.law import AGREEMENTS

    return AGREEMENTS


SAMPLE = OneOf(_samples)
PROFILE = OneOf(_profiles)
AGREEMENT = OneOf(_agreements)

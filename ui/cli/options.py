"""Options and arguments that several commands share, and the names that lists elsewhere allow."""

import click

from gems.domain.words import Words
from ui.cli.parameters import Number, OneOf, WorkbookIn, WorkbookOut
from ui.cli.speech import SpokenArgument, SpokenOption

MOST_SEED, MOST_WORKERS, MOST_WEEKS = 2**31 - 1, 64, 53

source_argument = click.argument(
    "source",
    cls=SpokenArgument,
    metavar="F.xlsx",
    type=WorkbookIn(),
    words=Words("le classeur du groupement", "the group's workbook"),
)
planned_weeks_option = click.option(
    "--weeks",
    cls=SpokenOption,
    type=Number(1, MOST_WEEKS),
    words=Words("Combien de semaines à la suite (1).", "How many weeks in a row (1)."),
)
workers_option = click.option(
    "--workers",
    cls=SpokenOption,
    type=Number(1, MOST_WORKERS),
    words=Words("Processeurs employés (2).", "Processors used (2)."),
)
seed_option = click.option(
    "--seed",
    cls=SpokenOption,
    type=Number(0, MOST_SEED),
    words=Words("Graine du hasard de la recherche (1).", "Seed of the search's chance (1)."),
)

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
profile_option = click.option(
    "--profile",
    cls=SpokenOption,
    type=PROFILE,
    metavar="NAME",
    words=Words(
        "Ce que la planification privilégie : balanced, service_first, least_travel. Sans cela : celui du classeur.",
        "What planning favours: balanced, service_first, least_travel. Without it: the workbook's.",
    ),
)

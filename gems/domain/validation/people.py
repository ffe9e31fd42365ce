"""Faults of jobs, stand-ins, employees and their contracts."""

from collections.abc import Iterator

from gems.domain.group import Group
from gems.domain.issues import Issue, Kind
from gems.domain.people import Contract, ContractKind, Employee
from gems.domain.validation.spots import Known, Spot, ids, repeated
from gems.domain.words import Words, hours

WEEK_MAX = 48 * 60
"""Minutes; no contract can hold more than the legal week (L3121-20)."""
LEGAL_WEEK = 35 * 60
"""Minutes; a part-time contract stays below (L3123-1)."""
YEAR_MAX = 2500 * 60
"""Minutes; about 52 weeks of 48 h."""
LONGEST_COMMUTE = 240
MOST_LIGHTER = 600
"""Minutes less a day: a day has 10 h."""
YOUNGEST, OLDEST = 14, 90
"""Years at the start of the contract."""
MOST_DAYS, MOST_WEEKENDS = 28, 53
"""Beyond these a figure of a roster is a typing error."""
DAYS, WEEKENDS = Words("jours", "days"), Words("week-ends", "weekends")
MINUTES, CENTS, YEARS = Words("minutes", "minutes"), Words("centimes", "cents"), Words("ans", "years")


def of_qualifications(group: Group, qualifications: Known) -> Iterator[Issue]:
    """Jobs, and who may stand in for whom."""
    yield from ids(Kind.QUALIFICATION, "code", [job.code for job in group.qualifications])
    for index, job in enumerate(group.qualifications):
        yield from Spot(Kind.QUALIFICATION, index).blank("name_fr", job.name_fr)
        yield from Spot(Kind.QUALIFICATION, index).blank("name_en", job.name_en)
    for index, row in enumerate(group.stand_ins):
        spot = Spot(Kind.STAND_IN, index)
        yield from qualifications.missing(spot, "held", row.held)
        yield from qualifications.missing(spot, "needed", row.needed)
        yield from spot.outside("cents_per_minute", row.cents_per_minute, 0, 10_000, CENTS)
        if row.held == row.needed and row.held in qualifications:
            yield spot.says(
                "needed",
                Words("Un métier ne se supplée pas lui-même.", "A job does not stand in for itself."),
                Words("Indiquez un autre métier, ou retirez la ligne.", "Enter another job, or remove the line."),
            )
    yield from repeated(
        Kind.STAND_IN,
        "needed",
        [(row.held, row.needed) for row in group.stand_ins],
        Words("Cette suppléance est déjà donnée plus haut.", "This stand-in is given above."),
    )


def of_employees(group: Group, communes: Known, members: Known, qualifications: Known) -> Iterator[Issue]:
    """People and their contracts."""
    yield from ids(Kind.EMPLOYEE, "id", [person.id for person in group.employees])
    for index, person in enumerate(group.employees):
        spot = Spot(Kind.EMPLOYEE, index)
        yield from spot.blank("name", person.name)
        yield from communes.missing(spot, "home", person.home)
        yield from spot.outside("max_commute_minutes", person.max_commute_minutes, 0, LONGEST_COMMUTE, MINUTES)
        yield from spot.too_long_or_short(
            "other_employer_weekly_minutes", person.other_employer_weekly_minutes, 0, WEEK_MAX
        )
        yield from _of_birth(spot, person)
        yield from _of_jobs(spot, person, qualifications)
        yield from _of_contract(spot, person.contract, members)
        yield from _of_roster(spot, person.contract)
        yield from _of_lighter_days(spot, person)


def _of_birth(spot: Spot, person: Employee) -> Iterator[Issue]:
    if person.birth_date is not None:
        age = (person.contract.first_day - person.birth_date).days // 365
        yield from spot.outside("birth_date", age, YOUNGEST, OLDEST, YEARS)


def _of_jobs(spot: Spot, person: Employee, qualifications: Known) -> Iterator[Issue]:
    codes = [held.code for held in person.qualifications]
    if not codes:
        yield spot.says(
            "qualifications",
            Words("Aucun métier n'est donné.", "No job is given."),
            Words("Indiquez au moins un code de métier.", "Enter at least one job code."),
        )
    for code in dict.fromkeys(codes):
        yield from qualifications.missing(spot, "qualifications", code)
        if codes.count(code) > 1:
            yield spot.says(
                "qualifications",
                Words(f"Le métier « {code} » est donné deux fois.", f"The job “{code}” is given twice."),
                Words("Donnez-le une seule fois.", "Give it once."),
            )


def _of_contract(spot: Spot, contract: Contract, members: Known) -> Iterator[Issue]:
    weekly = contract.weekly_minutes
    yield from spot.too_long_or_short("contract.weekly_minutes", weekly, 60, WEEK_MAX)
    if contract.kind is ContractKind.PART_TIME and LEGAL_WEEK <= weekly <= WEEK_MAX:
        said = hours(weekly)
        yield spot.says(
            "contract.weekly_minutes",
            Words(f"{said.fr} par semaine n'est pas un temps partiel.", f"{said.en} a week is not part-time."),
            Words("Indiquez moins de 35 h, ou « temps plein ».", "Enter less than 35 h, or “full-time”."),
        )
    yield from spot.too_long_or_short("contract.annual_minutes", contract.annual_minutes, 60, YEAR_MAX)
    yield from spot.reversed_dates("contract.last_day", contract.first_day, contract.last_day)
    if not contract.member_ids:
        yield spot.says(
            "contract.member_ids",
            Words("Aucun adhérent n'est écrit dans le contrat.", "No member is written in the contract."),
            Words(
                "Indiquez les utilisateurs du contrat (L1253-9), séparés par des points-virgules.",
                "Enter the users of the contract (L1253-9), separated by semicolons.",
            ),
        )
    for member_id in sorted(contract.member_ids):
        yield from members.missing(spot, "contract.member_ids", member_id)


def _of_roster(spot: Spot, contract: Contract) -> Iterator[Issue]:
    """Roster terms, where the contract has any."""
    figures = (
        ("most_days_in_row", 1, MOST_DAYS, DAYS),
        ("least_days_in_row", 1, MOST_DAYS, DAYS),
        ("least_days_off_in_row", 1, MOST_DAYS, DAYS),
        ("most_weekends", 0, MOST_WEEKENDS, WEEKENDS),
    )
    for name, low, high, unit in figures:
        value = getattr(contract, name)
        if value is not None:
            yield from spot.outside(f"contract.{name}", value, low, high, unit)
    most, least = contract.most_mean_minutes, contract.least_mean_minutes
    for name, minutes in (("most_mean_minutes", most), ("least_mean_minutes", least)):
        if minutes is not None:
            yield from spot.too_long_or_short(f"contract.{name}", minutes, 0, WEEK_MAX)
    yield from _crossed(spot, "days_in_row", contract.least_days_in_row, contract.most_days_in_row)
    yield from _crossed(spot, "mean_minutes", least, most)


def _crossed(spot: Spot, name: str, least: int | None, most: int | None) -> Iterator[Issue]:
    if least is not None and most is not None and least > most:
        yield spot.says(
            f"contract.least_{name}",
            Words("Le moins dépasse le plus.", "The least is above the most."),
            Words("Indiquez au plus le chiffre « au plus ».", "Enter no more than the “most” figure."),
        )


def _of_lighter_days(spot: Spot, person: Employee) -> Iterator[Issue]:
    lighter = person.lighter_days
    if lighter is not None:
        yield from spot.reversed_dates("lighter_days.last_day", lighter.first_day, lighter.last_day)
        yield from spot.outside("lighter_days.minutes_less", lighter.minutes_less, 1, MOST_LIGHTER, MINUTES)

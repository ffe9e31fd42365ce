"""Faults of absences, wishes, on-call periods and derogations."""

from collections.abc import Collection, Iterator, Sequence

from gems.domain.group import Group
from gems.domain.issues import Issue, Kind
from gems.domain.people import Absence, OnCall
from gems.domain.time import DAY, Span, day_of
from gems.domain.validation.spelling import guess
from gems.domain.validation.spots import Known, Spot, ids
from gems.domain.words import Words, day

LONGEST_ABSENCE, LONGEST_ON_CALL = 3 * 366 * DAY, 35 * DAY
"""Minutes; beyond, a year or a month was mistyped."""
LATEST_CLOCK = 2 * DAY
HIGHEST_LIMIT = 1_000_000


def of_absences(group: Group, employees: Known) -> Iterator[Issue]:
    """Periods away."""
    yield from ids(Kind.ABSENCE, "id", [absence.id for absence in group.absences])
    for index, absence in enumerate(group.absences):
        spot = Spot(Kind.ABSENCE, index)
        yield from employees.missing(spot, "employee_id", absence.employee_id)
        yield from _of_span(spot, absence.span, LONGEST_ABSENCE)
    yield from _overlaps(Kind.ABSENCE, group.absences, Words("Cette absence", "This absence"))


def of_on_calls(group: Group, employees: Known) -> Iterator[Issue]:
    """Stand-by periods."""
    yield from ids(Kind.ON_CALL, "id", [on_call.id for on_call in group.on_calls])
    for index, on_call in enumerate(group.on_calls):
        spot = Spot(Kind.ON_CALL, index)
        yield from employees.missing(spot, "employee_id", on_call.employee_id)
        yield from _of_span(spot, on_call.span, LONGEST_ON_CALL)
        if on_call.announced > day_of(on_call.span.start):
            yield spot.says(
                "announced",
                Words("L'astreinte est annoncée après son début.", "The on-call period is announced after its start."),
                Words("Indiquez le jour où la personne a été prévenue.", "Enter the day the person was told."),
            )
    yield from _overlaps(Kind.ON_CALL, group.on_calls, Words("Cette astreinte", "This on-call period"))


def _of_span(spot: Spot, span: Span, longest: int) -> Iterator[Issue]:
    if span.end <= span.start:
        yield spot.says(
            "span.last_day",
            Words("La fin n'est pas après le début.", "The end is not after the start."),
            Words("Indiquez une fin postérieure au début.", "Enter an end after the start."),
        )
    elif span.minutes > longest:
        yield spot.says(
            "span.last_day",
            Words(f"La période dure {span.minutes // DAY} jours.", f"The period lasts {span.minutes // DAY} days."),
            Words("Vérifiez l'année et le mois.", "Check the year and the month."),
        )


def _overlaps(kind: Kind, records: Sequence[Absence | OnCall], noun: Words) -> Iterator[Issue]:
    """Two periods of one person that meet; the one entered later is at fault."""
    of_person: dict[str, list[int]] = {}
    for index, record in enumerate(records):
        if record.span.start < record.span.end:
            of_person.setdefault(record.employee_id, []).append(index)
    for indexes in of_person.values():
        ordered = sorted(indexes, key=lambda index: records[index].span)
        latest = ordered[0]
        for index in ordered[1:]:
            if records[index].span.start < records[latest].span.end:
                yield _overlap(kind, max(index, latest), records[min(index, latest)], noun)
            if records[index].span.end > records[latest].span.end:
                latest = index


def _overlap(kind: Kind, index: int, other: Absence | OnCall, noun: Words) -> Issue:
    since = day(day_of(other.span.start), year=True)
    return Spot(kind, index).says(
        "span",
        Words(
            f"{noun.fr} en recoupe une autre de la même personne ({other.id}, du {since.fr}).",
            f"{noun.en} overlaps another one of the same person ({other.id}, from {since.en}).",
        ),
        Words("Séparez les deux périodes, ou gardez-en une.", "Separate the two periods, or keep one."),
    )


def of_wishes(group: Group, employees: Known) -> Iterator[Issue]:
    """Recurring wishes."""
    yield from ids(Kind.WISH, "id", [wish.id for wish in group.wishes])
    for index, wish in enumerate(group.wishes):
        spot = Spot(Kind.WISH, index)
        yield from employees.missing(spot, "employee_id", wish.employee_id)
        yield from spot.weekdays("weekdays", wish.weekdays)
        yield from clock_window(spot, "start_clock", "end_clock", wish.start_clock, wish.end_clock)
        yield from spot.reversed_dates("last_day", wish.first_day, wish.last_day)


def clock_window(spot: Spot, start_field: str, end_field: str, start: int, end: int) -> Iterator[Issue]:
    """A clock window that begins on its day, is not empty, and lasts at most 24 hours."""
    if not 0 <= start < DAY:
        yield spot.says(
            start_field,
            Words("L'heure de début est hors de la journée.", "The start time is outside the day."),
            Words("Indiquez une heure de 0:00 à 23:59.", "Enter a time from 0:00 to 23:59."),
        )
    elif end <= start:
        yield spot.says(
            end_field,
            Words("L'heure de fin n'est pas après l'heure de début.", "The end time is not after the start time."),
            Words(
                "Indiquez une fin postérieure au début (31:00 est 7 h le lendemain).",
                "Enter a later end (31:00 is 7:00 on the next day).",
            ),
        )
    elif end - start > DAY or end > LATEST_CLOCK:
        yield spot.says(
            end_field,
            Words("Cette période dépasse 24 heures.", "This period is over 24 hours."),
            Words("Indiquez une fin dans les 24 heures du début.", "Enter an end within 24 hours of the start."),
        )


def of_derogations(group: Group, employees: Known, rules: Collection[str] | None) -> Iterator[Issue]:
    """Exceptions opened by the coordinator."""
    yield from ids(Kind.DEROGATION, "id", [derogation.id for derogation in group.derogations])
    for index, derogation in enumerate(group.derogations):
        spot = Spot(Kind.DEROGATION, index)
        yield from spot.blank("rule", derogation.rule)
        yield from spot.blank("reason", derogation.reason)
        if derogation.employee_id is not None:
            yield from employees.missing(spot, "employee_id", derogation.employee_id)
        yield from spot.reversed_dates("last_day", derogation.first_day, derogation.last_day)
        yield from spot.outside("limit", derogation.limit, 0, HIGHEST_LIMIT, Words("(limite)", "(limit)"))
        if rules is not None and derogation.rule.strip() and derogation.rule not in rules:
            nearest, listed = guess(derogation.rule, rules), ", ".join(sorted(rules))
            yield spot.says(
                "rule",
                Words(
                    f"Aucune règle « {derogation.rule} » n'admet de dérogation.",
                    f"No rule “{derogation.rule}” allows a derogation.",
                ),
                Words(f"Choisissez parmi : {listed}.{nearest.fr}", f"Choose one of: {listed}.{nearest.en}"),
            )

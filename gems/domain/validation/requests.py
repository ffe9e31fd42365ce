"""Faults of requests."""

from collections.abc import Iterator
from datetime import timedelta

from gems.domain.group import Group
from gems.domain.issues import Issue, Kind
from gems.domain.requests import FixedSlot, Recurrence, Request, Volume, Window
from gems.domain.time import DAY, days_between
from gems.domain.validation.availability import clock_window
from gems.domain.validation.people import CENTS
from gems.domain.validation.roster_terms import HIGHEST_PRICE
from gems.domain.validation.spots import Known, Spot, ids
from gems.domain.words import Words, counted, hours

MOST_PEOPLE, MOST_WEEKS_APART, LONGEST_BREAK = 50, 52, 120
LONGEST_VISIT = 60
"""Characters."""
MOST_VOLUME = 7 * DAY
"""Minutes a week."""
MINUTES, PEOPLE, WEEKS, DAYS = (
    Words("minutes", "minutes"),
    Words("personnes", "people"),
    Words("semaines", "weeks"),
    Words("jours", "days"),
)


def of_requests(group: Group, members: Known, sites: Known, qualifications: Known, employees: Known) -> Iterator[Issue]:
    """What members ask."""
    yield from ids(Kind.REQUEST, "id", [request.id for request in group.requests])
    for index, request in enumerate(group.requests):
        spot = Spot(Kind.REQUEST, index)
        yield from members.missing(spot, "member_id", request.member_id)
        yield from sites.missing(spot, "site_id", request.site_id)
        yield from _of_foreign_site(spot, request, group, members)
        yield from qualifications.missing(spot, "qualification", request.qualification)
        yield from _of_people(spot, request, employees)
        yield from _of_recurrence(spot, request.recurrence)
        yield from _of_demand(spot, request, group.settings.grid_minutes)
        yield from spot.outside("break_minutes", request.break_minutes, 0, LONGEST_BREAK, MINUTES)
        yield from _of_visit(spot, request)


def _of_foreign_site(spot: Spot, request: Request, group: Group, members: Known) -> Iterator[Issue]:
    """Said only when both members exist: otherwise the unknown one is the fault."""
    site = group.site.get(request.site_id)
    if site is None or site.member_id not in members or request.member_id not in members:
        return
    if site.member_id != request.member_id:
        owner = group.member[site.member_id].name
        yield spot.says(
            "site_id",
            Words(
                f"Le lieu « {site.name} » est à un autre adhérent ({owner}).",
                f"The site “{site.name}” is another member's ({owner}).",
            ),
            Words("Indiquez un lieu de cet adhérent.", "Enter a site of this member."),
        )


def _of_people(spot: Spot, request: Request, employees: Known) -> Iterator[Issue]:
    for field, people in (("wanted", request.wanted), ("excluded", request.excluded)):
        for employee_id in sorted(people):
            yield from employees.missing(spot, field, employee_id)
    both = sorted(request.wanted & request.excluded)
    if both:
        listed = ", ".join(both)
        yield spot.says(
            "excluded",
            Words(f"{listed} : à la fois souhaité et exclu.", f"{listed}: both wanted and excluded."),
            Words("Gardez l'un ou l'autre.", "Keep one or the other."),
        )


def _of_visit(spot: Spot, request: Request) -> Iterator[Issue]:
    if request.visit is None:
        return
    yield from spot.blank("visit", request.visit)
    if len(request.visit) > LONGEST_VISIT:
        yield spot.says(
            "visit",
            Words("Ce nom de visite est trop long.", "This name of a visit is too long."),
            Words(f"Au plus {LONGEST_VISIT} caractères.", f"At most {LONGEST_VISIT} characters."),
        )
    if isinstance(request.demand, Volume):
        yield spot.says(
            "visit",
            Words(
                "Un volume d'heures n'a pas d'heure de début : personne ne peut y venir en même temps.",
                "A volume of hours has no start: nobody can come to it at the same time.",
            ),
            Words(
                "Donnez un horaire ou une plage, ou videz la visite.", "Enter a time or a window, or clear the visit."
            ),
        )


def _of_recurrence(spot: Spot, recurrence: Recurrence) -> Iterator[Issue]:
    yield from spot.weekdays("recurrence.weekdays", recurrence.weekdays)
    yield from spot.reversed_dates("recurrence.last_day", recurrence.first_day, recurrence.last_day)
    yield from spot.outside("recurrence.every_weeks", recurrence.every_weeks, 1, MOST_WEEKS_APART, WEEKS)
    if recurrence.weekdays and _holds_never(recurrence):
        yield spot.says(
            "recurrence.weekdays",
            Words(
                "Aucun de ces jours ne tombe entre les deux dates.", "None of these days falls between the two dates."
            ),
            Words("Corrigez les jours ou les dates.", "Correct the days or the dates."),
        )


def _holds_never(recurrence: Recurrence) -> bool:
    """Whether the dates are so close that no weekday asked falls between them."""
    first, last = recurrence.first_day, recurrence.last_day
    if last is None or not timedelta(0) <= last - first < timedelta(days=7):
        return False
    days = set(days_between(first, last)) - recurrence.except_days
    return not any(day.weekday() in recurrence.weekdays for day in days)


def _of_demand(spot: Spot, request: Request, grid_minutes: int) -> Iterator[Issue]:
    demand = request.demand
    window = list(clock_window(spot, "demand.start_clock", "demand.end_clock", demand.start_clock, demand.end_clock))
    yield from window
    if isinstance(demand, FixedSlot | Window):
        least = 0 if (demand.most_headcount or 0) > 0 else 1
        yield from spot.outside("demand.headcount", demand.headcount, least, MOST_PEOPLE, PEOPLE)
        yield from _of_people_beyond(spot, demand)
    if isinstance(demand, Window):
        yield from _of_window(spot, demand, judge_length=not window)
    elif isinstance(demand, Volume):
        yield from _of_volume(spot, demand, request.recurrence, grid_minutes, judge_length=not window)


def _of_people_beyond(spot: Spot, demand: FixedSlot | Window) -> Iterator[Issue]:
    asked, most = demand.headcount, demand.most_headcount
    yield from spot.outside("demand.beyond_cents", demand.beyond_cents, 0, HIGHEST_PRICE, CENTS)
    if most is None:
        if demand.beyond_cents > 0:
            yield spot.says(
                "demand.beyond_cents",
                Words(
                    "Une personne de plus a un prix, mais aucune n'est admise.",
                    "One person more has a price, but none is taken.",
                ),
                Words("Remplissez « Personnes au plus », ou videz le prix.", "Fill in “Most people”, or clear it."),
            )
    elif asked <= MOST_PEOPLE and most < asked:
        yield spot.says(
            "demand.most_headcount",
            Words(f"{most} au plus, mais {asked} demandées.", f"{most} at most, but {asked} asked."),
            Words("Indiquez au moins le nombre demandé, ou videz.", "Enter at least the number asked, or clear it."),
        )
    else:
        yield from spot.outside("demand.most_headcount", most, min(asked, MOST_PEOPLE), MOST_PEOPLE, PEOPLE)


def _of_window(spot: Spot, demand: Window, *, judge_length: bool) -> Iterator[Issue]:
    yield from spot.too_long_or_short("demand.minutes", demand.minutes, 1, DAY)
    if judge_length and 1 <= demand.end_clock - demand.start_clock < demand.minutes <= DAY:
        yield _does_not_fit(spot, "demand.minutes", demand.minutes, demand.end_clock - demand.start_clock)


def _of_volume(
    spot: Spot, demand: Volume, recurrence: Recurrence, grid_minutes: int, *, judge_length: bool
) -> Iterator[Issue]:
    issues = [
        *spot.too_long_or_short("demand.weekly_minutes", demand.weekly_minutes, 1, MOST_VOLUME),
        *spot.too_long_or_short("demand.shortest", demand.shortest, 1, DAY),
        *spot.too_long_or_short("demand.longest", demand.longest, 1, DAY),
        *spot.outside("demand.most_days", demand.most_days, 1, 7, DAYS),
    ]
    yield from issues
    if issues:
        return
    room = demand.end_clock - demand.start_clock
    if demand.shortest < grid_minutes:
        said = hours(grid_minutes)
        yield spot.says(
            "demand.shortest",
            Words(
                f"Le morceau le plus court est sous le pas des horaires ({said.fr}).",
                f"The shortest piece is below the grid ({said.en}).",
            ),
            Words(
                f"Indiquez au moins {said.fr}, ou changez le pas dans les réglages.",
                f"Enter at least {said.en}, or change the grid.",
            ),
        )
    if demand.longest < demand.shortest:
        yield spot.says(
            "demand.longest",
            Words(
                "Le morceau le plus long est plus court que le plus court.",
                "The longest piece is shorter than the shortest.",
            ),
            Words("Indiquez une durée au moins égale au plus court.", "Enter at least the shortest."),
        )
    elif judge_length and room < demand.shortest:
        yield _does_not_fit(spot, "demand.shortest", demand.shortest, room)
    elif judge_length:
        yield from _of_total(
            spot, demand, min(demand.longest, room), min(demand.most_days, len(recurrence.weekdays) or 7)
        )


def _of_total(spot: Spot, demand: Volume, longest: int, days: int) -> Iterator[Issue]:
    """Whether some number of pieces, one a day, can add up to the volume."""
    weekly, shortest = demand.weekly_minutes, demand.shortest
    if weekly < shortest:
        said, piece = hours(weekly), hours(shortest)
        yield spot.says(
            "demand.weekly_minutes",
            Words(
                f"{said.fr} par semaine, c'est moins que le morceau le plus court ({piece.fr}).",
                f"{said.en} a week is less than the shortest piece ({piece.en}).",
            ),
            Words("Augmentez le volume, ou raccourcissez le morceau.", "Raise the volume, or shorten the piece."),
        )
    elif not any(count * shortest <= weekly <= count * longest for count in range(1, days + 1)):
        said, low, high = hours(weekly), hours(shortest), hours(longest)
        most = counted(days, Words("{n} jour", "{n} day"), Words("{n} jours", "{n} days"))
        yield spot.says(
            "demand.weekly_minutes",
            Words(
                f"{said.fr} ne s'obtiennent pas avec des morceaux de {low.fr} à {high.fr} sur {most.fr} au plus.",
                f"{said.en} cannot be made of pieces of {low.en} to {high.en} on at most {most.en}.",
            ),
            Words(
                "Changez le volume, les morceaux, les jours ou la plage.",
                "Change the volume, the pieces, the days or the window.",
            ),
        )


def _does_not_fit(spot: Spot, field: str, minutes: int, room: int) -> Issue:
    said, place = hours(minutes), hours(room)
    return spot.says(
        field,
        Words(
            f"{said.fr} ne tiennent pas dans une plage de {place.fr}.",
            f"{said.en} do not fit in a window of {place.en}.",
        ),
        Words("Élargissez la plage, ou raccourcissez la durée.", "Widen the window, or shorten the length."),
    )

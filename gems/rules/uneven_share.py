"""Evenings and Sundays beyond a person's fair share, the past weeks included."""

from collections.abc import Iterator, Mapping, Sequence

from gems.domain.history import DayMark, WeekDone
from gems.domain.people import Employee
from gems.domain.time import SATURDAY, SUNDAY, instant_at
from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="uneven_share",
    kind=RuleKind.PRICED,
    unit=Unit.TIMES,
    title=Words("Soirées et dimanches mal partagés", "Evenings and Sundays unevenly shared"),
    says=Words(
        "Chaque soirée ou dimanche travaillé au-delà de la part de la personne (la moyenne de ses collègues sur les "
        "semaines passées, étendue aux semaines à planifier, arrondie au-dessus) a un prix. Les soirées des "
        "travailleurs de nuit ne sont pas comparées.",
        "Each evening or Sunday worked beyond the person's share (the mean of all over the past weeks, stretched to "
        "the weeks to plan, rounded up) has a price. Evenings of night workers are not compared.",
    ),
    prices=("uneven_share.evening", "uneven_share.sunday", "uneven_share.evening_start"),
)


def charge(roster: Roster) -> Iterator[Charge]:
    """An evening is a duty with work after the evening's start (a night too); a Sunday, any minute worked that day.

    Only what the horizon adds is charged. Without any past week nobody's share is known and nothing is charged.
    """
    people, past = roster.group.employees, _past(roster)
    by_day = [person for person in people if not person.contract.night_worker]
    prices = roster.problem.prices
    yield from _beyond(
        roster,
        prices["uneven_share.evening"],
        {person.id: _evenings(roster, person) for person in by_day},
        {person.id: sum(map(_past_evenings, past[person.id])) for person in by_day},
        past,
    )
    yield from _beyond(
        roster,
        prices["uneven_share.sunday"],
        {person.id: _sundays(roster, person) for person in people},
        {person.id: sum(map(_past_sunday, past[person.id])) for person in people},
        past,
    )


def _beyond(
    roster: Roster, price: int, now: dict[str, int], past: dict[str, int], known_weeks: Mapping[str, Sequence[WeekDone]]
) -> Iterator[Charge]:
    weeks = {person_id: len(known_weeks[person_id]) for person_id in now}
    total, known = sum(past.values()), sum(weeks.values())
    for person_id, times in now.items() if known else ():
        share = -(-total * (weeks[person_id] + roster.horizon.weeks) // known)
        beyond = past[person_id] + times - max(share, past[person_id])
        if beyond > 0:
            yield Charge(rule=INFO.name, amount=beyond, cents=beyond * price, employee_id=person_id)


def _past(roster: Roster) -> dict[str, list[WeekDone]]:
    """The known weeks before the horizon of each person, an entry for everybody."""
    found: dict[str, list[WeekDone]] = {person.id: [] for person in roster.group.employees}
    for week in roster.group.history.weeks:
        if week.employee_id in found and week.monday < roster.horizon.first:
            found[week.employee_id].append(week)
    return found


def _past_evenings(week: WeekDone) -> int:
    return sum(letter in (DayMark.EVENING, DayMark.NIGHT) for letter in week.pattern)


def _past_sunday(week: WeekDone) -> int:
    return int(week.pattern[SUNDAY] != DayMark.OFF or week.pattern[SATURDAY] == DayMark.NIGHT)


def _evenings(roster: Roster, person: Employee) -> int:
    start = roster.problem.prices["uneven_share.evening_start"]
    return sum(duty.end > instant_at(duty.day, start) for duty in roster.duties[person.id])


def _sundays(roster: Roster, person: Employee) -> int:
    return sum(roster.works_on(person.id, day) for day in roster.horizon.days if day.weekday() == SUNDAY)


RULE = Rule(info=INFO, charge=charge)

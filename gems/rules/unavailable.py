"""Nobody works at times they said are impossible."""

from collections.abc import Iterator
from datetime import date, timedelta

from gems.domain.people import Wish, WishKind
from gems.domain.schedule import Assignment
from gems.domain.time import Span, day_of, days_between, instant_at
from gems.domain.words import Words, hours, moment, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="unavailable",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Horaires impossibles", "Impossible times"),
    says=Words(
        "Personne ne travaille aux horaires déclarés impossibles pour elle et acceptés par le groupement.",
        "Nobody works at times declared impossible for them and accepted by the group.",
    ),
)
WORDS = Words(
    "{person} : {actual} de travail sur un horaire déclaré impossible, à partir de {start}.",
    "{person}: {actual} of work at a time declared impossible, from {start}.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Measure what each piece shares with each impossible window, one that began the day before included."""
    wishes: dict[str, list[Wish]] = {}
    for wish in roster.group.wishes:
        if wish.kind is WishKind.IMPOSSIBLE:
            wishes.setdefault(wish.employee_id, []).append(wish)
    for piece in roster.schedule.assignments:
        for wish in wishes.get(piece.employee_id, ()):
            for day in days_between(piece.day - timedelta(days=1), day_of(piece.end)):
                if wish.holds_on(day) and (found := _touching(roster, piece, wish, day)):
                    yield found


def _touching(roster: Roster, piece: Assignment, wish: Wish, day: date) -> Violation | None:
    window = Span(instant_at(day, wish.start_clock), instant_at(day, wish.end_clock))
    shared = piece.span.overlap(window)
    if not shared:
        return None
    person = roster.group.employee[piece.employee_id]
    start = moment(max(piece.start, window.start))
    return Violation(
        rule=INFO.name,
        employee_id=person.id,
        days=(piece.day,),
        amount=shared,
        mission_id=piece.mission_id,
        words=WORDS.fill(person=same(person.name), actual=hours(shared), start=start),
    )


RULE = Rule(info=INFO, check=check)

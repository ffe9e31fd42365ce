"""Faults of roster terms: figures that make no sense, and terms that can never hold together."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from gems.domain.group import Group
from gems.domain.issues import Issue, Kind
from gems.domain.roster_terms import ANY_WORK, NEVER_DONE, RUNS, RosterTerm, ShiftKind, TermCount
from gems.domain.time import DAY
from gems.domain.typed import is_readable
from gems.domain.validation.availability import LATEST_CLOCK
from gems.domain.validation.people import CENTS, DAYS, MOST_DAYS, MOST_WEEKENDS, WEEKENDS
from gems.domain.validation.spots import Known, Spot, ids
from gems.domain.words import Words

LONGEST_SHIFT = 120
"""Characters, as the label of a request."""
HIGHEST_PRICE = 1_000_000
"""Cents a miss; beyond, a rule is meant."""
ON_WEEKENDS = (TermCount.WEEKENDS, TermCount.HALF_WEEKENDS)
ADDING_UP = (TermCount.DAYS, TermCount.DAYS_A_WEEK, TermCount.WEEKENDS)
"""Of these, what is counted of one kind is counted of any work too."""
WEEK_DAYS = 7
KIND = ("shift", "begins_before", "ends_after")
NO_SIDE = {TermCount.FOLLOWINGS: "least", TermCount.DAYS_OFF_AFTER: "most"}
"""The figure that would mean nothing."""
ONE_SIDE = {
    "least": (
        Words("Un enchaînement n'a pas de minimum.", "Followings have no least."),
        Words("Videz « Au moins » ; « Au plus » 0 les interdit.", "Clear “At least”; “At most” 0 forbids them."),
    ),
    "most": (
        Words("Un repos après un service n'a pas de maximum.", "Days off after a shift have no most."),
        Words("Videz « Au plus ».", "Clear “At most”."),
    ),
}
EARLIEST_END = 6 * 60
"""Minutes; every day of work ends after 6:00 of its own day, so the next day's is meant."""
WRONG_START = (
    Words("Cette heure ne peut pas être celle d'un début.", "No work begins at this time."),
    Words("Indiquez une heure de 0:01 à 24:00.", "Enter a time from 0:01 to 24:00."),
)
WRONG_END = (
    Words("Tout service finit après cette heure, ou aucun.", "All work ends after this time, or none does."),
    Words(
        "Indiquez une heure de 6:00 à 48:00 ; 26:00 est 2 h le lendemain.",
        "Enter 6:00 to 48:00; 26:00 is 2:00 on the next day.",
    ),
)
ANYBODY = "\n"
"""In place of a person: whoever it may be. No id holds it."""
Key = tuple[str | None, TermCount, ShiftKind, date | None]
"""Who (None: everybody), what is counted, of which kind, on which day alone."""


def of_roster_terms(group: Group, employees: Known) -> Iterator[Issue]:
    """Each term by itself, then each rule against the others."""
    terms = group.roster_terms
    yield from ids(Kind.ROSTER_TERM, "id", [term.id for term in terms])
    for index, term in enumerate(terms):
        spot = Spot(Kind.ROSTER_TERM, index)
        if term.employee_id is not None:
            yield from employees.missing(spot, "employee_id", term.employee_id)
        yield from _of_kinds(spot, term)
        yield from _of_figures(spot, term)
    yield from _clashes(terms)


def _of_kinds(spot: Spot, term: RosterTerm) -> Iterator[Issue]:
    """What tells the days counted, and those that follow."""
    for field, label in (("shift", term.shift), ("then_shift", term.then_shift)):
        if label is not None:
            yield from _of_label(spot, field, label)
    for field, clock, least in (
        ("begins_before", term.begins_before, 1),
        ("ends_after", term.ends_after, EARLIEST_END),
        ("then_before", term.then_before, 1),
    ):
        if clock is not None and not least <= clock <= (LATEST_CLOCK if field == "ends_after" else DAY):
            yield spot.says(field, *(WRONG_END if field == "ends_after" else WRONG_START))
    if term.counts is TermCount.DAYS_OFF_IN_ROW and term.kind != ANY_WORK:
        field = next(name for name in KIND if getattr(term, name) is not None)
        yield spot.says(
            field,
            Words("Un repos n'est d'aucun service.", "Days off are of no shift."),
            Words("Laissez le service et ses heures vides.", "Leave the shift and its times blank."),
        )
    if term.counts is not TermCount.FOLLOWINGS and term.then != ANY_WORK:
        yield spot.says(
            "then_shift" if term.then_shift is not None else "then_before",
            Words("Seul un enchaînement dit ce qui suit.", "Only followings say what comes next."),
            Words("Laissez vide, ou comptez des enchaînements.", "Leave it blank, or count followings."),
        )
    needs = term.kind == ANY_WORK and (term.counts is TermCount.DAYS_OFF_AFTER or term.counts is TermCount.FOLLOWINGS)
    if needs and term.then == ANY_WORK:
        yield spot.says(
            "shift",
            Words("Il manque le service dont il s'agit.", "It does not say which shift."),
            Words("Indiquez un service, son début ou sa fin.", "Enter a shift, its start or its end."),
        )


def _of_label(spot: Spot, field: str, label: str) -> Iterator[Issue]:
    yield from spot.blank(field, label)
    if len(label) > LONGEST_SHIFT or not is_readable(label):
        yield spot.says(
            field,
            Words("Aucune demande ne peut avoir cet intitulé.", "No request can have this label."),
            Words("Écrivez l'intitulé d'une demande.", "Write the label of a request."),
        )


def _of_figures(spot: Spot, term: RosterTerm) -> Iterator[Issue]:
    unit = WEEKENDS if term.counts in ON_WEEKENDS else DAYS
    highest = _highest(term.counts)
    for name, value, low in (("least", term.least, 0), ("most", term.most, 0), ("done", term.done, 0)):
        if value is not None:
            yield from spot.outside(name, value, low, highest, unit)
    if term.cents is not None:
        yield from spot.outside("cents", term.cents, 0, HIGHEST_PRICE, CENTS)
    if term.done is not None and term.counts in NEVER_DONE:
        yield spot.says(
            "done",
            Words("Cette clause ne tient pas de compte d'avant.", "This term keeps no count of what stands before."),
            Words("Videz « Déjà fait ».", "Clear “Done before”."),
        )
    yield from _of_one_day(spot, term)
    void = NO_SIDE.get(term.counts)
    if void is not None and getattr(term, void) is not None:
        yield spot.says(void, *ONE_SIDE[void])
    if not term.least and term.most is None:
        yield spot.says(
            "most",
            Words("Cette clause ne limite rien.", "This term limits nothing."),
            Words("Indiquez au moins, au plus, ou les deux.", "Enter at least, at most, or both."),
        )
    if void is None and term.least is not None and term.most is not None and term.least > term.most:
        yield spot.says(
            "least",
            Words("Le moins dépasse le plus.", "The least is above the most."),
            Words("Indiquez au plus le chiffre « au plus ».", "Enter no more than the “at most” figure."),
        )


def _of_one_day(spot: Spot, term: RosterTerm) -> Iterator[Issue]:
    if term.on_day is None:
        return
    if term.counts is not TermCount.DAYS:
        yield spot.says(
            "on_day",
            Words("Seuls les jours travaillés se comptent sur un seul jour.", "Only days worked are of one day."),
            Words("Comptez des jours travaillés, ou videz le jour.", "Count days worked, or clear the day."),
        )
        return
    if term.done:
        yield spot.says(
            "done",
            Words("Rien ne précède un seul jour.", "Nothing stands before one day."),
            Words("Videz « Déjà fait ».", "Clear “Done before”."),
        )
    for name, value in (("least", term.least), ("most", term.most)):
        if value is not None and value > 1:
            yield spot.says(
                name,
                Words(f"Un seul jour ne peut pas compter {value} fois.", f"One day cannot count {value} times."),
                Words(
                    "Indiquez 1 au moins pour le vouloir travaillé, 0 au plus pour ne pas le vouloir.",
                    "Enter 1 at least to want it worked, 0 at most to want it not.",
                ),
            )
    if not term.least and term.most == 1:
        yield spot.says(
            "most",
            Words("Cette clause ne limite rien.", "This term limits nothing."),
            Words("Indiquez 1 au moins ou 0 au plus.", "Enter 1 at least or 0 at most."),
        )


def _highest(counts: TermCount) -> int:
    if counts in ON_WEEKENDS:
        return MOST_WEEKENDS
    if counts is TermCount.DAYS_A_WEEK:
        return WEEK_DAYS
    return MOST_DAYS if counts in (*RUNS, TermCount.DAYS_OFF_AFTER) else 7 * MOST_WEEKENDS


def _clashes(terms: Sequence[RosterTerm]) -> Iterator[Issue]:
    """Two rules of one person of which one asks for more than the other allows, said once: of the later one."""
    rules = [(index, term) for index, term in enumerate(terms) if term.cents is None]
    tightest: dict[Key, tuple[int, int]] = {}
    for index, term in rules:
        if term.most is not None:
            found = (_left(term, term.most), index)
            for who in (term.employee_id, ANYBODY):
                key = (who, term.counts, term.kind, term.on_day)
                tightest[key] = min(found, tightest.get(key, found))
    for index, term in rules:
        if term.least is not None:
            allowed = min((tightest[key] for key in _limiting(term) if key in tightest), default=None)
            if allowed is not None and allowed[1] != index and _left(term, term.least) > allowed[0]:
                yield _clash(terms, index, allowed[1])


def _left(term: RosterTerm, figure: int) -> int:
    """How many of them the weeks planned must or may hold; a run is as long as it says, whenever it began."""
    return figure if term.counts in RUNS else max(0, figure - (term.done or 0))


def _limiting(asking: RosterTerm) -> Iterator[Key]:
    """What limits the same thing of somebody who is held to both."""
    people = (ANYBODY,) if asking.employee_id is None else (asking.employee_id, None)
    # Nights are days: whoever may work three days cannot work four nights. Runs and half weekends do not add up so.
    kinds = {asking.kind, ANY_WORK} if asking.counts in ADDING_UP else {asking.kind}
    # None of a kind at all is none on this day.
    for who, kind, on_day in product(people, kinds, {asking.on_day, None}):
        yield who, asking.counts, kind, on_day


def _clash(terms: Sequence[RosterTerm], asking: int, allowing: int) -> Issue:
    least, most, other = terms[asking].least, terms[allowing].most, terms[min(asking, allowing)].id
    return Spot(Kind.ROSTER_TERM, max(asking, allowing)).says(
        "least" if asking > allowing else "most",
        Words(
            f"Avec la clause {other}, il en faudrait au moins {least} et au plus {most}.",
            f"With term {other}, at least {least} and at most {most} would be needed.",
        ),
        Words(
            "Changez l'une des deux, ou donnez un prix à celle qui est un souhait.",
            "Change one of them, or give a price to the one that is a wish.",
        ),
    )

"""Faults of roster terms: figures that make no sense, and terms that can never hold together."""

from collections.abc import Iterator, Sequence

from gems.domain.group import Group
from gems.domain.issues import Issue, Kind
from gems.domain.roster_terms import RUNS, RosterTerm, TermCount
from gems.domain.typed import is_readable
from gems.domain.validation.people import CENTS, DAYS, MOST_DAYS, MOST_WEEKENDS, WEEKENDS
from gems.domain.validation.spots import Known, Spot, ids
from gems.domain.words import Words

LONGEST_SHIFT = 120
"""Characters, as the label of a request."""
HIGHEST_PRICE = 1_000_000
"""Cents a miss; beyond, a rule is meant."""
ON_WEEKENDS = (TermCount.WEEKENDS, TermCount.HALF_WEEKENDS)
ANYBODY = "\n"
"""In place of a person: whoever it may be. No id holds it."""
Key = tuple[str | None, TermCount, str | None]
"""Who (None: everybody), what is counted, of which shift."""


def of_roster_terms(group: Group, employees: Known) -> Iterator[Issue]:
    """Each term by itself, then each rule against the others."""
    terms = group.roster_terms
    yield from ids(Kind.ROSTER_TERM, "id", [term.id for term in terms])
    for index, term in enumerate(terms):
        spot = Spot(Kind.ROSTER_TERM, index)
        if term.employee_id is not None:
            yield from employees.missing(spot, "employee_id", term.employee_id)
        yield from _of_shift(spot, term)
        yield from _of_figures(spot, term)
    yield from _clashes(terms)


def _of_shift(spot: Spot, term: RosterTerm) -> Iterator[Issue]:
    if term.shift is None:
        return
    if term.counts is TermCount.DAYS_OFF_IN_ROW:
        yield spot.says(
            "shift",
            Words("Un repos n'est d'aucun service.", "Days off are of no shift."),
            Words("Laissez le service vide.", "Leave the shift blank."),
        )
    yield from spot.blank("shift", term.shift)
    if len(term.shift) > LONGEST_SHIFT or not is_readable(term.shift):
        yield spot.says(
            "shift",
            Words("Aucune demande ne peut avoir cet intitulé.", "No request can have this label."),
            Words("Écrivez l'intitulé d'une demande.", "Write the label of a request."),
        )


def _of_figures(spot: Spot, term: RosterTerm) -> Iterator[Issue]:
    unit = WEEKENDS if term.counts in ON_WEEKENDS else DAYS
    highest = _highest(term.counts)
    for name, value, low in (("least", term.least, 1), ("most", term.most, 0), ("done", term.done, 0)):
        if value is not None:
            yield from spot.outside(name, value, low, highest, unit)
    if term.cents is not None:
        yield from spot.outside("cents", term.cents, 0, HIGHEST_PRICE, CENTS)
    if term.least is None and term.most is None:
        yield spot.says(
            "most",
            Words("Cette clause ne limite rien.", "This term limits nothing."),
            Words("Indiquez au moins, au plus, ou les deux.", "Enter at least, at most, or both."),
        )
    if term.least is not None and term.most is not None and term.least > term.most:
        yield spot.says(
            "least",
            Words("Le moins dépasse le plus.", "The least is above the most."),
            Words("Indiquez au plus le chiffre « au plus ».", "Enter no more than the “at most” figure."),
        )


def _highest(counts: TermCount) -> int:
    if counts in ON_WEEKENDS:
        return MOST_WEEKENDS
    return MOST_DAYS if counts in RUNS else 7 * MOST_WEEKENDS


def _clashes(terms: Sequence[RosterTerm]) -> Iterator[Issue]:
    """Two rules of one person of which one asks for more than the other allows, said once: of the later one."""
    rules = [(index, term) for index, term in enumerate(terms) if term.cents is None]
    tightest: dict[Key, tuple[int, int]] = {}
    for index, term in rules:
        if term.most is not None:
            found = (_left(term, term.most), index)
            for who in (term.employee_id, ANYBODY):
                key = (who, term.counts, term.shift)
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
    shifts = {asking.shift, None} if asking.counts in (TermCount.DAYS, TermCount.WEEKENDS) else {asking.shift}
    for who in people:
        for shift in shifts:
            yield who, asking.counts, shift


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

"""A roster term in words, and its being missed: the same for a rule and for a wish."""

from gems.domain.roster_terms import RosterTerm, ShiftKind, TermCount
from gems.domain.time import DAY
from gems.domain.words import Words, at_clock, same
from gems.domain.words import day as day_words
from gems.rules.roster import Roster
from gems.rules.roster_misses import Miss

WORDS = Words(
    "{person} : {actual} {what}, {limit} {side} selon le roulement.",
    "{person}: {actual} {what}, {limit} {side} in the roster.",
)
AT_ONE_SIDE = Words("{side} {n} {what}", "{side} {n} {what}")
NONE = Words("aucun {what}", "no {what}")
EXACTLY = Words("exactement {most} {what}", "exactly {most} {what}")
FROM_TO = Words("de {least} à {most} {what}", "{least} to {most} {what}")
MOST, LEAST = Words("au plus", "at most"), Words("au moins", "at least")
BRACKETS, SIDE_BY_SIDE = Words("{what} ({kind})", "{what} ({kind})"), Words("{what} {kind}", "{what} {kind}")
THEN, ANY = Words("{kind} puis {then}", "{kind} then {then}"), Words("tout travail", "any work")
BEGINS, ENDS = Words("début avant {clock}", "begins before {clock}"), Words("fin après {clock}", "ends after {clock}")
ON_DAY = Words("{what} le {day}", "{what} on {day}")
NEXT_DAY = Words("{clock} le lendemain", "{clock} the next day")
ONE = {
    TermCount.DAYS: Words("jour", "day"),
    TermCount.DAYS_A_WEEK: Words("jour dans la semaine", "day in the week"),
    TermCount.WEEKENDS: Words("week-end", "weekend"),
    TermCount.HALF_WEEKENDS: Words("week-end à moitié", "half weekend"),
    TermCount.DAYS_IN_ROW: Words("jour de suite", "day in a row"),
    TermCount.DAYS_OFF_IN_ROW: Words("jour de repos de suite", "day off in a row"),
    TermCount.DAYS_OFF_AFTER: Words("jour de repos après un service", "day off after a shift"),
    TermCount.FOLLOWINGS: Words("enchaînement", "following"),
}
MANY = {
    TermCount.DAYS: Words("jours", "days"),
    TermCount.DAYS_A_WEEK: Words("jours dans la semaine", "days in the week"),
    TermCount.WEEKENDS: Words("week-ends", "weekends"),
    TermCount.HALF_WEEKENDS: Words("week-ends à moitié", "half weekends"),
    TermCount.DAYS_IN_ROW: Words("jours de suite", "days in a row"),
    TermCount.DAYS_OFF_IN_ROW: Words("jours de repos de suite", "days off in a row"),
    TermCount.DAYS_OFF_AFTER: Words("jours de repos après un service", "days off after a shift"),
    TermCount.FOLLOWINGS: Words("enchaînements", "followings"),
}


def miss_words(roster: Roster, miss: Miss) -> Words:
    """ "Ana Roux : 4 jours de suite « Nuit », 3 au plus selon le roulement."."""
    return WORDS.fill(
        person=same(roster.group.employee[miss.employee_id].name),
        what=_counted(miss.term, miss.actual),
        actual=miss.actual,
        limit=miss.limit,
        side=MOST if miss.over else LEAST,
    )


def term_words(term: RosterTerm) -> Words:
    """ "au plus 3 jours de suite « Nuit »"."""
    least, most = term.least or None, term.most
    figure = most if most is not None else least or 0
    what = _counted(term, figure)
    if least is None and most == 0:
        return NONE.fill(what=what)
    if least is None or most is None:
        return AT_ONE_SIDE.fill(side=MOST if least is None else LEAST, n=figure, what=what)
    return (EXACTLY if least == most else FROM_TO).fill(least=least, most=most, what=what)


def _counted(term: RosterTerm, number: int) -> Words:
    """ "jours de suite « Nuit »", to stand after a number."""
    what = _of_kind(term, number)
    return what if term.on_day is None else ON_DAY.fill(what=what, day=day_words(term.on_day, year=True))


def _of_kind(term: RosterTerm, number: int) -> Words:
    one, many = ONE[term.counts], MANY[term.counts]
    what = Words(one.fr if number in (0, 1) else many.fr, one.en if number == 1 else many.en)
    kind = kind_words(term.kind)
    if term.counts is TermCount.FOLLOWINGS:
        kind = THEN.fill(kind=kind or ANY, then=kind_words(term.then) or ANY)
    elif kind is None:
        return what
    in_brackets = term.counts is TermCount.FOLLOWINGS or term.begins_before is not None or term.ends_after is not None
    return (BRACKETS if in_brackets else SIDE_BY_SIDE).fill(what=what, kind=kind)


def kind_words(kind: ShiftKind) -> Words | None:
    """ "« Nuit », fin après 2 h 00 le lendemain"; None for any work."""
    said = []
    if kind.label is not None:
        said.append(Words(f"« {kind.label} »", f"“{kind.label}”"))
    for clock, words in ((kind.begins_before, BEGINS), (kind.ends_after, ENDS)):
        if clock is not None:
            at = at_clock(clock if clock <= DAY else clock - DAY)
            said.append(words.fill(clock=at if clock <= DAY else NEXT_DAY.fill(clock=at)))
    return Words(", ".join(one.fr for one in said), ", ".join(one.en for one in said)) if said else None

"""A roster term in words, and its being missed: the same for a rule and for a wish."""

from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.words import Words, same
from gems.rules.roster import Roster
from gems.rules.roster_misses import Miss

WORDS = Words(
    "{person} : {actual} {what}, {limit} {side} selon le roulement.",
    "{person}: {actual} {what}, {limit} {side} in the roster.",
)
AT_ONE_SIDE = Words("{side} {n} {what}", "{side} {n} {what}")
EXACTLY = Words("exactement {most} {what}", "exactly {most} {what}")
FROM_TO = Words("de {least} à {most} {what}", "{least} to {most} {what}")
MOST, LEAST = Words("au plus", "at most"), Words("au moins", "at least")
ONE = {
    TermCount.DAYS: Words("jour", "day"),
    TermCount.WEEKENDS: Words("week-end", "weekend"),
    TermCount.HALF_WEEKENDS: Words("week-end à moitié", "half weekend"),
    TermCount.DAYS_IN_ROW: Words("jour de suite", "day in a row"),
    TermCount.DAYS_OFF_IN_ROW: Words("jour de repos de suite", "day off in a row"),
}
MANY = {
    TermCount.DAYS: Words("jours", "days"),
    TermCount.WEEKENDS: Words("week-ends", "weekends"),
    TermCount.HALF_WEEKENDS: Words("week-ends à moitié", "half weekends"),
    TermCount.DAYS_IN_ROW: Words("jours de suite", "days in a row"),
    TermCount.DAYS_OFF_IN_ROW: Words("jours de repos de suite", "days off in a row"),
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
    least, most = term.least, term.most
    figure = most if most is not None else least or 0
    what = _counted(term, figure)
    if least is None or most is None:
        return AT_ONE_SIDE.fill(side=MOST if least is None else LEAST, n=figure, what=what)
    return (EXACTLY if least == most else FROM_TO).fill(least=least, most=most, what=what)


def _counted(term: RosterTerm, number: int) -> Words:
    """ "jours de suite « Nuit »", to stand after a number."""
    one, many = ONE[term.counts], MANY[term.counts]
    what = Words(one.fr if number in (0, 1) else many.fr, one.en if number == 1 else many.en)
    if term.shift is None:
        return what
    return Words(f"{what.fr} « {term.shift} »", f"{what.en} “{term.shift}”")

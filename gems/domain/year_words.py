"""The year of a person said in words: why this week's hours, and where the year is going."""

from datetime import date

from gems.domain.time import monday_of
from gems.domain.words import Words, day, hours, same
from gems.domain.year import YearOutlook

NOTABLE = 15
"""Minutes ahead or behind that are worth a word."""
WORKING_WEEK = 5
THIS_WEEK = Words("{target} cette semaine : {why}", "{target} this week: {why}")
LATER = Words("{target} la semaine du {day} : {why}", "{target} in the week of {day}: {why}")
AHEAD = Words("{gap} d'avance sur l'année", "{gap} ahead of the year")
BEHIND = Words("{gap} de retard sur l'année", "{gap} behind the year")
IN_STEP = Words("l'année est à l'heure", "the year is in step")
ONE_LEAVE = Words("une semaine de congés à venir", "one week of leave ahead")
LEAVES = Words("{n} semaines de congés à venir", "{n} weeks of leave ahead")
ONE_DAY = Words("un jour de congé à venir", "one day of leave ahead")
DAYS = Words("{n} jours de congés à venir", "{n} days of leave ahead")
BUSY = Words("semaine chargée", "a busy week")
QUIET = Words("semaine creuse", "a quiet week")
AS_SIGNED = Words("les heures du contrat", "the contract's hours")
CLOSING = Words(
    "L'année se terminerait à {closing} sur {due} ({gap}).", "The year would close at {closing} of {due} ({gap})."
)
BUSY_FROM, QUIET_TO = 1080, 920
"""Thousandths of the year's mean week."""


def target_words(outlook: YearOutlook, today: date) -> Words:
    """ "38 h cette semaine : 12 h de retard sur l'année, 2 semaines de congés à venir"; for the first week ahead."""
    week, why = outlook.weeks[0], _joined(_reasons(outlook))
    if week.monday == monday_of(today):
        return THIS_WEEK.fill(target=hours(week.target), why=why)
    return LATER.fill(target=hours(week.target), day=day(week.monday), why=why)


def closing_words(outlook: YearOutlook) -> Words:
    """Where the year is going if the weeks ahead go at their targets."""
    gap = signed(outlook.closing - outlook.due)
    return CLOSING.fill(closing=hours(outlook.closing), due=hours(outlook.due), gap=gap)


def signed(minutes: int) -> Words:
    """ "+3 h 10", "−45 min", "0 h"."""
    said = hours(minutes) if minutes else same("0 h")
    return same(f"+{said.fr}") if minutes > 0 else said


def _reasons(outlook: YearOutlook) -> list[Words]:
    if not outlook.modulated:
        return [AS_SIGNED]
    week, balance = outlook.weeks[0], outlook.balance
    found = [IN_STEP]
    if abs(balance) >= NOTABLE:
        found = [(AHEAD if balance > 0 else BEHIND).fill(gap=hours(abs(balance)))]
    if outlook.leave_days:
        found.append(_leave(outlook.leave_days))
    if week.contract and week.season >= BUSY_FROM:
        found.append(BUSY)
    elif week.contract and week.season <= QUIET_TO:
        found.append(QUIET)
    return found


def _leave(days: int) -> Words:
    weeks, rest = divmod(days, WORKING_WEEK)
    if rest or not weeks:
        return ONE_DAY if days == 1 else DAYS.fill(n=days)
    return ONE_LEAVE if weeks == 1 else LEAVES.fill(n=weeks)


def _joined(reasons: list[Words]) -> Words:
    return Words(", ".join(one.fr for one in reasons), ", ".join(one.en for one in reasons))

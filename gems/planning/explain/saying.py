"""An explanation in words: what coordinators read when they ask why."""

from collections.abc import Iterator

from gems.domain.group import Group
from gems.domain.missions import Need
from gems.domain.problem import Problem
from gems.domain.words import Words, day, euros, hours, same
from gems.planning.explain.blocking import Able
from gems.planning.explain.explaining import Explanation, Price, Unlocked
from gems.planning.explain.offers import NEVER
from gems.planning.ports import Verdict
from gems.planning.week.saying import joined, person_name, piece_words

NEED = Words("{label} · {site} · {when}", "{label} · {site} · {when}")
MISSING = Words("{missing} à pourvoir sur {asked}", "{missing} unserved out of {asked}")
OVER_WEEK = Words("dans la semaine du {day}", "in the week of {day}")
ABLE = Words("{piece} : {price}", "{piece}: {price}")
COSTS = Words("{cents} de plus sur la facture", "{cents} more on the bill")
SAVES = Words("{cents} de moins sur la facture", "{cents} less on the bill")
FREE = Words("sans rien changer à la facture", "without changing the bill")
AT_MOST = Words("au plus {price}", "at most {price}")
AT_LEAST = Words("au moins {price}", "at least {price}")
PERHAPS_LESS = Words("{price} (jusqu'à {best} de mieux, non prouvé)", "{price} (up to {best} better, not proven)")
GAP_UNKNOWN = Words(
    "{price} (moins peut-être : le temps n'a pas suffi pour le dire)",
    "{price} (less perhaps: time was too short to tell)",
)
SERVING = Words("La servir : {price}.", "Serving it: {price}.")
IMPOSSIBLE = Words(
    "Aucun planning légal ne peut la servir en entier, même en renonçant à tout le reste.",
    "No legal schedule can serve it in full, even by giving up everything else.",
)
OPEN = Words(
    "Le temps n'a pas suffi pour dire ce que la servir coûterait.",
    "Time was too short to tell what serving it would cost.",
)
FALLS = Words("{label} ({site}, {when}) perdrait {minutes}", "{label} ({site}, {when}) would lose {minutes}")
OTHER = Words("{person} : {price}", "{person}: {price}")
UNLOCK = Words("{unlock} : {price}", "{unlock}: {price}")


def need_words(group: Group, need: Need) -> Words:
    """ "Aide aux repas · Foyer des Tilleuls · mar. 24 nov."."""
    return NEED.fill(label=need.request.label, site=group.site[need.request.site_id].name, when=when_words(need))


def when_words(need: Need) -> Words:
    """The day of a need of one day, else its week."""
    days = {mission.day for mission in need.missions}
    return day(min(days)) if len(days) == 1 else OVER_WEEK.fill(day=day(need.monday))


def missing_words(told: Explanation) -> Words:
    """ "3 h à pourvoir sur 3 h"."""
    return MISSING.fill(missing=hours(told.missing_minutes), asked=hours(told.need.minutes))


def cents_words(cents: int) -> Words:
    """More, less or nothing on the bill."""
    if not cents:
        return FREE
    return (COSTS if cents > 0 else SAVES).fill(cents=euros(abs(cents)))


def price_words(price: Price) -> Words:
    """The price, with how far it is proven."""
    if price.verdict is Verdict.PROVEN:
        return cents_words(price.cents)
    said = (AT_LEAST if price.cents < 0 else AT_MOST).fill(price=cents_words(price.cents))
    if price.gap_cents is None:
        return GAP_UNKNOWN.fill(price=said)
    return PERHAPS_LESS.fill(price=said, best=euros(price.gap_cents)) if price.gap_cents else said


def serving_words(told: Explanation) -> Words:
    """What serving the need with the data as it is would come to."""
    if told.price is not None:
        return SERVING.fill(price=price_words(told.price))
    return IMPOSSIBLE if told.verdict is Verdict.IMPOSSIBLE else OPEN


def changes_words(group: Group, price: Price) -> tuple[Words, ...]:
    """What moves, comes and goes, one sentence each, then which needs lose hours."""
    moves = price.between.words(group) if price.between else ()
    return (*moves, *_falls(group, price))


def unlock_words(unlocked: Unlocked) -> Words:
    """ "30 min plus tard (9 h 30–12 h 30) : 12,40 € de moins sur la facture"."""
    return UNLOCK.fill(unlock=unlocked.unlock.words, price=price_words(unlocked.price))


def able_words(problem: Problem, able: Able) -> Words:
    """Somebody who could at once, and the price."""
    return ABLE.fill(piece=piece_words(problem.group, able.piece), price=cents_words(able.cents))


def other_words(group: Group, able: Able) -> Words:
    """Somebody who could be there instead, and the price."""
    return OTHER.fill(person=person_name(group, able.piece.employee_id), price=cents_words(able.cents))


def blocked_words(problem: Problem, told: Explanation) -> Iterator[tuple[Words, Words]]:
    """Each blocked person's name, and what the checker says; those whom contract, job or road keep away are counted
    only (`grouped_words`)."""
    for one in told.candidates.blocked:
        if one.rule in NEVER:
            continue
        yield same(person_name(problem.group, one.employee_id)), one.violation.words


def grouped_words(told: Explanation) -> Words:
    """ "3 personnes n'ont pas la qualification ; 1 personne n'est pas disponible"."""
    return joined(told.candidates.grouped)


def _falls(group: Group, price: Price) -> Iterator[Words]:
    for need, minutes in price.fallen:
        site = group.site[need.request.site_id].name
        yield FALLS.fill(label=need.request.label, site=site, when=when_words(need), minutes=hours(minutes))

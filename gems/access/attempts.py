"""How often somebody may fail to come in, for one sign-in name and from one address, before they have to wait."""

import ipaddress
from dataclasses import dataclass

from gems.access.tokens import digest
from gems.domain.time import Stamp
from gems.domain.words import Words
from gems.store.desk import Desk

MINUTE = 60
FREE_FAILURES = 5
"""For one sign-in name: then a wait of one minute, doubled by each further failure."""
LONGEST_WAIT = 60 * MINUTE
MEMORY = 24 * 60 * MINUTE
"""How long a failure counts, unless a success wipes it out."""
ORIGIN_FAILURES = 100
"""From one address: whoever tries many names. A whole organisation may come from one address, hence not fewer."""
ORIGIN_WINDOW = 15 * MINUTE
WAIT = Words(
    "Trop d'essais. Attendez {minutes} min, puis recommencez ; la coordination peut aussi vous donner un nouvel accès.",
    "Too many tries. Wait {minutes} min, then try again; the coordinator can also give you a new access.",
)
IPV6_NETWORK = 64
"""Bits of an IPv6 address that one subscriber holds."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt under way. It counts as a failure until it is known to be a success."""

    by_origin: int
    name: str
    last_free: bool
    """If it fails, the next one has to wait."""


def begin(desk: Desk, name: str, origin: str, now: Stamp) -> Attempt | int:
    """Count an attempt before it is judged, so that many at once cannot slip through; or the seconds to wait first.

    An attempt that has to wait is not counted: waiting is never made longer by impatience.
    """
    attempts = desk.attempts
    attempts.take_turns()
    attempts.sweep(now - MEMORY)
    by_name, by_origin = digest(f"name {name}"), digest(f"origin {_network(origin)}")
    failures = attempts.stamps(by_name, now - MEMORY)
    from_there = attempts.stamps(by_origin, now - ORIGIN_WINDOW)
    wait = max(_wait_of_name(failures, now), _wait_of_origin(from_there, now))
    if wait > 0:
        return wait
    attempts.add(by_name, now)
    counted = attempts.add(by_origin, now)
    return Attempt(by_origin=counted, name=by_name, last_free=len(failures) + 1 >= FREE_FAILURES)


def succeed(desk: Desk, attempt: Attempt) -> None:
    """It was a success: it does not count, nor do the failures of this name before it."""
    desk.attempts.forgive(attempt.by_origin)
    desk.attempts.forget(attempt.name)


def forget(desk: Desk, name: str) -> None:
    """Nothing counts any more against this name: somebody has just been given a new access."""
    desk.attempts.forget(digest(f"name {name}"))


def wait_words(seconds: int) -> Words:
    """That one has to wait, in whole minutes."""
    return WAIT.fill(minutes=-(-seconds // MINUTE))


def _wait_of_name(failures: tuple[Stamp, ...], now: Stamp) -> int:
    beyond = len(failures) - FREE_FAILURES
    if beyond < 0:
        return 0
    return failures[-1] + min(MINUTE << beyond, LONGEST_WAIT) - now


def _wait_of_origin(failures: tuple[Stamp, ...], now: Stamp) -> int:
    return failures[-ORIGIN_FAILURES] + ORIGIN_WINDOW - now if len(failures) >= ORIGIN_FAILURES else 0


def _network(origin: str) -> str:
    """What one subscriber holds: an IPv4 address, or a network of IPv6 ones."""
    try:
        address = ipaddress.ip_address(origin)
    except ValueError:
        return origin
    return str(ipaddress.ip_network((address, IPV6_NETWORK), strict=False)) if address.version == 6 else origin

"""This run of the server: what tells it from the ones before and after, and what it does when it begins."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

from starlette.concurrency import run_in_threadpool

from gems.domain.words import Words
from gems.store.jobs import interrupt_others
from gems.store.store import Store, wall_clock
from solver import processes
from ui.wiring import office

INTERRUPTED = Words(
    "Le serveur s'est arrêté pendant le dernier calcul : rien n'a été gardé ni abîmé. Vous pouvez recommencer.",
    "The server stopped during the last computation: nothing was kept, nothing was broken. You can begin again.",
)


@cache
def this_run() -> str:
    """A name that no other run has: plannings and composings under way say by it which run follows them."""
    return secrets.token_hex(8)


@asynccontextmanager
async def running(app: object) -> AsyncIterator[None]:
    """From the first request to the last: the database is opened first, and what a crash cut off is reported."""
    await run_in_threadpool(_begin)
    yield


def _begin() -> None:
    processes.get_ready()
    store: Store = office().store
    with store.writing() as connection:
        interrupt_others(connection, this_run(), wall_clock(), INTERRUPTED)

"""A `Planner` whose plannings are done by the workers of a dask cluster.

A worker that is lost loses nothing: the question is given to another, from its beginning. Asked by several threads at
once, one planner keeps all workers busy.
"""

import queue
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from gems.domain.problem import Problem
from gems.domain.words import Words
from gems.planning.ports import (
    OnProgress,
    PlanOptions,
    PlanResult,
    Progress,
    ShouldStop,
    ignore_progress,
    never_stop,
)
from solver.cluster import work
from solver.cluster.question import Answer, Question
from solver.cluster.wire import heard
from solver.job import PlannerDied
from solver.machine import versions

Client = Any
Future = Any
"""Of `distributed`, which says little of its types and is not there without the extra."""

ANSWER_SECONDS, POLL_SECONDS, STOP_AGAIN_SECONDS = 10.0, 0.1, 2.0
"""How long the cluster may take to answer a first time; between two looks; between two calls to stop, as the worker may
have been lost and another begun meanwhile."""

MISSING = Words(
    "Pour planifier sur un cluster, il manque une extension : pip install 'gems[cluster]'.",
    "To plan on a cluster an extension is missing: pip install 'gems[cluster]'.",
)
NO_CERTIFICATE = Words(
    "L'adresse « {address} » demande des certificats, et dask n'en connaît pas ici : voyez docs/cluster.md.",
    "The address “{address}” asks for certificates, and dask knows none here: see docs/cluster.md.",
)
SILENT = Words(
    "Le cluster « {address} » ne répond pas ({why}) : vérifiez l'adresse, et que « dask scheduler » tourne.",
    "The cluster “{address}” does not answer ({why}): check the address, and that “dask scheduler” runs.",
)
EMPTY = Words(
    "Le cluster « {address} » n'a aucun ouvrier : démarrez-en (dask worker {address} --nthreads 1).",
    "The cluster “{address}” has no worker: start some (dask worker {address} --nthreads 1).",
)
LOST = Words(
    "Le cluster « {address} » ne répond plus ({why}).", "The cluster “{address}” does not answer any more ({why})."
)
OTHER_VERSIONS = Words(
    "Les ouvriers du cluster n'ont pas les mêmes versions que cette machine ({there} là-bas, {here} ici) : installez-y "
    "les mêmes.",
    "The cluster's workers have other versions than this machine ({there} there, {here} here): install the same ones.",
)


class NoCluster(Exception):
    """The cluster cannot be used, or not any more; `words` say why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@contextmanager
def cluster_at(address: str, rules: frozenset[str] | None = None) -> Iterator["ClusterPlanner"]:
    """The planner of the cluster whose scheduler is at this address; raises NoCluster."""
    try:
        import distributed
    except ImportError as error:
        raise NoCluster(MISSING) from error
    connect: Any = distributed.Client
    security: Any = distributed.Security
    if address.startswith("tls:") and security().get_connection_args("client").get("ssl_context") is None:
        raise NoCluster(NO_CERTIFICATE.fill(address=address))
    try:
        client = connect(address, timeout=ANSWER_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError, ImportError) as error:  # ImportError: no such protocol
        raise NoCluster(SILENT.fill(address=address, why=_why(error))) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=ANSWER_SECONDS)
        except TimeoutError as error:
            raise NoCluster(EMPTY.fill(address=address)) from error
        yield ClusterPlanner(client, address, rules)


@dataclass(frozen=True, slots=True)
class ClusterPlanner:
    """See the module; `rules` as in `solver.plan_process.ProcessPlanner`."""

    client: Client
    address: str
    rules: frozenset[str] | None = None

    @property
    def workers(self) -> int:
        """How many plannings the cluster does at once, as it stands now."""
        return sum(self.client.nthreads().values())

    def plan(
        self,
        problem: Problem,
        options: PlanOptions,
        on_progress: OnProgress = ignore_progress,
        should_stop: ShouldStop = never_stop,
    ) -> PlanResult:
        """See `gems.planning.ports.Planner`; raises NoCluster, and PlannerDied when workers die of this planning."""
        rules = None if self.rules is None else tuple(sorted(self.rules))
        asked = work.packed(Question(problem=problem, options=options, rules=rules, versions=versions()))
        with _Asking(self.client, asked) as asking:
            asking.wait(on_progress, should_stop)
            return self._result(heard(Answer, work.unpacked(self._contents(asking.future))))

    def _contents(self, future: Future) -> bytes:
        from distributed import KilledWorker

        try:
            contents: bytes = future.result()
        except KilledWorker as error:
            raise PlannerDied(f"several workers died of it ({error})") from error
        except Exception as error:
            raise NoCluster(LOST.fill(address=self.address, why=_why(error))) from error
        return contents

    def _result(self, answer: Answer) -> PlanResult:
        if answer.other_versions is not None:
            there, here = (_list(one) for one in (answer.other_versions, versions()))
            raise NoCluster(OTHER_VERSIONS.fill(there=there, here=here))
        if answer.result is None:
            died = PlannerDied(answer.failure)
            died.add_note(answer.details)
            raise died
        return answer.result


@dataclass(slots=True)
class _Asking:
    """One question on its way; what its worker tells comes by a topic of its own."""

    client: Client
    asked: bytes
    key: str = field(default_factory=lambda: f"gems-{uuid.uuid4().hex}")
    future: Future = None
    _told: "queue.SimpleQueue[bytes]" = field(default_factory=queue.SimpleQueue)

    def __enter__(self) -> "_Asking":
        self.client.subscribe_topic(self.key, lambda event: self._told.put(event[1]))
        # The question goes with the task, never by `scatter`: what is scattered to a lost worker is lost with it.
        self.future = self.client.submit(work.plan, self.key, self.asked, key=self.key, pure=False)
        return self

    def __exit__(self, *_: object) -> None:
        if not self.future.done():
            self._stop()  # nobody waits for it any more
        self.future.release()
        self.client.unsubscribe_topic(self.key)

    def wait(self, on_progress: OnProgress, should_stop: ShouldStop) -> None:
        """Until there is an answer, or nobody left to give it."""
        silent = STOP_AGAIN_SECONDS
        while not self.future.done():
            with suppress(queue.Empty):
                on_progress(heard(Progress, work.unpacked(self._told.get(timeout=POLL_SECONDS))))
            silent += POLL_SECONDS
            if should_stop() and silent >= STOP_AGAIN_SECONDS:
                silent = 0.0
                self._stop()

    def _stop(self) -> None:
        with suppress(OSError):  # the scheduler is gone: the future says so too
            self.client.run(work.stop, self.key, on_error="ignore")


def _list(found: Any) -> str:
    return ", ".join(f"{name} {version}" for name, version in sorted(found.items()))


def _why(error: Exception) -> str:
    return str(error).strip().split("\n")[0] or type(error).__name__

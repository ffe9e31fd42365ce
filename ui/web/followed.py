"""Work of the planner under way in this server: followed until its answer is kept, or its end said, watched or not."""

import logging
import threading
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from gems.access.policy import Actor, Refused
from gems.domain.words import Words
from gems.planning.build import PlannerDisagreement
from gems.planning.office import Declined, Office
from gems.planning.ports import PlanOptions
from solver.job import Job

LISTEN_SECONDS = 0.1

Heard = TypeVar("Heard")
Answer = TypeVar("Answer")

_log = logging.getLogger(__name__)


@dataclass(kw_only=True)
class Followed(ABC, Generic[Heard, Answer]):
    """One piece of work: its process while it runs, until its answer is judged and kept."""

    KIND: ClassVar[str]
    """In the log and in the name of its thread."""
    REFUSED: ClassVar[Words]
    """Said where the checker disagrees with the answer."""
    DIED: ClassVar[Words]
    """Said where there is no answer."""

    office: Office
    actor: Actor
    """Who asked; what comes of it is kept in their name even when they have left."""
    id: str
    """In the store."""
    options: PlanOptions
    job: Job[Heard, Answer]
    stopping: bool = False
    over: bool = False
    """Whether the store knows what came of it, good or bad."""

    @abstractmethod
    def keep(self, answer: Answer) -> None:
        """Judge the answer and keep it."""

    @abstractmethod
    def fail(self, words: Words) -> None:
        """Keep why there is no answer."""

    def begin(self) -> None:
        """Follow it from now on, in a thread of its own."""
        threading.Thread(target=self.follow, name=f"{self.KIND} {self.id[:4]}", daemon=True).start()

    def follow(self) -> None:
        """Listen until the process has answered, then judge and keep the answer."""
        try:
            while not self.job.done:
                self.job.poll(LISTEN_SECONDS)
            self._end()
        except (Declined, Refused) as no:
            self._fail(no.words)
        except PlannerDisagreement:
            _log.exception("%s: answer refused", self.KIND)
            self._fail(self.REFUSED)
        except Exception:
            _log.exception("%s: answer not kept", self.KIND)
            self._fail(self.DIED)
        finally:
            self.over = True

    def stop(self) -> None:
        """Ask to stop and keep the best found."""
        self.stopping = True
        self.job.stop()

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.time() - self.job.started

    def _end(self) -> None:
        if self.job.result is None:
            _log.error("%s died: %s\n%s", self.KIND, self.job.failure, self.job.details)
            self._fail(self.DIED)
        else:
            self.keep(self.job.result)

    def _fail(self, words: Words) -> None:
        with suppress(Declined):  # another run of the server has written it off already
            self.fail(words)

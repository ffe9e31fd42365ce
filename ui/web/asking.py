"""A question under way: asked once, answered in a thread while the page goes on, found again after a reload."""

import logging
import threading
import time
from dataclasses import dataclass, field

from gems.planning.explain.explaining import SECONDS, Explanation, explain
from gems.planning.week.explain import Question
from ui.wiring import explainer

_log = logging.getLogger(__name__)


def get_ready() -> None:
    """Whoever looks at a week may ask: what answers is started, so that the first question does not wait for it."""
    explainer().start()


@dataclass
class Asking:
    """Why is one need not served? `told` once known; `failed` when no answer came."""

    question: Question
    told: Explanation | None = None
    failed: bool = False
    started: float = field(default_factory=time.monotonic)

    @classmethod
    def of(cls, question: Question) -> "Asking":
        """Ask, in a thread."""
        asking = cls(question)
        threading.Thread(target=asking.answer, name="explaining", daemon=True).start()
        return asking

    @property
    def over(self) -> bool:
        """Whether an answer, or the lack of one, is known."""
        return self.told is not None or self.failed

    @property
    def seconds(self) -> int:
        """Since it was asked."""
        return round(time.monotonic() - self.started)

    @property
    def limit(self) -> int:
        """Seconds of solving allowed."""
        return round(SECONDS)

    def answer(self) -> None:
        """Explain; whatever goes wrong is a fault of ours, kept in the log and said in words."""
        asked = self.question
        try:
            self.told = explain(asked.problem, asked.schedule, asked.need_id, explainer())
        except Exception:
            _log.exception("not explained")
            self.failed = True

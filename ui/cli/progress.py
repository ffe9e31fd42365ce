"""What a planning is doing, on one line that rewrites itself; silent where nobody watches (files, pipes, --json)."""

import shutil
import sys
import time
from typing import TextIO

from gems.domain.words import Words, euros, percent
from gems.planning.ports import STAGE_WORDS, Progress, Stage
from ui.cli.speech import spoken

STOPPING = Words(
    "J'arrête et je garde le meilleur planning (Ctrl+C encore : tout abandonner)…",
    "Stopping, keeping the best schedule (Ctrl+C again: give up)…",
)
JUDGING = Words("Je vérifie le planning et j'écris les raisons…", "Checking the plan, writing the reasons…")
"""The planner is done; the command is not yet."""
SECONDS = Words("{seconds} s", "{seconds} s")
BEST = Words("meilleur {cents}", "best {cents}")
BOUND = Words("impossible sous {cents}", "cannot go under {cents}")
GAP = Words("écart {gap}", "gap {gap}")
EVERY_SECONDS = 0.5


def line(progress: Progress, seconds: float, *, stopping: bool = False) -> str:
    """ "Je cherche le meilleur planning… · 12 s · meilleur 412,00 € · impossible sous 400,10 € · écart 2,9 %"."""
    doing = JUDGING if progress.stage is Stage.DONE else STOPPING if stopping else STAGE_WORDS[progress.stage]
    parts = [doing, SECONDS.fill(seconds=int(seconds))]
    best, bound = progress.best_cents, progress.bound_cents
    if best is not None:
        parts.append(BEST.fill(cents=euros(best)))
    if bound is not None and bound > 0:  # a bound below nothing says nothing
        parts.append(BOUND.fill(cents=euros(bound)))
    if best is not None and bound is not None and bound > 0:
        parts.append(GAP.fill(gap=percent(max(0, best - bound) / best)))
    return " · ".join(map(spoken, parts))


class ProgressLine:
    """The line on a terminal; `hear` what the planner says, `tick` as time passes, `end` before other words."""

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._shown = not quiet and self._stream.isatty()
        self._last = Progress(stage=Stage.PREPARING, seconds=0.0)
        self._start = self._drawn = time.monotonic()
        self._width = 0
        self._stopping = False

    def hear(self, progress: Progress) -> None:
        """Show what the planner says."""
        self._last = progress
        self._draw()

    def tick(self, *, stopping: bool) -> None:
        """Let the seconds pass on the line; asked often, drawn now and then."""
        asked = stopping and not self._stopping
        self._stopping = stopping
        if asked or time.monotonic() - self._drawn >= EVERY_SECONDS:
            self._draw()

    def end(self) -> None:
        """Wipe the line."""
        if self._shown and self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
            self._width = 0

    def _draw(self) -> None:
        if not self._shown:
            return
        self._drawn = time.monotonic()
        text = line(self._last, self._drawn - self._start, stopping=self._stopping)
        text = text[: shutil.get_terminal_size().columns - 1]
        self._stream.write("\r" + text.ljust(self._width))
        self._stream.flush()
        self._width = len(text)

"""Progress: how far a long run has come, for somebody who waits before a terminal and for nobody else."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import TextIO, TypeVar

from lint.runners import Runner
from lint.source import Source

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 1.0  # seconds after which somebody begins to wonder
BETWEEN = 0.1  # seconds from one line to the next
SOME = 20  # results before which nobody can tell how long the rest will take: of a pool the first comes with 63 others
CLEARED = "\r\x1b[K"


def watched(runner: Runner) -> Runner:
    """The same runner, with a line on standard error while it works; as it is, where that is no terminal, and in CI."""
    if os.environ.get("CI") or os.environ.get("TERM") == "dumb" or not sys.stderr.isatty():
        return runner
    return Watched(runner, sys.stderr)


@dataclass(frozen=True, slots=True)
class Watched:
    """A runner that tells a terminal how far it has come, and leaves nothing of that on the screen."""

    runner: Runner
    terminal: TextIO

    def map(self, work: Callable[[Iterable[T]], Iterable[R]], items: Iterable[T]) -> Iterator[R]:
        """The results of the other runner, in its order."""
        waiting = list(items)
        began = shown = monotonic()
        try:
            for done, result in enumerate(self.runner.map(work, waiting), start=1):
                yield result
                now = monotonic()
                if now - began >= PATIENCE and now - shown >= BETWEEN:
                    shown = now
                    self._show(line(done, len(waiting), _done_with(waiting[0]), now - began))
        finally:
            if shown > began:
                self._show("")

    def _show(self, text: str) -> None:
        self.terminal.write(CLEARED + text)
        self.terminal.flush()


def _done_with(item: object) -> str:
    return "reports read" if isinstance(item, Source) else "stories compared"


def line(done: int, count: int, what: str, seconds: float) -> str:
    """How many were done with in so many seconds, how fast that is, and how long the rest will take."""
    if done < SOME:
        return f"{done:,} of {count:,} {what}"
    left = round(seconds / done * (count - done))
    minutes, rest = divmod(left, 60)
    time = f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
    return f"{done:,} of {count:,} {what}, {done / seconds:,.0f} a second, {time} left"

"""The pool runner: several processes of this machine."""

import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from lint.errors import FactlintError

from lint.errors import WorkerError

T = TypeVar("T")
R = TypeVar("R")

AT_ONCE = (
    16  # items sent to a worker together, at most: enough to hide the sending, few enough to share the work evenly
)
SHARES = (
    4  # how often a worker comes back for more, at least, so that none idles while another has all the long reports
)


@dataclass(frozen=True, slots=True)
class Pool:
    """Works in `workers` processes, started as the platform does it or by `fork`, `spawn` or `forkserver`.

    What the work raises in a worker is raised here; a worker that dies raises WorkerError.
    """

    workers: int
    start: str | None = None

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items."""
        from concurrent.futures import ProcessPoolExecutor  # 30 ms that a run of one process need not pay
        from concurrent.futures.process import BrokenProcessPool

        executor = ProcessPoolExecutor(self.workers, initializer=_leave_interrupts)
        try:
            yield from executor.map(work, items, chunksize=AT_ONCE)
        except BrokenProcessPool:
            raise FactlintError(
                "a process was ended from outside, perhaps for want of memory; try fewer jobs"
            ) from None
        finally:  # when the user ends the run, what is not begun is not done
            executor.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that gathers the results; it ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)

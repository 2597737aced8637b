"""The pool runner: several processes of this machine."""

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeVar

from lint.errors import WorkerError

T = TypeVar("T")
R = TypeVar("R")

# Items are sent to a worker in bundles: at most so many, which hides the sending, and at least so many bundles for each
# worker, so that none idles while another has all the long reports.
LARGEST_BUNDLE = 64
FEWEST_BUNDLES = 4


@dataclass(frozen=True, slots=True)
class Pool:
    """Works in `workers` processes, started as the platform does it or by `fork`, `spawn` or `forkserver`.

    What the work raises in a worker is raised here; a worker that dies raises WorkerError.
    """

    workers: int
    start: str | None = None

    def map(self, work: Callable[[Iterable[T]], Iterable[R]], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items."""
        import multiprocessing  # 30 ms, with the next, that a run of one process need not pay
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        waiting = list(items)
        size = min(LARGEST_BUNDLE, max(1, len(waiting) // (self.workers * FEWEST_BUNDLES)))
        bundles = [waiting[first : first + size] for first in range(0, len(waiting), size)]
        context = multiprocessing.get_context(self.start)
        with ProcessPoolExecutor(self.workers, context, initializer=_die_of_interrupts) as executor:
            try:
                yield from chain.from_iterable(executor.map(partial(_done, work), bundles))
            except BrokenProcessPool:
                raise WorkerError("a worker process died, perhaps for want of memory; fewer --jobs may help") from None
            except BaseException:
                executor.shutdown(wait=False, cancel_futures=True)
                raise


def _done(work: Callable[[Iterable[T]], Iterable[R]], items: Sequence[T]) -> list[R]:
    return list(work(items))


def _die_of_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal. One of them is to speak of it, the others to end at once."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)

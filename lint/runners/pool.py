"""The pool runner: several processes of this machine."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lint.errors import WorkerError

T = TypeVar("T")
R = TypeVar("R")

# Items are sent to a worker in bundles: at most so many, and fewer towards the end, so that none idles while another
# has the last. No fewer than so many, for rules look at many together, unless a worker got less than four bundles.
LARGEST_BUNDLE = 64
SMALLEST_BUNDLE = 16
FEWEST_BUNDLES = 4


@dataclass(frozen=True, slots=True)
class Pool:
    """Works in `workers` processes, started as the platform does it or by `fork`, `spawn` or `forkserver`.

    What the work raises in a worker is raised here; a worker that dies raises WorkerError. Workers end with this
    process, however it ends.
    """

    workers: int
    start: str | None = None

    def map(self, work: Callable[[Iterable[T]], Iterable[R]], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items."""
        import multiprocessing  # 30 ms, with the next, that a run of one process need not pay
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        waiting = list(items)
        context = multiprocessing.get_context(self.start)
        with ProcessPoolExecutor(self.workers, context, initializer=_die_with_others) as executor:
            try:
                # Not `executor.map`, which takes back what is not done when it ends early: of workers that have died
                # meanwhile, the executor's own thread then complains on standard error.
                shared = deque(executor.submit(_done, work, bundle) for bundle in bundles(waiting, self.workers))
            except OSError as error:  # as a container has it that allows few processes
                for worker in multiprocessing.active_children():  # for which the executor would wait for ever
                    worker.terminate()
                    worker.join()
                reason = f"no further process can be started ({error.strerror}); fewer --jobs may help"
                raise WorkerError(reason) from None
            try:
                while shared:
                    yield from shared.popleft().result()
            except BrokenProcessPool:
                raise WorkerError("a worker process died, perhaps for want of memory; fewer --jobs may help") from None
            except BaseException:
                executor.shutdown(wait=False, cancel_futures=True)
                raise


def bundles(items: Sequence[T], workers: int) -> Iterator[Sequence[T]]:
    """The items in their order, in bundles for so many workers: each a share of what is left."""
    smallest = min(SMALLEST_BUNDLE, max(1, len(items) // (workers * FEWEST_BUNDLES)))
    first = 0
    while first < len(items):
        share = (len(items) - first) // (workers * 2)
        size = max(smallest, min(LARGEST_BUNDLE, share))
        yield items[first : first + size]
        first += size


def _done(work: Callable[[Iterable[T]], Iterable[R]], items: Sequence[T]) -> list[R]:
    return list(work(items))


def _die_with_others() -> None:
    """Have this worker end when Ctrl-C ends all processes of a terminal, and when that which it works for is gone.

    Ctrl-C is for one of them to speak of. Who waits for work waits for ever, and whoever reads the output waits with
    it, where nobody is left to say that there is no more.
    """
    import multiprocessing
    from threading import Thread

    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:  # as it is for what a script runs in the background
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if (employer := multiprocessing.parent_process()) is not None:
        Thread(target=_die_after, args=(employer.join,), daemon=True).start()


def _die_after(waited: Callable[[], object]) -> None:
    waited()
    os._exit(1)

"""The pool runner: several processes of this machine."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

AT_ONCE = 16  # items sent to a worker together: enough to hide the sending, few enough to share the work evenly


@dataclass(frozen=True, slots=True)
class Pool:
    """Works in `workers` processes; what a worker raises is raised here."""

    workers: int

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items."""
        from concurrent.futures import ProcessPoolExecutor  # 30 ms that a run of one process need not pay

        with ProcessPoolExecutor(self.workers) as executor:
            yield from executor.map(work, items, chunksize=AT_ONCE)

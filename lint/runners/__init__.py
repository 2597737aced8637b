"""Runners: where the work is done. A runner knows nothing of linting, and every runner gives the same answer."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Runner(Protocol):
    """Something that has work done on many items and gives the results in any order."""

    def map(self, work: Callable[[Iterable[T]], Iterable[R]], items: Iterable[T]) -> Iterator[R]:
        """The results of `work`, which takes some of the items at a time and gives one result for each, in their order.

        All must be picklable where the runner has other processes.
        """


def runner(jobs: int | None) -> Runner:
    """The runner of so many processes of this machine; where no number is given, as many as the items are worth."""
    if jobs is None:
        from lint.runners.automatic import Automatic

        return Automatic()
    if jobs > 1:
        from lint.runners.pool import Pool

        return Pool(jobs)
    from lint.runners.serial import Serial

    return Serial()

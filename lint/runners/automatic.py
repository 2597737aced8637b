"""The automatic runner: this process for few items, as many as there are processors for many."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from lint.runners.serial import Serial

T = TypeVar("T")
R = TypeVar("R")

FEW = 200  # reports: so many take half a second, and other processes need a part of that to start


@dataclass(frozen=True, slots=True)
class Automatic:
    """Works here or in a pool, as the number of items advises."""

    def map(self, work: Callable[[Iterable[T]], Iterable[R]], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items."""
        waiting, workers = list(items), os.cpu_count() or 1
        if workers == 1 or len(waiting) <= FEW:
            return Serial().map(work, waiting)
        from lint.runners.pool import Pool

        return Pool(workers).map(work, waiting)

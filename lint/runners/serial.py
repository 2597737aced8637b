"""The serial runner: everything here, one after the other."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Serial:
    """Works in this process."""

    def map(self, work: Callable[[Iterable[T]], Iterable[R]], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items."""
        return iter(work(items))

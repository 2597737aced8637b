"""Late and fleeting: sequences that are not made before somebody looks at them, and are kept from then on, or not."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Late(Sequence[T]):
    """A sequence that is as good as made; whoever asks for an item or the length has it made."""

    def __init__(self, make: Callable[[], Sequence[T]]) -> None:
        """The sequence that `make` gives, which is called once at most."""
        self._make = make
        self._made: Sequence[T] | None = None

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._items()[index]

    def __len__(self) -> int:
        return len(self._items())

    def __iter__(self) -> Iterator[T]:
        return iter(self._items())

    def _items(self) -> Sequence[T]:
        if self._made is None:
            self._made = self._make()
        return self._made


class Fleeting(Late[T]):
    """A sequence that is made whenever somebody looks at it: of many, no more than is looked at takes room."""

    def _items(self) -> Sequence[T]:
        return self._make()

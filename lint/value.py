"""Values: dataclasses that never change, of which a run makes tens of thousands."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    T = TypeVar("T")

    def value(*, frozen: bool, **options: bool) -> Callable[[type[T]], type[T]]:
        """A dataclass, frozen for whoever checks types; one that Python guards takes three times as long to make."""
        return dataclass(unsafe_hash=frozen, **options)


__all__ = ["value"]

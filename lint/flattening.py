"""Flattening: a claim as one tuple of what it holds, and back, by functions that are written for its type.

A claim holds a passage, which holds a span. Pickle asks Python about each of these, and about a tuple it need not ask.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_type_hints

from lint.compiled import SHELF


@dataclass(frozen=True, slots=True)
class Form:
    """How values of one type are made flat, and made again."""

    flat: Callable[[Any], tuple[Any, ...]]  # raises TypeError where a field holds no value of the type that it names
    made: Callable[..., Any]  # of what the tuple holds


def is_plain(kind: type) -> bool:
    """Whether it is a dataclass whose values are made anew from their fields."""
    return is_dataclass(kind) and all(each.init and not each.kw_only for each in fields(kind))


@cache
def form(kind: type) -> Form:
    """The form of a type; raises TypeError for what is no type of plain values."""
    if not isinstance(kind, type) or not is_plain(kind):
        raise TypeError(f"{kind!r} is no type of plain values")
    writing = _Writing()
    made = writing.take(kind, "value")
    steps = "".join(f"    {step}\n" for step in writing.steps)
    flat, arguments = ("".join(f"{each}, " for each in some) for some in (writing.flat, writing.arguments))
    text = f"def flat(value):\n{steps}    return ({flat})\ndef made({arguments}):\n    return {made}\n"
    functions: dict[str, Any] = {}
    SHELF.execute(text, writing.kinds, functions)
    return Form(**functions)


class _Writing:
    """The text of the two functions of a form, as far as it is written."""

    def __init__(self) -> None:
        self.kinds: dict[str, type] = {}  # by the names that they have in the text
        self.steps: list[str] = []
        self.flat: list[str] = []

    @property
    def arguments(self) -> list[str]:
        return [f"_{number}" for number in range(len(self.flat))]

    def take(self, kind: type, place: str) -> str:
        """What makes a value of this type again; writes meanwhile how the one at this place is made flat."""
        number = len(self.kinds)
        name, local = f"Kind{number}", f"value{number}"
        self.kinds[name] = kind
        self.steps += [f"{local} = {place}", f"if type({local}) is not {name}: raise TypeError({local})"]
        inner = _inner(kind)
        made = [self._held(inner.get(each.name), f"{local}.{each.name}") for each in fields(kind)]
        return f"{name}({', '.join(made)})"

    def _held(self, kind: type | None, place: str) -> str:
        if kind:
            return self.take(kind, place)
        self.flat.append(place)
        return self.arguments[-1]


def _inner(kind: type) -> dict[str, type]:
    """The types of plain values that fields name, as far as these can be told."""
    try:
        hints = get_type_hints(kind)
    except (NameError, AttributeError, TypeError, SyntaxError):  # what only those understand who check types
        return {}
    return {name: hint for name, hint in hints.items() if isinstance(hint, type) and is_plain(hint)}

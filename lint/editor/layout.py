"""Layouts: the lines of a text, and offsets as lines and columns in the units that an editor counts in."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from lint.compiled import compiled
from lint.span import Span

LINE_END = compiled(r"\r\n|\n|\r")  # as the protocol has it, and no other character

UNITS: Mapping[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "utf-32": len,
}


@dataclass(frozen=True)
class Layout:
    """A text as an editor counts it: lines and columns from 0, columns in units of the encoding."""

    text: str
    encoding: str = "utf-16"

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return line, UNITS[self.encoding](self.text[self._starts[line] : offset])

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and a column; one past the end of a line is its end."""
        if line >= len(self._starts):
            return len(self.text)
        start = self._starts[line]
        length = len(LINE_END.split(self.text[start:], maxsplit=1)[0])
        for end in range(start, start + length):
            if UNITS[self.encoding](self.text[start:end]) >= column:
                return end
        return start + length

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]


def changed(before: str, after: str) -> tuple[Span, Span]:
    """What of the one text is what in the other: all before and behind these spans is the same."""
    shorter = min(len(before), len(after))
    start = 0
    while start < shorter and before[start] == after[start]:
        start += 1
    same = 0
    while same < shorter - start and before[-1 - same] == after[-1 - same]:
        same += 1
    return Span(start, len(before) - same), Span(start, len(after) - same)

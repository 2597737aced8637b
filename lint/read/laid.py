"""Laid text: words taken out of a file, and where each of them stands there.

A file writes a report in its own way: `M&eacute;rida`, `\\u00e9`, a line end where a space is meant, markup in between.
Rules read the words, and what they find is shown in the file.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from lint.pattern import late
from lint.span import Span

BLANK = " \t\n\r\f\v"  # what HTML shows as one space, however many there are; not a space that keeps lines together
OTHERWISE = late(rf"[ ][{BLANK}]+|[{BLANK[1:]}][{BLANK}]*")  # blanks that are not written as one space

# Where a run begins in the text and how long it is, then the same in the file. Where both are as long, each code point
# stands for itself; else the whole stands for the whole, as “é” does for “&eacute;”. Nothing of the file stands for
# what only separates paragraphs.
Run = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Laid:
    """A text in runs, which cover it from beginning to end in its order, be that the order of the file or not."""

    text: str = ""
    runs: tuple[Run, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text) and not self.text.isspace()

    def place(self, span: Span) -> Span:
        """Where the words of a span stand in the file, with all that stands between them there."""
        if not self.runs:
            return Span(0, 0)
        start, length, place, extent = self._run(span.start)
        first = place + min(span.start - start, extent) if length == extent else place
        if not len(span):
            return Span(first, first)
        start, length, place, extent = self._run(span.end - 1)
        last = place + span.end - start if length == extent else place + extent
        return Span(first, max(first, last))

    def back(self, place: Span) -> Span:
        """The span that stands at a place of the file."""
        start = end = len(self.text)
        for begin, length, there, extent in self.runs:
            if extent and there <= place.start < there + extent:
                start = min(start, begin + (place.start - there if length == extent else 0))
            if extent and there < place.end <= there + extent:
                end = begin + (place.end - there if length == extent else length)
        return Span(start, max(start, end if len(place) else start))

    def cut(self, start: int, end: int) -> "Laid":
        """A part of the text; what stands for a whole run stays whole."""
        if len(self.runs) == 1 and self.runs[0][1] == self.runs[0][3]:  # as in most pages, a tenth of the time
            return Laid(self.text[start:end], ((0, end - start, self.runs[0][2] + start, end - start),))
        kept: list[Run] = []
        for number in range(self._number(start), len(self.runs)):
            begin, length, place, extent = self.runs[number]
            first, last = max(begin, start), min(begin + length, end)
            if begin >= end and kept:
                break
            if length == extent:
                place, extent = place + first - begin, max(0, last - first)
            if last > first or not kept:
                kept.append((first - start, max(0, last - first), place, extent))
        return Laid(self.text[start:end], tuple(kept))

    def stripped(self) -> "Laid":
        """The text without the blanks around it."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, start + len(self.text.strip()))

    def _run(self, position: int) -> Run:
        return self.runs[self._number(position)]

    def _number(self, position: int) -> int:
        return max(0, bisect_right(self.runs, position, key=lambda run: run[0]) - 1)


NOTHING = Laid()


def whole(text: str) -> Laid:
    """A file as it stands."""
    return Laid(text, ((0, len(text), 0, len(text)),))


@dataclass(slots=True)
class Laying:
    """A text that is put together."""

    length: int = 0
    _words: list[str] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)

    def laid(self) -> Laid:
        """What was put together."""
        return Laid("".join(self._words), tuple(self._runs))

    def put(self, words: str, place: int, extent: int) -> None:
        """Add words that stand at a place of the file."""
        if not words:
            return
        run = (self.length, len(words), place, extent)
        self._words.append(words)
        self.length += len(words)
        if self._runs:
            start, length, before, wide = self._runs[-1]
            if length == wide and len(words) == extent and before + wide == place:
                self._runs[-1] = (start, length + len(words), before, wide + extent)
                return
        self._runs.append(run)

    def add(self, laid: Laid) -> None:
        """Add words that are laid already."""
        for start, length, place, extent in laid.runs:
            self.put(laid.text[start : start + length], place, extent)

    def instead(self, words: str, laid: Laid) -> None:
        """Add words in the place of others, such as what an entity stands for."""
        place = laid.place(Span(0, len(laid.text)))
        self.put(words, place.start, len(place))

    def ends(self, words: str) -> bool:
        """Whether the last piece that was added ends so."""
        return bool(self._words) and self._words[-1].endswith(words)

    def separate(self, words: str) -> None:
        """Add what stands nowhere in the file."""
        place = 0
        if self._runs:
            _, _, before, wide = self._runs[-1]
            place = before + wide
        self.put(words, place, 0)


def squeezed(laid: Laid) -> Laid:
    """The text with one space in the place of blanks and line ends, and none around it."""
    laid = laid.stripped()
    laying, last = Laying(), 0
    for blanks in OTHERWISE.finditer(laid.text):
        laying.add(laid.cut(last, blanks.start()))
        laying.instead(" ", laid.cut(*blanks.span()))
        last = blanks.end()
    laying.add(laid.cut(last, len(laid.text)))
    return laying.laid()

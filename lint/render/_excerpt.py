"""Lines of a file drawn with the words underlined, as compilers do, trimmed around them to the width there is.

Everything here counts in two units: positions are code points of the text, columns are those of a terminal.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lint.diagnostic import Label
from lint.render._terminal import PLAIN, Cell, cells, visible, width
from lint.span import Span

CUT = "…"
PER_COLUMN = 4  # code points looked at for each column there is: a letter with three accents still fills the line
AROUND = 24  # columns kept free for what stands around the words
WORD = 16  # columns at most that are given up to cut between words


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to underline in a line, and what to say of them."""

    span: Span  # within one line of the text, both ends included
    label: str
    is_primary: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text (without its line end) that has words to underline."""

    number: int
    text: str  # that holds the line, and perhaps much more
    span: Span
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Underline:
    """A mark where it is drawn: from one column to another."""

    start: int
    end: int
    label: str
    is_primary: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is drawn of a line, and what under it, from left to right."""

    number: int
    drawn: str
    underlines: tuple[Underline, ...]


def excerpts(labels: Sequence[tuple[Label, bool]], text: str | None, columns: int) -> Iterator[Excerpt]:
    """What is drawn of one file's labels (each with whether it is the primary one), no wider than the columns.

    A text that is not to be had any more, or has changed since, is replaced by the words alone.
    """
    for line in _lines(labels, text):
        for marks in _together(line, columns):
            yield _excerpt(line, marks, columns)


def _lines(labels: Sequence[tuple[Label, bool]], text: str | None) -> Iterable[Line]:
    """The lines with words to underline, in their order."""
    found: dict[int, Line] = {}
    alone: list[Line] = []
    for label, is_primary in labels:
        words, span = label.passage.words, label.passage.span
        if text is not None and text[span.start : span.end] == words:
            for line in _lines_of(text, span, label, is_primary=is_primary):
                marks = (*found[line.number].marks, *line.marks) if line.number in found else line.marks
                found[line.number] = Line(line.number, text, line.span, marks)
        elif words:
            alone += _lines_of(words, Span(0, len(words)), label, is_primary=is_primary)
    return sorted([*found.values(), *alone], key=lambda line: line.number)


def _lines_of(text: str, span: Span, label: Label, *, is_primary: bool) -> Iterator[Line]:
    """The first and the last line that a span has words on; the label stands on the last."""
    number = label.passage.line
    if text.find("\n", span.start, span.end) >= 0:
        words = text[span.start : span.end]
        number += words[: len(words) - len(words.lstrip())].count("\n") if words.strip() else 0
        span = _without_blanks(span, words)
    first, last = _line_around(text, span.start), _line_around(text, span.end)
    if first == last:
        clamped = Span(min(span.start, first.end), min(span.end, first.end))
        yield Line(number, text, first, (Mark(clamped, label.message, is_primary),))
        return
    yield Line(number, text, first, (Mark(Span(span.start, first.end), "", is_primary),))
    number += text.count("\n", span.start, span.end)
    indented = len(text[last.start : span.end]) - len(text[last.start : span.end].lstrip())
    yield Line(number, text, last, (Mark(Span(last.start + indented, span.end), label.message, is_primary),))


def _without_blanks(span: Span, words: str) -> Span:
    if not words.strip():
        return Span(span.start, span.start)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _line_around(text: str, position: int) -> Span:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    if end < 0:
        return Span(start, len(text))
    return Span(start, end - 1 if end > start and text[end - 1] == "\r" else end)


def _together(line: Line, columns: int) -> Iterator[list[Mark]]:
    """The marks of a line from left to right, in groups that fit the columns."""
    group: list[Mark] = []
    for mark in sorted(line.marks, key=lambda mark: (mark.span, mark.label)):
        if group and not _fits(line.text, Span(group[0].span.start, mark.span.end), columns - AROUND):
            yield group
            group = []
        group.append(mark)
    yield group


def _fits(text: str, span: Span, columns: int) -> bool:
    return len(span) <= columns * PER_COLUMN and width(text[span.start : span.end]) <= columns


def _excerpt(line: Line, marks: list[Mark], columns: int) -> Excerpt:
    start = marks[0].span.start
    words = Span(start, max(mark.span.end for mark in marks))
    tiles = _tiles(line, words, columns, _room(line.text, marks))
    positions = list(accumulate((tile.length for tile in tiles), initial=line.span.start))
    places = list(accumulate((tile.width for tile in tiles), initial=0))

    def underline(mark: Mark) -> Underline:
        first = bisect_right(positions, mark.span.start) - 1
        if not len(mark.span):
            return Underline(places[first], places[first] + 1, visible(mark.label), mark.is_primary)
        end = places[min(bisect_right(positions, mark.span.end - 1), len(tiles))]
        return Underline(places[first], max(end, places[first] + 1), visible(mark.label), mark.is_primary)

    drawn = "".join(tile.drawn for tile in tiles).rstrip()
    return Excerpt(line.number, drawn, tuple(underline(mark) for mark in marks))


def _room(text: str, marks: list[Mark]) -> int:
    """The columns that the last label takes to the right of the words."""
    last = max(marks, key=lambda mark: (mark.span.end, mark.span.start))
    return width(visible(last.label)) + 1 if last.label else 0


def _tiles(line: Line, words: Span, columns: int, room: int) -> list[Cell]:
    """Cells that cover the line from end to end, some of them cuts, no wider together than the columns."""
    most = _most(line.text, words, columns)
    core = _shortened(line.text, words, columns - AROUND)
    spare = columns - sum(tile.width for tile in core)
    before = Span(max(line.span.start, words.start - most), words.start)
    after = Span(words.end, min(line.span.end, words.end + most))
    left, right = _cells(line.text, before), _cells(line.text, after)
    unseen_left, unseen_right = before.start - line.span.start, line.span.end - after.end
    wide_left, wide_right = _width(left) + bool(unseen_left), _width(right) + bool(unseen_right)
    for_right = min(wide_right, max(spare // 2, spare - wide_left, min(room, spare - AROUND // 2)))
    for_left = min(wide_left, spare - for_right)
    return [*_cut(left[::-1], for_left, unseen_left)[::-1], *core, *_cut(right, for_right, unseen_right)]


def _most(text: str, words: Span, columns: int) -> int:
    """How many code points before or after the words are sure to fill the columns."""
    beside = text[max(0, words.start - columns) : words.start], text[words.end : words.end + columns]
    return columns if all(map(PLAIN.fullmatch, beside)) else columns * PER_COLUMN


def _shortened(text: str, words: Span, columns: int) -> list[Cell]:
    """The cells of the words; where they are too wide, those of their beginning and their end."""
    if _fits(text, words, columns):
        return _cells(text, words)
    half = columns // 2
    head = _leading(_cells(text, Span(words.start, min(words.end, words.start + half * PER_COLUMN))), half)
    rest = words.start + sum(tile.length for tile in head)
    tail = _leading(_cells(text, Span(max(rest, words.end - half * PER_COLUMN), words.end))[::-1], half)[::-1]
    hidden = len(words) - sum(tile.length for tile in (*head, *tail))
    return [*head, Cell(CUT, 1, hidden), *tail]


def _cut(found: list[Cell], columns: int, unseen: int) -> list[Cell]:
    """The cells nearest to the words that fit the columns, then a cut, if possible between words.

    `found` begins at the words; `unseen` is the length of the line beyond it.
    """
    if not unseen and _width(found) <= columns:
        return found
    kept = _leading(found, columns - 1)
    for back in range(1, min(len(kept), WORD)):
        if kept[-back].drawn == " ":
            kept = kept[: len(kept) - back + 1]
            break
    hidden = unseen + sum(tile.length for tile in found[len(kept) :])
    return [*kept, Cell(CUT, 1, hidden)]


def _leading(found: list[Cell], columns: int) -> list[Cell]:
    """As many cells as fit the columns."""
    widths = list(accumulate(tile.width for tile in found))
    return found[: bisect_right(widths, columns)]


def _cells(text: str, span: Span) -> list[Cell]:
    if span.start == 0 and text.startswith("\ufeff") and len(span):
        return [Cell("", 0, 1), *cells(text[1 : span.end])]  # a byte-order mark is no part of what is written
    return cells(text[span.start : span.end])


def _width(found: list[Cell]) -> int:
    return sum(tile.width for tile in found)

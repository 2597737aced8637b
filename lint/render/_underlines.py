"""The rows under a line: strokes below its words, and what is said of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from lint.render._excerpt import Underline
from lint.render._terminal import width

Paint = Callable[[str, bool], str]  # colours words, given whether they belong to the primary place
Piece = tuple[int, str, bool]  # column, words, whether they belong to the primary place


def rows(underlines: Sequence[Underline], columns: int, paint: Paint) -> Iterator[str]:
    """The rows under a line: the rightmost label stands beside its strokes, the others hang below theirs.

    ------         ^^^^^^ spelt otherwise here
    |
    spelt so first
    """
    last = max(underlines, key=lambda underline: (underline.end, underline.start))
    hanging = sorted((each for each in underlines if each.label), key=lambda each: each.start, reverse=True)
    strokes = list(_strokes(underlines))
    if last.label and last.end + 1 + width(last.label) <= columns:
        hanging.remove(last)
        strokes.append((last.end + 1, last.label, last.is_primary))
    yield _row(strokes, paint)
    if [last] == hanging:
        start = min(last.start, max(0, columns - width(last.label)))
        yield _row([(start, last.label, last.is_primary)], paint)
    elif hanging:
        yield _row(_stems(hanging), paint)
        for number, each in enumerate(hanging, 1):
            stems = _stems(other for other in hanging[number:] if other.start < each.start)
            yield _row([*stems, (each.start, each.label, each.is_primary)], paint)


def _strokes(underlines: Sequence[Underline]) -> Iterator[Piece]:
    """Strokes from left to right; where two places overlap, the primary one is on top."""
    owners: dict[int, bool] = {}
    for each in sorted(underlines, key=lambda each: each.is_primary):
        owners.update(dict.fromkeys(range(each.start, each.end), each.is_primary))
    columns = enumerate(sorted(owners))
    for _, run in groupby(columns, key=lambda pair: (pair[1] - pair[0], owners[pair[1]])):
        found = [column for _, column in run]
        is_primary = owners[found[0]]
        yield found[0], ("^" if is_primary else "-") * len(found), is_primary


def _stems(underlines: Iterable[Underline]) -> list[Piece]:
    """What leads down to the labels, once for labels of one column."""
    owners: dict[int, bool] = {}
    for each in underlines:
        owners[each.start] = owners.get(each.start, False) or each.is_primary
    return [(column, "|", is_primary) for column, is_primary in owners.items()]


def _row(pieces: Iterable[Piece], paint: Paint) -> str:
    row, column = "", 0
    for start, words, is_primary in sorted(pieces):
        row += " " * (start - column) + paint(words, is_primary)
        column = start + width(words)
    return row

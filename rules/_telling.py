"""Words and pairs of neighbours that tell what is wrong with a report: those of every table, sought in it together."""

from collections.abc import Iterator
from functools import cache
from itertools import chain, count
from typing import NamedTuple

from lint import Report, Span
from lint.sorted_table import SortedTable

from ._looks import Key, Pair, words_and_pairs
from ._tables import TABLES

BOOKS = ("confused_words.csv", "missing_words.csv")  # tables of phrases
NOTHING = "-"  # in an index of phrases: no second word

FEW = 3  # reports: their pairs are looked up in the time in which a set is made of all that are in the table


class Slip(NamedTuple):
    """Where words stand that must be others, and the right ones."""

    span: Span
    words: str


def telling(report: Report) -> Iterator[set[Key]]:
    """The words and pairs of a report that one of the tables has."""
    (looks,) = report.find(words_and_pairs)
    found: set[Key] = {*(looks.words & _single_words())}
    if next(_asked) >= FEW:
        yield found | (looks.pairs & _all())
        return
    found.update(looks.pairs.intersection(chain(*map(lines_of_phrases, BOOKS), torn_pairs())))
    yield found.union(pair for pair in looks.pairs if neighbours().line(" ".join(pair)))


@cache
def lines_of_phrases(book: str) -> dict[Key, str]:
    """The lines of phrases, with commas between, by their keys. It is read at C's speed: every run has to."""
    content = (TABLES / book).with_suffix(".index").read_text(encoding="utf-8").split()
    firsts, seconds, lines = content[::3], content[1::3], content[2::3]
    found: dict[Key, str] = dict(zip(zip(firsts, seconds, strict=True), lines, strict=True))
    alone = seconds.count(NOTHING)  # they stand first
    found.update(zip(firsts[:alone], lines[:alone], strict=True))
    return found


@cache
def torn_pairs() -> dict[Pair, bool]:
    """The pairs of words that are one, and whether that is style."""
    cells = (TABLES / "torn.tsv").read_text(encoding="utf-8").split()
    return dict(zip(zip(cells[::3], cells[1::3], strict=True), map("style".__eq__, cells[2::3]), strict=True))


@cache
def neighbours() -> SortedTable:
    """The pairs of words of which, beside a third, one is misplaced."""
    return SortedTable((TABLES / "neighbours.tsv").read_bytes())


def _suspect_pairs() -> Iterator[Pair]:
    """The same pairs, for those who need all of them."""
    words = iter((TABLES / "neighbours.index").read_text(encoding="utf-8").split())
    return zip(words, words, strict=True)


@cache
def _single_words() -> frozenset[str]:
    return frozenset(key for book in BOOKS for key in lines_of_phrases(book) if isinstance(key, str))


@cache
def _all() -> frozenset[Key]:
    return frozenset().union(*map(lines_of_phrases, BOOKS), torn_pairs(), _suspect_pairs())


_asked = count()

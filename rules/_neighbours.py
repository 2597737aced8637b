"""Words of grammar, and forms of verbs, that cannot stand between their neighbours: “when in comes to”.

The table is compiled by tables/build_neighbours.py; its source and licence are in tables/README.md. A line has two
words and, after a tab, what is meant: for the second of them before (>), or for the first of them after (<), which
third words.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lint import Report, Span
from lint.pattern import late

from ._looks import words_and_pairs
from ._telling import neighbours, telling

SPACE = r"(?:[^\S\n]|[^\S\n]?\n(?!\n))"
PAIR = late(rf"(?P<first>[A-Za-z]+(?:['’][a-z]+)?){SPACE}(?P<second>[a-z]+(?:['’][a-z]+)?)(?![\w@/&-]|['’.]\w)")
BEFORE = late(rf"(?<![\w@#/.&’'-])(?P<third>[A-Za-z]+(?:['’][a-z]+)?){SPACE}\Z")
AFTER = late(rf"{SPACE}(?P<third>[a-z]+(?:['’][a-z]+)?)(?![\w@/&-]|['’.]\w)")
JOINED = frozenset("@#/.&-'’")  # what joins a word to what stands before it
REACH = 40  # characters: more than a word has
BEFORE_IT = "<"  # the third word stands before the pair


class Misplaced(NamedTuple):
    """Where a word stands that its neighbours do not allow, and the word that they call for."""

    span: Span
    words: str


def misplaced(report: Report) -> Iterator[Misplaced]:
    """The words of a report that cannot stand between their neighbours, in running text."""
    (looks,) = report.find(words_and_pairs)
    (keys,) = report.find(telling)
    for pair in keys:
        if not isinstance(pair, str) and (line := neighbours().line(" ".join(pair))):
            for place in looks.places(pair):
                if place in report.body and (found := _judged(report.text, place, line.decode())):
                    yield found


def _judged(text: str, place: int, line: str) -> Misplaced | None:
    """What is wrong with the pair of words at a place, if its third word tells."""
    pair = PAIR.match(text, place)
    if not pair or text[place - 1 : place] in JOINED:
        return None
    before, after = BEFORE.search(text, max(0, place - REACH), place), AFTER.match(text, pair.end())
    for cell in line.partition("\t")[2].split(";"):
        side, meant, *thirds = cell.split(" ")
        third, wrong = (before, "first") if side == BEFORE_IT else (after, "second")
        if third and pair[wrong].islower() and third["third"].lower().replace("’", "'") in thirds:
            return Misplaced(Span(*pair.span(wrong)), meant)
    return None

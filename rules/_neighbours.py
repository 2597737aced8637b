"""Words of grammar, and forms of verbs, that cannot stand between their neighbours: “when in comes to”.

The table is compiled by tables/build_neighbours.py; its source and licence are in tables/README.md. A line has two
words and, after a tab, what is meant: for the second of them before (>), or for the first of them after (<), which
third words.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint import Report, Span
from lint.pattern import late

from ._looks import Pair, words_and_pairs
from ._telling import Slip, neighbours, telling

SPACE = r"(?:[^\S\n]|[^\S\n]?\n(?!\n))"
PAIR = late(rf"(?P<first>[A-Za-z]+(?:['’][a-z]+)?){SPACE}(?P<second>[a-z]+(?:['’][a-z]+)?)(?![\w@/&-]|['’.]\w)")
BEFORE = late(rf"(?<![\w@#/.&’'-])(?P<third>[A-Za-z]+(?:['’][a-z]+)?){SPACE}\Z")
AFTER = late(rf"{SPACE}(?P<third>[a-z]+(?:['’][a-z]+)?)(?![\w@/&-]|['’.]\w)")
JOINED = frozenset("@#/.&-'’")  # what joins a word to what stands before it
REACH = 40  # characters: more than a word has
BEFORE_IT = "<"  # the third word stands before the pair


class Told(NamedTuple):
    """What a pair of words tells: whether by the word before it, what is meant, and by which words."""

    is_before: bool
    meant: str
    thirds: frozenset[str]


def misplaced(report: Report) -> Iterator[Slip]:
    """The words of a report that cannot stand between their neighbours, in running text, and those that can."""
    (looks,) = report.find(words_and_pairs)
    (keys,) = report.find(telling)
    for pair in keys:
        if not isinstance(pair, str) and (told := _told_by(pair)):
            for place in looks.places(pair):
                if place in report.body:
                    yield from _judged(report.text, looks.text, pair, place, told)


def _judged(text: str, plain: str, pair: Pair, place: int, told: tuple[Told, ...]) -> Iterator[Slip]:
    """What is wrong with a pair of words at a place of a text, and of it as Looks has it, if its third word tells."""
    end = place + len(pair[0]) + len(pair[1]) + 1
    before = plain[max(0, place - REACH) : place].rsplit(None, 1)[-1:]
    after = plain[end : end + REACH].split(None, 1)[:1]
    for is_before, meant, thirds in told:
        if thirds.isdisjoint(before if is_before else after):
            continue
        if wrong := _in_a_row(text, place, is_before=is_before):
            yield Slip(wrong, meant)


@lru_cache(maxsize=20_000)
def _told_by(pair: Pair) -> tuple[Told, ...]:
    """What the table tells of a pair."""
    line = neighbours().line(" ".join(pair))
    cells = (cell.split(" ") for cell in line.decode().partition("\t")[2].split(";")) if line else ()
    return tuple(Told(side == BEFORE_IT, meant, frozenset(thirds)) for side, meant, *thirds in cells)


def _in_a_row(text: str, place: int, *, is_before: bool) -> Span | None:
    """Where the wrong word of a pair stands, if the three words stand in a row with nothing but spaces between."""
    pair = PAIR.match(text, place)
    wrong = "first" if is_before else "second"
    if not pair or not pair[wrong].islower() or text[place - 1 : place] in JOINED:
        return None
    third = BEFORE.search(text, max(0, place - REACH), place) if is_before else AFTER.match(text, pair.end())
    return Span(*pair.span(wrong)) if third else None

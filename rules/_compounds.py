"""Compounds written against all usage: torn in two (“gun fire”), or closed up where everybody writes two words.

The tables are compiled by tables/build_compounds.py; sources and licences are in tables/README.md.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from lint import Report, Span
from lint.pattern import late
from lint.sorted_table import SortedTable

from ._lexicon import is_known
from ._looks import Pair, words_and_pairs
from ._tables import TABLES
from ._telling import Slip, telling, torn_pairs

STANDS_ALONE = late(r"(?<![\w’'@#/.&-])[a-z]+(?:[^\S\n]|[^\S\n]?\n(?!\n))[a-z]+(?![\w@/&-]|[’']\w|\.\w)")
WORD_BEFORE = late(r"([a-z]+) \Z")
WORD_AFTER = late(r" ([a-z]+)")
REACH = 30  # characters: more than a word has


def torn(report: Report) -> Iterator[Slip]:
    """The compounds of a report that are torn in two."""
    (looks,) = report.find(words_and_pairs)
    (keys,) = report.find(telling)
    places = sorted((place, key) for key in torn_pairs().keys() & keys for place in looks.places(key))
    for place, key in places:
        match = STANDS_ALONE.match(report.text, place)
        if match and not _belongs_elsewhere(report.text, match.span(), key):
            yield Slip(Span(*match.span()), "".join(key))


def is_style(compound: str) -> bool:
    """Whether many write a torn compound in two words, all in lower case."""
    first, _, second = compound.partition(" ")
    return torn_pairs().get((first, second), False)


@lru_cache(maxsize=20_000)
def parted(word: str) -> str | None:
    """The two words that an unknown word in lower case is, if nobody closes them up: “kill switch”."""
    place = _place_of_space(word) or _place_of_space(word.removesuffix("s"))
    return f"{word[:place]} {word[place:]}" if place else None


def _belongs_elsewhere(text: str, place: tuple[int, int], key: Pair) -> bool:
    """Whether one of the two words rather goes with its other neighbour: the “time machine” of a “war time machine”."""
    start, end = place
    before = WORD_BEFORE.search(text, max(0, start - REACH), start)
    after = WORD_AFTER.match(text, end)
    return bool(
        (before and is_known(f"{before[1]} {key[0]}")) or (after and is_known(f"{key[1]} {after[1].removesuffix('s')}"))
    )


def _place_of_space(word: str) -> int:
    """How many letters the first word has of two that nobody closes up; 0 for other words."""
    line = _closed_up().line(word)
    return int(line.partition(b"\t")[2]) if line else 0


@cache
def _closed_up() -> SortedTable:
    return SortedTable((TABLES / "closed_up.tsv").read_bytes())

"""Shares: how many of all reports have a word, by how frequent it is in English."""

from collections.abc import Collection
from functools import cache, lru_cache
from importlib.util import find_spec
from math import exp
from pathlib import Path

from lint.compiled import compiled
from lint.sorted_table import SortedTable

UNKNOWN = 0.0005  # share of reports that have a word that is not among the common ones
COMMON = compiled(rb"\n([a-z\xe2\x80\x99'-]+)\t([4-9]\d)")  # with the apostrophe as UTF-8 has it
SEVERAL = 2_000  # words: so many are rather looked up in all of the table
REPORT_LENGTH = 300  # words, to turn the frequency of a word into the share of reports that have it


def shares(words: Collection[str]) -> dict[str, float]:
    """The share of reports in news at large that have each word, by the rule book's table of word frequencies."""
    if len(words) <= SEVERAL:
        return {word: _share_sought(word) for word in words}
    known = _of_all()
    return {word: known.get(word, UNKNOWN) for word in words}


@lru_cache(maxsize=1)
def _of_all() -> dict[str, float]:
    return {word.decode(): _share(zipf) for word, zipf in COMMON.findall(_table().lines)}


@lru_cache(maxsize=SEVERAL)
def _share_sought(word: str) -> float:
    """The share of a single word, at the price of a page of the table and not of all."""
    found = COMMON.match(b"\n" + (_table().line(word) or b""))
    return _share(found[2]) if found else UNKNOWN


@cache
def _share(zipf: bytes) -> float:
    return 1 - exp(-REPORT_LENGTH * 10 ** (int(zipf) / 10 - 9))


@lru_cache(maxsize=1)
def _table() -> SortedTable:
    home = find_spec("lint.rules")
    if home is None or home.origin is None:
        return SortedTable(b"")
    return SortedTable((Path(home.origin).parent / "tables" / "words.tsv").read_bytes())

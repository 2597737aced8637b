"""What roles there are: the sets and their words in tables/roles.csv, and one of them as a report gives it."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lint.span import Span

TABLE = Path(__file__).parent / "tables" / "roles.csv"


@dataclass(frozen=True, slots=True)
class Role:
    """That somebody or something has a role of a set; `of` is whose, in the words of the report, or nothing.

    `key` tells the one who has it from others, `who` is what a message calls them.
    """

    span: Span
    key: str
    who: str
    set: str
    role: str
    of: str = ""


@lru_cache(maxsize=1)
def role_table() -> dict[str, list[tuple[str, str]]]:
    """The sets and roles of each word."""
    table: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in _rows():
        for word in row["words"].split(";") if row["role"] else ():
            table[word].append((row["set"], row["role"]))
    return dict(table)


@lru_cache(maxsize=4)
def words_of(*groups: str) -> tuple[str, ...]:
    """The words of these sets, the longest first."""
    words = {word for row in _rows() if row["set"] in groups for word in row["words"].split(";")}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _rows() -> Iterator[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)

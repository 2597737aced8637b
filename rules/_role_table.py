"""What roles there are: the sets and their words in tables/roles.csv, and one of them as a report gives it."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from lint.span import Span

from ._tables import rows

COLUMNS = ("set", "role", "words")


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
    for row in rows("roles.csv", *COLUMNS):
        for word in row["words"].split(";") if row["role"] else ():
            table[word].append((row["set"], row["role"]))
    return dict(table)


@lru_cache(maxsize=4)
def words_of(*groups: str) -> tuple[str, ...]:
    """The words of these sets, the longest first."""
    words = {word for row in rows("roles.csv", *COLUMNS) if row["set"] in groups for word in row["words"].split(";")}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))

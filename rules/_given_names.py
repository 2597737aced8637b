"""Given names: how common they are, and which are short for others."""

from functools import cache, lru_cache

from lint.find.spellings import folded
from lint.sorted_table import SortedTable

from ._tables import TABLES, rows


@lru_cache(maxsize=10_000)
def frequency(name: str) -> tuple[int, int]:
    """How many of 100,000 Americans bore a folded name as given name and as surname in 1990; (0, 0) for a rare one."""
    line = _names().line(name)
    if line is None:
        return 0, 0
    _, given, surname = line.split(b"\t")
    return int(given), int(surname)


def is_given_name(name: str) -> bool:
    """Whether a folded name is a given name that people bear."""
    return frequency(name)[0] > 0 or name in _short_forms()


def is_surname(name: str) -> bool:
    """Whether a folded name is a surname that at least one in 100,000 Americans bears."""
    return frequency(name)[1] > 0


def may_be_one(one: str, other: str) -> bool:
    """Whether two folded given names may be one person's: equal, an initial, cut short, or a known short form."""
    if one == other or one.rstrip(".") == other.rstrip(".")[:1] or other.rstrip(".") == one.rstrip(".")[:1]:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 2 and longer.startswith(shorter):
        return True
    return bool(_names_of(one) & _names_of(other))


def _names_of(name: str) -> frozenset[str]:
    """The full names that a name may stand for, itself among them."""
    return _short_forms().get(name, frozenset()) | {name}


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    forms: dict[str, frozenset[str]] = {}
    for row in rows("nicknames.csv", "name", "short"):
        name = folded(row["name"])
        for short in row["short"].split("; "):
            forms[folded(short)] = forms.get(folded(short), frozenset()) | {name}
    return forms


@cache
def _names() -> SortedTable:
    return SortedTable((TABLES / "names.tsv").read_bytes())

"""The roster: public figures and bodies whose names are settled, ours in tables/roster.csv and the desk's own."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lint.errors import TableError
from lint.find.spellings import folded, resembles

OURS = Path(__file__).parent / "tables" / "roster.csv"
COLUMNS = {"name", "aliases", "note"}
TELLING = re.compile(r"\b[A-Z][a-z]{3,}")  # the words of a note by which a report on somebody can be known
NOT_TELLING = frozenset(
    {"United", "National", "House", "High", "General", "Supreme", "Court", "States", "South", "North"}
)
AMERICAN = ("U.S.", "US ", "United States", "America", "Washington", "White House")


class Figure(NamedTuple):
    """Somebody, or a body, on a roster: the right spelling, others that pass too, and who it is."""

    name: str
    aliases: tuple[str, ...]
    note: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way to spell it."""
        return (self.name, *self.aliases)

    def is_at_home_in(self, text: str) -> bool:
        """Whether a text speaks of what the figure is known for, such as a country; a note without any fits all."""
        if "United States" in self.note and any(words in text for words in AMERICAN):
            return True
        telling = [word for word in TELLING.findall(self.note) if word not in NOT_TELLING]
        return not telling or any(_stem(word) in text for word in telling)


class Roster:
    """The figures, by the words under which a report may bring them."""

    def __init__(self, figures: Iterator[Figure]) -> None:
        self._by_name: dict[str, Figure] = {}
        self._by_given: defaultdict[str, list[tuple[str, Figure]]] = defaultdict(list)
        self._by_surname: defaultdict[str, list[tuple[str, Figure]]] = defaultdict(list)
        for figure in figures:
            for spelling in figure.spellings:
                self._by_name[folded(spelling)] = figure
                given, _, surname = spelling.rpartition(" ")
                if given:
                    self._by_given[folded(given).split()[0]].append((surname, figure))
                    self._by_surname[folded(surname)].append((given, figure))

    def knows(self, name: str) -> Figure | None:
        """The figure that is spelt so; case and accents do not matter."""
        return self._by_name.get(folded(name))

    def called(self, given: str) -> list[tuple[str, Figure]]:
        """The surnames that go with a folded given name, each with its figure."""
        return self._by_given.get(given, [])

    def near_surnames(self, surname: str) -> Iterator[tuple[str, Figure]]:
        """The surnames that look like a folded one, each with its figure."""
        for known, figures in self._by_surname.items():
            if resembles(surname, known):
                yield from ((figure.name.rpartition(" ")[2], figure) for _, figure in figures)

    def of_surname(self, surname: str) -> list[tuple[str, Figure]]:
        """The given names that go with a folded surname, each with its figure."""
        return self._by_surname.get(surname, [])


@cache
def roster(paths: tuple[str, ...] = ()) -> Roster:
    """Our roster and the desk's, which come from CSV files with the columns name, aliases (parted by ;) and note.

    Raises TableError for a file that cannot be read, or that lacks a column.
    """
    return Roster(figure for path in (OURS, *map(Path, paths)) for figure in _read(path))


def _read(path: Path) -> Iterator[Figure]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if missing := COLUMNS - set(rows.fieldnames or ()):
                raise TableError(f"{path}: the roster has no column {', '.join(sorted(missing))}")
            for row in rows:
                aliases = (alias.strip() for alias in (row["aliases"] or "").split(";"))
                if name := (row["name"] or "").strip():
                    yield Figure(name, tuple(filter(None, aliases)), (row["note"] or "").strip())
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise TableError(f"{path}: the roster cannot be read: {reason}") from error


def _stem(word: str) -> str:
    """What a country has in common with its people: Venezuela and Venezuelan."""
    return word[:6] if len(word) > 6 else word[:5]

"""The roster: public figures and bodies whose names are settled, ours in tables/roster.csv and the desk's own."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lint.compiled import compiled
from lint.errors import TableError
from lint.find.spellings import folded, resembles

from ._tables import TABLES

OURS = TABLES / "roster.csv"
COLUMNS = ("name", "aliases", "note")
OF_THE_ARCHIVE = ("reports", "variants", "source")  # columns that say where a name comes from
TELLING = compiled(r"\b[A-Z][a-z]{3,}")  # the words of a note by which a report on somebody can be known
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

    Those that `factlint roster` writes beside them may stay. Raises TableError for a file that cannot be read, for a
    column that is missing or unknown, and for a row that is no entry, with its line.
    """
    return Roster(figure for path in (OURS, *map(Path, paths)) for figure in _read(path))


def _read(path: Path) -> Iterator[Figure]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            _check_columns(path, rows.fieldnames or ())
            lines: dict[str, int] = {}
            for row in rows:
                figure = _figure(path, rows.line_num, row)
                first = lines.setdefault(folded(figure.name), rows.line_num)
                if first != rows.line_num:
                    raise _wrong(path, rows.line_num, f"“{figure.name}” stands on line {first} already")
                yield figure
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise TableError(f"{path}: the roster cannot be read: {reason}") from error


def _check_columns(path: Path, columns: Sequence[str]) -> None:
    if missing := set(COLUMNS).difference(columns):
        raise TableError(f"{path}: the roster has no column {', '.join(sorted(missing))}")
    known = (*COLUMNS, *OF_THE_ARCHIVE)
    for number, column in enumerate(columns):
        if column not in known:
            raise _wrong(path, 1, f"a roster has no column “{column}”; it has {', '.join(known)}")
        if column in columns[:number]:
            raise _wrong(path, 1, f"the column “{column}” stands twice")


def _figure(path: Path, line: int, row: dict[str, str]) -> Figure:
    """An entry from its row; raises TableError for a row that is none."""
    if None in row:  # where DictReader puts what has no column
        raise _wrong(path, line, "the row has more cells than the table has columns; a comma in a cell needs quotes")
    cells = {column: (cell or "").strip() for column, cell in row.items()}
    if not cells["name"]:
        raise _wrong(path, line, "the name is empty")
    reports = cells.get("reports", "")
    if reports and not reports.isdecimal():
        raise _wrong(path, line, f"“{reports}” in the column reports is no number")
    aliases = (alias.strip() for alias in cells["aliases"].split(";"))
    return Figure(cells["name"], tuple(filter(None, aliases)), cells["note"])


def _wrong(path: Path, line: int, why: str) -> TableError:
    return TableError(f"{path}: line {line}: {why}")


def _stem(word: str) -> str:
    """What a country has in common with its people: Venezuela and Venezuelan."""
    return word[:6] if len(word) > 6 else word[:5]

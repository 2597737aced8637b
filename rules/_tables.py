"""Tables: facts that anyone can edit, each with its source and licence in tables/README.md."""

import csv
from collections.abc import Iterator
from pathlib import Path

from lint.errors import TableError

TABLES = Path(__file__).parent / "tables"


def rows(name: str, *columns: str) -> Iterator[dict[str, str]]:
    """The rows of one of our tables, which has these columns; raises TableError, which names it.

    Empty lines are no rows.
    """
    path = TABLES / name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            names = next(reader, [])
            if missing := set(columns).difference(names):
                raise TableError(f"{path}: there is no column {min(missing)}")
            for cells in reader:  # csv.DictReader takes twice the time
                if cells and len(cells) != len(names):
                    raise TableError(f"{path}: line {reader.line_num}: {len(cells)} cells for {len(names)} columns")
                if cells:
                    yield dict(zip(names, cells, strict=True))
    except OSError as error:
        raise TableError(f"{path}: {error.strerror}") from error

"""Tables: facts that anyone can edit, each with its source and licence in tables/README.md."""

import csv
from collections.abc import Iterator
from pathlib import Path

from lint.errors import TableError

TABLES = Path(__file__).parent / "tables"


def rows(name: str, *columns: str) -> Iterator[dict[str, str]]:
    """The rows of one of our tables, which has these columns; raises TableError, which names it."""
    path = TABLES / name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if missing := set(columns).difference(reader.fieldnames or ()):
                raise TableError(f"{path}: there is no column {min(missing)}")
            yield from reader
    except OSError as error:
        raise TableError(f"{path}: {error.strerror}") from error

"""Misspellings so common that word lists have them, or that are nearer to another word than to the one meant."""

import csv
from functools import cache
from pathlib import Path

from lint.errors import TableError

TABLE = Path(__file__).parent / "tables" / "misspellings.csv"


@cache
def common_slips() -> dict[str, str]:
    """The word meant by each."""
    try:
        with TABLE.open(encoding="utf-8", newline="") as file:
            return {row["misspelt"]: row["meant"] for row in csv.DictReader(file)}
    except (OSError, KeyError) as error:
        raise TableError(f"{TABLE}: {error}") from error

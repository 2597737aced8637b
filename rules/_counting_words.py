"""The words that tell what a figure counts, from the tables counted.csv, counted_people.csv and measures.csv."""

from functools import lru_cache

from ._tables import rows


@lru_cache(maxsize=1)
def nouns() -> dict[str, str]:
    """The category of a noun: “12 deaths”."""
    return _by_role()["noun"]


@lru_cache(maxsize=1)
def states() -> dict[str, str]:
    """The category of a state: “12 people were killed”."""
    return _by_role()["state"]


@lru_cache(maxsize=1)
def verbs() -> dict[str, str]:
    """The category of those to whom a verb happens: “killing 12”."""
    return _by_role()["verb"]


@lru_cache(maxsize=1)
def people() -> dict[str, str]:
    """Who is counted by a word for people."""
    return {row["word"]: row["subject"] for row in rows("counted_people.csv", "word", "subject")}


@lru_cache(maxsize=1)
def measures() -> dict[str, tuple[str, float]]:
    """The measure that a unit belongs to, and the factor that turns it into the unit of that measure."""
    return {
        row["word"]: (row["measure"], float(row["factor"])) for row in rows("measures.csv", "word", "measure", "factor")
    }


@lru_cache(maxsize=1)
def _by_role() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {"noun": {}, "state": {}, "verb": {}}
    for row in rows("counted.csv", "word", "role", "category"):
        found[row["role"]][row["word"]] = row["category"]
    return found

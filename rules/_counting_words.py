"""The words that tell what a figure counts, from the tables counted.csv, counted_people.csv and measures.csv."""

from functools import lru_cache

from ._tables import rows


@lru_cache(maxsize=1)
def categories() -> dict[tuple[str, str], str]:
    """The category of a word in one of its roles: noun, state or verb."""
    return {(row["word"], row["role"]): row["category"] for row in rows("counted.csv", "word", "role", "category")}


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

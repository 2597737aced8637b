"""Misspellings so common that word lists have them, or that are nearer to another word than to the one meant."""

from functools import cache

from ._tables import rows


@cache
def common_slips() -> dict[str, str]:
    """The word meant by each."""
    return {row["misspelt"]: row["meant"] for row in rows("misspellings.csv", "misspelt", "meant")}

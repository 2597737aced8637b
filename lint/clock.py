"""The clock: the day on which factlint runs, for the few rules that say that they depend on it."""

from datetime import date


def today() -> date:
    """The day on which this runs."""
    return date.today()

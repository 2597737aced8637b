"""Rounding: what a number as it is printed may have been before somebody rounded it."""

from lint.find.interval import Interval

MOST_ZEROS = 100  # more are no number, and too many for a float
COARSEST = 0.1  # of a number: zeros at its end that stand for more are no rounding


def last_place(digits: str) -> float:
    """What one in the last place of digits as printed is worth: 0.01 for “8.25”, 1 for “1,200”."""
    _, point, decimals = digits.partition(".")
    return 10.0 ** -len(decimals) if point else 1.0


def coarse_place(digits: str) -> float:
    """The same where zeros at the end may come from rounding: 100 for “1,200”, but never more than a tenth of it."""
    if "." in digits:
        return last_place(digits)
    plain = digits.replace(",", "")
    zeros = len(plain) - len(plain.rstrip("0"))
    return max(1.0, min(10.0 ** min(zeros, MOST_ZEROS), COARSEST * float(plain)))


def rounded(value: float, place: float) -> Interval:
    """The numbers that are this one when they are rounded to a place, either way at the very half."""
    return Interval(value - place / 2, value + place / 2)

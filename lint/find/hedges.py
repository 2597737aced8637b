"""Hedges: what "nearly", "at least" or "up to" before a number does to it."""

from collections.abc import Callable, Sequence
from math import inf

from lint.find.interval import Interval

HEDGES = {
    tuple(reversed(words.split())): kind
    for kind, phrases in {
        "least": "at least|no fewer than|no less than|not less than|not fewer than|minimum of|a minimum of",
        "most": "up to|as many as|as much as|no more than|not more than|at most|maximum of|a maximum of",
        "below": "fewer than|less than|under|below",
        "above": "more than|over|just over|well over|above|well above|upwards of|exceeding|in excess of|greater than",
        "nearly": "nearly|almost|close to|approaching|just under|not quite|short of|just short of|shy of|just shy of",
        "about": "about|around|some|roughly|approximately|estimated|an estimated|circa|at about|at around",
    }.items()
    for words in phrases.split("|")
}
LONGEST = 3  # words
NEAREST = frozenset(words[0] for words in HEDGES)
BETWEEN_HEDGE_AND_NUMBER = frozenset("a an the of total estimated".split())
TIME_UNITS = frozenset("day days hour hours week weeks month months year years minutes nights weekends".split())
REACHES: dict[str, Callable[[Interval], Interval]] = {
    "least": lambda value: Interval(value.low, inf),
    "most": lambda value: Interval(0, value.high),
    "below": lambda value: Interval(0, value.low, high_open=True),
    "above": lambda value: Interval(value.low, inf, low_open=True),
    "nearly": lambda value: Interval(value.low * 9 / 10, value.low, high_open=True),
    "about": lambda value: Interval(value.low * 9 / 10 - _one(value), value.high * 11 / 10 + _one(value)),
}
"""What each hedge does to the number behind it: "nearly 1,000" is 900 up to 1,000, "about 12" ten to fourteen."""


def _one(value: Interval) -> bool:
    """Whether a number is so small, and whole, that about it is one more or less: “about 12”, but not “about 1.5”."""
    return value.low < 20 and value.low % 1 == 0


def hedge_before(before: Sequence[str], unit: str) -> tuple[str, int]:
    """The kind of hedge that ends right before a number, and how many words it is away; nothing and 0 without one.

    `before` are the words before the number, nearest first, and `unit` the word behind it: “over four days” is how
    long something took.
    """
    if not before or (before[0] not in NEAREST and before[0] not in BETWEEN_HEDGE_AND_NUMBER):
        return "", 0
    skipped = 0
    while skipped < 3 and skipped < len(before) and before[skipped] in BETWEEN_HEDGE_AND_NUMBER:
        skipped += 1
    for start in range(skipped, -1, -1):
        for size in range(min(LONGEST, len(before) - start), 0, -1):
            kind = HEDGES.get(tuple(before[start : start + size]))
            if kind and not (before[start] == "over" and size == 1 and unit in TIME_UNITS):
                return kind, start + size
    return "", 0

"""Two stated figures: whether both can be true, and whether they are of one thing."""

from math import inf

from ._counted import ALIKE, HINTED, MUCH_ALIKE, NAMED
from ._spoken import alike, much_alike, share_two
from ._stated_figures import Stated

COUNTS = 20, 1.35  # figures of this size at least, and at most so many times another, are seldom of two things
SUMS = 0, 5.0  # the same, of sums of money that one thing can be worth
LIKENESS = {ALIKE: alike, MUCH_ALIKE: much_alike, HINTED: share_two, NAMED: share_two}


def meet(one: Stated, other: Stated) -> bool:
    """Whether both figures can be true, the dead counted in or out where the reports need not do so alike."""
    if differ_at_one_end(one, other):
        return False
    is_apart = one.dead == other.dead or (one.beside_dead and other.beside_dead)
    if is_apart and one.passage.path != other.passage.path:
        return one.value.meets(other.value)
    return may_count_the_dead(one, other)


def may_count_the_dead(one: Stated, other: Stated) -> bool:
    """Whether both figures can be true if one counts the dead."""
    return any(mine.meets(yours) for mine in one.readings for yours in other.readings)


def count_one_thing(one: Stated, other: Stated) -> bool:
    """Whether two figures of a kind that an event may have many of count the same, as far as their words can show.

    Two large figures that differ by little, as 439 and 452 children do, are seldom of two things.
    """
    if one.likeness == NAMED and (one.names.isdisjoint(other.names) or not are_close(one, other, *SUMS)):
        return False
    if LIKENESS[one.likeness](one.stems, other.stems) or much_alike(one.near, other.near):
        return True
    if not one.of_things:
        return False
    if alike(one.near - one.names, other.near - other.names) and not (one.in_headline or other.in_headline):
        return True
    if _are_nearly_the_same(one.near - one.names, other.near - other.names):
        return True
    return are_close(one, other, *COUNTS) and len(one.near & other.near) >= one.likeness


def are_close(one: Stated, other: Stated, least: float, times: float) -> bool:
    """Whether both figures are so many at least, and one is at most so many times the other."""
    less, more = sorted((one.value, other.value))
    at_most = more.high if more.high < inf else more.low
    return least <= less.low <= at_most <= times * less.low


def is_rounded(one: Stated, other: Stated) -> bool:
    """Whether one is the other, a round number that it is nearly: “nearly nine years” and “nine years”."""
    return one.hedged and other.value.is_exact and one.value.high_open and one.value.high == other.value.low


def differ_at_one_end(one: Stated, other: Stated) -> bool:
    """Whether both are ranges that have one end in common: “six to 75 years” and “seven to 75 years”."""
    mine, yours = one.value, other.value
    return one.is_range and other.is_range and (mine.low == yours.low) != (mine.high == yours.high)


def _are_nearly_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two figures stand among the same few words, as those of short sentences do."""
    shared = len(one & other)
    return shared >= 2 and 3 * shared >= 2 * max(len(one), len(other))

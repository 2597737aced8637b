"""Intervals: what meets, what ends before what, and how they are said."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.find.interval import Interval, written

numbers = st.integers(0, 50)
intervals = st.builds(
    lambda low, size, low_open, high_open: Interval(low, low + size, low_open and size > 0, high_open and size > 0),
    numbers, numbers, st.booleans(), st.booleans(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (Interval(80, 80), Interval(100, inf, low_open=True), False),
        (Interval(100, 100), Interval(100, inf, low_open=True), False),
        (Interval(100, 100), Interval(100, inf), True),
        (Interval(900, 1000, high_open=True), Interval(1000, 1000), False),
        (Interval(80, 90), Interval(90, 99), True),
    ],
)
def test_intervals_meet_where_a_number_is_in_both(one: Interval, other: Interval, meet: bool) -> None:  # noqa: FBT001
    assert one.meets(other) is meet
    assert other.meets(one) is meet


@given(intervals, intervals)
def test_two_intervals_meet_or_one_ends_before_the_other(one: Interval, other: Interval) -> None:
    assert one.meets(other) != (one.ends_before(other) or other.ends_before(one))


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(80, 80), "80"),
        (Interval(1200, 1200), "1,200"),
        (Interval(2.5e6, 2.5e6), "2.5 million"),
        (Interval(5.9, 5.9), "5.9"),
        (Interval(100, inf, low_open=True), "more than 100"),
        (Interval(12, inf), "at least 12"),
        (Interval(0, 12, high_open=True), "fewer than 12"),
        (Interval(0, 12), "at most 12"),
        (Interval(80, 90), "80 to 90"),
        (Interval(900, 1000, high_open=True), "900 to just under 1,000"),
    ],
)
def test_an_interval_is_said_in_words(interval: Interval, words: str) -> None:
    assert str(interval) == words


def test_a_scaled_interval_keeps_its_open_ends() -> None:
    assert Interval(1, 2, low_open=True).scaled(60) == Interval(60, 120, low_open=True)


def test_large_numbers_are_written_with_names() -> None:
    assert [written(3e9), written(1.25e12), written(0)] == ["3 billion", "1.25 trillion", "0"]

"""A printed number stands for all that is rounded to it."""

import pytest

from lint.find.interval import Interval
from lint.find.rounding import coarse_place, last_place, rounded


@pytest.mark.parametrize(
    ("digits", "last", "coarse"),
    [
        ("8.25", 0.01, 0.01),
        ("8.0", 0.1, 0.1),
        ("1,234", 1, 1),
        ("1,200", 1, 100),
        ("300", 1, 30),
        ("5", 1, 1),
        ("0", 1, 1),
    ],
)
def test_zeros_at_the_end_may_come_from_rounding_but_a_tenth_is_the_most(
    digits: str, last: float, coarse: float
) -> None:
    assert last_place(digits) == pytest.approx(last)
    assert coarse_place(digits) == pytest.approx(coarse)


def test_half_a_place_either_way_is_the_same_when_rounded() -> None:
    assert rounded(1200.0, 100.0) == Interval(1150.0, 1250.0)


def test_a_number_of_any_length_has_a_place() -> None:
    assert coarse_place("1" + "0" * 5000) > 1

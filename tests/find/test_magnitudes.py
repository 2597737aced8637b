"""The finder of the magnitudes of earthquakes, in all the ways that news writes them."""

import pytest

from lint import Report, Span
from lint.find.magnitudes import magnitudes


def found(text: str) -> list[float]:
    return [each.value for each in Report("a.txt", text, Span(0, len(text))).find(magnitudes)]


@pytest.mark.parametrize(
    "text",
    [
        "A quake with a magnitude of 6.1 hit Marrowby.",
        "A quake of at least magnitude 6.1 hit Marrowby.",
        "A magnitude-6.1 quake hit Marrowby.",
        "A 6.1-magnitude earthquake hit Marrowby.",
        "A 6.1 - magnitude earthquake hit Marrowby.",
        "A 6.1 magnitude temblor hit Marrowby.",
        "A 6.1 quake hit Marrowby.",
        "6.1 Earthquake hits Marrowby",
        "An earthquake measuring 6.1 hit Marrowby.",
        "An earthquake registering 6.1 on the Richter scale hit Marrowby.",
        "The quake had a force of about 6.1 on the open-ended Richter scale.",
        "The quake was 6.1 degrees on the Richter scale.",
    ],
)
def test_a_magnitude_is_read_however_it_is_written(text: str) -> None:
    assert found(text) == [6.1]


@pytest.mark.parametrize(
    "text",
    [
        "A quake left cracks measuring 6.1 inches.",
        "The quake cost 6.1 percent of the harvest.",
        "A quake hit Marrowby 6.1 miles away.",
        "A disaster of that magnitude in 2003 was unheard of.",
        "He measured 6.1 feet.",
    ],
)
def test_another_measure_is_no_magnitude(text: str) -> None:
    assert found(text) == []


def test_all_magnitudes_of_a_sentence_are_read() -> None:
    assert found("Tehran put the magnitude at 5.9, the Survey said it was a magnitude 6.1 quake.") == [5.9, 6.1]

"""The finder of distances from a place: how many kilometres, from where, and in which direction."""

import pytest

from lint import Report, Span
from lint.find.distances import Distance, distances


def found(text: str) -> list[Distance]:
    return list(Report("a.txt", text, Span(0, len(text))).find(distances))


@pytest.mark.parametrize(
    ("text", "place", "kilometres", "bearing"),
    [
        ("It lies 60 km north of Port Sorrel.", "port sorrel", 60, 0),
        ("It lies 60 kilometers (37 miles) northeast of Brackley.", "brackley", 60, 45),
        ("It lies 60 kilometres to the south - west of Brackley.", "brackley", 60, 225),
        ("It lies 60 km northwest of the city of Brackley.", "brackley", 60, 315),
        ("It lies 60 km southeast of the capital, Brackley.", "brackley", 60, 135),
        ("It lies 60km south west of Brackley.", "brackley", 60, 225),
        ("It lies 60 kilometers from Brackley.", "brackley", 60, None),
        ("It lies 1, 500 kilometers east of Brackley.", "brackley", 1500, 90),
        ("It sank 100 nautical miles west of Brackley.", "brackley", 185.2, 270),
        ("It sank 100 miles off Brackley.", "brackley", 160.9344, None),
    ],
)
def test_a_distance_is_read_with_its_place_and_its_side(
    text: str, place: str, kilometres: float, bearing: int | None
) -> None:
    (distance,) = found(text)
    assert distance.kilometres.low == pytest.approx(kilometres)
    assert (distance.place, distance.bearing) == (place, bearing)


@pytest.mark.parametrize(
    "text",
    [
        "It lies 60 km north of here.",
        "It is 60 km long.",
        "It has 60 shops north of Brackley.",
        "60 percent of Brackley.",
    ],
)
def test_what_is_no_distance_from_a_place_with_a_name_is_left_alone(text: str) -> None:
    assert found(text) == []

"""conflicting-sides: which two sides of a country a town cannot lie on both."""

import pytest
from lint.rules.conflicting_sides import ConflictingSides

from lint.engine import lint
from lint.source import Source

EVENT = "The Quillback Star sank off Port Sorrel on Sunday. Captain Odette Farrow was rescued near Tannery Point."


def found(*texts: str) -> list[str]:
    sources = [Source(f"{number}.txt", f"{EVENT} {text}\n".encode()) for number, text in enumerate(texts)]
    return [each.primary.passage.words for each in lint(sources, [ConflictingSides()]).diagnostics]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("She lives in the southern city of Marseille.", "She lives in Marseille, in northern France."),
        ("She lives in the southern port city of Marseille.", "She lives in Marseille, a port in central France."),
        ("She lives near Toledo in northwestern Ohio.", "She lives near Toledo in southern Ohio."),
    ],
)
def test_a_town_on_two_sides_is_reported(one: str, other: str) -> None:
    assert len(found(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("She lives in the southern city of Marseille.", "She lives in Marseille in southeastern France."),
        ("She lives near Toledo in northwestern Ohio.", "She lives near Toledo in central Spain."),
        ("She lives in the southern city of Toledo.", "She lives near Toledo in northwestern Ohio."),
        ("She lives in the southern city of Xyzzyville.", "She lives in Xyzzyville in northern France."),
        ("She lives in the southern city of Marseille.", "She fled from Marseille in northern winds."),
    ],
    ids=["near sides", "two countries", "of a state", "no place", "no country"],
)
def test_other_sides_are_left_alone(one: str, other: str) -> None:
    assert found(one, other) == []

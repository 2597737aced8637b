"""conflicting-scenes: where it was, and where somebody was hit, in two reports of one event."""

import pytest
from lint.rules.conflicting_scenes import ConflictingScenes

from lint.engine import lint
from lint.read import Source

EVENT = " It was near Fenwick Lock on the Ottery canal in Brackley, Harlan Quibell, 34, said on Monday.\n"


def said(*texts: str, days: tuple[int, ...] = (6, 6)) -> list[str]:
    sources = [
        Source(f"{number}.txt", f" date 2026-04-{days[number]:02}\n\n{text}{EVENT}".encode())
        for number, text in enumerate(texts)
    ]
    return [each.primary.passage.words for each in lint(sources, [ConflictingScenes()]).diagnostics]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Ida Tharp was shot in the left leg.", "Ida Tharp, 31, was wounded in the arm."),
        ("Ida Tharp broke her left foot.", "Ida Tharp has broken her right foot."),
        ("A 31-year-old man was shot in the head.", "The 31-year-old was struck twice in the chest."),
        ("It was on the city's north side.", "It was on the south side of Brackley."),
        ("It was on Brackley's West Side.", "It was on the southeast side of the city."),
        ("Ida Tharp was shot in the kitchen.", "Ida Tharp was found dead in her bedroom."),
        ("Ida Tharp was shot inside the Otter club.", "Ida Tharp was shot outside the Otter club."),
    ],
)
def test_two_scenes_of_one_event_are_reported(earlier: str, later: str) -> None:
    assert len(said(earlier, later)) == 1


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Ida Tharp was shot in the leg.", "Ida Tharp was shot in the thigh."),
        ("Ida Tharp was shot in the leg.", "Ida Tharp was shot in the leg and the arm."),
        ("Ida Tharp was shot in the leg.", "Mo Farrow was shot in the arm."),
        ("Ida Tharp was shot in the leg.", "Ida Tharp was shot in the leg. Ida Tharp was shot in the arm."),
        ("A 31-year-old man was shot in the head.", "Two men were hurt. A 31-year-old was shot in the leg."),
        ("It was on the city's north side.", "It was on the northwest side of Brackley."),
        ("It was on the city's north side.", "It was on the south side of Fenwick Street."),
        ("Ida Tharp was shot in the kitchen.", "Ida Tharp found the gun in her bedroom."),
        ("Ida Tharp was shot inside the Otter club.", "Ida Tharp was shot outside the Otter store."),
        ("Ida Tharp was shot inside the Otter club.", "In a separate shooting, a man was shot outside a club."),
    ],
)
def test_scenes_that_fit_each_other_or_are_of_another_are_not(earlier: str, later: str) -> None:
    assert said(earlier, later) == []


def test_reports_weeks_apart_are_not_compared() -> None:
    one, other = "Ida Tharp was shot in the kitchen.", "Ida Tharp was found dead in her bedroom."
    assert said(one, other, days=(6, 27)) == []

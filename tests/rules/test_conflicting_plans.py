"""conflicting-plans: days on which reports put what is to come."""

import pytest
from lint.rules.conflicting_plans import ConflictingPlans

from lint.engine import lint
from lint.read import Source

EVENT = " The barge Ottilie sank at Fenwick Lock on the Ottery canal in Brackley, said Harlan Quibell, 34.\n"


def said(*texts: str, dates: tuple[str, ...] = ("2026-04-06", "2026-04-07")) -> list[str]:
    sources = [
        Source(f"{number}.txt", f"{f' date {day}' if day else ''}\n\n{text}{EVENT}".encode())
        for number, (text, day) in enumerate(zip(texts, dates, strict=True))
    ]
    return [each.primary.passage.words for each in lint(sources, [ConflictingPlans()]).diagnostics]


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ("Harlan Quibell goes on trial April 20.", "Harlan Quibell's trial is set for April 22.", "April 22"),
        (
            "Quibell's Ottilie goes on sale May 2, it said Monday.",
            "Quibell's Ottilie will be on sale from May 4.",
            "May 4",
        ),
        ("Ada Quibell will fight Ida Tharp on June 20.", "Ada Quibell and Ida Tharp will box on June 27.", "June 27"),
        ("Harlan Quibell will be sentenced on Friday.", "Harlan Quibell is to be sentenced Thursday.", None),
        ("Fenwick Lock will reopen on April 11.", "Fenwick Lock, he said, would be reopened on April 12.", None),
    ],
)
def test_two_days_for_one_plan_are_reported(earlier: str, later: str, words: str | None) -> None:
    (found,) = said(earlier, later)
    assert words in (None, found)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Harlan Quibell goes on trial April 20.", "Ada Farrow of Tarn goes on trial April 22."),
        ("Harlan Quibell goes on trial April 20.", "Harlan Quibell is due in court on April 22."),
        ("Harlan Quibell goes on trial April 20.", "Harlan Quibell went on trial on April 3."),
        ("Harlan Quibell goes on trial April 20.", "Harlan Quibell's trial was moved to April 22."),
        ("Harlan Quibell goes on trial April 20.", "Harlan Quibell's trial is on April 22, Tharp's on April 20."),
        ("Harlan Quibell goes on trial April 20.", "Harlan Quibell will go on trial on September 20."),
    ],
)
def test_other_plans_past_days_and_days_that_moved_are_not(earlier: str, later: str) -> None:
    assert said(earlier, later) == []


def test_what_is_planned_after_the_first_day_has_gone_by_is_something_else() -> None:
    first, second = "Harlan Quibell has a hearing set for April 8.", "Harlan Quibell has a hearing set for April 22."
    assert said(first, second) != []
    assert said(first, second, dates=("2026-04-06", "2026-04-09")) == []


def test_reports_without_a_date_are_held_against_each_other_too() -> None:
    assert (
        said("Harlan Quibell goes on trial April 20.", "Harlan Quibell's trial is set for April 22.", dates=("", ""))
        != []
    )

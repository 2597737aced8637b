"""A weekday and its date are of one day, in a year that the report leaves no doubt of."""

import pytest
from lint.rules.weekday_date import WeekdayDate

from lint.engine import lint
from lint.read import Source

HEAD = " date 2026-03-12\n\n"  # a Thursday


def said(text: str, head: str = HEAD) -> list[str]:
    return [
        each.primary.passage.words
        for each in lint([Source("a.txt", (head + text).encode())], [WeekdayDate()]).diagnostics
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met on Tues., March 11.", "Tues., March 11"),
        ("They met on Tuesday night, March 11.", "Tuesday night, March 11"),
        ("They met on Tuesday (March 11).", "Tuesday (March 11)"),
        ("They met on March 11 (a Tuesday).", "March 11 (a Tuesday)"),
        ("They meet on Friday and Saturday, March 15 and 16.", "Saturday, March 15"),
        ("They met on Friday, Dec. 31, 2024.", "Friday, Dec. 31, 2024"),
        ("They met on Saturday 10 January.", ""),
        ("They met on Sunday 1 February, as in 2019.", ""),
        ("They met on Monday 2 February, as in 2019.", ""),
        ("They met on Tuesday 3 February, as in 2019.", ""),
        ("They met on Wednesday 3 February, as in 2019.", "Wednesday 3 February"),
    ],
)
def test_a_weekday_in_any_form_is_held_against_its_date(text: str, words: str) -> None:
    assert said(text) == [words] * bool(words)


@pytest.mark.parametrize(
    "text",
    [
        "The fair runs Friday through Sunday, March 13-15.",
        "The fair is on Saturday and Sunday, March 14 and 15.",
        "The fair runs Saturday-Sunday, March 14–15.",
        "The fair is on Saturday, March 14, not Friday, March 14.",
        "Correction: an earlier version of this report gave the day as Friday, March 14.",
        "In 2025 the fair opened on Friday, March 14, and closed the next day.",
        "The fair burnt down on Friday, March 14, a year earlier.",
        "The fair closed on Wednesday, Aug. 12.",
        "Nobody is open on Friday, Feb. 30.",
        "He comes on Fridays. May 3 is his birthday.",
    ],
)
def test_lists_corrections_and_other_years_are_left_alone(text: str) -> None:
    assert said(text) == []


def test_without_a_date_of_the_report_only_a_written_year_counts() -> None:
    assert said("They met on Friday, March 10.", head="") == []
    assert said("They met on Friday, March 10, 2026.", head="") == ["Friday, March 10, 2026"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_report_from_either_end_of_the_calendar_crashes_nothing(day: str) -> None:
    assert said("They met on Friday, December 31, and on Friday, January 1.", head=f"---\ndate: {day}\n---\n") == []

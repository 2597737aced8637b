"""Days that no calendar has, times that no clock shows, and events told before they can have happened."""

import pytest
from lint.rules.impossible_date import ImpossibleDate

from lint.engine import lint
from lint.read import Source

HEAD = " date 2026-03-12\n\n"


def said(text: str, head: str = HEAD) -> list[tuple[str, str]]:
    found = lint([Source("a.txt", (head + text).encode())], [ImpossibleDate()]).diagnostics
    return [(each.primary.passage.words, each.severity) for each in found]


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("The term ends on 31 April.", "31 April", "error"),
        ("The term ends on Feb. 30.", "Feb. 30", "error"),
        ("The term ended on Friday, Sept. 31, 2022.", "Friday, Sept. 31, 2022", "error"),
        ("The term ends on March 34th.", "March 34th", "error"),
        ("The term ended on March 34, 2019.", "March 34, 2019", "error"),
        ("The bar closes at 9:75 p.m. daily.", "9:75 p.m.", "error"),
        ("The bar opens at 14:30 a.m. daily.", "14:30 a.m.", "error"),
        ("The bar opens at 26 p.m. daily.", "26 p.m.", "error"),
        ("The bar opens at 14:30 p.m. daily.", "14:30 p.m.", "note"),
        ("A clerk died in the harbor on April 9, 2026.", "April 9, 2026", "error"),
        ("A clerk was shot by a guard on March 19.", "March 19", "warning"),
    ],
)
def test_what_cannot_be_is_reported(text: str, words: str, severity: str) -> None:
    assert said(text) == [(words, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "There is no such day as Feb. 30.",
        "He was born on Feb. 29, 2024.",
        "The bar closes at 12:00 a.m. and 12:30 p.m. and 11:59 PM.",
        "The run took 25:10 minutes, not 1:75, at 98.6 FM, at 10 45 p.m., at 6: 00 p.m. and 2:19.63 a mile.",
        "The army needs 45th place; on May 45 men left, in March 99th Street.",
        "A clerk was shot in the harbor on April 9.",
        "A clerk was shot on March 13, a day ahead elsewhere.",
        "A clerk was shot a year ago, on March 19.",
        "A clerk was arrested and is to appear on March 19.",
        "A clerk was charged, and the trial opens March 19.",
        "A clerk was found guilty for work of March 19.",
        "“The clerk who was so very tired of it all was shot on March 19,” said her brother.",
        "A clerk was shot on Wednesday, March 19, as it was a year before.",
    ],
)
def test_what_can_be_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_the_old_year_written_in_january_is_reported_once_an_event_of_the_new_year_shows_it() -> None:
    head = " date 2026-02-20\n\n"
    text = "The barge sank on Jan. 18. Its captain appeared in court on Jan. 24, {year}."
    assert said(text.format(year=2025), head) == [("Jan. 24, 2025", "warning")]
    assert said(text.format(year=2026), head) == []
    assert said("The barge sank on Jan. 18. A pilot opened the quay on Jan. 24, 2025.", head) == []


def test_what_a_report_without_a_date_tells_may_be_of_any_day() -> None:
    assert said("A clerk was shot on March 19, 2051.", head="") == []

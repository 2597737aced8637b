"""Ages fit births, and numbers of years fit the years beside them."""

import pytest
from lint.rules.age_arithmetic import AgeArithmetic

from lint.engine import lint
from lint.read import Source

HEAD = " date 2026-03-12\n\n"


def said(text: str, head: str = HEAD) -> list[tuple[str, str]]:
    found = lint([Source("a.txt", (head + text).encode())], [AgeArithmetic()]).diagnostics
    return [(each.primary.passage.words, each.severity) for each in found]


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("Edda Quarrie, 58, who was born on May 3, 1960, keeps it.", "58", "error"),
        ("Edda Quarrie, 64, was born on 3 January 1960 in Ottery.", "64", "warning"),
        ("Edda Quarrie, 52, keeps it. She likes it.\n\nQuarrie was born in Ottery in 1960.", "52", "error"),
        ("Born in 1930, Edda Quarrie died in 2001 aged 61.", "aged 61", "error"),
        ("It burned 12 years ago, in 2001.", "12 years ago", "error"),
        ("It burned in May 2001, more than 40 years ago.", "40 years ago", "error"),
        ("It opened in 1950 and closed thirty years later, in 1983.", "thirty years later", "error"),
        ("On the 12th anniversary of the 2001 fire, bells rang.", "12th anniversary", "error"),
    ],
)
def test_years_that_do_not_add_up_are_reported(text: str, words: str, severity: str) -> None:
    assert said(text) == [(words, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "Edda Quarrie, 65, who was born on May 3, 1960, keeps it.",
        "Edda Quarrie, 65, was born on March 8, 1960 in Ottery.",
        "Edda Quarrie, 66, keeps it.\n\nQuarrie was born in Ottery in 1960.",
        "Edda Quarrie, 41, keeps it. Edda Quarrie, 12, her niece, helps.\n\nQuarrie was born in 1960.",
        "Tom Quarrie, 41, keeps it.\n\nEdda Quarrie was born in 1960.",
        "Edda Quarrie, 41, whose mother was born in 1930, keeps it.",
        "Born in 1930, Edda Quarrie died in 2001 aged 71.",
        "Born in 1930, Edda Quarrie was 12 years old when war came.",
        "Edda Quarrie, 41, was born to parents who came in 1960.",
        "Edda Quarrie, who was born in 1960, died on Sunday. She was 65.",
        "Edda Quarrie, born in 1960, died in 2001. She was 41.",
        "Edda Quarrie was born in 1960. She was 41 when it burned.",
        "Edda Quarrie was born in 1960, and has a son. He was 41.",
        "It burned 25 years ago, in 2001, and 20 years ago, in 2005.",
        "It burned in 1990, more than 30 years ago.",
        "A century ago, in 1920, and 100 years ago, in 1924, it burned.",
        "In 1991, 10 years after his death in 1981, it burned.",
        "It was the 25th anniversary of the 2001 fire.",
        "The firm of 1990 moved 10 years later, in 2014 at last.",
    ],
)
def test_years_that_may_be_right_are_left_alone(text: str) -> None:
    assert said(text) == []


def test_a_report_without_a_date_has_no_years_ago() -> None:
    assert said("It burned 12 years ago, in 1901.", head="") == []


def test_a_number_of_years_between_two_cues_is_reported_once() -> None:
    text = "It burned 12 years ago, in 2001, and 20 years ago it opened, they say."
    assert said(text) == [("12 years ago", "error")]

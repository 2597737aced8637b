"""A whole and its parts add up, or the report leaves room."""

import pytest
from lint.rules.parts_sum import PartsSum

from lint.engine import lint
from lint.read import Source


def said(text: str) -> list[tuple[str, str]]:
    found = lint([Source("a.txt", text.encode())], [PartsSum()]).diagnostics
    return [(each.primary.passage.words, each.severity) for each in found]


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("Five people, three men, two women and a child, were hurt.", "three men, two women and a child", "error"),
        ("He robbed 12 others -- nine males and six females -- in May.", "nine males and six females", "error"),
        ("Twenty-two people were held: 14 adults and five children.", "14 adults and five children", "warning"),
        ("She has three children, two boys and two girls.", "two boys and two girls", "error"),
        ("Four passengers were hurt, six of them badly.", "six of them", "error"),
        ("He shot six people, including five men and two women.", "five men and two women", "error"),
        ("In it, 58% support the road and 47% oppose it.", "47%", "warning"),
        (
            "Police identified the two men as Odo Roe, 34, Al Dow, 5, and Cy Tharp, 41.",
            "Odo Roe, 34, Al Dow, 5, and Cy Tharp, 41",
            "warning",
        ),
        (
            "The three dead were identified as Ada Roe, 34, and her son Cy Roe, 4.",
            "Ada Roe, 34, and her son Cy Roe, 4",
            "warning",
        ),
        ("Of 300 members, 52% voted yes, 41% voted no and 12% did not vote.", "12%", "warning"),
    ],
)
def test_parts_that_are_too_many_or_too_few_are_reported(text: str, words: str, severity: str) -> None:
    assert said(text) == [(words, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "Two men, three women and a child were hurt.",
        "Twelve people, two officers and three firefighters were hurt.",
        "Some 12 people, seven men and six women, were held.",
        "More than 12 people, seven men and two women, were held.",
        "Three students, two males and a female, were held.",
        "Five people, two men and two women and a boy, were held.",
        "Five people, two men and two women from next door, and a boy were held.",
        "Six people, including two men and three women, were held.",
        "Six people, three women and five teachers, were held.",
        "He sold 12 boats in May, seven men and six women said.",
        "Nine people came, none of them old; two of them left with nine of the others.",
        "A man was killed and five people were hurt, including three children.",
        "Two people died in 2019, and 12 in 2020, including nine children.",
        "In it, 58% of men support the road and 47% of women oppose it.",
        "Last year 58% supported the road; 47% now oppose it.",
        "In it, 58% support the road and 47% the bridge.",
        "In it, 58% support the road and 42.5% oppose it.",
        "The three dead were identified as Ada Roe, 34, Odo Tharp, 41, of Tarn Vale, and Cy Dow, 5.",
        "The three dead were identified as Ada Roe, 34, Odo Tharp, 41, and a boy.",
        "Two of the five dead were identified as Ada Roe, 34, Odo Tharp, 41, and Cy Dow, 5.",
        "At least two people were identified as Ada Roe, 34, Odo Tharp, 41, and Cy Dow, 5.",
        "The two suspects were identified as Ada Roe, 34, Odo Tharp, 41, and others.",
        "Of 300 members, 52% voted yes, 41% voted no and 7% did not vote.",
        "In it, 52% use the bus, 41% the ferry and 17% a car.",
        "In Tarn 52% were unsure, in Quillby 61% were unsure, and in Brackley 40% were.",
        "Two people died: Ada Roe, 34; and Odo Tharp, 41.",
        "The board has 15 members, nine Democrats and six Republicans.",
        "In it, 45 percent were in favor, 38 percent against and 17 percent undecided.",
    ],
)
def test_sums_that_are_right_or_leave_room_are_not(text: str) -> None:
    assert said(text) == []


def test_a_number_of_any_length_crashes_nothing() -> None:
    assert said(f"{'9' * 5000} people, {'9' * 5000} men and six women, were held.") == []

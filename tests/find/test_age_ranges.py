"""The finder of ranges of ages: decades, and the youngest and the oldest of a group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.find.age_ranges import AgeRange, age_ranges


def found(text: str) -> list[AgeRange]:
    return list(Report("a.txt", text, Span(0, len(text))).find(age_ranges))


@pytest.mark.parametrize(
    ("text", "words", "least", "most"),
    [
        ("The victims, who range in age from 19 to 34, left.", "in age from 19 to 34", 19 * 12, 35 * 12),
        ("Four boys, ages 4 to 17, left.", "ages 4 to 17", 4 * 12, 18 * 12),
        ("Four boys, ages 4-17, left.", "ages 4-17", 4 * 12, 18 * 12),
        ("Four men ranging from 19 to 34 years old left.", "ranging from 19 to 34 years old", 19 * 12, 35 * 12),
        ("Children aged from one to 12 left.", "aged from one to 12", 12, 13 * 12),
        ("Children, ranging in age from 7 months to 10 years, left.", "in age from 7 months to 10 years", 7, 11 * 12),
        ("All are boys between the ages of 9 and 15.", "between the ages of 9 and 15", 9 * 12, 16 * 12),
        ("They were in their 20s.", "in their 20s", 20 * 12, 30 * 12),
        ("They were in their early 20’s.", "in their early 20’s", 20 * 12, 25 * 12),
        ("She was in her thirties.", "in her thirties", 30 * 12, 40 * 12),
        ("A man in his mid-40s left.", "in his mid-40s", 43 * 12, 48 * 12),
        ("A man in his late teens left.", "in his late teens", 13 * 12, 20 * 12),
    ],
)
def test_a_range_is_read_in_months(text: str, words: str, least: float, most: float) -> None:
    (each,) = found(text)
    assert text[each.span.start : each.span.end].endswith(words)
    assert (each.least, each.most) == (least, most)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The victims, who range in age from 19 to 34, left.", ("victims", True, 0, True)),
        ("All of the victims are in their 20s.", ("victims", True, 0, True)),
        ("Four women, ranging in age from 31 to 40, left.", ("women", True, 4, False)),
        ("The other three men, ages 20 to 22, left.", ("men", True, 0, False)),
        ("A boy and a man in his 20s left.", ("man", False, 0, False)),
        ("An adult in their 20s left.", ("adult", False, 0, False)),
        ("Two left. They were in their 20s.", ("", True, 0, False)),
    ],
)
def test_a_range_knows_whose_it_is(text: str, expected: tuple[str, bool, int, bool]) -> None:
    (each,) = found(text)
    assert (each.person, each.several, each.count, each.whole) == expected


def test_only_the_ends_of_what_ranges_are_ages_that_somebody_has() -> None:
    assert [each.from_to for each in found("The victims range in age from 19 to 34.")] == [True]
    assert [each.from_to for each in found("The victims are between the ages of 19 and 34.")] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Two boys, ages 5 and 7, left.",
        "They received sentences ranging from six to 75 years.",
        "It was built in the 20s.",
        "The families have ties.",
        "Stages 3 to 5 are hilly.",
    ],
)
def test_other_words_are_no_range(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet=st.sampled_from("ages 12to-ratheir0s."), max_size=60))
def test_no_text_can_break_it_and_every_range_stands_where_it_says(text: str) -> None:
    for each in found(text):
        assert 0 <= each.span.start < each.span.end <= len(text)
        assert each.least < each.most

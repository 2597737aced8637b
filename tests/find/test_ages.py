"""The finder of ages: how old somebody is said to be, and who."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.find.ages import Age, ages


def found(text: str) -> list[Age]:
    return list(Report("a.txt", text, Span(0, len(text))).find(ages))


@pytest.mark.parametrize(
    ("text", "years", "name", "words"),
    [
        ("Odo Mason, 35, left.", 35, "Odo Mason", "35"),
        ("Mason, 35, left.", 35, "Mason", "35"),
        ("Odo Mason (35) left.", 35, "Odo Mason", "35"),
        ("Odo Mason, 35, of Tarn, left.", 35, "Odo Mason", "35"),
        ("The dead are Ida de la Mare Holt Jr., 61; nobody else.", 61, "Ida de la Mare Holt Jr.", "61"),
        ("Odo Mason was 35.", 35, "Odo Mason", "35"),
        ("Odo Mason, who is 35, left.", 35, "Odo Mason", "35"),
        ("Odo Mason was just 12.", 12, "Odo Mason", "12"),
        ("Odo Mason, who is now 35, left.", 35, "Odo Mason", "35"),
        ("Odo Mason, only 12, left.", 12, "Odo Mason", "12"),
        ("Odo Mason, aged 35, left.", 35, "Odo Mason", "aged 35"),
        ("A nun aged 21 left.", 21, "", "aged 21"),
        ("She died at the age of 91.", 91, "", "age of 91"),
        ("The 28-year-old left.", 28, "", "28-year-old"),
        ("The 61 - year - old left.", 61, "", "61 - year - old"),
        ("A 33-YEAR-OLD LEFT.", 33, "", "33-YEAR-OLD"),
        ("28-year-old Odo Mason left.", 28, "Odo Mason", "28-year-old"),
        ("A two year old left.", 2, "", "two year old"),
        ("The twenty-three-year-old left.", 23, "", "twenty-three-year-old"),
        ("They identified the 25-year-old as Odo Mason.", 25, "Odo Mason", "25-year-old"),
        ("Odo Mason is 35 years old.", 35, "Odo Mason", "35 years old"),
        ("Odo Mason, a 35-year-old nurse, left.", 35, "Odo Mason", "35-year-old"),
        ("In Tarn Hill, a 6-year-old boy, slept.", 6, "", "6-year-old boy"),
        ("The woman, 40, left.", 40, "", "40"),
        ("The boy was 9.", 9, "", "9"),
        ("After Odo Mason, 35, left, it rained.", 35, "Odo Mason", "35"),
        ("When Mason, 35, left, it rained.", 35, "Mason", "35"),
        ("Ida Holt, a singer of the 1940s, died on Thursday at 91.", 91, "Ida Holt", "91"),
        ("Singer Odo Mason said Ida Holt died at 91.", 91, "Ida Holt", "91"),
        ("Odo Mason said the singer Ida Holt of Tarn died at 91.", 91, "", "91"),
        ("Ida Holt, a singer of the 1940s, died on Thursday. She was 91.", 91, "Ida Holt", "91"),
        ("Ida Holt died on Thursday in Tarn. Her son found her. She was 91.", 91, "Ida Holt", "91"),
        ("Ida Holt died on Thursday. She was 91, and she was loved.", 91, "Ida Holt", "91"),
    ],
)
def test_an_age_in_years_is_read_with_the_name_beside_it(text: str, years: int, name: str, words: str) -> None:
    (age,) = found(text)
    assert (age.years, age.name, text[age.span.start : age.span.end]) == (years, name, words)
    assert (age.least, age.most) == (12 * years, 12 * (years + 1))


@pytest.mark.parametrize(
    ("text", "least", "most", "person"),
    [
        ("An 11-month-old boy slept.", 11, 12, "boy"),
        ("A six-week-old baby slept.", 6 * 12 / 52, 7 * 12 / 52, "baby"),
        ("A 12-day-old infant slept.", 12 * 12 / 365, 13 * 12 / 365, "infant"),
        ("A 4-year-old sleeping little girl woke.", 48, 60, "girl"),
        ("A 1- or 2-year-old boy slept.", 12, 36, "boy"),
        ("A two or three year old girl slept.", 24, 48, "girl"),
    ],
)
def test_an_age_is_an_interval_of_months_and_knows_the_noun_beside_it(
    text: str, least: float, most: float, person: str
) -> None:
    (age,) = found(text)
    assert age.least == pytest.approx(least)
    assert age.most == pytest.approx(most)
    assert age.person == person


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Two men, 25 and 30, left.", [25, 30]),
        ("The sons, ages 4, 6 and 9, left.", [4, 6, 9]),
        ("Ida Holt, 23, and Odo Mason, 25, left with a 3-year-old girl.", [23, 25, 3]),
    ],
)
def test_several_ages_come_in_the_order_of_the_text(text: str, years: list[int]) -> None:
    assert [age.years for age in found(text)] == years


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holt took over the shop in Tarn. She was 31.",
        "Her husband died in 1985. She was 31.",
        "Ida Holt died on Thursday. She was 31 when she left Tarn for good.",
        "Three of them died on Thursday at 9 a.m. in Tarn.",
        "The number of the dead stood at 31.",
        "The number of those who died stood at 31.",
    ],
)
def test_an_age_of_long_ago_is_nobodys_age_now(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Odder Park Fire Kills 3, Police Say",
        "WSMV Channel 4, a station, said so.",
        "On Sunday, 12, and on May 5, 12 people came.",
        "The club is for ages 8 to 12.",
        "All of them are between 5 and 7 years old.",
        "He was in his 20s.",
        "He was seen by all under age 17.",
        "In 2005, at the age of 91, he spoke.",
        "He came on Jan. 12, 2015, again.",
        "The bridge is 300 years old.",
        "She led 14, lost 3 and drew 2.",
        "On July 4, 12 boats sailed.",
    ],
)
def test_other_numbers_are_no_ages(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet=st.sampled_from("Ab 12,-yearsold()."), max_size=60))
def test_no_text_can_break_it_and_every_age_stands_where_it_says(text: str) -> None:
    for age in found(text):
        assert 0 <= age.span.start < age.span.end <= len(text)
        assert any(character.isdigit() or character.isalpha() for character in text[age.span.start : age.span.end])


@pytest.mark.parametrize("text", ["It bars an under-17-year-old from it.", "An under - 17 - year - old slept."])
def test_a_bound_is_nobodys_age(text: str) -> None:
    assert found(text) == []

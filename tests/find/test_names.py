"""The finder of names: what is one, whose it is, and which mentions belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.find.names import Kind, Name, names


def found(text: str, title: str = "") -> list[Name]:
    whole = f"{title}\n\n{text}" if title else text
    headline = Span(0, len(title)) if title else None
    start = len(title) + 2 if title else 0
    return list(Report("a.txt", whole, Span(start, len(whole)), headline).find(names))


def persons(text: str) -> list[tuple[str, str, str]]:
    return [(name.title, name.given, name.surname) for name in found(text) if name.is_person]


@pytest.mark.parametrize(
    ("text", "title", "given", "surname"),
    [
        ("The talk was opened by Director Ada Lowe.", "Director", "Ada", "Lowe"),
        ("Jackson County Prosecutor Ada Poe Lowe agreed.", "Jackson County Prosecutor", "Ada Poe", "Lowe"),
        ("They met Sgt. Ada Lowe.", "Sgt.", "Ada", "Lowe"),
        ("They met the First Lady Ada Lowe.", "First Lady", "Ada", "Lowe"),
        ("They met Mr. Lowe.", "Mr.", "", "Lowe"),
        ("They met union leader Ada Lowe.", "leader", "Ada", "Lowe"),
        ("They met Quilla Lowe, 34, at home.", "", "Quilla", "Lowe"),
        ("They met 34-year-old Quilla Lowe at home.", "", "Quilla", "Lowe"),
        ("“No,” said Quilla Lowe.", "", "Quilla", "Lowe"),
        ("They met Quilla Lowe, director of the Bell Institute.", "director", "Quilla", "Lowe"),
        ("The mayor of Ulm, Quilla Lowe, agreed.", "mayor", "Quilla", "Lowe"),
        ("They met Anna van der Lowe.", "", "Anna", "van der Lowe"),
        ("They met Ahmed al-Lowe.", "", "Ahmed", "al-Lowe"),
        ("They met Carlos Lowe-Poe.", "", "Carlos", "Lowe-Poe"),
        ("They met John J. Lowe.", "", "John J.", "Lowe"),
        ("They met J.R. Lowe, 40.", "", "J.R.", "Lowe"),
        ("They met John “Ace” Lowe.", "", "John “Ace”", "Lowe"),
        ("They met John O’Lowe’s aunt.", "", "John", "O’Lowe"),
    ],
)
def test_a_person_is_read_with_title_given_name_and_surname(text: str, title: str, given: str, surname: str) -> None:
    assert persons(text) == [(title, given, surname)]


@pytest.mark.parametrize(
    ("words", "suffix"), [("John Lowe Jr.", "Jr."), ("John Lowe, Jr.", "Jr."), ("John Lowe III", "III")]
)
def test_a_suffix_is_no_surname(words: str, suffix: str) -> None:
    (name,) = found(f"They met {words}")
    assert (name.surname, name.suffix) == ("Lowe", suffix)


def test_an_age_beside_a_name_is_its_age() -> None:
    assert [name.age for name in found("They met Quilla Lowe, 34, and 7-year-old Ned Poe.")] == [34, 7]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Bell County Hospital", Kind.BODY),
        ("Ministry of Popular Power", Kind.BODY),
        ("Bell Street", Kind.PLACE),
        ("New Bell", Kind.PLACE),
        ("Bell Awards", Kind.UNKNOWN),
    ],
)
def test_bodies_and_places_are_no_persons(words: str, kind: Kind) -> None:
    (name,) = found(f"They looked at {words} again.")
    assert (name.words, name.kind) == (words, kind)


def test_later_mentions_are_linked_with_the_first_full_one() -> None:
    text = "They met Quilla Lowe, 34. Lowe was calm. President Lowe’s aunt, Quilla, was not. Ms. Poe said so."
    mentions = found(text)
    assert [text[name.introduced.start : name.introduced.end] for name in mentions] == [
        "Quilla Lowe",
        "Quilla Lowe",
        "Quilla Lowe",
        "Quilla Lowe",
        "Poe",
    ]
    assert all(name.is_person for name in mentions)


def test_relatives_share_a_surname_and_are_two_persons() -> None:
    ada, ned = found("They met Ada Lowe, 34, and Ned Lowe, 36.")
    assert ada.introduced != ned.introduced


def test_one_who_speaks_by_surname_alone_shows_that_the_full_name_was_a_persons() -> None:
    first, later = found("They met Quilla Ghyll. “No,” said Ghyll.")
    assert first.is_person and later.introduced == first.span


def test_weekdays_months_and_openers_are_no_names() -> None:
    assert [name.words for name in found("On Tuesday Quilla Ghyll came. The March wind blew. But May passed.")] == [
        "Quilla Ghyll"
    ]


def test_an_office_without_its_holder_is_no_name() -> None:
    assert found("the Prime Minister and the Attorney General agreed") == []


def test_in_a_headline_of_capitals_nothing_is_taken_for_sure() -> None:
    shouted = found("They met Quilla Lowe, 34.", title="MAYOR LOWE SHOT IN BELL STREET")
    assert all(name.shouted for name in shouted[:-1])


def test_a_name_wrapped_over_two_lines_is_one_name_and_over_two_paragraphs_two() -> None:
    assert [name.words for name in found("they met Quilla\nLowe, 34")] == ["Quilla Lowe"]
    assert [name.words for name in found("they met Quilla\n\nLowe, 34")] == ["Quilla", "Lowe"]


@given(st.text(alphabet=st.sampled_from("ABcde ’'.,-\n“”()1é"), max_size=80))
def test_no_text_can_break_it_and_every_part_stands_where_it_says(text: str) -> None:
    for name in found(text):
        assert text[name.span.start : name.span.end].split() == name.words.split()
        assert all(name.span.covers(part) for part in name.parts)
        assert [text[part.start : part.end] for part in name.parts] or name.words

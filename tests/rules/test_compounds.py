"""Compounds are closed up and parted as English text has them."""

from itertools import pairwise

import pytest
from lint.rules import _compounds
from lint.rules._tables import TABLES

from lint import Report, Span


def torn(text: str) -> list[str]:
    report = Report("a.txt", text, Span(0, len(text)))
    return [report.words(each.span) for each in _compounds.torn(report)]


@pytest.mark.parametrize("table", ["closed_up.tsv", "torn.tsv"])
def test_a_table_is_sorted_and_has_no_line_twice(table: str) -> None:
    lines = [line.split("\t") for line in (TABLES / table).read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 1_000
    assert all(one[:-1] < other[:-1] for one, other in pairwise(lines))


@pytest.mark.parametrize(
    ("word", "words"),
    [("killswitch", "kill switch"), ("killswitches", None), ("policeofficers", "police officers"), ("dashcam", None)],
)
def test_words_that_nobody_closes_up_are_parted(word: str, words: str | None) -> None:
    assert _compounds.parted(word) == words


def test_every_line_of_what_nobody_closes_up_is_found_again() -> None:
    lines = (TABLES / "closed_up.tsv").read_text(encoding="utf-8").splitlines()
    for line in [*lines[::500], lines[0], lines[-1]]:
        word, place = line.split("\t")
        assert _compounds.parted(word) == f"{word[: int(place)]} {word[int(place) :]}"


def test_the_halves_of_one_word_are_found_on_one_line_or_two() -> None:
    assert torn("They kept a news letter and a bath\nroom.") == ["news letter", "bath\nroom"]


@pytest.mark.parametrize(
    "text",
    [
        "It was sold as news. Letter writers complained.",
        "News Letter was the name of the paper.",
        "A bath-room letter, a news.letter and @news letter.co were left.",
        "In the bath\n\nroom was left.",
        "They built a war time machine.",
        "The net works.",
    ],
)
def test_words_that_only_stand_side_by_side_are_not(text: str) -> None:
    assert torn(text) == []


def test_what_many_write_in_two_words_is_style() -> None:
    assert _compounds.is_style("law suits")
    assert not _compounds.is_style("bath room")

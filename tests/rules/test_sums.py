"""Sums of lists: which figures count together, and what they are."""

import importlib

import pytest

from lint import Report, Span

_sums = importlib.import_module("lint.rules._sums")


def found(text: str) -> list[tuple[str, float]]:
    report = Report("a.txt", text, Span(0, len(text)))
    return [(report.words(figure.whole), figure.value.low) for figure in _sums.sums(report)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They took seven pistols, three other guns and a tent.", "seven pistols, three other guns", 10),
        ("Nine barns and two other buildings burned.", "Nine barns and two other buildings", 11),
        ("A fire took six barns, two mills, and three other buildings.", "six barns, two mills, and three other", 11),
    ],
)
def test_others_at_the_end_of_a_list_are_of_the_kind_of_those_before(text: str, words: str, value: float) -> None:
    ((whole, low),) = found(text)
    assert (whole.startswith(words), low) == (True, value)


@pytest.mark.parametrize(
    "text",
    [
        "They took seven pistols and three guns.",
        "Seven pistols were taken, and three other guns.",
        "Seven officers, three other rifles and a tent were there.",
        "They took several pistols and three other guns.",
        "It cost $7 and three other coins.",
    ],
    ids=["no others", "a verb between", "people and things", "of no number", "money"],
)
def test_other_figures_are_not_added_up(text: str) -> None:
    assert found(text) == []

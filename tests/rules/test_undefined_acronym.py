"""undefined-acronym: what is never spelt out, and what needs not be."""

import csv

import pytest
from lint.rules._tables import TABLES
from lint.rules.undefined_acronym import UndefinedAcronym

from lint.engine import lint
from lint.read import Source


def said(text: str, rule: UndefinedAcronym | None = None) -> list[str]:
    found = lint([Source("a.txt", text.encode())], [rule or UndefinedAcronym()]).diagnostics
    return [each.primary.passage.words for each in found]


def test_an_acronym_is_reported_once_at_its_first_mention() -> None:
    assert said("He left the QZW. The QZW wept, and the QZW sued.") == ["QZW"]


@pytest.mark.parametrize(
    "text",
    [
        "He left the QZW.",
        "He left the Quay Zone Workers. The QZW wept, and the QZW sued.",
        "He left the board of quay workers (QZW). The QZW wept, and the QZW sued.",
        "He sold zone recorders (QZWs). One QZW wept, and the QZW sued.",
        "He left the QZW (a club of dockers). The QZW wept.",
        "He left QZW Ltd. Later QZW News wept.",
        "He left NATO. Then NATO wept.",
        "The security firm QZW wept. QZW sued.",
        "Its parent, QZW, wept. QZW sued.",
        "The UN Zone of Work, or UNZW, wept. UNZW sued.",
        "He left the Quay Church of Ada Bee of Zinnia Day Workers. The QZW wept, and the QZW sued.",
        "The cable SEAZOM broke. SEAZOM sued.",
        "QUILLBY -- WQXQ wept, said WQXQ.",
        "He saw Z28 and sold Z28 to them.",
    ],
)
def test_what_is_spelt_out_or_known_or_a_name_is_not(text: str) -> None:
    assert said(text) == []


def test_a_desk_adds_what_its_readers_know() -> None:
    assert said("He left the QZW. The QZW wept.", UndefinedAcronym(known=("QZW",))) == []


def test_the_table_is_sorted_and_says_of_each_once_what_it_is() -> None:
    with (TABLES / "known_acronyms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    letters = [row["acronym"] for row in rows]
    assert letters == sorted(set(letters))
    assert all(row["stands_for"] for row in rows)

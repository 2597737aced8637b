"""expansion-mismatch: a letter away from the initials, and what is no slip."""

import pytest
from lint.rules.expansion_mismatch import ExpansionMismatch

from lint.engine import lint
from lint.read import Source


def said(text: str) -> list[str]:
    found = lint([Source("a.txt", text.encode())], [ExpansionMismatch()]).diagnostics
    return [each.primary.passage.words for each in found]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The Quay Emergency Mooring Agency (QMEA) met.", "QMEA"),
        ("The National Quay Safety Board (NQZB) met.", "NQZB"),
        ("The Quay Mooring Board (QXMB) met.", "QXMB"),
        ("The Quay Mooring Board (QBM) met, and the QMB paid.", "QBM"),
    ],
)
def test_a_letter_out_of_place_is_reported(text: str, letters: str) -> None:
    assert said(text) == [letters]


@pytest.mark.parametrize(
    "text",
    [
        "The Quay Emergency Mooring Agency (QEMA) met.",
        "The Quay Mooring Board (QBM) met.",
        "The Mooring and Quay Bank (MQBC) opened in China.",
        "The Rowing and Quay Association (RAQA) met.",
        "The Centers for Quay Control and Prevention (CQC) met.",
        "The UN Quay and Mooring Agency (UNQMA) met.",
        "The French Rowing Federation (FFR) met.",
        "QUILLBY, Ohio (WQXQ) -- The Quay Mooring Board met.",
        "The winner was Ada Quibell (QB).",
    ],
)
def test_other_languages_and_other_ways_to_shorten_are_not(text: str) -> None:
    assert said(text) == []

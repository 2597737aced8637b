"""inconsistent-compound: which pairs of words are one compound, and which are two things."""

import pytest
from lint.rules.inconsistent_compound import InconsistentCompound

from lint.engine import lint
from lint.read import Source


def said(text: str) -> list[tuple[str, str]]:
    found = lint([Source("a.txt", text.encode())], [InconsistentCompound()]).diagnostics
    return [(each.primary.passage.words, each.fix.words if each.fix else "") for each in found]


def test_the_rarer_form_is_mended_to_the_commoner() -> None:
    assert said("a town house, a townhouse and a townhouse") == [("town house", "townhouse")]
    assert said("a town house, a town house and a townhouse") == [("townhouse", "town house")]


def test_of_two_forms_that_are_equally_common_the_later_is_reported() -> None:
    assert said("They named the Anti Wall League and the AntiWall Union.") == [("AntiWall", "Anti Wall")]


@pytest.mark.parametrize(
    "text",
    [
        "the Town House Hotel is a townhouse",
        "write to @townhouse about the town house",
        "see townhouse.com for the town house",
        "a town-house door in a town house",
        "they may be late, and maybe not; some time ago, sometime",
        "THE TOWN HOUSE is not the Townhouse",
        "a clinic at Northlake Hospital, and a house on North Lake Street",
        "the body that says how the net works looks after networks",
        "residents heard a gun shot, and a gunshot was heard",
    ],
)
def test_names_handles_hyphens_and_pairs_of_two_meanings_are_left_alone(text: str) -> None:
    assert said(text) == []

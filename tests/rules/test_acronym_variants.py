"""acronym-variants: which acronyms change within a report, and which only look so."""

import pytest
from lint.rules.acronym_variants import AcronymVariants

from lint.engine import lint
from lint.read import Source


def said(text: str, rule: AcronymVariants | None = None) -> list[str]:
    return [
        each.primary.passage.words
        for each in lint([Source("a.txt", text.encode())], [rule or AcronymVariants()]).diagnostics
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Workers League (HWL) met. The HWL and the HWF, an older union, spoke.",
        "Call (IRADS) or ask the Institute (IRAD). IRADs are dear.",
        "Television Quill (KQQL) and KQQL-TV are one.",
        "The Office for Rural Affairs (ORA) met; the Office for Rural Affairs (ORA) fell.",
        "The US team met Team USA.",
    ],
)
def test_other_bodies_plurals_and_stations_are_left_alone(text: str) -> None:
    assert said(text) == []


def test_the_country_is_told_only_where_the_desk_wants_it() -> None:
    text = "The U.S. sent aid. The USA also sent doctors."
    assert said(text) == ["USA"]
    assert said(text, AcronymVariants(united_states=False)) == []

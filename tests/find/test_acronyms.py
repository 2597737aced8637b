"""The finder of acronyms: what is one, and which words it is introduced for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.find.acronyms import Acronym, acronyms


def found(text: str) -> list[Acronym]:
    return list(Report("a.txt", text, Span(0, len(text))).find(acronyms))


@pytest.mark.parametrize(
    ("text", "expansion"),
    [
        ("The Harbour Workers League (HWL) met.", "Harbour Workers League"),
        ("The Office for Rural Affairs (ORA) met.", "Office for Rural Affairs"),
        ("The Department of Fish (DoF) and the Bureau of the Sea (BOTS) met.", "Bureau of the Sea"),
        ("The Fédération des ports (CDP) met.", None),
        ("They met in the harbour (HWL said).", None),
    ],
)
def test_an_acronym_in_brackets_is_introduced_for_words_with_its_initials(text: str, expansion: str | None) -> None:
    places = [acronym.expansion for acronym in found(text)]
    assert [text[place.start : place.end] if place else None for place in places] == [expansion]


def test_a_plural_or_possessive_s_is_no_letter_of_an_acronym() -> None:
    assert [acronym.letters for acronym in found("The HWL's boats, the PCs and the HWL-NO.")] == ["HWL", "PC", "HWL-NO"]


def test_lines_in_capitals_handles_and_tags_have_no_acronyms() -> None:
    assert found("THE HARBOUR MILL IS CLOSED TODAY") == []
    assert found("Write to @HWL or #HWL.") == []


@given(st.text(alphabet=st.sampled_from("ABc ().-’s\n"), max_size=60))
def test_no_text_can_break_it_and_every_acronym_stands_where_it_says(text: str) -> None:
    for acronym in found(text):
        assert text[acronym.span.start : acronym.span.end] == acronym.letters

"""The finder of addresses: streets, blocks and house numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.find.addresses import Address, addresses


def found(text: str) -> list[Address]:
    return list(Report("a.txt", text, Span(0, len(text))).find(addresses))


@pytest.mark.parametrize(
    ("text", "words", "name", "kind", "side", "number", "is_block"),
    [
        ("It burned on Tish Lane.", "Tish Lane", "tish", "Lane", "", None, False),
        ("It burned at 1504 S. Beech St.", "1504 S. Beech St", "beech", "Street", "south", 1504, False),
        ("It burned on North Third Ave. today.", "North Third Ave", "third", "Avenue", "north", None, False),
        ("At the 3200 block of E Rood Circle.", "3200 block of E Rood Circle", "rood", "Circle", "east", 3200, True),
        ("At the 57-block of Elm Grove Drive.", "57-block of Elm Grove Drive", "elm grove", "Drive", "", 57, True),
        ("In the 300 block of Broadway it burned.", "300 block of Broadway", "broadway", "", "", 300, True),
        ("It burned on 25th Street Southeast.", "25th Street Southeast", "25th", "Street", "se", None, False),
        ("It burned on F Street SE.", "F Street SE", "f", "Street", "se", None, False),
        ("It burned on Kiliam Road NE.", "Kiliam Road NE", "kiliam", "Road", "ne", None, False),
    ],
)  # fmt: skip
def test_a_street_is_read_with_its_number_kind_and_side(
    text: str,
    words: str,
    name: str,
    kind: str,
    side: str,
    number: int | None,
    is_block: bool,  # noqa: FBT001
) -> None:
    (address,) = found(text)
    assert text[address.span.start : address.span.end] == words
    assert (address.name, address.kind, address.side) == (name, kind, side)
    assert (address.number, address.is_block) == (number, is_block)


def test_a_corner_is_two_streets() -> None:
    text = "It burned at 19th and Blake streets."
    assert [(address.name, address.kind) for address in found(text)] == [("19th", "Street"), ("blake", "Street")]


@pytest.mark.parametrize(
    "text",
    ["They took to the streets.", "He had his way.", "The road was wet.", "A block of ice.", "Drive with care."],
)
def test_common_words_are_no_addresses(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet=st.sampled_from("Elm StreetAve12 block of and.N\n"), max_size=80))
def test_no_text_can_break_it(text: str) -> None:
    for address in found(text):
        assert 0 <= address.span.start < address.span.end <= len(text)

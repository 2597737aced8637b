"""Late patterns do what others do."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.pattern import gated, in_any_case, late, one_of, opening


def test_a_late_pattern_matches_as_one_that_is_compiled_at_once() -> None:
    lazy, early = late("a(?P<b>b)?", re.IGNORECASE), re.compile("a(?P<b>b)?", re.IGNORECASE)
    text = "xAB a ab"
    assert [match.span() for match in lazy.finditer(text)] == [match.span() for match in early.finditer(text)]
    assert lazy.sub("-", text) == early.sub("-", text)
    assert (lazy.pattern, lazy.flags) == (early.pattern, early.flags)


def test_what_is_wrong_with_a_late_pattern_is_said_at_its_first_use() -> None:
    lazy = late("(")
    with pytest.raises(re.error):
        lazy.search("(")


@given(st.sets(st.text("abAB. ", max_size=4), min_size=1), st.text("abAB. ", max_size=12))
def test_an_alternation_finds_the_words_that_they_find_side_by_side(words: set[str], text: str) -> None:
    side_by_side = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    assert re.findall(f"({one_of(words)})", text) == re.findall(f"({side_by_side})", text)


def test_words_are_looked_for_as_headlines_and_sentences_write_them() -> None:
    assert list(in_any_case(["tens of"])) == ["tens of", "Tens of", "Tens Of", "TENS OF"]


@given(st.text("ab b-.", max_size=30))
def test_a_pattern_that_opens_words_finds_what_it_finds_behind_a_border_of_words(text: str) -> None:
    fast, slow = re.compile(opening("ab?", "b a")), re.compile(r"\b(?:ab?|b a)")
    assert [match.span() for match in fast.finditer(text)] == [match.span() for match in slow.finditer(text)]


@given(st.text("ab b-.", max_size=30), st.integers(0, 5))
def test_a_gate_before_a_pattern_changes_nothing_of_what_it_finds(text: str, start: int) -> None:
    gate, pattern = re.compile(r"[ab](?=[ab ])"), re.compile("a b|ab+|ba b")
    found = [match.span() for match in gated(gate, pattern, text, start, len(text))]
    assert found == [match.span() for match in pattern.finditer(text, start, len(text))]

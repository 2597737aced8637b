"""The marks of examples: what is marked, and what is no example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Span, bad, good
from lint.example import unmarked


def test_marks_are_taken_out_and_their_places_kept() -> None:
    assert unmarked("((80 dead)), then [[over 100]].") == (
        "80 dead, then over 100.",
        [("((", Span(0, 7)), ("[[", Span(14, 22))],
    )


def test_marks_may_stand_in_each_other() -> None:
    assert unmarked("((a [[b]] c))") == ("a b c", [("((", Span(0, 5)), ("[[", Span(2, 3))])


@pytest.mark.parametrize("source", ["[[a", "a]]", "((a]]", "[[a))", "[[a ((b]] c))"])
def test_marks_that_do_not_close_are_refused(source: str) -> None:
    with pytest.raises(ValueError, match="clos"):
        unmarked(source)


def test_an_example_knows_in_which_text_its_marks_stand() -> None:
    example = bad("((80 dead))", "then [[over 100]]", fix="80", severity="error", why="two figures")
    assert example.is_bad
    assert example.texts == ("80 dead", "then over 100")
    assert example.reported == ((1, Span(5, 13)),)
    assert example.pointed == ((0, Span(0, 7)),)


def test_a_bad_example_marks_what_must_be_reported() -> None:
    with pytest.raises(ValueError, match="marks what must be reported"):
        bad("nothing ((here))")


@pytest.mark.parametrize("text", ["[[a]]", "((a))"])
def test_a_good_example_has_no_marks(text: str) -> None:
    with pytest.raises(ValueError, match="no marks"):
        good(text, why="it is right")


@given(st.lists(st.tuples(st.text("ab\n[("), st.sampled_from(["[[", "(("]))))
def test_what_was_marked_is_found_again(pieces: list[tuple[str, str]]) -> None:
    closing = {"[[": "]]", "((": "))"}
    words = [piece.replace("[", "").replace("(", "") for piece, _ in pieces]
    source = "".join(f"{mark}{each}{closing[mark]} " for each, (_, mark) in zip(words, pieces, strict=True))
    text, marks = unmarked(source)
    assert text == "".join(f"{each} " for each in words)
    assert [text[span.start : span.end] for _, span in marks] == words
    assert [mark for mark, _ in marks] == [mark for _, mark in pieces]

"""Spans and passages: where words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Passage, Report, Span

SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))


def test_a_span_is_half_open() -> None:
    span = Span(2, 5)
    assert len(span) == 3
    assert [position for position in range(8) if position in span] == [2, 3, 4]


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (Span(0, 3), Span(3, 5), False),
        (Span(0, 3), Span(2, 5), True),
        (Span(0, 9), Span(2, 5), True),
        (Span(0, 1), Span(4, 5), False),
    ],
)
def test_spans_that_only_touch_do_not_overlap(one: Span, other: Span, overlap: bool) -> None:  # noqa: FBT001
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


@given(SPANS, SPANS)
def test_a_span_covers_what_lies_in_it(one: Span, other: Span) -> None:
    assert one.covers(one)
    if len(other):
        assert one.covers(other) == all(place in one for place in range(other.start, other.end))


@given(SPANS, SPANS)
def test_spans_overlap_when_they_share_a_place(one: Span, other: Span) -> None:
    if len(one) and len(other):
        assert one.overlaps(other) == any(place in one for place in range(other.start, other.end))


@given(st.text(st.sampled_from("a é\n\r\U0001f4f0“”")), st.data())
def test_lines_and_columns_of_a_passage_lead_back_to_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    passage = Report("report.txt", text, Span(0, len(text))).passage(Span(start, end))
    assert passage.words == text[start:end]

    def place(line: int, column: int) -> int:
        return sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column - 1

    assert place(passage.line, passage.column) == start
    assert place(passage.end_line, passage.end_column) == end


def test_passages_sort_by_file_then_place() -> None:
    first = Passage("a.txt", Span(9, 10), 2, 1, "x")
    second = Passage("b.txt", Span(0, 1), 1, 1, "x")
    third = Passage("b.txt", Span(0, 2), 1, 1, "xy")
    assert sorted([third, second, first]) == [first, second, third]

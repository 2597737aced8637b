"""The finder of sentences: where one ends and the next begins."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.find.sentences import sentence_at, sentences


def a_report(text: str) -> Report:
    return Report("a.txt", text, Span(0, len(text)))


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in a_report(text).find(sentences)]


@pytest.mark.parametrize(
    "parts",
    [
        ["It rained.", "It stopped!", "Why?", "Nobody knew…", "The end."],
        ["“It rained.”", "“It stopped,” he said.", "(It did.)", "So be it."],
        ["Dr. Ana Ruiz met Gov. J. Holt on Jan. 5 at 7 p.m. Friday in Washington, D.C., with the U.S. Army."],
        ["It began at 7 p.m.", "The hall was full."],
        ["They moved to the U.S.", "They liked it."],
        ["It cost $4.5 million.", "12 came."],
        ["It was room No. 5.", "He left."],
        ["It stood on Snyder Ave.", "But the crowd moved on."],
        ["It stood on Snyder Ave. near Church St. in Tarn.", "The crowd moved on."],
    ],
)
def test_sentences_end_where_they_end(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_a_paragraph_ends_a_sentence() -> None:
    assert split("No full stop\n\nNext one.") == ["No full stop", "Next one."]


def test_the_headline_is_a_sentence_of_its_own() -> None:
    text = "Rain Falls\n\nIt rained."
    report = Report("a.txt", text, Span(12, len(text)), title=Span(0, 10))
    assert [report.words(span) for span in report.find(sentences)] == ["Rain Falls", "It rained."]


def test_the_sentence_at_a_position_holds_it() -> None:
    report = a_report("It rained. It stopped.")
    assert report.words(sentence_at(report, 12)) == "It stopped."
    assert sentence_at(report, 10) == Span(10, 10)


@given(st.text(alphabet=st.sampled_from("Ab. !?”“U.S\n"), max_size=60))
def test_no_text_is_lost_between_sentences(text: str) -> None:
    spans = a_report(text).find(sentences)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())

"""A report: read once, asked often."""

import pickle
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.read import Source, read


def report_of(text: str) -> Report:
    report = read(Source("report.txt", text.encode())).report
    assert report is not None
    return report


def paragraphs_of(text: str) -> list[str]:
    report = Report("report.txt", text, Span(0, len(text)))
    return [report.words(span) for span in report.paragraphs]


def test_paragraphs_are_blocks_of_lines_between_blank_lines() -> None:
    assert paragraphs_of("\n One,\ntwo. \n\n \t\nThree.\r\n\r\nFour.\r\nFive.\r\n") == [
        "One,\ntwo.",
        "Three.",
        "Four.\r\nFive.",
    ]


def test_the_headline_is_the_first_paragraph() -> None:
    report = report_of("---\ntitle: Ministers meet\n---\n\nThey met.\n\nThey agreed.\n")
    assert [report.words(span) for span in report.paragraphs] == ["Ministers meet", "They met.", "They agreed."]


def test_paragraphs_do_not_reach_beyond_the_body() -> None:
    text = "One.\nTwo.\n\nThree."
    report = Report("report.txt", text, Span(5, 12))
    assert [report.words(span) for span in report.paragraphs] == ["Two.", "T"]


@given(st.text(st.sampled_from("ab \t\r\n")))
def test_paragraphs_hold_all_words_and_no_blank_line(text: str) -> None:
    found = paragraphs_of(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    for each in found:
        assert each == each.strip()
        assert all(line.strip() for line in each.split("\n"))


def test_a_finder_looks_once_however_many_rules_ask() -> None:
    looked = []

    def words(report: Report) -> Iterator[str]:
        looked.append(report.path)
        yield from report.text.split()

    report = report_of("They met.")
    assert report.find(words) == report.find(words) == ("They", "met.")
    assert looked == ["report.txt"]


def test_a_report_travels_to_another_process() -> None:
    report = report_of(" date 2026-01-05 By staff\n\nThey met.\n")
    copy = pickle.loads(pickle.dumps(report))
    assert (copy.text, copy.body, copy.published) == (report.text, report.body, report.published)


@pytest.mark.parametrize(
    "text",
    ["word " * 1_000_000, "word\n" * 1_000_000, "word\n\n" * 800_000],
    ids=["one line", "many lines", "many paragraphs"],
)
def test_a_report_of_5_megabytes_takes_no_more_than_moments(text: str) -> None:
    report = Report("report.txt", text, Span(0, len(text)))
    began = time.process_time()
    assert len(report.paragraphs) >= 1
    for start in range(0, len(text), 500):
        assert report.passage(Span(start, start + 1)).words == text[start]
    assert time.process_time() - began < 5

"""stopped-quotation: full stops that should be commas, and those that end a sentence."""

import pytest
from lint.rules.stopped_quotation import StoppedQuotation

from lint import Report, Span


def said(text: str) -> list[str]:
    return [each.primary.passage.words for each in StoppedQuotation().check(Report("a.txt", text, Span(0, len(text))))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“It was cold.” he said.", "cold.”"),
        ("“It was cold.” said the miller, who froze.", "cold.”"),
        ("“It was cold.” Chief Ada Tharp said.", "cold.”"),
        ("A barge sank. Police said.", "sank."),
    ],
)
def test_a_full_stop_before_who_said_it_is_reported(text: str, words: str) -> None:
    assert said(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "“It was cold,” he said. He said it twice.",
        "“It was cold.” He said that he froze.",
        "“It was cold!” he said.",
        "It was cold. Said Aydin froze.",
        "It was 5 p.m. Police said.",
        "“It was cold.”\n\nChief Ada Tharp said.",
        "It was cold. Enough said.",
        "They froze, police Cpl. Ada Tharp said.",
        "He spoke with the U.S. Police said so.",
    ],
)
def test_a_sentence_of_its_own_is_left_alone(text: str) -> None:
    assert said(text) == []

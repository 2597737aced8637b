"""Words typed twice are told from those that prose repeats."""

import pytest
from lint.rules.repeated_word import RepeatedWord

from lint import Diagnostic, Report, Severity, Span


def check(text: str) -> list[Diagnostic]:
    return list(RepeatedWord().check(Report("a.txt", text, Span(0, len(text)))))


def test_a_word_of_grammar_typed_twice_is_safe_to_mend() -> None:
    (finding,) = check("They went to to the harbour.")
    assert (finding.severity, finding.primary.passage.words) == (Severity.WARNING, "to to")
    assert finding.fix and (finding.fix.words, finding.fix.safe) == ("to", True)


def test_a_word_may_be_repeated_over_the_end_of_a_line() -> None:
    (finding,) = check("They went to the\nthe harbour.")
    assert finding.primary.passage.words == "the\nthe"


@pytest.mark.parametrize(
    "text",
    [
        "All that he had had was gone.",
        "She moved in in May.",
        "Sirhan Sirhan was born in Jerusalem.",
        "It went boom boom boom.",
        "It was a big big day.",
        "The mayor spoke. The\n\nThe council met.",
        "He gave her her keys.",
        "Vote yes, yes.",
        "Hepatitis A a year ago.",
        "They ate mahi mahi.",
    ],
)
def test_what_prose_repeats_is_left_alone(text: str) -> None:
    assert check(text) == []

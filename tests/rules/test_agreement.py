"""One and many agree with what stands beside them."""

import pytest
from lint.rules.agreement import Agreement

from lint import Diagnostic, Report, Span


def check(text: str) -> list[Diagnostic]:
    return list(Agreement().check(Report("a.txt", text, Span(0, len(text)))))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("They took part as a trade unionists to learn.", "a trade unionist"),
        ("He met one of the man who fled.", "one of the men"),
        ("It is one of the most popular attraction in Leeds.", "one of the most popular attractions"),
        ("There has been several attempts.", "There have been several"),
        ("There's two ways.", "There are two"),
        ("Police held three young woman at the station.", "three young women"),
        ("She says that they was late.", "they were"),
        ("The victims was taken home.", "victims were"),
        ("The suspect were taken home.", "suspect was"),
        ("He has a gunshot injuries.", "a gunshot injury"),
    ],
)
def test_what_does_not_agree_is_mended(text: str, mended: str) -> None:
    assert [finding.fix and finding.fix.words for finding in check(text)] == [mended]


@pytest.mark.parametrize(
    "text",
    [
        "It is a sports club with a savings account, a news desk and a drugs squad.",
        "It took a few days, a couple of years, a dozen eggs and a good many attempts to win.",
        "It was a means to an end, a series of shambles and a crossroads in time.",
        "He is one of the family, one of the best, one of the few, one of the city council members.",
        "One of the reasons was money, one of the police officers said.",
        "There is one victim, and there was a number of them.",
        "A two-man crew held a five-year plan.",
        "If he were late, she would have gone.",
        "The news is good. The police were told. The series has ended.",
        "As a result murderers went free.",
        "He pointed a gun at officers.",
        "He was the number 2 man at the bureau.",
        "It was an M&A activities report, and M&A activities were many.",
    ],
)
def test_what_agrees_is_left_alone(text: str) -> None:
    assert check(text) == []


def test_speech_is_left_alone() -> None:
    assert not check("“There was three of them, and they was late for it all,” he said.")


def test_a_line_that_goes_on_in_small_letters_ends_nothing() -> None:
    assert not check("She spoke at an analysts\nmeeting, and gave a signal some problems were seen.")

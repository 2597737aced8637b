"""The finder of clock times: which minute of the day, and what the words before it allow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.find.times import TimeMention, times


def found(text: str) -> list[TimeMention]:
    return list(Report("a.txt", text, Span(0, len(text))).find(times))


@pytest.mark.parametrize(
    ("text", "minute", "words"),
    [
        ("It rang at 3:13 p.m. on Friday.", 15 * 60 + 13, "3:13 p.m."),
        ("It rang at 3 p.m. on Friday.", 15 * 60, "3 p.m."),
        ("It rang at 3 PM on Friday.", 15 * 60, "3 PM"),
        ("It rang at 12:52pm on Friday.", 12 * 60 + 52, "12:52pm"),
        ("It rang at 12:05 a.m. on Friday.", 5, "12:05 a.m."),
        ("It rang at 3.45pm on Friday.", 15 * 60 + 45, "3.45pm"),
        ("It rang at 3: 20 p. m. on Friday.", 15 * 60 + 20, "3: 20 p. m."),
        ("It rang at 14:30 on Friday.", 14 * 60 + 30, "14:30"),
        ("It rang at 10:57 GMT on Friday.", 10 * 60 + 57, "10:57 GMT"),
        ("It rang at noon on Friday.", 12 * 60, "noon"),
        ("It rang at midnight on Friday.", 0, "midnight"),
        ("Noon came.", 12 * 60, "Noon"),
        ("It rang at 3 o'clock in the afternoon.", 15 * 60, "3 o'clock in the afternoon"),
        ("It rang at 9:30 in the morning.", 9 * 60 + 30, "9:30 in the morning"),
    ],
)
def test_a_time_is_a_minute_of_the_day(text: str, minute: int, words: str) -> None:
    (mention,) = found(text)
    assert (mention.minute, mention.earliest, mention.latest) == (minute, minute, minute)
    assert text[mention.span.start : mention.span.end] == words


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("It rang about 3 p.m.", -10, 10),
        ("It rang around 3 p.m.", -10, 10),
        ("It rang at approximately 3 p.m.", -10, 10),
        ("It rang just before 3 p.m.", -10, 0),
        ("It rang shortly before 3 p.m.", -25, 0),
        ("It rang nearly 3 p.m.", -25, 0),
        ("It rang shortly after 3 p.m.", 0, 25),
        ("It rang minutes past 3 p.m.", 0, 25),
    ],
)
def test_the_words_before_a_time_widen_it(text: str, earliest: int, latest: int) -> None:
    (mention,) = found(text)
    assert (mention.earliest - 900, mention.latest - 900) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "Odder won 3:1.",
        "It ran 2:45 long.",
        "He paid $3 a mile.",
        "The 12 amateurs won.",
        "At 25:10 it ended.",
        "3 am"[:1],
    ],
)
def test_other_numbers_are_no_times(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet=st.sampled_from("0123:. apmnoodight\n"), max_size=60))
def test_no_text_can_break_it_and_minutes_are_those_of_a_day(text: str) -> None:
    for mention in found(text):
        assert 0 <= mention.minute < 24 * 60
        assert mention.earliest <= mention.minute <= mention.latest

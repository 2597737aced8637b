"""The finder of dates: which days a report names, resolved against the day on which it was published."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.find.dates import DateMention, dates, dates_in

PUBLISHED = date(2026, 4, 8)  # a Wednesday


def a_report(text: str, published: date | None = PUBLISHED) -> Report:
    return Report("a.txt", text, Span(0, len(text)), published=published)


def only(text: str, published: date | None = PUBLISHED) -> DateMention:
    (mention,) = a_report(text, published).find(dates)
    return mention


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on April 6.", date(2026, 4, 6)),
        ("They met on Apr. 6.", date(2026, 4, 6)),
        ("They met on 6 April.", date(2026, 4, 6)),
        ("They met on the 6th of April.", date(2026, 4, 6)),
        ("They met on April 6th.", date(2026, 4, 6)),
        ("They met on Monday, April 6, 2026.", date(2026, 4, 6)),
        ("They met on April 6, 2019.", date(2019, 4, 6)),
        ("They met on 6 April 2019.", date(2019, 4, 6)),
        ("They met on 2026-04-06.", date(2026, 4, 6)),
        ("They met on December 9.", date(2025, 12, 9)),
        ("They met on Monday.", date(2026, 4, 6)),
        ("They met on Wednesday.", date(2026, 4, 8)),
        ("They met last Wednesday.", date(2026, 4, 1)),
        ("They will meet on Monday.", date(2026, 4, 13)),
        ("They meet next Monday.", date(2026, 4, 13)),
        ("They met yesterday.", date(2026, 4, 7)),
        ("They met last night.", date(2026, 4, 7)),
        ("They met today.", date(2026, 4, 8)),
        ("They met this morning.", date(2026, 4, 8)),
    ],
)
def test_a_day_is_resolved_against_the_day_of_publication(text: str, day: date) -> None:
    assert only(text).day == day


@pytest.mark.parametrize(
    ("text", "words", "weekday", "written", "part"),
    [
        ("They met on Monday, April 6, 2026, late.", "Monday, April 6, 2026", 0, (4, 6), ""),
        ("They met on Sunday night.", "Sunday", 6, None, "night"),
        ("They met on April 6, early morning.", "April 6", None, (4, 6), "morning"),
        ("They met this evening.", "this evening", None, None, "evening"),
    ],
)
def test_what_is_written_of_a_day_is_kept(
    text: str, words: str, weekday: int | None, written: tuple[int, int] | None, part: str
) -> None:
    mention = only(text)
    assert text[mention.span.start : mention.span.end] == words
    assert (mention.weekday, mention.written, mention.part) == (weekday, written, part)


@pytest.mark.parametrize("text", ["They met on Monday.", "They met on April 6.", "They met yesterday."])
def test_a_report_without_a_date_knows_only_full_dates(text: str) -> None:
    assert only(text, None).day is None
    assert only("They met on April 6, 2019.", None).day == date(2019, 4, 6)


def test_a_day_that_does_not_exist_is_none() -> None:
    mention = only("They met on February 30, 2026.")
    assert (mention.day, mention.written) == (None, (2, 30))


@pytest.mark.parametrize(
    "text",
    ["He may 12 times.", "They sat in April.", "Mayor Dec won.", "The march 40 years ago.", "Mondays are dull."],
)
def test_months_alone_and_like_words_are_no_days(text: str) -> None:
    assert a_report(text).find(dates) == ()


def test_the_days_of_a_span_are_those_that_begin_in_it() -> None:
    text = "On Monday they came. On Tuesday they went."
    report = a_report(text)
    (mention,) = dates_in(report, Span(text.index("On Tuesday"), len(text)))
    assert mention.weekday == 1


@given(st.text(alphabet=st.sampled_from("MonTueJay day2019-05th,. \nApril"), max_size=60))
def test_no_text_can_break_it_and_days_never_overlap(text: str) -> None:
    end = 0
    for mention in a_report(text).find(dates):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end

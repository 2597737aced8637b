"""The forms in which a report says when it was published."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.read.day import is_day, read_day


@pytest.mark.parametrize(
    "words",
    [
        "2014-11-17",
        "2014-11-17T10:00:00Z",
        "2014-11-17T23:30:00-05:00",
        "2014-11-17 10:00:00 +0100",
        "2014/11/17",
        "2014.11.17",
        "November 17, 2014",
        "Nov. 17, 2014",
        "nov 17 2014",
        "Monday, November 17, 2014 at 5:30 p.m. EST",
        "Mon, 17 Nov 2014 10:00:00 GMT",
        "17 November 2014",
        "17th November, 2014",
        "17-Nov-2014",
        "November 17, 2014, 5 pm",
    ],
)
def test_a_day_is_read_in_every_usual_form_and_its_time_left_aside(words: str) -> None:
    assert is_day(words)
    assert read_day(words) == date(2014, 11, 17)


@pytest.mark.parametrize("words", ["2026-02-30", "2026-13-01", "0000-01-01", "February 30, 2026", "31 June 2026"])
def test_a_day_that_no_calendar_has_is_written_as_a_day_and_is_none(words: str) -> None:
    assert is_day(words)
    assert read_day(words) is None


@pytest.mark.parametrize(
    "words", ["", "soon", "11/12/2014", "2014", "May 2014", "Mayor 5, 2014", "5 of the 12 towns", "2014-11-17 and on"]
)
def test_what_countries_read_differently_and_what_is_no_date_is_not_read(words: str) -> None:
    assert not is_day(words)
    assert read_day(words) is None


@given(st.dates())
def test_every_day_comes_back_from_each_form(day: date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_day(f"{day:%B} {day.day}, {day.year:04}") == day
    assert read_day(f"{day:%a}, {day.day:02} {day:%b} {day.year:04} 08:15:00 GMT") == day


@given(st.text())
def test_no_text_can_crash_it(words: str) -> None:
    assert is_day(words) or read_day(words) is None

"""Days as reports name them: a date, or a weekday where a report without a date of its own gives no more."""

from calendar import monthrange
from datetime import date

from lint.find.dates import WEEKDAYS, DateMention

NO_YEAR = 4  # stands for the year of “18 November” where none is known; the first that has a 29 February
FAR = 365  # days


def named_day(mention: DateMention) -> date | int | None:
    """The day that is named; a weekday, or one of NO_YEAR, where the report has no date by which the year is known."""
    if mention.day is None and mention.written and mention.weekday is None:
        month, day = mention.written
        return date(NO_YEAR, month, min(day, monthrange(NO_YEAR, month)[1]))
    return mention.weekday if mention.day is None else mention.day


def days_apart(one: date | int, other: date | int) -> int:
    """The days between two dates, or between two weekdays; none between a date and a weekday that fits it."""
    years = {each.year for each in (one, other) if isinstance(each, date)}
    if NO_YEAR in years:
        if not (isinstance(one, date) and isinstance(other, date)):
            return FAR  # who knows
        one, other = one.replace(year=NO_YEAR), other.replace(year=NO_YEAR)
    if isinstance(one, date) and isinstance(other, date):
        return abs((one - other).days)
    between = abs(weekday(one) - weekday(other))
    return min(between, 7 - between)


def weekday(day: date | int) -> int:
    """The weekday of a day; Monday is 0."""
    return day.weekday() if isinstance(day, date) else day


def in_words(day: date | int) -> str:
    """A day as a message writes it: “Monday, 6 April”, “6 April” or “Monday”."""
    if isinstance(day, int):
        return WEEKDAYS[day].title()
    return f"{day.day} {day:%B}" if day.year == NO_YEAR else f"{day:%A}, {day.day} {day:%B}"

"""Dates: calendar days as news writes them, resolved against the day on which the report was published."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from lint.compiled import compiled
from lint.find.plain import numerals, places_of, plain
from lint.pattern import matches_at, opening
from lint.report import Report
from lint.span import Span
from lint.value import value

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
LONG_MONTHS = "january february march april june july august september october november december".split()
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
# What a day is told by, each under the word without which it stands nowhere, as lint.find.plain has them.
SIGNS = {
    **{word: word for word in (*WEEKDAYS, *MONTHS, "sept", *LONG_MONTHS, "today", "yesterday", "tonight")},
    "night": "last night", "morning": "this morning", "afternoon": "this afternoon", "evening": "this evening",
}  # fmt: skip
SIGN_WORDS = frozenset(SIGNS)
DATE = compiled(
    rf"\b(?:"
    rf"(?:(?P<of>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:(?P<month>{MONTH}) (?P<day>{DAY})(?:st|nd|rd|th)?\b(?!:|[\d,]\d)"
    rf"|(?P<d2>{DAY})(?:st|nd|rd|th)? (?:of )?(?P<m2>{MONTH})\b)"
    rf"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
    rf"|(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    rf"|(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b"
    rf"|(?P<near>[Yy]esterday|[Tt]oday|[Tt]onight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b)"
)
AHEAD_WORDS = "will|shall|scheduled|set for|set to|expected|slated|planned|due|upcoming|next".split("|")
AHEAD = compiled(rf"{opening(*AHEAD_WORDS)}\b")
PARTS_OF_THE_DAY = compiled(r"\s*(?:,\s*)?(?:early\s+|late\s+)?(morning|afternoon|evening|night)\b")


@value(frozen=True, slots=True)
class DateMention:
    """A day that a report names. `day` is None where the year or the week cannot be known."""

    span: Span
    day: date | None
    weekday: int | None  # Monday is 0; where the report names it
    written: tuple[int, int] | None  # month and day, where the report writes them
    year_written: bool = False
    part: str = ""  # morning, afternoon, evening, night


def dates(report: Report) -> Iterator[DateMention]:
    """The days that a report names, in order; a report without a date of its own resolves only full dates."""
    text, chances = report.text, _chances(report)
    for part in report.prose if chances else ():
        for match in matches_at(DATE, chances, text, part.start, part.end):
            daytime = PARTS_OF_THE_DAY.match(text, match.end(), part.end)
            named = daytime.group(1) if daytime else ""
            yield _mention(report, match, Span(match.start(), match.end()), named)


def dates_in(report: Report, span: Span) -> tuple[DateMention, ...]:
    """The days named inside a span."""
    found = report.find(dates)
    starts = report.find(_starts)
    first = bisect_left(starts, span.start)
    last = bisect_left(starts, span.end, first)
    return found[first:last]


def _chances(report: Report) -> list[int]:
    """Where a day may be told, in order: looking for its words takes a third of the time of looking for DATE."""
    ((text, words, _, _),) = report.find(plain)
    signs = [SIGNS[word] for word in words & SIGN_WORDS]
    places = [*places_of(signs, text)]
    for start, end in report.find(numerals):
        if (signs and end - start <= 2) or (end - start == 4 and report.text.startswith("-", end)):
            places.append(start)
    places.sort()
    return places


def _starts(report: Report) -> Iterator[int]:
    return (mention.span.start for mention in report.find(dates))


def _mention(report: Report, match: re.Match[str], span: Span, part: str) -> DateMention:
    published = report.published
    if match["weekday"]:
        named = WEEKDAYS.index(match["weekday"].lower())
        return DateMention(span, _of_week(report, match, named), named, None, part=part)
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return DateMention(span, _day(year, month, day), None, (month, day), year_written=True, part=part)
    if match["near"]:
        word = match["near"].lower()
        back = 1 if word in ("yesterday", "last night") else 0
        day_meant = published - timedelta(back) if published else None
        return DateMention(span, day_meant, None, None, part=part or word.partition(" ")[2])
    month = MONTHS.index((match["month"] or match["m2"])[:3].lower()) + 1
    day = int(match["day"] or match["d2"])
    weekday_named = _weekday_called(match["of"])
    found = _day(int(match["year"]), month, day) if match["year"] else _nearest(published, month, day)
    written_year = bool(match["year"])
    return DateMention(span, found, weekday_named, (month, day), year_written=written_year, part=part)


def _weekday_called(beginning: str | None) -> int | None:
    if not beginning:
        return None
    return next(number for number, weekday in enumerate(WEEKDAYS) if weekday.startswith(beginning.lower()))


def _of_week(report: Report, match: re.Match[str], weekday: int) -> date | None:
    """The day that a bare weekday means: the last one up to publication, or the next one where it lies ahead."""
    if report.published is None:
        return None
    back = (report.published.weekday() - weekday) % 7
    before = report.text[max(0, match.start() - 5) : match.start()].lower()
    word = before[:4] if before.endswith(" ") else ""
    if word == "next" or (word != "last" and AHEAD.search(report.text, max(0, match.start() - 60), match.start())):
        return report.published + timedelta((7 - back) % 7 or 7)
    if word == "last" and back == 0:
        back = 7
    return report.published - timedelta(back)


def _nearest(published: date | None, month: int, day: int) -> date | None:
    """The day of that name nearest to publication, from ten months before to two months after."""
    if published is None:
        return None
    for year in (published.year, published.year - 1, published.year + 1):
        found = _day(year, month, day)
        if found and -300 <= (found - published).days <= 65:
            return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

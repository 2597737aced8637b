"""A weekday that does not fit its date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import ClassVar

from lint import Diagnostic, Passage, Report, ReportRule, Severity, Span, bad, good
from lint.compiled import compiled
from lint.find.dates import DateMention, dates
from lint.find.sentences import sentence_at

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SHORT = r"(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat)\b\.?|(?<!the )Sun\."  # the Sun may be a newspaper
DAYTIME = r"(?: (?:early |late )?(?:morning|afternoon|evening|night))?"
BEFORE = compiled(rf"\b(?P<called>{NAME}|{SHORT}){DAYTIME}(?:,? \(?|,? the )$")
BEHIND = compiled(rf"(?:, | \(|,? (?:is|was|fell on|falls on|will be) )(?:an? )?(?P<called>{NAME})(?:\)|(?=[\s,.;]))")
JOINT = r"(?:,? (?:and|or|to|through|until|till) | ?[-–—/&,] ?)"
MORE_WEEKDAYS = compiled(rf"\b(?:{NAME}s?{DAYTIME}{JOINT}(?:on )?(?:also )?)+$")
MORE_DAYS = compiled(rf"(?:{JOINT}(?:the )?\d\d?\b(?:st|nd|rd|th)?(?![:\d]))+")
NAMED_OR_DENIED = compiled(r"\b(?:Black|Bloody|Ruby|Super|Cyber|(?i:not|instead of|rather than))(?: on)? $")
CORRECTING = compiled(
    r"\bcorrect(?:ion|ed|ing)\b|\bearlier version\b|\b(?:incorrect|mistaken|erroneous)ly\b|\bmisstated\b|\bmisprint"
)
OTHER_YEAR = compiled(
    r"\b(?:anniversary|years? (?:ago|earlier|before|later|after)|decades?|last year|next year|that year"
    r"|(?:previous|following|same) year|centur(?:y|ies)|(?P<year>(?:1[5-9]|20)\d\d))\b"
)
WEEKDAY = compiled(r"[A-Z][a-z]+day")
LONGEST_NAME = 34  # code points before a date in which its weekday stands
REACH = 48  # code points before a date in which further weekdays stand


@dataclass(frozen=True)
class WeekdayDate(ReportRule):
    """A weekday does not fit the date beside it.

    “Friday, July 12” sends readers to the wrong day when 12 July is a Saturday. The year is the one written beside the
    date, or else the one that puts the date nearest to the report's own. That year has to be sure: the date lies within
    `days` of publication, and its surroundings speak of no other year in which the weekday would fit. It is a warning
    where the weekday fits that date of the year before, or of the year after a date to come: the report may mean those.

    It does not claim to know which of the two is wrong. A report without a date of its own is only checked where a
    year is written. In lists and ranges (“Saturday and Sunday, June 8th and 9th”) it is enough that one pair fits.
    """

    days: int = 60  # between publication and a date without a year, above which the year is not sure

    examples: ClassVar = (
        bad(
            " date 2026-03-12\n\nThe ferry sank on [[Wednesday, March 10]], harbour police said.\n",
            severity="error",
            why="10 March 2026 was a Tuesday",
        ),
        bad("The lighthouse was lit on [[Monday, 3 May 1987]].", severity="error", why="no date, but a year"),
        bad(
            " date 2026-03-12\n\nThe orchard opens on [[April 4, a Friday]].\n",
            severity="warning",
            why="4 April 2026 is a Saturday, but that of 2025 was a Friday",
        ),
        good(
            " date 2026-06-01\n\nThe fair is on Saturday and Sunday, June 6th and 7th.\n",
            why="Saturday is the 6th, and Sunday the 7th",
        ),
        good(
            " date 2026-03-12\n\nShe had been arrested on Thursday, March 13, a year earlier.\n",
            why="another year is meant",
        ),
        bad(
            " date 2026-06-01\n\nThe fair is on Saturday and [[Sunday, June 5th]] and 6th.\n",
            severity="error",
            why="two weekdays, and two days of which but one is among them",
        ),
        good("The ferry sank on Monday, March 10.", why="nobody knows in which year"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each weekday and date that stand side by side and are not of one day."""
        for mention in report.find(dates):
            if mention.written is None:
                continue
            named = _named(report, mention)
            if named is None:
                continue
            weekday, span = named
            day = mention.day if mention.year_written else self._nearest(report, mention)
            if day is None or day.weekday() == weekday or _is_excused(report, mention, span, weekday, day):
                continue
            yield self._said(report, report.passage(span), mention, weekday, day)

    def _nearest(self, report: Report, mention: DateMention) -> date | None:
        """The day of that name that is near enough to publication."""
        if report.published is None or mention.written is None:
            return None
        if not MINYEAR < report.published.year < MAXYEAR:
            return None  # there is no week around such a day
        years = (report.published.year + step for step in (0, -1, 1))
        days = filter(None, (_day(year, *mention.written) for year in years))
        return next((day for day in days if abs((day - report.published).days) <= self.days), None)

    def _said(self, report: Report, passage: Passage, mention: DateMention, weekday: int, day: date) -> Diagnostic:
        is_past = report.published is None or day <= report.published
        other_years = () if mention.year_written else (day.year - 1,) if is_past else (day.year - 1, day.year + 1)
        elsewhere = next((year for year in other_years if _fits(year, day, weekday)), None)
        near = min((day + timedelta(step) for step in range(-3, 4)), key=lambda other: other.weekday() != weekday)
        return self.diagnostic(
            Severity.WARNING if elsewhere else Severity.ERROR,
            passage,
            f"“{passage.words}”: {day.day} {day:%B %Y} {'was' if is_past else 'is'} a {day:%A}",
            help=f"check the day; the {near:%A} nearest to it {'was' if is_past else 'is'} {near.day} {near:%B}"
            + (f", and {day.day} {day:%B} {elsewhere} is another" if elsewhere else ""),
        )


def _named(report: Report, mention: DateMention) -> tuple[int, Span] | None:
    """The weekday that stands beside a date, Monday being 0, and where the two stand."""
    text, span = report.text, mention.span
    if mention.weekday is not None:
        return mention.weekday, span
    before = BEFORE.search(text, max(0, span.start - LONGEST_NAME), span.start)
    if before:
        end = span.end + text.startswith(")", span.end) * text.endswith("(", 0, span.start)
        return WEEKDAYS.index(before["called"][:3].lower()), Span(before.start(), end)
    behind = BEHIND.match(text, span.end)
    return (WEEKDAYS.index(behind["called"][:3].lower()), Span(span.start, behind.end())) if behind else None


def _is_excused(report: Report, mention: DateMention, span: Span, weekday: int, day: date) -> bool:
    """Whether a list, a correction, a name or another year explains a weekday that does not fit."""
    text = report.text
    start = max(0, span.start - REACH)
    if NAMED_OR_DENIED.search(text, start, span.start):
        return True
    if _fits_as_list(text, start, mention, span, weekday, day):
        return True
    sentence = sentence_at(report, span.start)
    if CORRECTING.search(text, sentence.start, sentence.end):
        return True
    return not mention.year_written and _is_of_other_year(report, sentence, weekday, day)


def _fits_as_list(text: str, start: int, mention: DateMention, span: Span, weekday: int, day: date) -> bool:
    """Whether one of several weekdays and one of several days are of one day."""
    weekdays = {weekday}
    if listed := MORE_WEEKDAYS.search(text, start, span.start):
        weekdays.update(WEEKDAYS.index(word[:3].lower()) for word in WEEKDAY.findall(listed.group()))
    further = MORE_DAYS.match(text, mention.span.end)
    numbers = [day.day, *map(int, re.findall(r"\d+", further.group()))] if further else [day.day]
    listed_days = {each.weekday() for number in numbers if (each := _day(day.year, day.month, number))}
    if len(weekdays) == len(numbers) > 1:
        return listed_days == weekdays
    return not listed_days.isdisjoint(weekdays)


def _is_of_other_year(report: Report, sentence: Span, weekday: int, day: date) -> bool:
    """Whether the words around speak of another year, in which the weekday may fit."""
    for match in OTHER_YEAR.finditer(report.text, sentence.start, sentence.end):
        if match["year"] is None:
            return True
        other = _day(int(match["year"]), day.month, day.day)
        if other is None or other.year == day.year or other.weekday() == weekday:
            return other is None or other.weekday() == weekday
    return False


def _fits(year: int, day: date, weekday: int) -> bool:
    """Whether that date was this weekday in another year."""
    other = _day(year, day.month, day.day)
    return other is not None and other.weekday() == weekday


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""Background: paragraphs in which a report recalls an earlier event than its own."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from lint.compiled import compiled
from lint.find.dates import MONTHS, dates, dates_in
from lint.find.plain import numerals
from lint.find.spellings import unowned
from lint.pattern import late
from lint.report import Report
from lint.span import Span

LONG_AGO = 60  # days before publication from which an event is none of the report's own
NAMED = compiled(r"[A-ZÀ-ÖØ-Þ](?<![\w’'-].)[\w’'-]+(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)+")
RECALLED = late(
    r"\b(?:in|since|of|from|during|after)(?: early| late| mid-?)? (?:the )?(?:spring |summer |fall |autumn |winter |"
    rf"(?P<month>{'|'.join(month.capitalize() for month in MONTHS)})[a-z]*\.?,? )?(?:of )?(?P<year>(?:19|20)\d\d)\b"
)
CENTURIES, YEAR = ("19", "20"), 4  # with which the years of RECALLED begin, and how many digits they have
MIDDLE = 15  # of a month of which no day is told
MOST = 40  # paragraphs of a report that are looked at: a longer one is a chronicle


def backgrounds(report: Report) -> Iterator[tuple[Span, date | None]]:
    """The paragraphs on an earlier event, and its day where that is told.

    Each names a day or a year long before publication, and somebody or something in two words or more, nothing of which
    stands elsewhere in the report: what a trial report says of the crime is on the people of the trial.
    """
    published = report.published
    if published is None or not 1 < len(report.paragraphs) <= MOST:
        return
    telling = _telling(report, published)
    named = cache(lambda paragraph: _named(report, paragraph))  # few are asked: the first one shares a name already
    for paragraph in report.paragraphs if telling else ():
        first = bisect_left(telling, paragraph.start)
        is_telling = first < len(telling) and telling[first] < paragraph.end
        when = _recalled(report, paragraph, published) if is_telling else None
        if when and (mine := named(paragraph)):
            others = (each for each in report.paragraphs if each is not paragraph)
            if all(mine.isdisjoint(named(each)) for each in others):
                yield paragraph, when.day


@dataclass(frozen=True, slots=True)
class _Recalled:
    """When an earlier event was: the day, or nothing where only the year is told."""

    day: date | None


def _telling(report: Report, published: date) -> list[int]:
    """Where a day long ago is named, and where a year is: in another paragraph no earlier event is recalled."""
    text, named, numbers = report.text, report.find(dates), report.find(numerals)
    days = [each.span.start for each in named if each.day and (published - each.day).days >= LONG_AGO]
    years = [start for start, end in numbers if end - start == YEAR and text.startswith(CENTURIES, start)]
    return sorted(days + years)


def _recalled(report: Report, paragraph: Span, published: date) -> _Recalled | None:
    """When the event of a paragraph was, if long ago and if no other day is named."""
    days = [mention.day for mention in dates_in(report, paragraph) if mention.day]
    if days:
        return _Recalled(min(days)) if (published - max(days)).days >= LONG_AGO else None
    found = RECALLED.search(report.text, paragraph.start, paragraph.end)
    if found is None:
        return None
    year = int(found["year"])
    if found["month"]:
        day = date(year, MONTHS.index(found["month"][:3].lower()) + 1, MIDDLE)
        return _Recalled(day) if (published - day).days >= LONG_AGO else None
    return _Recalled(None) if year < published.year else None


def _named(report: Report, paragraph: Span) -> frozenset[str]:
    """The names of two words or more in a paragraph, and the last words of these."""
    return frozenset().union(*map(_called, NAMED.findall(report.text, paragraph.start, paragraph.end)))


@lru_cache(maxsize=30_000)
def _called(name: str) -> tuple[str, str]:
    """A name of several words without case and possessives, and the last of them."""
    words = [unowned(word) for word in name.split()]
    return " ".join(words), words[-1]

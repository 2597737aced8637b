"""Background: paragraphs in which a report recalls an earlier event than its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import chain

from lint.compiled import compiled
from lint.find.dates import MONTHS, dates_in
from lint.pattern import late
from lint.report import Report
from lint.span import Span

LONG_AGO = 60  # days before publication from which an event is none of the report's own
NAMED = compiled(r"[A-ZÀ-ÖØ-Þ](?<![\w’'-].)[\w’'-]+(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)+")
RECALLED = late(
    r"\b(?:in|since|of|from|during|after)(?: early| late| mid-?)? (?:the )?(?:spring |summer |fall |autumn |winter |"
    rf"(?P<month>{'|'.join(month.capitalize() for month in MONTHS)})[a-z]*\.?,? )?(?:of )?(?P<year>(?:19|20)\d\d)\b"
)
CENTURIES = ("19", "20")  # with which the years of RECALLED begin
MIDDLE = 15  # of a month of which no day is told
MOST = 40  # paragraphs of a report that are looked at: a longer one is a chronicle
POSSESSIVE = compiled(r"[’']s?$")


def backgrounds(report: Report) -> Iterator[tuple[Span, date | None]]:
    """The paragraphs on an earlier event, and its day where that is told.

    Each names a day or a year long before publication, and somebody or something in two words or more, nothing of which
    stands elsewhere in the report: what a trial report says of the crime is on the people of the trial.
    """
    published = report.published
    if published is None or not 1 < len(report.paragraphs) <= MOST:
        return
    named = cache(
        lambda paragraph: _named(report, paragraph)
    )  # most are not asked: the first one shares a name already
    for paragraph in report.paragraphs:
        when = _recalled(report, paragraph, published)
        if when and (mine := named(paragraph)):
            others = (each for each in report.paragraphs if each != paragraph)
            if all(mine.isdisjoint(named(each)) for each in others):
                yield paragraph, when.day


@dataclass(frozen=True, slots=True)
class _Recalled:
    """When an earlier event was: the day, or nothing where only the year is told."""

    day: date | None


def _recalled(report: Report, paragraph: Span, published: date) -> _Recalled | None:
    """When the event of a paragraph was, if long ago and if no other day is named."""
    days = [mention.day for mention in dates_in(report, paragraph) if mention.day]
    if days:
        return _Recalled(min(days)) if (published - max(days)).days >= LONG_AGO else None
    text, start, end = report.text, paragraph.start, paragraph.end
    has_year = text.find(CENTURIES[1], start, end) >= 0 or text.find(CENTURIES[0], start, end) >= 0
    found = RECALLED.search(text, start, end) if has_year else None
    if found is None:
        return None
    year = int(found["year"])
    if found["month"]:
        day = date(year, MONTHS.index(found["month"][:3].lower()) + 1, MIDDLE)
        return _Recalled(day) if (published - day).days >= LONG_AGO else None
    return _Recalled(None) if year < published.year else None


def _named(report: Report, paragraph: Span) -> frozenset[str]:
    """The names of two words or more in a paragraph, and the last words of these."""
    return frozenset(chain.from_iterable(map(_plain, NAMED.findall(report.text, paragraph.start, paragraph.end))))


@lru_cache(maxsize=10_000)
def _plain(name: str) -> tuple[str, str]:
    """A name and its last word, without case and possessives."""
    words = [POSSESSIVE.sub("", word).casefold() for word in name.split()]
    return " ".join(words), words[-1]

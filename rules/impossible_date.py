"""A day that no calendar has, a time that no clock shows, or an event that is told before it can have happened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta
from typing import ClassVar

from lint import Diagnostic, Label, Report, ReportRule, Severity, Span, bad, good
from lint.compiled import compiled
from lint.find.dates import MONTH, DateMention, dates
from lint.find.plain import places_of
from lint.find.quotations import Kind, voice_at
from lint.find.sentences import sentence_at

from ._looks import beside, words_and_pairs

MONTHS = "January February March April May June July August September October November December".split()
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTH_WORDS = frozenset(("sept", *(word.lower() for name in MONTHS for word in (name, name[:3]))))
TOO_LATE = compiled(r"[3-9]\d(?<! 3[01])(?:(?:st|nd|rd|th)\b(?! [A-Z])|,? (?:19|20)\d\d\b(?!,))")
MONTH_BEFORE = compiled(rf"\b{MONTH} $")
KNOWN_NOT_TO_BE = compiled(
    r"\b(?:no such|not exist|n[’']t exist|non-?existent|imaginary|fictional|impossible|never comes|joke|leap)\b"
)
CLOCK = compiled(
    r"\d(?<![\d:.,/$£€-]\d)(?<![\d:] \d)"
    r"(?:\d?:(?P<minute>\d\d) ?(?P<half>[apAP])\.? ?[mM]\b\.?|\d ?(?P<other_half>[ap])\.m\b\.?)"
)
CLOCK_REACH = 12  # code points: more than a time has
DONE = (
    "arrested|killed|found|shot|stabbed|injured|wounded|charged|booked|pronounced|attacked|robbed|seen|struck|hit|rescued"
    "|murdered|kidnapped|discovered|convicted|sentenced"
)
HAPPENED = compiled(
    rf"\b(?:(?:was|were) (?:(?:also|later|fatally|first|last) )?(?:{DONE})|died|happened|occurred|took place|crashed"
    r"|exploded|collapsed|broke out|erupted|began|attacked|killed|pleaded|sank|burned|derailed|met|voted|resigned)\b"
    r"(?P<between>[^.;:!?“”\"\n]*)(?<! by )(?<! for )(?<! before )(?<! since )(?<! from )(?<! of )(?<! to )(?<! and )$"
)
AHEAD = compiled(
    r"\b(?:is|are|will|would|shall|to be|was to|were to|schedul\w*|set|expect\w*|due|slated|plan\w*|until|through|till"
    r"|deadline|expir\w*|postponed|moved|delayed|rescheduled|ordered|next|if|could|may|might|should|trial|hearing"
    r"|effective|valid|begins?|starts?|funeral|vigil|memorial|services?)\b",
    re.IGNORECASE,
)
EARLIER_YEAR = compiled(
    r"\b(?:anniversary|years?|decades?|(?:19|20)\d\d"
    r"|last (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)
COURT = compiled(
    r"\b(?:court|arraign\w*|appear(?:s|ed|ance)|hearing|plea(?:ded|d)?|trial|sentenc\w+|booked|arrested|charged)\b"
)
SPAN_OF_TIME = compiled(r"\b(?:from|between|since|to|through|until|till|anniversary|years?)\b|[–-]")
ZONES = 1  # days by which a day can be ahead elsewhere
WEEKS = 14  # days within which a date without a year is of the year of the report
JANUARY_SLIP = 21  # days between two dates that are of one affair, once the year is mended
YEAR = 365


@dataclass(frozen=True)
class ImpossibleDate(ReportRule):
    """A day is in no calendar, a time is on no clock, or an event is told before it can have happened.

    Nobody can go there on June 31, or at 25:10 p.m. An event that is told in the past tense cannot lie after the
    report’s own date: it is an error where the year is written, and a warning where it is inferred. So is a written
    year in which a court would have heard a case eleven months before the events: the old year, written in January.

    It does not speak of what is scheduled, of a day ahead in another time zone, of direct quotations, nor of a report
    dated in the future: that depends on the day on which factlint runs, and is left to the rule future-date.
    """

    examples: ClassVar = (
        bad("The fair ends on [[June 31]].", severity="error"),
        bad("He was born on [[Feb. 29, 2023]].", severity="error", why="2023 was no leap year"),
        bad("The gates closed at [[25:10 p.m.]] on Monday.", severity="error"),
        bad(" date 2026-03-12\n\nThe driver ((was arrested)) on [[March 18, 2026]], police said.\n", severity="error"),
        bad(" date 2026-03-12\n\nThe fire ((broke out)) at noon on [[March 16]].\n", severity="warning"),
        good(" date 2026-03-12\n\nThe driver was ordered to appear on March 18, 2026.\n", why="an event ahead"),
        good(" date 2026-03-12\n\nThe quake struck Fiji on March 13.\n", why="it was the 13th there"),
        good("The fair ends on Feb. 29.", why="of a leap year, perhaps"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each such day, time and event."""
        text, found = report.text, report.find(dates)
        clocks = sorted(places_of((":", ".m"), text))
        for mention in found:
            if mention.written:
                yield from self._no_day(report, mention)
                yield from self._told_too_early(report, mention)
        (looks,) = report.find(words_and_pairs)
        has_month = not MONTH_WORDS.isdisjoint(looks.words)
        for part in report.prose:
            for match in TOO_LATE.finditer(text, part.start, part.end) if has_month else ():
                if month := MONTH_BEFORE.search(text, max(part.start, match.start() - 12), match.start()):
                    passage = report.passage(Span(month.start(), match.end()))
                    said = f"there is no “{passage.words}”: no month has so many days"
                    yield self.diagnostic(Severity.ERROR, passage, said, help="check the day")
            for match in beside(CLOCK, clocks, text, part, CLOCK_REACH):
                yield from self._no_time(report, match)
        yield from self._old_year(report, found)

    def _no_day(self, report: Report, mention: DateMention) -> Iterator[Diagnostic]:
        month, day = mention.written or (1, 1)
        if not 1 <= month <= 12 or day <= LENGTHS[month - 1] - (month == 2):
            return
        name = MONTHS[month - 1]
        sentence = sentence_at(report, mention.span.start)
        if day > LENGTHS[month - 1]:
            said = f"{name} has {LENGTHS[month - 1]} days" if month != 2 else "February has 28 or 29 days"
        elif mention.year_written and mention.day is None:
            said = "February had 28 days in that year"
        else:
            return
        if not KNOWN_NOT_TO_BE.search(report.text, sentence.start, sentence.end):
            passage = report.passage(mention.span)
            yield self.diagnostic(
                Severity.ERROR, passage, f"there is no “{passage.words}”: {said}", help="check the day and the month"
            )

    def _no_time(self, report: Report, match: re.Match[str]) -> Iterator[Diagnostic]:
        hour, minute = int(match.group()[:2].rstrip(": ")), int(match["minute"] or 0)
        is_afternoon = (match["half"] or match["other_half"]) in "pP"
        passage = report.passage(Span(*match.span()))
        if not match["minute"] and hour <= 12:
            return
        if hour > 23 or minute > 59:
            yield self.diagnostic(Severity.ERROR, passage, f"no clock shows “{passage.words}”", help="check the time")
        elif (hour > 12 and not is_afternoon) or (hour == 0 and is_afternoon):
            said = f"“{passage.words}” is a time of the other half of the day"
            yield self.diagnostic(Severity.ERROR, passage, said, help="check the time")
        elif hour > 12:
            said = f"“{passage.words}” is on the 24-hour clock, which has no p.m."
            yield self.diagnostic(Severity.NOTE, passage, said, help=f"{hour - 12}:{minute:02} p.m., if that is meant")

    def _told_too_early(self, report: Report, mention: DateMention) -> Iterator[Diagnostic]:
        """An event of the past that is put on a day after publication."""
        if mention.day is None or report.published is None:
            return
        ahead = (mention.day - report.published).days
        if ahead <= ZONES or (ahead > WEEKS and not mention.year_written):
            return
        sentence = sentence_at(report, mention.span.start)
        happened = HAPPENED.search(report.text, sentence.start, mention.span.start)
        if happened is None or AHEAD.search(report.text, sentence.start, mention.span.start):
            return
        if not mention.year_written and _may_be_of_another_year(report, mention, sentence):
            return
        if voice_at(report, mention.span.start).kind is Kind.QUOTATION:
            return
        passage = report.passage(mention.span)
        verb = Span(happened.start(), happened.start("between"))
        yield self.diagnostic(
            Severity.ERROR if mention.year_written else Severity.WARNING,
            passage,
            f"“{report.words(verb)}” on “{passage.words}”, but the report is of {_long(report.published)}",
            related=(Label(report.passage(verb), "told as past"),),
            help="check the date, and the date of the report",
        )

    def _old_year(self, report: Report, found: tuple[DateMention, ...]) -> Iterator[Diagnostic]:
        """The old year, written in January or February of an act that followed an event of this year."""
        published = report.published
        if published is None:
            return
        for mention in found:
            day = mention.day
            if not mention.year_written or day is None or day.month > 2 or day.year != published.year - 1:
                continue
            mended = day + timedelta(YEAR)
            event = next((other for other in found if _precedes(other, mended, published)), None)
            sentence = sentence_at(report, mention.span.start)
            if event is None or mended > published or not COURT.search(report.text, sentence.start, sentence.end):
                continue
            if SPAN_OF_TIME.search(report.text, sentence.start, sentence.end):
                continue
            passage, first = report.passage(mention.span), report.passage(event.span)
            yield self.diagnostic(
                Severity.WARNING,
                passage,
                f"“{passage.words}” is a year before “{first.words}”; the old year may have been written in the new",
                related=(Label(first, f"{_long(event.day)}" if event.day else ""),),
                help="check the year",
            )


def _precedes(event: DateMention, mended: date, published: date) -> bool:
    """Whether a date without a year is of the report's own year and shortly before another."""
    if event.day is None or event.written is None or event.year_written or event.day.year != published.year:
        return False
    return 0 < (mended - event.day).days <= JANUARY_SLIP


def _may_be_of_another_year(report: Report, mention: DateMention, sentence: Span) -> bool:
    """Whether a date without a year may be of the one before: its weekday fits there, or its sentence says so."""
    if EARLIER_YEAR.search(report.text, sentence.start, sentence.end) or mention.day is None:
        return True
    before = mention.day - timedelta(YEAR) if mention.day.year > MINYEAR else mention.day
    return mention.weekday is not None and mention.weekday == before.weekday() != mention.day.weekday()


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

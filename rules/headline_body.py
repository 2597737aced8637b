"""A number, day, name or place of the headline is not that of the body."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, TypeVar

from lint import Diagnostic, Label, Report, ReportRule, Severity, Span, bad, good
from lint.find.dates import DateMention, dates
from lint.find.figures import Figure, figures
from lint.find.interval import Interval
from lint.find.names import Name, names
from lint.find.sentences import sentence_at
from lint.pattern import late

from ._counted import Counted, counted_in
from ._headline_amounts import amounts_otherwise
from ._headline_names import is_missing, is_no_headline, misspelt_name
from ._scope import OF_AN_EVENT
from ._spoken import alike, says_it_changed, stems

M = TypeVar("M", Figure, DateMention, Name)

HARM = frozenset("deaths injuries shot stabbed victims".split())  # one person may be counted under two of these
COMPARED = (OF_AN_EVENT | {"charged"}) - {"victims"}
DEATH = late(r"\b(?:dead|dies|died|killed|kills|fatal(?:ly)?|slain)\b", re.IGNORECASE)
SITE = late(  # what a site puts behind its headlines
    r"\||::|\s[-–—]\s(?=[^-–—]*$)|-(?=[^-|]*\b(?:News|TV|Weather|Journal|Times|Channel)\b|\w+\.\w|[A-Z\d]{3,}\b)"
)
SIGNS_OF_A_SITE = ("|", "::", "-", "–", "—")
CAPITAL = late(r"\b[^\W\d_a-z][^\W\d_]{3,}")
LEADING = 900  # code points of the body in which it says what the headline says
ADDENDS = 4  # figures that may add up to the headline's
MOST_FIGURES = 12  # of the body that are added up
ROUNDED = 0.06  # of a figure from TWENTY on: what a headline may round away
TWENTY = 20
FEW = 2  # words of a figure's phrase that are shown with it
REST = late(r"\b(?:one|another|others?|third|fourth|fifth|sixth|two more)\b")
OTHER_SENSE = frozenset("happy super black good bloody ash".split())  # “Happy Wednesday”, “Black Friday”


@dataclass(frozen=True)
class HeadlineBody(ReportRule):
    """A number, day, name or place of the headline is not that of the body.

    The headline is written last and read first. Reported are a count of an event (deaths, injuries, arrests ...), a sum
    of money or a percentage that the beginning of the body gives otherwise; a day that the body never names where it
    tells the same of another day; and a name that the body spells otherwise. A person or a place in which something
    happened that the body never mentions is a note.

    It does not claim to read a headline as a sentence. It is silent where figures of the body add up to the
    headline's, where a dead person may be counted in or out, on what a headline rounds, on parts, on figures that the
    body says have changed, on initialisms and nicknames of places, on what a site puts behind its headlines, and on
    names where the body is an item of few words or the headline its first sentence.
    """

    examples: ClassVar = (
        bad(
            "---\ntitle: [[Three arrested]] after fire at Orrery Mill\ndate: 2026-05-04\n---\n\nPolice arrested"
            " ((four people)) on Sunday after the fire at the Orrery Mill in Brackley.\n",
            severity="warning",
        ),
        bad(
            "---\ntitle: Orrery Mill burns down [[Saturday]]\ndate: 2026-05-04\n---\n\nThe Orrery Mill in Brackley"
            " burned down on ((Sunday)), Chief Odette Farrow said.\n",
            severity="warning",
        ),
        bad(
            "---\ntitle: Fire chief praises [[Adeyimi]] for ringing the bell\ndate: 2026-05-04\n---\n\nRufus"
            " ((Adeyemi)), a weaver, rang the bell when the Orrery Mill burned, Chief Odette Farrow said.\n",
            severity="warning",
        ),
        good(
            "---\ntitle: Five hurt in fire at Orrery Mill - Brackley News\ndate: 2026-05-04\n---\n\nTwo weavers were"
            " hurt when the Orrery Mill burned, and three firefighters were hurt on the roof.\n",
            why="two and three are five",
        ),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """What the headline says otherwise than the body."""
        if report.title is None:
            return
        headline = _headline(report, report.title)
        yield from self._numbers(report, headline)
        for figure, against in amounts_otherwise(report, headline):
            has = f"the headline has {{}}, and the body “{_of(report, against.span)}”"
            yield self._finding(report, figure.span, against.span, has)
        yield from self._days(report, headline)
        yield from self._names(report, headline)

    def _numbers(self, report: Report, headline: Span) -> Iterator[Diagnostic]:
        found = report.find(figures)
        titled = _counted(report, _within(headline, found))
        if not any(what.category in COMPARED for _, what in titled):
            return
        body = _counted(report, (figure for figure in found if figure.span.start >= report.body.start))
        for figure, what in titled:
            if what.category not in COMPARED or _is_some(what) or figure.hedge == "vague" or figure.unit:
                continue
            against = _otherwise(report, figure, what, titled, body)
            if against is not None:
                said, given = _told(figure), _told(against)
                has = f"the headline has {{}}, and the body “{_of(report, given)}”"
                yield self._finding(report, said, given, has)

    def _days(self, report: Report, headline: Span) -> Iterator[Diagnostic]:
        found = report.find(dates)
        for day in _within(headline, found):
            if (day.weekday is None and day.written is None) or _is_no_day(report, day):
                continue
            body = [other for other in found if other.span.start >= report.body.start]
            if any(_may_be_one(day, other) for other in body):
                continue
            told = stems(report, day.span)
            for other in body:
                leads = other.span.start < report.body.start + LEADING and (other.weekday is not None or other.written)
                if leads and len(told & stems(report, other.span)) >= max(2, len(told) // 2):
                    told_so = f"the headline says {{}}, and the body “{_of(report, other.span)}”"
                    yield self._finding(report, day.span, other.span, told_so)
                    break

    def _names(self, report: Report, headline: Span) -> Iterator[Diagnostic]:
        titled = [*_within(headline, report.find(names))]
        if not titled:
            return
        told: set[Span] = set()
        for match in CAPITAL.finditer(report.text, headline.start, headline.end):
            span = Span(*match.span())
            if not match.group().isupper() and (other := misspelt_name(report, match.group())):
                told.add(span)
                spelt = f"{{}} of the headline is “{_of(report, other)}” in the body"
                yield self._finding(report, span, other, spelt)
        if is_no_headline(report, headline):
            return
        for name in titled:
            if not any(name.span.overlaps(span) for span in told) and is_missing(report, name):
                what = f"the headline names “{name.words}”, which the body never mentions"
                yield self.diagnostic(Severity.NOTE, report.passage(name.span), what)

    def _finding(self, report: Report, span: Span, against: Span, message: str) -> Diagnostic:
        return self.diagnostic(
            Severity.WARNING,
            report.passage(span),
            message.format(f"“{_of(report, span)}”"),
            related=(Label(report.passage(against), "so says the body"),),
            help="hold the headline to the body, or the body to the facts",
        )


def _headline(report: Report, title: Span) -> Span:
    """The headline without the name of the site."""
    words = report.words(title)
    site = SITE.search(report.text, title.start, title.end) if any(map(words.__contains__, SIGNS_OF_A_SITE)) else None
    return Span(title.start, site.start()) if site else title


def _of(report: Report, span: Span) -> str:
    return " ".join(report.words(span).split())


def _within(headline: Span, found: Iterable[M]) -> Iterator[M]:
    """What a finder has found in the headline, where it looks first."""
    for each in found:
        if each.span.start >= headline.end:
            return
        if headline.covers(each.span):
            yield each


def _counted(report: Report, found: Iterable[Figure]) -> list[tuple[Figure, Counted]]:
    """Those figures of which the words say what they count, with what that is."""
    return [(figure, what) for figure in found if (what := counted_in(report, figure))]


def _told(figure: Figure) -> Span:
    """A figure with what it counts, where these are few words."""
    return figure.whole if len(figure.phrase) <= FEW else figure.span


def _is_some(what: Counted) -> bool:
    return what.part or what.adds or what.tally


def _otherwise(
    report: Report,
    figure: Figure,
    what: Counted,
    titled: list[tuple[Figure, Counted]],
    body: list[tuple[Figure, Counted]],
) -> Figure | None:
    """The figure at the beginning of the body that contradicts one of the headline, where nothing bears that out."""
    value = what.value(figure)
    family = HARM if what.category in HARM else frozenset({what.category})
    related = [pair for pair in body if pair[1].category in family]
    same = [pair for pair in related if pair[1].category == what.category]
    if any(other.value(each).meets(value) for each, other in same) or _adds_up(value.low, related):
        return None
    taken = [other.value(each) for each, other in titled if each is not figure and other.category in HARM]
    died = DEATH.search(_of(report, report.title or report.body)) is not None and what.category in HARM
    for each, other in same:
        given = other.value(each)
        if _is_some(other) or other.subject != what.subject or each.value.high < 2 or each.hedge == "vague":
            continue
        if says_it_changed(report, each.span):
            continue
        if not alike(stems(report, figure.span), stems(report, each.span)) and _is_aside(report, each, given, value):
            continue
        if any(given.meets(one) for one in taken) or (died and abs(given.low - value.low) == 1):
            continue
        if value.low >= TWENTY and abs(given.low - value.low) <= ROUNDED * max(given.low, value.low):
            continue
        return each
    return None


def _is_aside(report: Report, figure: Figure, given: Interval, value: Interval) -> bool:
    """Whether a figure of the body stands late in it, or is but the first of those that are told one by one."""
    if figure.span.start > report.body.start + LEADING:
        return True
    end = sentence_at(report, figure.span.start).end
    return given.low < value.low and REST.search(report.text, figure.whole.end, end) is not None


def _adds_up(total: float, body: list[tuple[Figure, Counted]]) -> bool:
    """Whether some of the body's figures are together the headline's."""
    values = [figure.value.low for figure, _ in body if figure.value.is_exact][:MOST_FIGURES]
    return any(sum(some) == total for count in range(2, ADDENDS + 1) for some in combinations(values, count))


def _is_no_day(report: Report, day: DateMention) -> bool:
    """Whether a day in a headline is the name of something, or says of which day all of the report is."""
    before = report.text[: day.span.start].rpartition("\n")[2].split()
    after = report.text[day.span.end : day.span.end + 2]
    in_brackets = report.text[day.span.start - 1] == "(" or after.startswith(")")
    return in_brackets or (bool(before) and before[-1].lower() in OTHER_SENSE) or " of " in report.words(day.span)


def _may_be_one(one: DateMention, other: DateMention) -> bool:
    """Whether two mentions may be of one day: “Sunday” and “3 May”, or “Sunday” and a “yesterday” without a date."""
    if one.day and other.day:
        return one.day == other.day or (one.weekday is not None and one.weekday == other.weekday)
    if one.weekday is not None and other.weekday is not None:
        return one.weekday == other.weekday
    return one.written is None or other.written is None or one.written == other.written

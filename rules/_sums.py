"""Sums: what figures of one list count together, as “seven pistols and three other guns” are ten guns."""

from collections.abc import Iterator
from dataclasses import replace

from lint.find.figures import Figure, figures
from lint.find.interval import Interval
from lint.report import Report
from lint.span import Span

from ._counting_words import people

OTHER = "other"
BEFORE_NOUN = " other "
JOINTS = frozenset({", ", " and ", ", and "})


def sums(report: Report) -> Iterator[Figure]:
    """A figure for each list that ends in others: they are of the kind of those before them."""
    if BEFORE_NOUN not in report.text:
        return
    before: Figure | None = None  # the one before, with all that its own list counts
    for figure in report.find(figures):
        if before is None or not _go_on(report, before, figure):
            before = figure
            continue
        before = _sum(before, figure)
        if OTHER in figure.phrase[:1]:
            yield before


def _go_on(report: Report, one: Figure, other: Figure) -> bool:
    """Whether two figures stand in one list, both of people or both of things."""
    if report.text[one.whole.end : other.span.start] not in JOINTS or not (_is_plain(one) and _is_plain(other)):
        return False
    nouns = [word for word in other.phrase if word != OTHER]
    return people().keys().isdisjoint(one.phrase) == people().keys().isdisjoint(nouns)


def _is_plain(figure: Figure) -> bool:
    return bool(figure.phrase) and not figure.unit and figure.hedge != "vague"


def _sum(one: Figure, other: Figure) -> Figure:
    value = Interval(one.value.low + other.value.low, one.value.high + other.value.high)
    start, end = one.span.start, other.whole.end
    return replace(
        other,
        span=Span(start, other.span.end),
        whole=Span(start, end),
        value=value,
        before=one.before,
        hedge=one.hedge or other.hedge,
        phrase=tuple(word for word in other.phrase if word != OTHER),
    )

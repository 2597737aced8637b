"""When a death was known of, and of whom: nobody dies after the report that tells of it."""

from collections.abc import Iterator

from lint.compiled import compiled
from lint.find.ages import Age
from lint.find.quotations import quotations
from lint.pattern import opening
from lint.report import Report
from lint.span import Span

from ._parts_played import DEAD, ages_and_parts, how_many

TOLD = compiled(
    opening(r"ha(?:s|ve) died", "died", "dies", "pronounced dead", "was killed", "were killed", "fatally shot") + r"\b"
)


def the_dead(report: Report) -> frozenset[str]:
    """By what the one dead person of a report can be known again: name and age; nothing, where there are more."""
    dead = [age for age, part in report.find(ages_and_parts) if part == DEAD and isinstance(age, Age)]
    if not dead or how_many(report)[DEAD] > 1 or len({age.least for age in dead}) > 1:
        return frozenset()
    return frozenset({str(dead[0].least), *(age.name for age in dead if " " in age.name)})


def deaths_known(report: Report) -> Iterator[Span]:
    """Where a report first tells that somebody is dead."""
    spans = [quotation.span for quotation in report.find(quotations)]
    for told in TOLD.finditer(report.text, report.body.start, report.body.end):
        span = Span(*told.span())
        if not any(each.covers(span) for each in spans):
            yield span
            return

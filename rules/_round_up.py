"""Reports and sentences of several events, whose facts are not all of the one that another report tells of."""

from collections.abc import Iterator
from itertools import product

from lint.compiled import compiled
from lint.find.dates import WEEKDAYS
from lint.find.sentences import sentence_at
from lint.report import Report
from lint.span import Span

from ._looks import Key, words_and_pairs

EVENT = "(?:shooting|incident|attack|crash|case|fire|homicide|stabbing|killing|murder|accident|blast|bombing|explosion)"
SEVERAL = compiled(
    r"\b(?:(?:separate|unrelated|other) (?:shootings|incidents|attacks|crashes|cases|fires)|city-?wide|across the city"
    r"|(?:weekend|overnight) (?:shootings|violence)|(?:shootings|incidents) (?:since|over the weekend)"
    r"|shootings on [^.\n]{1,40} sides|(?:shootings|attacks|fires|crashes|incidents|robberies) across"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:shootings|attacks|fires|crashes|robberies))\b"
)  # in lower case: a pattern that ignores case takes much longer
HOLDS: frozenset[Key] = frozenset(
    {
        "citywide",
        ("city", "wide"),
        ("across", "the"),
        ("shootings", "on"),
        *product(("separate", "unrelated", "other"), "shootings incidents attacks crashes cases fires".split()),
        *product(("weekend", "overnight"), ("shootings", "violence")),
        *product("shootings attacks fires crashes incidents robberies".split(), ("across",)),
        *product(WEEKDAYS, "shootings attacks fires crashes robberies".split()),
        *product(("shootings", "incidents"), ("since", "over")),
    }
)  # words, or pairs of neighbours, of which one must stand in a report that says so
ANOTHER = compiled(
    r"\b(?:separate|unrelated|another|different|other|first|second|third|previous|earlier|similar)"
    rf" (?:[a-z-]+ ){{0,2}}{EVENT}"
)
LEAD = 1500  # code points of the body in which a round-up says what it is


def is_round_up(report: Report) -> bool:
    """Whether a report is on several events."""
    return bool(report.find(_said))


def is_of_another_event(report: Report, span: Span) -> bool:
    """Whether the sentence around a span is on another event than the report’s: “in a separate shooting”."""
    return ANOTHER.search(report.words(sentence_at(report, span.start)).lower()) is not None


def _said(report: Report) -> Iterator[Span]:
    """Where a report says that it is on several events."""
    (looks,) = report.find(words_and_pairs)
    if not looks.have(HOLDS):
        return
    start = report.body.start
    for part in (report.title, Span(start, min(start + LEAD, report.body.end))):
        found = SEVERAL.search(report.words(part).lower()) if part else None
        if part and found:
            yield Span(part.start + found.start(), part.start + found.end())
            return

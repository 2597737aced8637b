"""Signatures: the terms by which the event of one report can be told from others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from lint.find.addresses import addresses
from lint.find.ages import ages
from lint.find.dates import DateMention, dates
from lint.report import Report
from lint.span import Span

CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ](?<![\w’'-].)[\w’'-]+(?: [A-Z]\.)?(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)*")
POSSESSIVE = re.compile(r"[’']s?$")
NO_PERSON = frozenset(
    "police department county sheriff sheriff’s sheriff's office hospital school university court district center"
    " centre church park medical state city news associated press crime stoppers anyone high fire bureau division north"
    " south east west new saint fort lake mount united national street avenue road the of on in at a when after".split()
)


@dataclass(frozen=True, slots=True)
class Signature:
    """What a report is about, in terms of several kinds, each kind sorted and without doubles."""

    path: str
    span: Span
    published: date | None
    names: tuple[str, ...] = ()  # capitalised words, and pairs of them
    people: tuple[str, ...] = ()  # pairs of capitalised words that are likely a person's name
    streets: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()  # whole years
    days: tuple[str, ...] = ()  # month and day: the year is seldom written


def signatures(report: Report) -> Iterator[Signature]:
    """The signature of a report: one for all of it."""
    names: set[str] = set()
    people: set[str] = set()
    for part in report.prose:
        prose = report.text[part.start : part.end]
        for run in set(CAPITALISED.findall(prose)):
            parts = [_plain(word) for word in run.split()]
            names.update(parts)
            for one, two in pairwise(parts):
                names.add(f"{one} {two}")
                if one not in NO_PERSON and two not in NO_PERSON:
                    people.add(f"{one} {two}")
    yield Signature(
        report.path,
        Span(0, len(report.text)),
        report.published,
        names=tuple(sorted(names)),
        people=tuple(sorted(people)),
        streets=tuple(sorted({address.name for address in report.find(addresses)})),
        ages=tuple(sorted({str(age.years) for age in report.find(ages)})),
        days=tuple(sorted({_day(mention) for mention in report.find(dates)} - {""})),
    )


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    """A word without case and possessive."""
    return POSSESSIVE.sub("", word).casefold()


def _day(mention: DateMention) -> str:
    if mention.day:
        return f"{mention.day.month:02}-{mention.day.day:02}"
    return f"{mention.written[0]:02}-{mention.written[1]:02}" if mention.written else ""

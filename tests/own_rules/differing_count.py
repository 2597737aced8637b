"""A rule of the tests' own, of all reports: one thing that is counted differently."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Label, Passage, Report, Scope, Severity, Span

COUNT = re.compile(r"\b(\d+) (\w+)\b")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things."""

    passage: Passage
    published: date | None
    number: int


@dataclass(frozen=True)
class DifferingCount(CorpusRule[str, Count]):
    """Two reports count one thing differently; the later one is blamed."""

    scope: ClassVar[Scope] = Scope.ARCHIVE

    def extract(self, report: Report) -> Iterator[tuple[str, Count]]:
        """Every number under the word that follows it."""
        for match in COUNT.finditer(report.text, report.body.start):
            yield match[2], Count(report.passage(Span(*match.span())), report.published, int(match[1]))

    def compare(self, key: str, claims: Sequence[Count]) -> Iterator[Diagnostic]:
        """Each claim that differs from the one before it."""
        for earlier, later in pairwise(claims):
            if earlier.number != later.number:
                message = f"{later.number} {key}, and before that {earlier.number}"
                yield self.diagnostic(Severity.ERROR, later.passage, message, related=(Label(earlier.passage),))

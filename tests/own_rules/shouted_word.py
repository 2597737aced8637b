"""A rule of the tests' own, of one report: words in capitals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint import Diagnostic, Report, ReportRule, Severity, Span

WORD = re.compile(r"\b[A-Z]{4,}\b")


@dataclass(frozen=True)
class ShoutedWord(ReportRule):
    """A word stands in capitals."""

    longest: int = 40

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Every word of capitals that is not longer than `longest`."""
        for match in WORD.finditer(report.text, report.body.start):
            if len(match.group()) <= self.longest:
                yield self.diagnostic(
                    Severity.NOTE, report.passage(Span(*match.span())), f"“{match.group()}” is shouted"
                )

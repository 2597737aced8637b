"""A rule of the tests' own, of one report: words in capitals, with a fix."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint import Diagnostic, Fix, Report, ReportRule, Severity, Span

WORD = re.compile(r"\b[A-ZÀ-Þ]{4,}\b")


@dataclass(frozen=True)
class LoudWord(ReportRule):
    """A word stands in capitals, and can be written without."""

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Every word of capitals."""
        for match in WORD.finditer(report.text, report.body.start):
            place = report.passage(Span(*match.span()))
            fix = Fix(place, match.group().lower(), safe=True)
            yield self.diagnostic(Severity.NOTE, place, f"“{match.group()}” is loud", fix=fix)

"""A rule of the tests' own that makes claims and crashes where a report or a key tells it to."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Label, Report, Scope, Severity
from tests.own_rules.differing_count import Count, DifferingCount


@dataclass(frozen=True)
class CrashingRule(CorpusRule[str, Count]):
    """Crashes after its claims in a report with CRASH, in comparing `bombs`, and dies in a report with DIE."""

    scope: ClassVar[Scope] = Scope.ARCHIVE

    def extract(self, report: Report) -> Iterator[tuple[str, Count]]:
        """The claims of DifferingCount, and then perhaps a crash."""
        yield from DifferingCount().extract(report)
        if "CRASH" in report.text:
            raise ValueError("a crash\nof two lines")
        if "DIE" in report.text:
            os._exit(3)
        if "ENDLESS" in report.text:
            yield from self.extract(report)

    def compare(self, key: str, claims: Sequence[Count]) -> Iterator[Diagnostic]:
        """A finding, and then perhaps a crash."""
        related = tuple(Label(claim.passage) for claim in claims[:-1])
        yield self.diagnostic(Severity.NOTE, claims[-1].passage, f"{len(claims)} {key}", related=related)
        if key == "bombs":
            raise KeyError(key)

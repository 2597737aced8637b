"""Findings: what a run found, apart from how it was found."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lint.diagnostic import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Findings:
    """What a run found, in the order in which it is shown, and how many reports it was asked about."""

    diagnostics: tuple[Diagnostic, ...]
    reports: int

    @property
    def failed(self) -> bool:
        """Whether some of the work could not be done."""
        return any(each.is_failure for each in self.diagnostics)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(each.severity is Severity.ERROR for each in self.diagnostics)

    def graded(self, severities: Mapping[str, Severity | None]) -> "Findings":
        """The findings with the severities that a desk gives to rules, and without those to which it gives none.

        FAILURES stay as they are: a desk cannot settle that work was not done.
        """
        graded = (
            replace(each, severity=severity)
            for each in self.diagnostics
            if (severity := each.severity if each.is_failure else severities.get(each.rule, each.severity))
        )
        return replace(self, diagnostics=tuple(sorted(graded, key=lambda each: each.sort_key)))

"""The sentence that closes a run: how much was found, in how many reports."""

from collections import Counter
from collections.abc import Iterable

from lint.diagnostic import Severity
from lint.findings import Findings


def closing(findings: Findings) -> str:
    """One sentence without a line end, such as `Found 2 errors and 1 warning in 2 reports.`"""
    places = f"in {counted(findings.reports, 'report')}"
    tally = by_severity(each.severity for each in findings.diagnostics)
    found = f"Found {tally} {places}." if tally else f"No findings {places}."
    return f"{found} Some of the work could not be done." if findings.failed else found


def by_severity(severities: Iterable[Severity]) -> str:
    """How many of each, the gravest first, such as `2 errors, 1 warning and 1 note`; nothing for none."""
    numbers = Counter(severities)
    parts = [counted(numbers[severity], severity) for severity in Severity if numbers[severity]]
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def counted(number: int, noun: str) -> str:
    """A number of things, such as `1 report` and `2 reports`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

"""GitLab's Code Quality report: one JSON array, which a merge request shows beside the lines.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lint.diagnostic import Diagnostic, Severity
from lint.render import Page
from lint.render._json import dumped
from lint.render._wording import message

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(page: Page) -> Iterator[str]:
    """The findings; an empty array where there are none, which tells GitLab that all is settled."""
    seen: Counter[str] = Counter()
    yield f"{dumped([_object(each, seen) for each in page.findings.diagnostics], indent=2)}\n"


def _object(diagnostic: Diagnostic, seen: Counter[str]) -> dict[str, Any]:
    place = diagnostic.primary.passage
    return {
        "description": message(diagnostic),
        "check_name": diagnostic.rule,
        "fingerprint": _unique(diagnostic.fingerprint, seen),
        "severity": SEVERITIES[diagnostic.severity],
        "location": {"path": place.path, "lines": {"begin": place.line, "end": place.end_line}},
    }


def _unique(fingerprint: str, seen: Counter[str]) -> str:
    """The fingerprint, numbered from the second on: GitLab shows one finding of each."""
    seen[fingerprint] += 1
    return fingerprint if seen[fingerprint] == 1 else f"{fingerprint}-{seen[fingerprint]}"

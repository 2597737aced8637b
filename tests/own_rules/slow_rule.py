"""A rule of the tests' own that never ends on a report that tells it to, once it has left word where it runs."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lint import Diagnostic, Report, ReportRule


@dataclass(frozen=True)
class SlowRule(ReportRule):
    """Sleeps in a report with SLOW."""

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Nothing, ever."""
        if "SLOW" in report.text:
            Path("begun").touch()
            time.sleep(60)
        yield from ()

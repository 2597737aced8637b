"""A report is dated in the future."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import Diagnostic, Report, ReportRule, Severity, Span, bad, clock, good
from lint.compiled import compiled
from lint.read.day import read_day

VALUE = compiled(r"\d{4}-\d\d?-\d\d?(?!\d)|(?<=:)[^\n]+")  # of a line in the head of a report


@dataclass(frozen=True)
class FutureDate(ReportRule):
    """A report is dated in the future.

    The year is mistyped in January, or day and month have changed places, and the report stands before all others for
    months. A report may be dated `ahead` days from today, as those for the next edition are.

    It is off by default: what it says depends on the day on which factlint runs, where all else that factlint says is
    the same every day. `today` is another day from which it counts, such as "2026-01-31".
    """

    default: ClassVar[bool] = False
    is_daily: ClassVar[bool] = True
    examples: ClassVar = (
        bad(" date [[2126-01-05]] By staff\n\nThe council met on Monday.\n", why="which is a hundred years too late"),
        bad("---\ntitle: Council meets\ndate: [[5 January 2126]]\n---\n\nThe council met on Monday.\n"),
        good(" date 2016-01-05 By staff\n\nThe council met on Monday.\n", why="that day has come"),
        good("The council meets on January 5, 2126.\n", why="it is no date of publication"),
    )

    ahead: int = 7  # days
    today: str = ""

    def __post_init__(self) -> None:
        """Refuse a day that is none."""
        if self.today and read_day(self.today) is None:
            raise ValueError(f"today: “{self.today}” is no date; write it as 2026-01-31")

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """A warning at the date of publication."""
        now = read_day(self.today) or clock.today()
        if report.published is None or (report.published - now).days <= self.ahead:
            return
        passage = report.passage(_written(report, report.published))
        said = f"this report is dated {report.published.day} {report.published:%B %Y}, which is still to come"
        yield self.diagnostic(Severity.WARNING, passage, said, help="check the year, the month and the day")


def _written(report: Report, published: date) -> Span:
    """Where the date stands in the head; where it stands in none, the headline, or the top of the report."""
    for match in VALUE.finditer(report.text, 0, report.body.start):
        words = match.group().strip(" \t\r\"'")
        if read_day(words) == published:
            start = match.start() + match.group().index(words)
            return Span(start, start + len(words))
    return report.title or Span(report.body.start, report.body.start)

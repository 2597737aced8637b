"""Report: one news report, read once."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from lint import stopwatch
from lint.compiled import compiled
from lint.span import Passage, Span

M = TypeVar("M")

NEWLINE = compiled(r"\n")
# A line at a time, never a character at a time: a repeated group keeps 100 bytes a turn, and a line may have megabytes.
PARAGRAPH = compiled(
    r"""
    \S [^\n]*
    (?: \n (?! [^\S\n]* (?: \n | \Z ) ) [^\n]* )*  # further lines, as long as they are not blank
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A news report as it stands in its file; it never changes.

    `text` is the whole file as decoded, header, line ends and byte-order mark included, so that every offset is an
    offset into the file; of a report that is no plain text it is the words alone, and lint.read.opening tells where
    these stand in the file. `body` is where the prose stands; `title` is the headline, in front matter or on a line of
    its own, and lies outside `body`.
    """

    path: str
    text: str
    body: Span
    title: Span | None = None
    published: date | None = None
    author: str = ""
    language: str = ""  # as its format tells it, such as "en-GB"
    _found: dict[Callable[["Report"], Iterable[Any]], tuple[Any, ...]] = field(default_factory=dict, repr=False)

    @property
    def prose(self) -> tuple[Span, ...]:
        """Where the report itself speaks: the headline, if there is one, then the body."""
        return (self.title, self.body) if self.title else (self.body,)

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The headline, then the paragraphs of the body: blocks of lines between blank lines, trimmed."""
        return self.find(_paragraphs)

    def find(self, finder: Callable[["Report"], Iterable[M]]) -> tuple[M, ...]:
        """What a finder finds here; it looks once, however many rules ask."""
        found = self._found.get(finder)
        if found is None:
            found = self._found[finder] = stopwatch.found(finder, self)
        return found

    @property
    def searched(self) -> Mapping[Callable[["Report"], Iterable[Any]], tuple[Any, ...]]:
        """What finders have found here so far, in the order in which they were done."""
        return self._found

    def words(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def passage(self, span: Span) -> Passage:
        """The passage of a span: what a diagnostic or a claim keeps of this report."""
        starts = self.find(_line_starts)
        line = bisect_right(starts, span.start)
        return Passage(self.path, span, line, span.start - starts[line - 1] + 1, self.words(span))


def _line_starts(report: Report) -> Iterable[int]:
    yield 0
    for newline in NEWLINE.finditer(report.text):
        yield newline.end()


def _paragraphs(report: Report) -> Iterable[Span]:
    for part in report.prose:
        for match in PARAGRAPH.finditer(report.text, part.start, part.end):
            block = match.group()
            yield Span(match.start(), match.start() + len(block.rstrip()))

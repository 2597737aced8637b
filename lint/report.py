"""Report: one news report, read once."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from lint.span import Passage, Span

M = TypeVar("M")

PARAGRAPH = re.compile(r"[^\s](?:[^\n]|\n(?![^\S\n]*\r?\n|[^\S\n]*$))*")


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A news report as it stands in its file; it never changes.

    `text` is the whole file as decoded, header, line ends and byte-order mark included, so that every offset is an
    offset into the file. `body` is where the prose stands; `title` is the headline, in front matter or on a line of
    its own, and lies outside `body`.
    """

    path: str
    text: str
    body: Span
    title: Span | None = None
    published: date | None = None
    author: str = ""
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
            found = self._found[finder] = tuple(finder(self))
        return found

    def words(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def passage(self, span: Span) -> Passage:
        """The passage of a span: what a diagnostic or a claim keeps of this report."""
        line_start = self.text.rfind("\n", 0, span.start) + 1
        line = self.text.count("\n", 0, span.start) + 1
        return Passage(self.path, span, line, span.start - line_start + 1, self.words(span))


def _paragraphs(report: Report) -> Iterable[Span]:
    for part in report.prose:
        for match in PARAGRAPH.finditer(report.text, part.start, part.end):
            block = match.group()
            yield Span(match.start(), match.start() + len(block.rstrip()))

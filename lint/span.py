"""Where words stand: in a text (Span) and in a file (Passage)."""

from lint.value import value


@value(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of a text as it was decoded."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, position: int) -> bool:
        return self.start <= position < self.end

    def covers(self, other: "Span") -> bool:
        """Whether all of the other span lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


@value(frozen=True, slots=True, order=True)
class Passage:
    """Some words of a file: small enough to travel, exact enough to underline.

    Lines and columns count from 1, columns in code points; `words` is the text of `span`, as it stands in the file.
    A file may hold several reports, `item` is then the name of this one; and it may write words in its own way, as
    `M&eacute;rida`: `plain` then has them as they are read.
    """

    path: str
    span: Span
    line: int
    column: int
    words: str
    item: str = ""
    plain: str = ""

    @property
    def said(self) -> str:
        """The words as they are read."""
        return self.plain or self.words

    @property
    def report(self) -> str:
        """What tells the report from all others: its path, and the name of the item in the file."""
        return f"{self.path}#{self.item}" if self.item else self.path

    @property
    def end_line(self) -> int:
        """The line that holds the end of the words."""
        return self.line + self.words.count("\n")

    @property
    def end_column(self) -> int:
        """The column just after the last code point of the words."""
        newline = self.words.rfind("\n")
        return self.column + len(self.words) if newline < 0 else len(self.words) - newline

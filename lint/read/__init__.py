"""Reading: the bytes of a file in, a Report out, with offsets that are those of the file as decoded."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lint.diagnostic import Diagnostic, Label, Severity
from lint.read.head import Head, read_head
from lint.read.text import Decoded, UnreadableError, decode
from lint.report import Report
from lint.span import Passage, Span

LARGEST = 10_000_000  # bytes: a report of a million and a half words is a mistake, such as a database dump


@dataclass(frozen=True, slots=True)
class Source:
    """A report to read: a path as the user knows it, and its content where that comes from elsewhere (stdin)."""

    path: str
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave: a report or none, and what there is to say of the file itself."""

    report: Report | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read(source: Source) -> Reading:
    """Read one report. Whatever is wrong with a file is a diagnostic, never an exception."""
    try:
        decoded = decode(_content(source))
    except (UnreadableError, OSError) as error:
        reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        return Reading(None, (_unreadable(source.path, reason),))
    head = read_head(decoded.text)
    report = Report(source.path, decoded.text, head.body, head.title, head.published, head.author)
    return Reading(report, tuple(_remarks(report, head, decoded)))


def read_text(source: Source) -> str:
    """The text of a source alone, for those who draw it; raises OSError or UnreadableError."""
    return decode(_content(source)).text


def _content(source: Source) -> bytes:
    content = source.content
    if content is None:
        with Path(source.path).open("rb") as file:
            content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise UnreadableError(f"it has more than {LARGEST / 1e6:.0f} MB, and no report is as long as that")
    return content


def _remarks(report: Report, head: Head, decoded: Decoded) -> Iterator[Diagnostic]:
    if decoded.first is not None:
        place = report.passage(Span(decoded.first, decoded.first + 1))
        message = f"this file is no UTF-8; it was read as {decoded.encoding}, and here is the first word that shows it"
        yield Diagnostic("legacy-encoding", Severity.WARNING, message, Label(place), help="save it as UTF-8")
    if not any(report.words(part).strip() for part in report.prose):
        place = report.passage(Span(head.body.start, head.body.start))
        yield Diagnostic("empty-report", Severity.WARNING, "this report has no words", Label(place))
    for rule, span, message in head.faults:
        yield Diagnostic(rule, Severity.WARNING, message, Label(report.passage(span)))


def _unreadable(path: str, reason: str) -> Diagnostic:
    place = Passage(path, Span(0, 0), 1, 1, "")
    return Diagnostic("unreadable-report", Severity.ERROR, f"this file cannot be read: {reason}", Label(place))

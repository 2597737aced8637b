"""Reading: the bytes of a file in, a Report out, with offsets that are those of the file as decoded."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lint.diagnostic import Diagnostic, Label, Severity
from lint.formats import PACKED, PAGES, SINGLE, STRUCTURED, is_of
from lint.read.text import Decoded, decode
from lint.report import Report
from lint.source import Source, UnreadableError, content_of
from lint.span import Passage, Span

if TYPE_CHECKING:
    from lint.read.head import Head
    from lint.read.item import Item

__all__ = ["Reading", "Source", "read", "read_text", "unreadable"]

TITLE_BELOW = "\n\n"  # between a text and a headline that came beside it

OTHER = "other-language"  # the remark on a report that rules cannot read

MARK = "factlint"  # no text without it holds an allowance


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave: a report or none, and what there is to say of the file itself."""

    report: Report | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read(source: Source) -> Reading:
    """Read one report. Whatever is wrong with a file is a diagnostic, never an exception.

    Of a file that may hold several, lint.read.opening gives the reports.
    """
    try:
        content = content_of(source)
        if content.startswith(PACKED) or is_of(source.path, SINGLE):
            return _taken(source.path, content)
        decoded = decode(content)
    except (UnreadableError, OSError) as error:
        return Reading(None, (unreadable(source.path, reason_of(error)),))
    from lint.read.head import read_head  # 3 ms of patterns, which those who only draw a text need not pay

    original = decoded
    if speaks := MARK in decoded.text:
        from lint.read.allowances import blanked  # for the few reports that hold an allowance

        decoded = replace(decoded, text=blanked(decoded.text))
    head = read_head(decoded.text)
    if source.published or source.title:
        decoded = _told_beside(source, decoded, head)
    report = Report(source.path, decoded.text, head.body, head.title, head.published, head.author)
    return Reading(report, (*_remarks(report, head, decoded), *(_allowances(source, original) if speaks else ())))


def read_text(source: Source) -> str:
    """The text of a source alone, for those who draw it; raises OSError or UnreadableError."""
    content = content_of(source)
    if content.startswith(PACKED):
        from lint.read.item import unpacked

        return unpacked(content).laid.text
    if is_of(source.path, STRUCTURED):
        from lint.read.decoding import decode_file

        return decode_file(source.path, content).text
    text = decode(content).text
    return f"{text}{TITLE_BELOW}{source.title}" if source.title else text


def _taken(path: str, content: bytes) -> Reading:
    """The report that was taken out of a file, or is now."""
    from lint.read.item import unpacked
    from lint.read.items import single

    told = unpacked(content) if content.startswith(PACKED) else single(path, content)
    if told.reason:
        return Reading(None, (unreadable(path, told.reason, "item" if told.name else "file"),))
    report = Report(path, told.laid.text, told.body, told.title, told.published, told.author, told.language)
    return Reading(report, tuple(_remarks_on(report, told)))


def _remarks_on(report: Report, told: "Item") -> Iterator[Diagnostic]:
    from lint.read.language import is_other, says_other

    if not any(report.words(part).strip() for part in report.prose):
        yield _empty(report)
    elif is_of(report.path, PAGES) and not report.words(report.body).strip():
        message = "no report was found on this page, only its headline"
        yield Diagnostic("empty-report", Severity.NOTE, message, Label(report.passage(Span(0, 0))))
    if is_other(report):
        language = f" (“{report.language}”)" if says_other(report.language) else ""
        message = f"this report is in another language than English{language}, and is not checked"
        yield Diagnostic(
            OTHER, Severity.NOTE, message, Label(report.passage(Span(report.body.start, report.body.start)))
        )
    for rule, span, message in told.faults:
        yield Diagnostic(rule, Severity.WARNING, message, Label(report.passage(span)))


def _told_beside(source: Source, decoded: Decoded, head: "Head") -> Decoded:
    """The text, with the date and the headline of its table in the head where the text has none of its own.

    The headline goes below the text, so that every offset into the text stays what it is.
    """
    from lint.read.day import read_day

    if source.published and head.published is None:
        head.published = read_day(source.published)
        if head.published is None:
            message = f"“{source.published}” is no date; write it as 2026-01-31"
            head.faults.append(("unreadable-date", Span(head.body.start, head.body.start), message))
    if not source.title:
        return decoded
    start = len(decoded.text) + len(TITLE_BELOW)
    if head.title is None:
        head.title = Span(start, start + len(source.title))
    return replace(decoded, text=f"{decoded.text}{TITLE_BELOW}{source.title}")


def _remarks(report: Report, head: "Head", decoded: Decoded) -> Iterator[Diagnostic]:
    if decoded.first is not None:
        yield legacy(decoded, report.passage(Span(decoded.first, decoded.first + 1)))
    if not any(report.words(part).strip() for part in report.prose):
        yield _empty(report)
    for rule, span, message in head.faults:
        yield Diagnostic(rule, Severity.WARNING, message, Label(report.passage(span)))


def _empty(report: Report) -> Diagnostic:
    place = report.passage(Span(report.body.start, report.body.start))
    return Diagnostic("empty-report", Severity.WARNING, "this report has no words", Label(place))


def _allowances(source: Source, decoded: Decoded) -> Iterator[Diagnostic]:
    """Each allowance in a report is taken to be unused until a finding turns out to be allowed by it (lint.allow).

    So it is remembered with all else that is said of the report.
    """
    from lint.read.allowances import allowances

    for each in allowances(source.path, decoded.text):
        yield each.remark


def unreadable(path: str, reason: str, what: str = "file") -> Diagnostic:
    """The finding that a report could not be read."""
    place = Passage(path, Span(0, 0), 1, 1, "")
    return Diagnostic("unreadable-report", Severity.ERROR, f"this {what} cannot be read: {reason}", Label(place))


def legacy(decoded: Decoded, place: Passage) -> Diagnostic:
    """The finding that a file is in an encoding that had to be guessed, at the first place that shows it."""
    message = f"this file is no UTF-8; it was read as {decoded.encoding}, and here is the first word that shows it"
    return Diagnostic("legacy-encoding", Severity.WARNING, message, Label(place), help="save it as UTF-8")


def reason_of(error: Exception) -> str:
    """What an error of reading says, for the user."""
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)

"""Remarks on a file that is not plain text, whatever reports it holds: its encoding, and the allowances in it."""

from collections.abc import Iterator

from lint.diagnostic import Diagnostic
from lint.formats import DOCUMENTS, is_of
from lint.read import MARK, legacy
from lint.read.allowances import allowances
from lint.read.decoding import decode_file
from lint.read.opening import Lines
from lint.source import Source, UnreadableError, content_of
from lint.span import Passage, Span


def remarks(source: Source) -> Iterator[Diagnostic]:
    """What there is to say of the file; nothing of one that cannot be read, of which reading says so."""
    if is_of(source.path, DOCUMENTS):
        return
    try:
        content = content_of(source)
        if content.isascii() and MARK.encode() not in content:
            return
        decoded = decode_file(source.path, content)
    except (UnreadableError, OSError):
        return
    if decoded.first is not None:
        span = Span(decoded.first, decoded.first + 1)
        line, column = Lines(decoded.text).place(span.start)
        yield legacy(decoded, Passage(source.path, span, line, column, decoded.text[span.start : span.end]))
    if MARK in decoded.text:
        yield from (each.remark for each in allowances(source.path, decoded.text))

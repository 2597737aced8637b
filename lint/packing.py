"""Packing: findings as bytes, and back, with nothing imported but what findings are made of."""

import marshal  # the fastest there is, and in a format of one version of Python, which is a part of every edition
from collections.abc import Iterable
from typing import Any

from lint.diagnostic import Diagnostic, Fix, Label, Severity
from lint.errors import DamageError
from lint.span import Passage, Span

PLAINLY = 2  # the newest version of marshal's format that has no references
PlainPassage = tuple[str, int, int, int, int, str, str, str]


def pack(found: Iterable[Diagnostic]) -> bytes:
    """These findings as bytes."""
    return marshal.dumps([_plain(each) for each in found])


def mark(found: Diagnostic) -> bytes:
    """One finding as bytes that `unpack` takes too: the same for equal findings."""
    return marshal.dumps([_plain(found)], PLAINLY)


def unpack(packed: bytes) -> tuple[Diagnostic, ...]:
    """The findings that were packed; raises DamageError."""
    try:
        return tuple(_diagnostic(*each) for each in marshal.loads(packed))
    except (ValueError, TypeError, EOFError) as error:
        raise DamageError(str(error)) from None


def _plain(found: Diagnostic) -> tuple[Any, ...]:
    fix = found.fix and (_plain_passage(found.fix.passage), found.fix.words, found.fix.safe)
    primary, *related = [(_plain_passage(each.passage), each.message) for each in (found.primary, *found.related)]
    return found.rule, str(found.severity), found.message, primary, related, found.help, fix


def _plain_passage(passage: Passage) -> PlainPassage:
    span = passage.span
    return passage.path, span.start, span.end, passage.line, passage.column, passage.words, passage.item, passage.plain


def _diagnostic(
    rule: str,
    severity: str,
    message: str,
    primary: tuple[PlainPassage, str],
    related: list[tuple[PlainPassage, str]],
    advice: str,
    fix: tuple[PlainPassage, str, bool] | None,
) -> Diagnostic:
    labels = tuple(Label(_passage(*place), said) for place, said in related)
    mend = Fix(_passage(*fix[0]), fix[1], fix[2]) if fix else None
    first = Label(_passage(*primary[0]), primary[1])
    return Diagnostic(rule, Severity(severity), message, first, labels, advice, mend)


def _passage(path: str, start: int, end: int, line: int, column: int, words: str, item: str, plain: str) -> Passage:
    return Passage(path, Span(start, end), line, column, words, item, plain)

"""JUnit's XML, which nearly every CI shows as test results: an error is a failed test, all else passes with a word.

Work that could not be done is an <error>, as JUnit has it for tests that could not be run.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lint.compiled import compiled
from lint.diagnostic import Diagnostic, Severity
from lint.render import Page
from lint.render._wording import message

NOT_IN_XML = compiled("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(page: Page) -> Iterator[str]:
    """One suite with a test for each finding; one test that passed where nothing was found."""
    found = page.findings.diagnostics
    undone = sum(each.is_failure for each in found)
    failed = sum(each.severity is Severity.ERROR for each in found) - undone
    counts = f'tests="{max(len(found), 1)}" failures="{failed}" errors="{undone}"'
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="factlint" {counts}>\n  <testsuite name="factlint" {counts} skipped="0">\n'
    if not found:
        yield '    <testcase classname="factlint" name="no findings"/>\n'
    for each in found:
        yield from _case(each)
    yield "  </testsuite>\n</testsuites>\n"


def _case(diagnostic: Diagnostic) -> Iterator[str]:
    place = diagnostic.primary.passage
    where = f"{place.path}:{place.line}:{place.column}"
    name = f"{diagnostic.rule} at {place.line}:{place.column}"
    yield f"    <testcase classname={_quoted(place.path)} name={_quoted(name)} file={_quoted(place.path)}"
    yield f' line="{place.line}">\n'
    told = _clean("\n".join(_told(diagnostic, where)))
    if diagnostic.is_failure or diagnostic.severity is Severity.ERROR:
        kind = "error" if diagnostic.is_failure else "failure"
        opening = f"{kind} message={_quoted(message(diagnostic))} type={_quoted(diagnostic.rule)}"
        yield f"      <{opening}>{told}</{kind}>\n"
    else:
        yield f"      <system-out>{told}</system-out>\n"
    yield "    </testcase>\n"


def _told(diagnostic: Diagnostic, where: str) -> Iterator[str]:
    yield f"{where}: {diagnostic.severity}[{diagnostic.rule}]: {message(diagnostic)}"
    for label in diagnostic.related:
        there = label.passage
        yield f"{there.path}:{there.line}:{there.column}: {label.message or there.words}"
    if diagnostic.help:
        yield f"help: {diagnostic.help}"


def _quoted(words: str) -> str:
    return quoteattr(NOT_IN_XML.sub("\ufffd", words))


def _clean(words: str) -> str:
    return escape(NOT_IN_XML.sub("\ufffd", words))

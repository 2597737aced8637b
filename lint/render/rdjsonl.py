"""reviewdog's diagnostic format, an object a line: comments on the lines of a pull request, fixes as suggestions.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf - columns count the bytes of UTF-8, from 1.
"""

from collections.abc import Iterator
from typing import Any

from lint.diagnostic import Diagnostic, Severity
from lint.render import Page
from lint.render._json import dumped
from lint.render._wording import message
from lint.span import Passage

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(page: Page) -> Iterator[str]:
    """The findings; nothing where there are none."""
    for diagnostic in page.findings.diagnostics:
        yield f"{dumped(_object(diagnostic, page))}\n"


def _object(diagnostic: Diagnostic, page: Page) -> dict[str, Any]:
    advice = f"\n{diagnostic.help}" if diagnostic.help else ""
    found: dict[str, Any] = {
        "message": message(diagnostic) + advice,
        "location": _location(diagnostic.primary.passage, page),
        "severity": SEVERITIES[diagnostic.severity],
        "source": {"name": "factlint"},
        "code": {"value": diagnostic.rule},
    }
    if diagnostic.fix:
        place = _location(diagnostic.fix.passage, page)
        found["suggestions"] = [{"range": place["range"], "text": diagnostic.fix.words}]
    if diagnostic.related:
        found["related_locations"] = [
            {"message": label.message, "location": _location(label.passage, page)} for label in diagnostic.related
        ]
    return found


def _location(passage: Passage, page: Page) -> dict[str, Any]:
    text = page.text(passage.path)
    column, end_column = passage.column, passage.end_column
    if text is not None:
        column, end_column = (_column(text, place) for place in (passage.span.start, passage.span.end))
    start, end = {"line": passage.line, "column": column}, {"line": passage.end_line, "column": end_column}
    return {"path": passage.path, "range": {"start": start, "end": end}}


def _column(text: str, position: int) -> int:
    """The column of a position, in bytes from 1."""
    line = text[text.rfind("\n", 0, position) + 1 : position]
    return len(line.encode("utf-8", "surrogatepass")) + 1

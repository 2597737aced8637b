"""One JSON object a line for each finding, for programs.

Lines and columns count from 1 in code points; `start` and `end` are offsets from 0 into the text of the file, the end
exclusive. `item` names the report in a file that holds several, and `plain` has the words as they are read where the
file writes them in its own way, as `M&eacute;rida`.
"""

from collections.abc import Iterator
from typing import Any

from lint.diagnostic import Diagnostic, Fix
from lint.render import Page
from lint.render._json import dumped
from lint.span import Passage


def render(page: Page) -> Iterator[str]:
    """The findings; nothing where there are none."""
    for diagnostic in page.findings.diagnostics:
        yield f"{dumped(as_object(diagnostic))}\n"


def as_object(diagnostic: Diagnostic) -> dict[str, Any]:
    """A finding as plain values by name."""
    related = [{**_place(label.passage), "message": label.message} for label in diagnostic.related]
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        **_place(diagnostic.primary.passage),
        "related": related,
        "help": diagnostic.help,
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
        "fingerprint": diagnostic.fingerprint,
    }


def _place(passage: Passage) -> dict[str, Any]:
    return {
        "path": passage.path,
        "line": passage.line,
        "column": passage.column,
        "end_line": passage.end_line,
        "end_column": passage.end_column,
        "start": passage.span.start,
        "end": passage.span.end,
        "words": passage.words,
        **({"item": passage.item} if passage.item else {}),
        **({"plain": passage.plain} if passage.plain else {}),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {"words": fix.words, "start": fix.passage.span.start, "end": fix.passage.span.end, "safe": fix.safe}

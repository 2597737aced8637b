"""The summary of a step of a GitHub workflow: a Markdown table of all findings."""

import os
from collections.abc import Iterator
from pathlib import Path

from lint.compiled import compiled
from lint.diagnostic import Diagnostic
from lint.findings import Findings
from lint.render._tally import closing, counted
from lint.render._terminal import visible
from lint.render._wording import advice, message, place, quoted

VARIABLE = "GITHUB_STEP_SUMMARY"  # names the file
LARGEST = 1024 * 1024  # bytes; GitHub refuses a longer summary as a whole
RESERVED = 100  # bytes for the line that counts what is left out

MARKDOWN = compiled(r"[\\`*_\[\]<>|~&$#]")


def write(findings: Findings) -> bool:
    """Adds the table to the file that the environment names, and says whether it did; raises OSError.

    The table ends where the file would become too long, and says so.
    """
    if not (name := os.environ.get(VARIABLE)):
        return False
    path = Path(name)
    room = LARGEST - (path.stat().st_size if path.exists() else 0)
    text = _fitted(findings, room)
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return bool(text)


def _fitted(findings: Findings, room: int) -> str:
    text = f"### factlint\n\n{_plain(closing(findings))}\n\n"
    if findings.diagnostics:
        text += "| | place | finding |\n| --- | --- | --- |\n"
    rows, used = [text], len(text.encode()) + RESERVED
    if used > room:
        return ""
    for number, diagnostic in enumerate(findings.diagnostics):
        row = _row(diagnostic)
        used += len(row.encode())
        if used > room:
            rows.append(f"\n{counted(len(findings.diagnostics) - number, 'more finding')}.\n")
            break
        rows.append(row)
    return "".join(rows) + "\n"


def _row(diagnostic: Diagnostic) -> str:
    told = "<br>".join(map(_plain, _sentences(diagnostic)))
    return (
        f"| {diagnostic.severity} | {_plain(place(diagnostic.primary.passage))} | {_plain(diagnostic.rule)}: {told} |\n"
    )


def _sentences(diagnostic: Diagnostic) -> Iterator[str]:
    yield message(diagnostic)
    yield from (
        f"{place(label.passage)}: {label.message or quoted(label.passage.said)}" for label in diagnostic.related
    )
    if diagnostic.fix:
        yield advice(diagnostic)


def _plain(text: str) -> str:
    """A text as one line that Markdown leaves as it is."""
    return MARKDOWN.sub(r"\\\g<0>", visible(text))

"""Workflow commands, which GitHub shows as annotations beside the changed lines of a pull request.

GitHub takes ten annotations of a kind from a step and drops the others without a word. So the gravest are shown, the
rest counted in a notice, and all of them written to the summary of the step. See "Workflow commands" in its handbook.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from lint.diagnostic import Diagnostic, Severity
from lint.render import Page
from lint.render._step_summary import write
from lint.render._tally import by_severity, counted
from lint.render._terminal import visible
from lint.render._wording import advice, message, place, quoted

MOST = 10  # annotations of one kind
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(page: Page) -> Iterator[str]:
    """The gravest findings as commands, errors first, then a notice that counts the others."""
    shown, hidden = _divided(page.findings.diagnostics)
    for diagnostic in shown:
        yield _annotation(diagnostic)
    try:
        has_summary = write(page.findings)
    except OSError as error:
        yield _command(
            "warning", {"title": "factlint"}, f"the summary of this step cannot be written: {error.strerror}"
        )
        has_summary = False
    if hidden:
        number = f"{counted(len(hidden), 'more finding')} ({by_severity(each.severity for each in hidden)})"
        where = "see the summary of this step" if has_summary else "see the output of factlint check"
        yield _command("notice", {"title": "factlint"}, f"{number}: {where}")


def _divided(diagnostics: Sequence[Diagnostic]) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Those that GitHub will show, and those that it would drop."""
    by_kind = {kind: [each for each in diagnostics if each.severity is kind] for kind in Severity}
    limits = dict.fromkeys(Severity, MOST)
    if any(len(found) > MOST for found in by_kind.values()):
        limits[Severity.NOTE] -= 1  # for the notice that counts the others
    shown = [each for kind, found in by_kind.items() for each in found[: limits[kind]]]
    hidden = [each for kind, found in by_kind.items() for each in found[limits[kind] :]]
    return shown, hidden


def _annotation(diagnostic: Diagnostic) -> str:
    words = diagnostic.primary.passage
    where: dict[str, object] = {"file": PurePath(words.path).as_posix(), "line": words.line, "endLine": words.end_line}
    if words.line == words.end_line:  # GitHub takes columns for one line only
        where |= {"col": words.column, "endColumn": words.end_column}
    where["title"] = f"factlint: {diagnostic.rule}"
    return _command(COMMANDS[diagnostic.severity], where, "\n".join(map(visible, _sentences(diagnostic))))


def _sentences(diagnostic: Diagnostic) -> Iterator[str]:
    yield message(diagnostic)
    if diagnostic.primary.message:
        yield diagnostic.primary.message
    yield from (
        f"{place(label.passage)}: {label.message or quoted(label.passage.said)}" for label in diagnostic.related
    )
    if diagnostic.help:
        yield f"help: {diagnostic.help}"
    if diagnostic.fix:
        yield f"fix: {advice(diagnostic)}"


def _command(name: str, properties: dict[str, object], data: str) -> str:
    told = ",".join(f"{key}={visible(str(value)).translate(IN_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {told}::{data.translate(IN_DATA)}\n"

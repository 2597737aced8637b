"""One line for each finding, `path:line:column: severity[rule]: message`, which editors can follow."""

from collections.abc import Iterator

import click

from lint.diagnostic import Diagnostic
from lint.render import Page
from lint.render._tally import closing
from lint.render._terminal import COLOURS, visible
from lint.render._wording import message


def render(page: Page) -> Iterator[str]:
    """The findings, then how many there are."""
    for diagnostic in page.findings.diagnostics:
        yield f"{_line(diagnostic)}\n"
    yield f"{closing(page.findings)}\n"


def _line(diagnostic: Diagnostic) -> str:
    place = diagnostic.primary.passage
    path = click.style(visible(place.path), bold=True)
    kind = click.style(f"{diagnostic.severity}[{diagnostic.rule}]", fg=COLOURS[diagnostic.severity], bold=True)
    return f"{path}:{place.line}:{place.column}: {kind}: {visible(message(diagnostic))}"

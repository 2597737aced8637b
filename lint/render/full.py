"""Findings as a compiler draws them: the words underlined in their line, every place of a conflict in its own file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import click

from lint.diagnostic import Diagnostic, Label
from lint.render import Page
from lint.render._excerpt import CUT, Excerpt, excerpts
from lint.render._tally import closing, counted
from lint.render._terminal import COLOURS, columns, visible
from lint.render._underlines import rows
from lint.render._wording import advice, of_item, place

FRAME = "blue"
MOST_RELATED = 8  # places drawn besides the first; a name may be spelt one way fifty times
TEXTS_KEPT = 32  # findings come sorted by file, but the second place of each may be anywhere


def render(page: Page) -> Iterator[str]:
    """A picture of each finding, then how many there are."""
    text, room = lru_cache(TEXTS_KEPT)(page.text), columns()
    for diagnostic in page.findings.diagnostics:
        paths = {label.passage.path for label in _shown(diagnostic)}
        yield picture(diagnostic, {path: text(path) for path in paths}, room) + "\n"
    yield f"{closing(page.findings)}\n"


def picture(diagnostic: Diagnostic, texts: dict[str, str | None], room: int) -> str:
    """One finding, drawn into that many columns, with the texts of the files that it speaks of."""
    return "".join(f"{line}\n" for line in _drawn(diagnostic, texts, room))


def _drawn(diagnostic: Diagnostic, texts: dict[str, str | None], room: int) -> Iterator[str]:
    shown = _shown(diagnostic)
    gutter = len(str(max(label.passage.end_line for label in shown)))
    frame = Frame(gutter, room - gutter - len(" | "), COLOURS[diagnostic.severity])
    yield frame.title(f"{diagnostic.severity}[{diagnostic.rule}]", diagnostic.message)
    files: dict[str, list[tuple[Label, bool]]] = {}
    for number, label in enumerate(shown):
        files.setdefault(label.passage.path, []).append((label, number == 0))
    remarks = list(_remarks(diagnostic))
    for number, (path, labels) in enumerate(files.items(), 1):
        yield frame.source("-->" if number == 1 else ":::", labels[0][0])
        lines = list(frame.lines(excerpts(labels, texts.get(path), frame.columns)))
        if lines:
            yield frame.edge()
            yield from lines
            if remarks or number < len(files):
                yield frame.edge()
    for kind, words in remarks:
        yield frame.remark(kind, words)


def _shown(diagnostic: Diagnostic) -> tuple[Label, ...]:
    return (diagnostic.primary, *diagnostic.related[:MOST_RELATED])


def _remarks(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    hidden = len(diagnostic.related) - MOST_RELATED
    if hidden > 0:
        yield "note", f"and {counted(hidden, 'more place')}"
    if diagnostic.help:
        yield "help", diagnostic.help
    if diagnostic.fix:
        yield "fix", advice(diagnostic)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the lines of a file: their numbers on the left, and the underlines below them."""

    gutter: int  # the columns that the widest line number takes
    columns: int  # those that are left for the lines
    colour: str

    def title(self, kind: str, message: str) -> str:
        """The first line of a finding."""
        return click.style(kind, fg=self.colour, bold=True) + click.style(f": {visible(message)}", bold=True)

    def source(self, arrow: str, label: Label) -> str:
        """Where the lines below come from."""
        return f"{' ' * self.gutter}{_framed(arrow)} {visible(place(label.passage) + of_item(label.passage))}"

    def edge(self, row: str = "") -> str:
        """A row that is no line of the file."""
        return f"{' ' * self.gutter} {_framed('|')} {row}".rstrip()

    def remark(self, kind: str, words: str) -> str:
        """Advice below the lines."""
        return f"{' ' * self.gutter} {_framed('=')} {click.style(kind, bold=True)}: {visible(words)}"

    def lines(self, found: Iterable[Excerpt]) -> Iterator[str]:
        """Lines of one file, with a cut where something between them is left out."""
        last: int | None = None
        for excerpt in found:
            if last is not None and excerpt.number != last + 1:
                yield _framed(CUT)
            last = excerpt.number
            yield f"{_framed(f'{excerpt.number:>{self.gutter}} |')} {excerpt.drawn}".rstrip()
            for row in rows(excerpt.underlines, self.columns, self._paint):
                yield self.edge(row)

    def _paint(self, words: str, is_primary: bool) -> str:  # noqa: FBT001 - the shape that rows() asks for
        return click.style(words, fg=self.colour if is_primary else FRAME, bold=True)


def _framed(words: str) -> str:
    return click.style(words, fg=FRAME, bold=True)

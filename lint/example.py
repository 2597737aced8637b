"""Examples: what a rule promises, as its tests and its documentation at once.

    bad("[[Carcass]], Venezuela – Ministers met on Monday.", fix="Caracas")
    bad("... ((80 victims)) ...", "... [[over 100 dead]] ...")     # two reports
    good("Caracas, Venezuela – Ministers met on Monday.", why="a true place")

`[[...]]` must be reported exactly there and `((...))` pointed back to; nothing else may be said. Every text is the
content of a report's file, header included.
"""

from dataclasses import dataclass

from lint.compiled import compiled
from lint.span import Span

MARK = compiled(r"\[\[|\]\]|\(\(|\)\)")


@dataclass(frozen=True, slots=True)
class Example:
    """Texts of one or more reports, with the places that a rule must report and point back to."""

    texts: tuple[str, ...]
    reported: tuple[tuple[int, Span], ...]  # number of the text, place in it
    pointed: tuple[tuple[int, Span], ...]
    why: str = ""
    fix: str | None = None
    severity: str | None = None

    @property
    def is_bad(self) -> bool:
        """Whether the rule must speak."""
        return bool(self.reported)


def bad(*texts: str, fix: str | None = None, severity: str | None = None, why: str = "") -> Example:
    """Reports in which the rule must report each `[[...]]`, with this fix and this severity, if they are given."""
    example = _example(texts, why, fix, severity)
    if not example.is_bad:
        raise ValueError("a bad example marks what must be reported with [[...]]")
    return example


def good(*texts: str, why: str) -> Example:
    """Reports on which the rule must be silent, and why one might think otherwise."""
    example = _example(texts, why, None, None)
    if example.is_bad or example.pointed:
        raise ValueError("a good example has no marks")
    return example


def _example(marked: tuple[str, ...], why: str, fix: str | None, severity: str | None) -> Example:
    texts, reported, pointed = [], [], []
    for number, source in enumerate(marked):
        text, marks = unmarked(source)
        texts.append(text)
        reported += [(number, span) for opening, span in marks if opening == "[["]
        pointed += [(number, span) for opening, span in marks if opening == "(("]
    return Example(tuple(texts), tuple(reported), tuple(pointed), why, fix, severity)


def unmarked(source: str) -> tuple[str, list[tuple[str, Span]]]:
    """A text without its marks, and the places that they marked, each with its opening mark."""
    text, last = "", 0
    opened: list[tuple[str, int]] = []
    marks: list[tuple[str, Span]] = []
    for match in MARK.finditer(source):
        text += source[last : match.start()]
        last = match.end()
        if match.group() in ("[[", "(("):
            opened.append((match.group(), len(text)))
        elif not opened or (opened[-1][0], match.group()) not in (("[[", "]]"), ("((", "))")):
            raise ValueError(f"{match.group()} closes nothing in {source!r}")
        else:
            opening, start = opened.pop()
            marks.append((opening, Span(start, len(text))))
    if opened:
        raise ValueError(f"{opened[-1][0]} is never closed in {source!r}")
    return text + source[last:], sorted(marks, key=lambda mark: mark[1])

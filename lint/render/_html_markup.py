"""Markup: words made safe to stand in a page of HTML, and the words of findings marked in their text."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lint.compiled import compiled
from lint.diagnostic import Severity
from lint.read.text import BOM
from lint.span import Passage, Span

AROUND = 180  # code points shown on each side of a passage
WORD = 20  # code points in which a cut looks for a space

# Controls, halves of pairs, and what turns the order of the words around it: written out, as a terminal has it.
UNSEEN = compiled("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark, and, in the text of a report, by which name a link finds them and where they lead back to."""

    span: Span
    severity: Severity | None  # None: a place that is only pointed back to
    name: str = ""
    finding: str = ""
    message: str = ""


def escaped(words: str) -> str:
    """Words as they may stand between tags and in the quotation marks of an attribute."""
    if "\n" in words:
        words = " ".join(line.strip() for line in words.splitlines())
    return html.escape(UNSEEN.sub(_written_out, words))


def excerpt(text: str | None, passage: Passage, severity: Severity | None) -> str:
    """The words of a passage, marked, in their lines; by themselves where there is no text to be had."""
    mark = Mark(passage.span, severity)
    if text is None or text[passage.span.start : passage.span.end] != passage.words:
        return marked(passage.words, Span(0, len(passage.words)), [Mark(Span(0, len(passage.words)), severity)])
    lines = _lines_of(text, passage.span)
    window = Span(_cut_before(text, lines, passage.span), _cut_after(text, lines, passage.span))
    before, after = ("… " if window.start > lines.start else ""), (" …" if window.end < lines.end else "")
    return before + marked(text, window, [mark]).strip() + after


def lines(text: str) -> Iterator[tuple[int, Span]]:
    """The lines that are not blank, with their numbers, without the ends of line."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        if line.strip(f"{BOM} \t\r"):
            yield number, Span(start + line.startswith(BOM), start + len(line.rstrip("\r")))
        start = end + 1


def marked(text: str, window: Span, marks: Sequence[Mark]) -> str:
    """A stretch of text with marks, which may overlap: each piece is as grave as the gravest mark on it."""
    inside = [mark for mark in marks if mark.span.start <= window.end and mark.span.end >= window.start]
    edges = {window.start, window.end}
    edges.update(edge for mark in inside for edge in (mark.span.start, mark.span.end) if edge in window)
    ordered = sorted(edges)
    pieces = [_points(mark for mark in inside if mark.span == Span(ordered[0], ordered[0]))]
    for start, end in pairwise(ordered):
        over = [mark for mark in inside if mark.span.start <= start and end <= mark.span.end]
        pieces.append(_piece(text[start:end], over, Span(start, end), window))
        pieces.append(_points(mark for mark in inside if mark.span == Span(end, end)))
    return "".join(pieces)


def _piece(words: str, over: Sequence[Mark], span: Span, window: Span) -> str:
    if not over:
        return escaped(words) if "\n" not in words else " ".join(map(escaped, words.split("\n")))
    first = [mark for mark in over if mark.name and _begins(mark, span, window)]
    own = f' id="{first[0].name}"' if first else ""
    others = "".join(f'<span id="{mark.name}"></span>' for mark in first[1:])
    gravest = min(over, key=_gravity)
    return f'<mark class="{gravest.severity or "other"}"{own}>{others}{_linked(escaped(words), gravest)}</mark>'


def _points(marks: Iterable[Mark]) -> str:
    """Places between two letters, where something is missing."""
    return "".join(
        f'<mark class="{mark.severity or "other"} point"' + (f' id="{mark.name}"' if mark.name else "") + "></mark>"
        for mark in marks
    )


def _linked(words: str, mark: Mark) -> str:
    if not mark.finding:
        return words
    return f'<a href="#{mark.finding}" title="{escaped(mark.message)}">{words}</a>'


def _begins(mark: Mark, span: Span, window: Span) -> bool:
    """Whether a link to the mark leads to this piece of it; a mark over several lines begins in the first."""
    return mark.span.start == span.start and span.start in window


def _gravity(mark: Mark) -> int:
    return len(Severity) if mark.severity is None else list(Severity).index(mark.severity)


def _lines_of(text: str, span: Span) -> Span:
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return Span(start + text.startswith(BOM, start), len(text) if end < 0 else end)


def _cut_before(text: str, whole: Span, words: Span) -> int:
    start = max(whole.start, words.start - AROUND)
    space = text.find(" ", start, min(start + WORD, words.start))
    return start if start == whole.start or space < 0 else space + 1


def _cut_after(text: str, whole: Span, words: Span) -> int:
    end = min(whole.end, words.end + AROUND)
    space = text.rfind(" ", max(end - WORD, words.end), end)
    return end if end == whole.end or space < 0 else space


def _written_out(match: re.Match[str]) -> str:
    return "    " if match[0] == "\t" else "" if match[0] == "\r" else f"<U+{ord(match[0]):04X}>"

"""YAML front matter: the few keys that a report needs, each with its place in the file.

This reads the flat part of YAML that front matter is made of. A YAML library would cost more time than the rest of a
run, and would not say where in the file a title stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.compiled import compiled
from lint.span import Span

FENCE = compiled(r"---[^\S\n]*\n")
FENCE_END = compiled(r"(?:-(?<=\n-)--|\.(?<=\n\.)\.\.)[^\S\n]*(?:\n|\Z)")  # searched for faster than ^ would be
LINE = compiled(r"[^\n]+\n?|\n")
KEY = compiled(r"(?P<key>[A-Za-z_][\w-]{0,60})[^\S\n]*:(?=\s|\Z)[^\S\n]*(?P<value>[^\n]*)")
CONTINUATION = compiled(r"[^\S\n]*(?:\#[^\n]*)?(?:\n|\Z)|[^\S\n]+\S|-\s|[\]}]")  # or blank, or a comment
BLOCK = compiled(r"[|>][-+\d]{0,2}[^\S\n]*(?:[^\S\n]\#[^\n]*)?\r?")
QUOTED = compiled(r'"(?P<double>[^"\\]*(?:\\.[^"\\]*)*)"|' r"'(?P<single>[^']*(?:''[^']*)*)'", re.DOTALL)
COMMENT = compiled(r"\s\#[^\n]*")
NO_WORDS = ("[", "{", "&", "*", "!", '"', "'")  # lists, maps, anchors, tags, and quotation marks that nothing closes


@dataclass(frozen=True, slots=True)
class Entry:
    """A key, in lower case and without hyphens or underscores, and the place of its words, without their quotes."""

    key: str
    words: Span


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The entries that hold words, where the prose begins, and what is wrong: (place, message)."""

    entries: tuple[Entry, ...]
    end: int
    closed: bool
    fault: tuple[Span, str] | None = None


def read_front_matter(text: str, start: int) -> FrontMatter | None:
    """The front matter that begins at `start`; None where there is none.

    `---` with no key below it is a line across the page. Front matter that is never closed ends before the first line
    that cannot be part of it, so that no prose is swallowed.
    """
    fence = FENCE.match(text, start)
    if fence is None:
        return None
    closing = FENCE_END.search(text, fence.end())
    end = closing.start() if closing else len(text)
    entries: list[tuple[re.Match[str], int]] = []  # the key, and where its value ends
    fault, after_blank = None, False
    for line in LINE.finditer(text, fence.end(), end):
        if key := KEY.match(text, line.start(), line.end()):
            entries.append((key, line.end()))
        elif CONTINUATION.match(text, line.start(), line.end()):
            after_blank = after_blank or line.group().isspace()
            if entries and not fault:
                entries[-1] = (entries[-1][0], line.end())
        elif not entries:
            return None
        elif closing is None or after_blank:
            closing, end = None, line.start()  # prose; a fence further down is a line across the page
            break
        else:
            fault = fault or (_trimmed(text, *line.span()), "this line of the front matter is no “key: value”")
    if not entries:
        return None
    if closing is None:
        fault = (_trimmed(text, *fence.span()), "the front matter that opens here is never closed")
    return FrontMatter(tuple(_worded(text, entries)), closing.end() if closing else end, closing is not None, fault)


def _worded(text: str, entries: list[tuple[re.Match[str], int]]) -> Iterator[Entry]:
    for match, end in entries:
        if words := _words(text, match, end):
            yield Entry(match["key"].lower().replace("-", "").replace("_", ""), words)


def _words(text: str, match: re.Match[str], end: int) -> Span | None:
    """The place of the words of a value, if it has any on its key's line or in a block below."""
    start, value = match.start("value"), match["value"]
    if BLOCK.fullmatch(value):
        return _trimmed(text, match.end(), end)
    if quoted := QUOTED.match(text, start, end):
        return Span(*quoted.span(quoted.lastgroup or 0))
    if value.isspace() or not value or value.startswith(NO_WORDS):
        return None
    comment = COMMENT.search(text, start, end)
    return _trimmed(text, start, comment.start() if comment else end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))

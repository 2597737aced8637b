"""The head of a report: a header line, YAML front matter, a headline, or nothing before the prose."""

import re
from dataclasses import dataclass, field
from datetime import date

from lint.read.text import BOM
from lint.span import Span

HEADER = re.compile(
    r"[^\S\n]*date[:\s][^\S\n]*(?P<date>\d\S*)(?:[^\S\n]+by[^\S\n]+(?P<author>[^\n]*?))?[^\S\n]*(?:\n|\Z)",
    re.IGNORECASE,
)
FENCE = re.compile(r"---[^\S\n]*\n")
FENCE_END = re.compile(r"^(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.MULTILINE)
KEY = re.compile(r"^(?P<key>[A-Za-z_][\w-]*)[^\S\n]*:(?:[^\S\n]+(?P<value>[^\n]*?))?[^\S\n]*$", re.MULTILINE)
ISO_DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?![\d-])")
HEADLINE = re.compile(r"(?P<words>[^\s][^\n]{0,158}[^\s.,:;–—-])[^\S\n]*\n[^\S\n]*\n")
DATELINE_LIKE = re.compile(r"\s(?:--?|–|—)\s")


@dataclass(slots=True)
class Head:
    """What stands before the prose, and what is wrong with it: (rule, place, message)."""

    body: Span
    title: Span | None = None
    published: date | None = None
    author: str = ""
    faults: list[tuple[str, Span, str]] = field(default_factory=list)


def read_head(text: str) -> Head:
    """The head of a report's text."""
    start = 1 if text.startswith(BOM) else 0
    head = Head(Span(start, len(text)))
    if fence := FENCE.match(text, start):
        _front_matter(text, fence.end(), head)
    elif header := HEADER.match(text, start):
        head.published = _date(text, Span(*header.span("date")), head)
        head.author = header["author"] or ""
        head.body = Span(header.end(), len(text))
    if head.title is None:
        _headline(text, head)
    return head


def _front_matter(text: str, start: int, head: Head) -> None:
    end = FENCE_END.search(text, start)
    if end is None:
        first = Span(start - 4, start - 1)
        head.faults.append(("broken-front-matter", first, "the front matter that opens here is never closed"))
        return
    head.body = Span(end.end(), len(text))
    for match in KEY.finditer(text, start, end.start()):
        key, value = match["key"].lower(), _scalar(text, match)
        if value is None:
            continue
        if key in ("title", "headline"):
            head.title = value
        elif key in ("date", "published"):
            head.published = _date(text, value, head)
        elif key in ("author", "byline"):
            head.author = text[value.start : value.end]


def _scalar(text: str, match: re.Match[str]) -> Span | None:
    """The place of a plain or quoted value on its key's line; lists, maps and blocks have none."""
    start, end = match.span("value")
    if start == end or text[start] in "|>[{&*!":
        return None
    quote = text[start]
    if quote in "\"'":
        if end - start < 2 or text[end - 1] != quote:
            return None
        start, end = start + 1, end - 1
    return Span(start, end) if start < end else None


def _date(text: str, place: Span, head: Head) -> date | None:
    words = text[place.start : place.end]
    match = ISO_DATE.match(words)
    try:
        if match is None:
            raise ValueError
        return date(*map(int, match.groups()))
    except ValueError:
        message = f"“{words}” is no date; write it as 2026-01-31"
        head.faults.append(("unreadable-date", place, message))
        return None


def _headline(text: str, head: Head) -> None:
    """A first line of its own that ends like no sentence and is no dateline's paragraph is the headline."""
    start = head.body.start
    while start < len(text) and text[start].isspace():
        start += 1
    match = HEADLINE.match(text, start)
    if match and not DATELINE_LIKE.search(match["words"][:60]) and match["words"][-1] not in '!"”':
        head.title = Span(*match.span("words"))
        head.body = Span(match.end(), len(text))

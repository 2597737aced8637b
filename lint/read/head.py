"""The head of a report: front matter or a header, a headline, a byline, or nothing before the prose."""

import re
from dataclasses import dataclass, field
from datetime import date

from lint.compiled import compiled
from lint.read.day import is_day, read_day
from lint.read.front_matter import FrontMatter, read_front_matter
from lint.read.text import BOM
from lint.span import Span

TITLE_KEYS = frozenset({"title", "headline"})
DATE_KEYS = frozenset({"date", "published", "pubdate", "publishdate", "publisheddate", "datepublished", "publishedat"})
AUTHOR_KEYS = frozenset({"author", "byline", "by"})
SWITCHES = frozenset({"true", "false"})  # some site builders say with `published: false` that a page is a draft

HEADER_LINE = compiled(  # ` date 2026-01-05 By staff`, or `Headline: …`, `Date: …`, `By: …` each on its line
    r"""
    [^\S\n]* (?: (?P<spaced>date) [^\S\n] | (?P<key>title|headline|date|published|author|byline|by) [^\S\n]* : )
    [^\S\n]* (?P<value> \S [^\n]{0,300}? )
    (?: [^\S\n]+ by [^\S\n]+ (?P<author>[^\n]{1,80}?) )?
    [^\S\n]* (?:\n|\Z)
    """,
    re.VERBOSE | re.IGNORECASE,
)
HEADER_ALLOWANCE = compiled(  # what the desk has settled in this report: see lint.read.allowances
    r"(?:^|(?<=\ufeff))[^\S\n]*factlint-allow[^\S\n]*:(?P<said>[^\n]*)(?:\n|\Z)", re.MULTILINE | re.IGNORECASE
)
HEADLINE = compiled(
    r"""
    (?: \#{1,6} [^\S\n]+ )?  # a heading in Markdown
    (?P<words> [^\s\#] [^\n]{0,158} [^\s.,:;!"”–—-] )
    [^\S\n]* \n
    (?P<underline> (?: ={3,} | -{3,} ) [^\S\n]* \n )?
    """,
    re.VERBOSE,
)
# `PARIS – `, `Caracas, Venezuela -- `, `LONDON (Reuters) - `: after any other words, a dash makes no dateline.
DATELINE = compiled(
    r"(?: [A-ZÀ-Þ\ .'’-]{3,60} | [^\n]{0,60}? , [^\n]{0,40}? | [^\n]{0,60}? \( [^\n]{0,40}? \) ) \s (?:--?|–|—) \s",
    re.VERBOSE,
)
PROSE_AFTER_BLANK = compiled(r"[^\S\n]*\n\s*\S")
BYLINE = compiled(
    r"""
    \s* (?:By|BY|by) [^\S\n]+
    (?P<author>
        (?i:staff)\b [^\n.]{0,40}
      | [A-Z][\w.’'-]* (?: [^\S\n]+ (?:and|de|van|von|[A-Z][\w.’'-]*) ){1,6} (?:,[^\n.]{1,60})?
    )
    [^\S\n]* \n (?= [^\S\n]* \n )
    """,
    re.VERBOSE,
)


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
    matter = read_front_matter(text, start)
    if matter and (matter.closed or any(entry.key in TITLE_KEYS | DATE_KEYS for entry in matter.entries)):
        _front_matter(text, matter, head)
    else:
        _header(text, head)
    _byline(text, head)
    if head.title is None:
        _headline(text, head)
    return head


def _front_matter(text: str, matter: FrontMatter, head: Head) -> None:
    head.body = Span(matter.end, len(text))
    if matter.fault:
        head.faults.append(("broken-front-matter", *matter.fault))
    for key, place in ((entry.key, entry.words) for entry in matter.entries):
        words = text[place.start : place.end]
        if key in TITLE_KEYS and head.title is None:
            head.title = place
        elif key in AUTHOR_KEYS and not head.author:
            head.author = words
        elif key in DATE_KEYS and head.published is None and words.lower() not in SWITCHES:
            head.published = _published(text, place, head)


def _header(text: str, head: Head) -> None:
    """Lines that say what they hold, as long as they follow each other; a date that is none makes no header."""
    while match := HEADER_LINE.match(text, head.body.start) or HEADER_ALLOWANCE.match(text, head.body.start):
        if match.re is HEADER_ALLOWANCE:
            head.body = Span(match.end(), len(text))
            continue
        key, place = (match["key"] or match["spaced"]).lower(), Span(*match.span("value"))
        if key in DATE_KEYS:
            if not is_day(match["value"]):
                return
            head.published = _published(text, place, head)
            head.author = match["author"] or head.author
        elif key in TITLE_KEYS:
            head.title = Span(place.start, match.end("author") if match["author"] else place.end)
        else:
            head.author = match["value"]
        head.body = Span(match.end(), len(text))


def _published(text: str, place: Span, head: Head) -> date | None:
    words = text[place.start : place.end]
    day = read_day(words)
    if day is None:
        head.faults.append(("unreadable-date", place, f"“{words}” is no date; write it as 2026-01-31"))
    return day


def _headline(text: str, head: Head) -> None:
    """A first line of its own that ends like no sentence and is no dateline's paragraph is the headline."""
    start = head.body.start
    while start < len(text) and text[start].isspace():
        start += 1
    match = HEADLINE.match(text, start)
    if match is None or DATELINE.match(match["words"]):
        return
    place = match.end()
    if match["underline"] or PROSE_AFTER_BLANK.match(text, place) or BYLINE.match(text, place):
        head.title = Span(*match.span("words"))
        head.body = Span(place, len(text))
        _byline(text, head)


def _byline(text: str, head: Head) -> None:
    if match := BYLINE.match(text, head.body.start):
        head.author = head.author or match["author"]
        head.body = Span(match.end(), len(text))

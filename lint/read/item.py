"""Items: reports taken out of files that hold more than their words."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from lint.compiled import compiled
from lint.digest import digest
from lint.find.datelines import DATELINE
from lint.formats import PACKED
from lint.read.day import read_day
from lint.read.laid import NOTHING, Laid, Laying, squeezed
from lint.source import Source
from lint.span import Span

LONGEST_NAME = 200
COMPACT = compiled(r"\s*(\d{4})(\d\d)(\d\d)(?:T\S*)?\s*")  # 20260105T101500Z, as NITF writes it
FRACTION = compiled(r"(?<=:\d\d)\.\d+")

Fault = tuple[str, Span, str]


@dataclass(frozen=True, slots=True)
class Fields:
    """What a format says of a report, each in its own field."""

    body: Laid
    name: str = ""
    title: Laid = NOTHING
    published: Laid = NOTHING
    author: str = ""
    language: str = ""
    dateline: Laid = NOTHING  # the place alone, where the format keeps it apart from the text


@dataclass(frozen=True, slots=True)
class Item:
    """A report as rules read it: headline, body, and below it what is spoken of and no prose.

    One with a `reason` could not be read, and its text stands where that was seen.
    """

    name: str
    laid: Laid
    body: Span
    title: Span | None = None
    published: date | None = None
    author: str = ""
    language: str = ""
    faults: tuple[Fault, ...] = field(default=())
    reason: str = ""


def item(fields: Fields) -> Item:
    """The report of these fields."""
    laying, title, faults = Laying(), None, []
    if headline := squeezed(fields.title):
        laying.add(headline)
        title = Span(0, laying.length)
        laying.separate("\n\n")
    start = laying.length
    if fields.dateline and not DATELINE.match(fields.body.text.lstrip()[:LONGEST_NAME]):
        laying.add(squeezed(fields.dateline))
        laying.separate(" – ")
    laying.add(fields.body)
    body = Span(start, laying.length)
    published = day(fields.published.text) if fields.published else None
    if fields.published and published is None:
        laying.separate("\n\n")
        start = laying.length
        laying.add(squeezed(fields.published))
        message = f"“{fields.published.text.strip()}” is no date; write it as 2026-01-31"
        faults.append(("unreadable-date", Span(start, laying.length), message))
    return Item(fields.name, laying.laid(), body, title, published, fields.author, fields.language, tuple(faults))


def headed(found: Item) -> Item:
    """An item whose body is plain text, with what the text itself says at its head, as in a file of its own."""
    from lint.read.head import read_head

    head = read_head(found.laid.text[found.body.start : found.body.end])
    if found.title and head.title:
        return found
    shift = found.body.start
    title = Span(head.title.start + shift, head.title.end + shift) if head.title else found.title
    return replace(
        found,
        title=title,
        body=Span(head.body.start + shift, head.body.end + shift),
        published=found.published or head.published,
        author=found.author or head.author,
    )


def unreadable_item(name: str, reason: str, place: int = 0) -> Item:
    """An item that cannot be read, for a reason that is seen at this place of the file."""
    return Item(name, Laid("", ((0, 0, place, 0),)), Span(0, 0), reason=reason)


def day(words: str) -> date | None:
    """The day that a date in one of the formats' ways of writing names."""
    compact = COMPACT.fullmatch(words)
    return read_day("-".join(compact.groups()) if compact else FRACTION.sub("", words.strip()))


def named(items: Iterable[Item]) -> list[Item]:
    """The items with names of one line that are all different; what has none is called by its number."""
    seen: set[str] = set()
    told: list[Item] = []
    for number, each in enumerate(items, 1):
        words = " ".join(each.name.split())[:LONGEST_NAME] or str(number)
        name, again = words, 1
        while name in seen:
            again += 1
            name = f"{words}~{again}"
        seen.add(name)
        told.append(replace(each, name=name))
    return told


def packed(path: str, each: Item, known: bytes | None = None) -> Source:
    """An item as a report that is ready to be read, wherever its file is then; `known` is a digest that it has."""
    told = {
        "text": each.laid.text,
        "title": each.title and [each.title.start, each.title.end],
        "body": [each.body.start, each.body.end],
        "published": each.published and each.published.isoformat(),
        "author": each.author,
        "language": each.language,
        "faults": [(rule, span.start, span.end, message) for rule, span, message in each.faults],
        "reason": each.reason,
        "name": each.name,
    }
    content = PACKED + json.dumps(told).encode("ascii")
    return Source(path, content, known or digest((path.encode("utf-8", "surrogatepass"), content)))


def unpacked(content: bytes) -> Item:
    """The item that was packed, without its places in the file."""
    told = json.loads(content[len(PACKED) :])
    return Item(
        told["name"],
        Laid(told["text"]),
        Span(*told["body"]),
        told["title"] and Span(*told["title"]),
        told["published"] and date.fromisoformat(told["published"]),
        told["author"],
        told["language"],
        tuple((rule, Span(start, end), message) for rule, start, end, message in told["faults"]),
        told["reason"],
    )

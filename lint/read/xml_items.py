"""XML that holds reports: which vocabulary it is, and what of a broken file can still be read."""

import re

from lint.compiled import compiled
from lint.read.item import Item, unreadable_item
from lint.read.xml_places import BrokenError, Node, parse
from lint.source import UnreadableError

ENTRY = compiled(r"<(?P<name>item|entry|newsItem)(?=[\s>])[^<>]*>")
NAME = compiled(r"<(guid|id|link)(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[)?\s*([^<>\]]{1,200}?)\s*(?:\]\]>)?\s*</\1>")
MOST_BROKEN = 25  # entries that are passed over, one after the other, before the whole file is given up


def items(text: str) -> list[Item]:
    """The reports of a file; raises UnreadableError for XML that is no news, or cannot be read."""
    broken: list[Item] = []
    left = text
    while True:
        try:
            root = parse(left)
            break
        except BrokenError as error:
            around = _around(left, error.place) if len(broken) < MOST_BROKEN else None
            if around is None:
                raise
            start, end = around
            broken.append(unreadable_item(_guid(left[start:end]), str(error), error.place))
            left = left[:start] + re.sub(r"[^\r\n]", " ", left[start:end]) + left[end:]
    return [*_items(root, left), *broken]


def _items(root: Node, text: str) -> list[Item]:
    from lint.read import feeds, news_xml

    if root.name in ("rss", "feed", "rdf:RDF"):
        return feeds.items(root)
    if root.name in ("nitf", "newsMessage", "newsItem", "packageItem"):
        return news_xml.items(root, text)
    raise UnreadableError(
        f"it is XML, but no news: its root is <{root.name}>, not that of RSS, Atom, NITF or NewsML-G2"
    )


def _around(text: str, place: int) -> tuple[int, int] | None:
    """The entry of a feed in which a place lies."""
    before = [*ENTRY.finditer(text, 0, max(place, 1))]
    if not before:
        return None
    opening = before[-1]
    closing = f"</{opening['name']}>"
    end = text.find(closing, opening.end())
    following = ENTRY.search(text, opening.end())
    if end < 0 or (following and following.start() < end):
        return (opening.start(), following.start()) if following else None
    return opening.start(), end + len(closing)


def _guid(words: str) -> str:
    match = re.search(
        r"<(guid|id|link)(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[)?\s*([^<>\]]{1,200}?)\s*(?:\]\]>)?\s*</\1>", words
    )
    return match[2] if match else ""

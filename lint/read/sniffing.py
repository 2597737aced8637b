"""Sniffing: whether a file that is found in a folder, and may be anything by its name, holds reports."""

import re
from pathlib import Path

from lint.compiled import compiled
from lint.formats import LINES, OBJECTS, is_of

HEAD = 65_536  # bytes
WORDS = rb"body_?text|body_?x?html|content_html|content_text|article_?body"
JSON = compiled(rb'\A(?:\xef\xbb\xbf)?\s*[\[{](?s:.*?)"(?:' + WORDS + rb')"\s*:\s*"', re.IGNORECASE)
VARIANTS = compiled(rb'"bodies"\s*:\s*\[\s*\{(?s:.*)"headlines"|"headlines"\s*:\s*\[\s*\{(?s:.*)"bodies"')  # ninjs 2
PLAIN = compiled(rb'\A(?:\xef\xbb\xbf)?\s*\{[^\n]*?"(?:' + WORDS + rb'|text|body|content)"\s*:\s*"', re.IGNORECASE)
NEWS = compiled(
    rb"""
    \A (?:\xef\xbb\xbf)? \s*
    (?: <\?(?s:.*?)\?> \s* | <!--(?s:.*?)--> \s* | <!DOCTYPE [^>\[]* (?: \[ [^\]]* \] \s* )? > \s* )*
    <(?: [\w.-]+ : )? (?: rss | feed | RDF | nitf | newsMessage | newsItem | packageItem ) [\s>]
    """,
    re.VERBOSE | re.IGNORECASE,
)


def holds_reports(path: str) -> bool:
    """Whether the beginning of a file looks like news; one that cannot be read does, so that reading says why."""
    try:
        with Path(path).open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return True
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:4]:
        head = head.replace(b"\0", b"").lstrip(b"\xff\xfe")  # UTF-16, whose ASCII is ASCII with noughts
    if is_of(path, LINES):
        return PLAIN.match(head) is not None
    if is_of(path, OBJECTS):
        return (JSON.match(head) or VARIANTS.search(head)) is not None
    return NEWS.match(head) is not None

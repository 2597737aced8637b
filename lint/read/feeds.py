"""Feeds: RSS, Atom, and WordPress exports, which are RSS with all that a site has published."""

from collections.abc import Iterator

from lint.compiled import compiled
from lint.read.html_text import Walk, joined
from lint.read.html_text import prose as prose_of_html
from lint.read.item import Fields, Item, item, unreadable_item
from lint.read.laid import Laid
from lint.read.xml_places import Node
from lint.read.xml_prose import prose
from lint.source import UnreadableError

PUBLISHED = ("post", "page")  # kinds of posts in WordPress that a reader is shown
SHORTCODE = compiled(
    r"\[(caption|gallery|playlist|audio|video|embed)(?:\s[^\[\]]*)?\](?:[^\[]{0,2000}\[/\1\])?"
    r"|\[/?(?:caption|gallery|playlist|audio|video|embed|vc_\w+|et_pb_\w+)(?:\s[^\[\]]*)?/?\]"
)


def items(root: Node) -> list[Item]:
    """The reports of a feed; of a WordPress export those that are published."""
    if root.name == "feed":
        language = root.values.get("xml:lang", "")
        return [_read(each, language, is_atom=True) for each in root.all("entry")]
    channel = root.first("channel") or root
    language = _words(channel, "language", "dc:language").text.strip()
    found = [*channel.all("item"), *(root.all("item") if root.name == "rdf:RDF" else ())]
    return [_read(each, language) for each in found if _is_published(each)]


def _is_published(node: Node) -> bool:
    kind, status = (_words(node, name).text.strip() for name in ("wp:post_type", "wp:status"))
    return (not kind or kind in PUBLISHED) and (not status or status == "publish")


def _read(node: Node, language: str, *, is_atom: bool = False) -> Item:
    name = _words(node, "guid", "id", "link").text.strip() or node.values.get("rdf:about", "")
    try:
        return item((_atom if is_atom else _rss)(node, name, language))
    except UnreadableError as error:
        return unreadable_item(name, str(error), node.start)


def _rss(node: Node, name: str, language: str) -> Fields:
    body = Laid()
    for key in ("content:encoded", "description"):
        if body := _html(_words(node, key)):
            break
    return Fields(
        body,
        name,
        prose_of_html(_words(node, "title")),
        _words(node, "wp:post_date", "pubDate", "dc:date", "dc:created").stripped(),
        _author(node),
        _words(node, "dc:language").text.strip() or language,
    )


def _atom(node: Node, name: str, language: str) -> Fields:
    body = Laid()
    for key in ("content", "summary"):
        if (found := node.first(key)) and (body := _construct(found)):
            break
    title, author = node.first("title"), node.first("author", "name")
    return Fields(
        body,
        name,
        _construct(title) if title else Laid(),
        _words(node, "published", "issued", "updated", "modified").stripped(),
        " ".join(author.laid.text.split()) if author else "",
        node.values.get("xml:lang", language),
    )


def _construct(node: Node) -> Laid:
    """A text of Atom, of any of its three types."""
    kind = node.values.get("type", "text").lower()
    if kind in ("xhtml", "application/xhtml+xml"):
        return prose(node)
    return _html(node.laid) if "html" in kind else node.laid.stripped()


def _html(words: Laid) -> Laid:
    """The words of HTML that is text in XML; where it has no paragraphs, empty lines part them, as in WordPress."""
    if not words:
        return Laid()
    if SHORTCODE.search(words.text):
        words = Laid(SHORTCODE.sub(lambda match: " " * len(match.group()), words.text), words.runs)
    is_loose = "<p" not in words.text
    return joined(block.laid for block in Walk(words, is_loose=is_loose).blocks)


def _author(node: Node) -> str:
    return " ".join(_words(node, "dc:creator", "author").text.split())


def _words(node: Node, *names: str) -> Laid:
    return next(_said(node, names), Laid())


def _said(node: Node, names: tuple[str, ...]) -> Iterator[Laid]:
    for name in names:
        for each in node.all(name):
            if laid := each.laid:
                yield laid

"""The news industry's XML: NITF and NewsML-G2, as the IPTC defines them."""

from collections.abc import Iterator
from dataclasses import replace

from lint.read.html_text import is_markup
from lint.read.html_text import prose as prose_of_html
from lint.read.item import Fields, Item, item, unreadable_item
from lint.read.laid import Laid, squeezed
from lint.read.xml_places import Node, value
from lint.read.xml_prose import prose
from lint.source import UnreadableError

WITHDRAWN = ("stat:canceled", "stat:withheld")
NO_TEXT = ("picture", "graphic", "audio", "video", "animation", "composite")  # kinds of items


def items(root: Node, text: str) -> list[Item]:
    """The reports of a document; one by itself needs no name. Raises UnreadableError where there is none."""
    if root.name == "nitf":
        return [item(_nitf(root, text))]
    if root.name == "packageItem":
        raise UnreadableError("it is a package of NewsML-G2, which only names reports that are elsewhere")
    nodes = [root] if root.name == "newsItem" else [*root.all("itemSet", "newsItem")]
    found = [each for node in nodes if (each := _item(node, text))]
    if not found:
        raise UnreadableError("it is NewsML-G2, but holds no text")
    return [replace(each, name="") for each in found] if root.name == "newsItem" else found


def _item(node: Node, text: str) -> Item | None:
    """The report of an item; none where it is a picture or has been withdrawn."""
    name = node.values.get("guid", "")
    status = node.first("itemMeta", "pubStatus")
    if status and status.values.get("qcode", "").lower() in WITHDRAWN:
        return None
    try:
        fields = _news_item(node, text, name)
    except UnreadableError as error:
        return unreadable_item(name, str(error), node.start)
    if fields.body:
        return item(fields)
    kind = node.first("itemMeta", "itemClass")
    if kind and kind.values.get("qcode", "").lower().endswith(NO_TEXT):
        return None
    return unreadable_item(name, "it has no words: there is no text in its contentSet", node.start)


def _news_item(node: Node, text: str, name: str) -> Fields:
    meta = node.first("contentMeta") or node
    fields = _content(node, text)
    headline = next((each for each in meta.all("headline") if each.laid), None)
    version = node.first("itemMeta", "versionCreated")
    dates = [each for each in (version, meta.first("contentModified"), meta.first("contentCreated")) if each]
    language = meta.first("language")
    dateline = meta.first("dateline")
    return replace(
        fields,
        name=name,
        title=headline.laid if headline else fields.title,
        published=squeezed(dates[0].laid) if dates else fields.published,
        author=_joined(_squeezed(each) for each in meta.all("by")) or fields.author,
        language=(language.values.get("tag", "") if language else "") or node.values.get("xml:lang", ""),
        dateline=_place(squeezed(dateline.laid)) if dateline else _located(meta) or fields.dateline,
    )


def _content(node: Node, text: str) -> Fields:
    """What is in an item: XHTML, NITF, or text in one of the ways of writing it down."""
    for content in node.all("contentSet"):
        for each in content.nodes:
            if each.name == "inlineXML":
                inner = next(each.under("nitf"), None)
                fields = _nitf(inner, text) if inner else Fields(prose(each), title=_title(each))
            elif each.name == "inlineData":
                fields = Fields(prose_of_html(each.laid) if is_markup(each.laid.text) else each.laid.stripped())
            else:
                continue
            if fields.body:
                return fields
    return Fields(Laid())


def _title(node: Node) -> Laid:
    return next((each.laid for each in node.under("title") if each.laid), Laid())


def _located(meta: Node) -> Laid:
    """The place that a report comes from, with a name that is written out, if it has one."""
    named = (name.laid for each in meta.all("located") for name in each.all("name"))
    return next((each for each in named if each), Laid())


def _nitf(root: Node, text: str) -> Fields:
    head, top = root.first("head"), root.first("body", "body.head")
    titles = [*(top.all("hedline", "hl1") if top else ()), *(head.all("title") if head else ())]
    content = root.first("body", "body.content")
    line = top.first("dateline") if top else None
    place = line.first("location") if line else None
    byline = [*(top.all("byline") if top else ())]
    return Fields(
        prose(content) if content else Laid(),
        "",
        next((each.laid for each in titles if each.laid), Laid()),
        next(_dates(head, line, text), Laid()),
        _joined(map(_by, byline)),
        root.values.get("xml:lang", ""),
        _place(squeezed((place or line).laid)) if line else Laid(),
    )


def _dates(head: Node | None, line: Node | None, text: str) -> Iterator[Laid]:
    for path in (("docdata", "date.issue"), ("docdata", "date.release"), ("pubdata",)):
        node = head.first(*path) if head else None
        for name in ("norm", "date.publication"):
            if node and (found := value(text, node, name)):
                yield found
    node = line.first("story.date") if line else None
    if node:
        yield value(text, node, "norm") or node.laid


def _by(node: Node) -> str:
    """The name in a byline, without “By” and the title that may follow."""
    person = node.first("person")
    words = _squeezed(person or node)
    return words[3:] if words[:3].lower() == "by " else words


def _place(words: Laid) -> Laid:
    """A dateline without the dash at its end, which comes from the text it is set before."""
    return words.cut(0, len(words.text.rstrip(" -–—_"))).stripped()


def _squeezed(node: Node) -> str:
    return " ".join(node.laid.text.split())


def _joined(names: Iterator[str]) -> str:
    return ", ".join(filter(None, names))

"""Documents of word processors (.docx): a zip archive of XML, read with bounds on how much may come out of it.

The text of such a file is that of its paragraphs, each on a line: a place in it is the number of a paragraph, as
a word processor counts them, and the column in its text.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lint.read.item import Fields, Item, headed, item
from lint.read.laid import Laid, Laying, whole
from lint.read.xml_places import Node, parse
from lint.source import UnreadableError

LARGEST = 50_000_000  # bytes of a part when it is unpacked: XML takes a dozen for a letter
STEEPEST = 200  # bytes that one may be unpacked to; text with all its markup makes 30
MOST_PARTS = 5_000

MAIN, CORE = "word/document.xml", "docProps/core.xml"
TITLES = ("title", "headline", "heading1")  # styles of paragraphs; that of a main heading is no title by itself
BREAKS = ("w:br", "w:cr")
PASSED_OVER = ("w:del", "w:moveFrom", "w:instrText", "w:pPr", "w:rPr", "w:txbxContent", "other:Fallback")


def paragraphs(content: bytes) -> str:
    """The paragraphs of a document, a line each; raises UnreadableError."""
    return "\n".join(words for words, _ in _paragraphs(_part(content, MAIN)))


def document(content: bytes) -> Item:
    """The report of a document, with the title and the date that its properties tell; raises UnreadableError."""
    told = _paragraphs(_part(content, MAIN))
    text = whole("\n".join(words for words, _ in told))
    laying, place, title = Laying(), 0, Laid()
    for words, style in told:
        line = text.cut(place, place + len(words)).stripped()
        place += len(words) + 1
        if not line:
            continue
        if not title and not laying.length and style in TITLES:
            title = line
            continue
        if laying.length:
            laying.separate("\n\n")
        laying.add(line)
    body = laying.laid()
    properties = _properties(content)
    return headed(item(Fields(body, "", title, author=properties.get("creator", ""))))


def _paragraphs(root: Node) -> list[tuple[str, str]]:
    """The words of each paragraph, and the name of its style."""
    return [("".join(_words(each)), _style(each)) for each in _within(root)]


def _within(node: Node) -> Iterator[Node]:
    for each in node.nodes:
        if each.name == "w:p":
            yield each
        elif each.name not in PASSED_OVER:
            yield from _within(each)


def _words(node: Node) -> Iterator[str]:
    for each in node.nodes:
        if each.name == "w:t":
            yield each.laid.text.replace("\n", " ")
        elif each.name == "w:tab":
            yield "\t"
        elif each.name in BREAKS:
            yield " "
        elif each.name == "w:noBreakHyphen":
            yield "-"
        elif each.name not in PASSED_OVER:
            yield from _words(each)


def _style(node: Node) -> str:
    style = node.first("w:pPr", "w:pStyle")
    return style.values.get("w:val", "").lower().replace(" ", "") if style else ""


def _properties(content: bytes) -> dict[str, str]:
    try:
        root = _part(content, CORE)
    except UnreadableError:
        return {}  # not every program writes them
    return {node.name.rpartition(":")[2]: node.laid.text.strip() for node in root.nodes}


def _part(content: bytes, name: str) -> Node:
    """A part of the archive as XML; raises UnreadableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > MOST_PARTS:
                raise UnreadableError("it has far more parts than a document")
            part = archive.getinfo(name)
            if part.flag_bits & 1:
                raise UnreadableError("it is encrypted")
            with archive.open(part) as file:
                most = min(LARGEST, max(1_000_000, part.compress_size * STEEPEST))
                unpacked = file.read(most + 1)
    except KeyError:
        raise UnreadableError(f"it is no document of a word processor: there is no {name} in it") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise UnreadableError(f"it is no document of a word processor, or is damaged: {error}") from None
    if len(unpacked) > most:
        raise UnreadableError(f"it would be unpacked to more than {most / 1e6:.0f} MB, as zip bombs are")
    try:
        return parse(unpacked.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableError("it is damaged: its text is no UTF-8") from None

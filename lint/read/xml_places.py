"""XML as a tree whose words know where they stand, read by defusedxml, which refuses what makes a small file large."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from lint.read.decoding import without_mark
from lint.read.laid import Laid, Laying
from lint.source import UnreadableError

DEEPEST = 300  # elements in elements
INSTALL = "reading XML and .docx needs defusedxml: pip install 'factlint[formats]'"
NAMES = {  # of vocabularies, as they are called here; what has another one is no part of a report
    "": "",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://www.w3.org/1999/xhtml": "",
    "http://iptc.org/std/nar/2006-10-01/": "",
    "http://iptc.org/std/NITF/2006-10-18/": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dc:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
}
WORDPRESS = "http://wordpress.org/export/"
OTHER = "other:"


class BrokenError(UnreadableError):
    """XML that is not well-formed; `place` is where that is seen, `root` what was read before."""

    def __init__(self, reason: str, place: int, root: "Node | None") -> None:
        """The reason, for the user."""
        super().__init__(reason)
        self.place = place
        self.root = root


@dataclass(slots=True, eq=False)
class Node:
    """An element: what is in it, elements and words, in order."""

    name: str
    values: Mapping[str, str]
    start: int  # of its tag in the file
    inside: list["Node | Laid"] = field(default_factory=list)
    is_whole: bool = False  # its end was seen

    @property
    def nodes(self) -> "Iterator[Node]":
        """The elements right in it."""
        return (each for each in self.inside if isinstance(each, Node))

    def all(self, *path: str) -> "Iterator[Node]":
        """The elements at the end of all ways down that have these names."""
        first, *others = path
        for node in self.nodes:
            if node.name == first:
                yield from node.all(*others) if others else (node,)

    def first(self, *path: str) -> "Node | None":
        """The first of them."""
        return next(self.all(*path), None)

    def under(self, name: str) -> "Iterator[Node]":
        """The elements of a name at any depth."""
        for node in self.nodes:
            if node.name == name:
                yield node
            yield from node.under(name)

    @property
    def laid(self) -> Laid:
        """All the words in it."""
        laying = Laying()
        self._lay(laying)
        return laying.laid()

    def _lay(self, laying: Laying) -> None:
        for each in self.inside:
            if isinstance(each, Laid):
                laying.add(each)
            else:
                each._lay(laying)


class _Parser(Protocol):
    parser: Any
    entity: dict[str, str]

    def feed(self, data: bytes) -> None: ...
    def close(self) -> object: ...


def parse(text: str) -> Node:
    """The root of a document; raises UnreadableError."""
    try:
        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import DefusedXMLParser, ParseError
    except ImportError:
        raise UnreadableError(INSTALL) from None
    tree = _Tree(text)
    parser: _Parser = DefusedXMLParser(target=tree, encoding="utf-8")
    parser.parser.UseForeignDTD()  # as if there were a document type, which nobody fetches: &nbsp; is then left to us
    parser.parser.buffer_text = False  # a piece at a time, so that each has its place
    parser.parser.StartCdataSectionHandler = tree.open_cdata
    parser.parser.EndCdataSectionHandler = tree.close_cdata
    if "&" in text:
        from html.entities import html5  # what the document types of news and of the web define

        parser.entity.update({name[:-1]: value for name, value in html5.items() if name.endswith(";")})
    tree.expat = parser.parser
    try:
        parser.feed(text[tree.before :].encode())
        parser.close()
    except DefusedXmlException as error:
        raise UnreadableError(_refusal(error)) from None
    except ParseError as error:
        message = str(error).partition(":")[0]
        raise BrokenError(f"it is no well-formed XML: {message}", tree.offset(*error.position), tree.root) from None
    except UnicodeEncodeError:
        raise UnreadableError("it holds what is no character") from None
    if tree.root is None:
        raise UnreadableError("there is nothing in it")
    return tree.root


def _refusal(error: Exception) -> str:
    kind = type(error).__name__
    if kind == "EntitiesForbidden":
        return "it defines entities of its own, which may grow beyond all bounds; news has no need of them"
    return f"it refers to what lies outside it, or is otherwise unsafe to read ({kind})"


class _Tree:
    """Builds the tree while expat reads, which tells at which byte it is."""

    def __init__(self, text: str) -> None:
        self.root: Node | None = None
        self.expat: Any = None
        self._text = text
        self._open: list[Node] = []
        self._layings: list[Laying] = []
        self._is_cdata = False
        self.before = len(text) - len(without_mark(text).lstrip())  # blanks before the document
        self._bytes, self._place = 0, self.before  # as far as bytes have been counted, and the same in code points

    def offset(self, line: int, column: int) -> int:
        """The offset of a line from 1 and a column from 0 of the document."""
        start = self.before
        for _ in range(line - 1):
            start = self._text.find("\n", start) + 1
        return min(start + column, len(self._text))

    def start(self, name: str, values: Mapping[str, str]) -> None:
        """An element begins."""
        if len(self._open) > DEEPEST:
            raise UnreadableError(f"it is nested more than {DEEPEST} deep")
        plain = {_called(key): value for key, value in values.items()}
        node = Node(_called(name), plain, self._here())
        if self._open:
            self._settle()
            self._open[-1].inside.append(node)
        else:
            self.root = node
        self._open.append(node)
        self._layings.append(Laying())

    def end(self, name: str) -> None:
        """An element ends."""
        self._settle()
        self._layings.pop()
        self._open.pop().is_whole = True

    def data(self, words: str) -> None:
        """Some words, or what an entity stands for."""
        if not self._layings:
            return
        place = self._here()
        extent = len(words)
        if self._text.startswith("&", place) and not self._is_cdata:
            extent = self._text.find(";", place) + 1 - place
        elif words == "\n" and self._text.startswith("\r\n", place):
            extent = 2
        self._layings[-1].put(words, place, extent)

    def open_cdata(self) -> None:
        """What follows is literal."""
        self._is_cdata = True

    def close_cdata(self) -> None:
        """What follows is no more literal."""
        self._is_cdata = False

    def close(self) -> None:
        """All was read."""

    def _settle(self) -> None:
        if self._layings[-1].length:
            self._open[-1].inside.append(self._layings[-1].laid())
            self._layings[-1] = Laying()

    def _here(self) -> int:
        """Where expat is, as an offset into the text."""
        index: int = self.expat.CurrentByteIndex
        if index > self._bytes:
            passed = index - self._bytes
            # As many code points as bytes, in ASCII; else count what of the text makes so many bytes.
            piece = self._text[self._place : self._place + passed]
            if not piece.isascii():
                piece = piece.encode()[:passed].decode()
            self._place += len(piece)
            self._bytes = index
        return self._place


def _called(name: str) -> str:
    space, _, local = name[1:].partition("}") if name.startswith("{") else ("", "", name)
    if space.startswith(WORDPRESS):
        return f"excerpt:{local}" if "excerpt" in space else f"wp:{local}"
    return f"{NAMES.get(space, OTHER)}{local}"


def value(text: str, node: Node, name: str) -> Laid:
    """The value of an attribute where it stands in the file, as far as that can be told."""
    said = node.values.get(name, "").strip()
    if not said:
        return Laid()
    local = name.rpartition(":")[2]
    written = re.compile(rf"\s(?:[\w.-]+:)?{re.escape(local)}\s*=\s*[\"']\s*({re.escape(said)})")
    match = written.search(text, node.start, max(text.find(">", node.start), node.start))
    place, extent = (match.start(1), len(said)) if match else (node.start, 0)
    return Laid(said, ((0, len(said), place, extent),))

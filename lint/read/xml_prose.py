"""Paragraphs of XML that is written like HTML: NITF, and XHTML in feeds and NewsML."""

from collections.abc import Iterator

from lint.read.html_text import joined
from lint.read.laid import Laid, Laying, squeezed
from lint.read.xml_places import OTHER, Node

BLOCKS = frozenset(
    "p hl1 hl2 h1 h2 h3 h4 h5 h6 li ul ol bq block blockquote pre table tr td th dt dd dl div section article body"
    " body.content credit nitf html caption datasource".split()
)
UNSPOKEN = frozenset(  # no words of the report
    "media note script style head figure form nav aside footer svg title hl1 byline dateline hedline rights series"
    " distributor abstract copyrite custom-table other:media body.end body.head".split()
)


def prose(node: Node) -> Laid:
    """The words in an element, paragraph by paragraph."""
    return joined(paragraphs(node))


def paragraphs(node: Node) -> Iterator[Laid]:
    """The paragraphs in an element."""
    walk = _Walk()
    walk.enter(node)
    walk.end()
    yield from walk.found


class _Walk:
    def __init__(self) -> None:
        self.found: list[Laid] = []
        self._lines: list[Laid] = []
        self._laying = Laying()

    def enter(self, node: Node) -> None:
        for each in node.inside:
            if isinstance(each, Laid):
                self._laying.add(each)
            elif each.name == "br":
                self._break()
            elif each.name in UNSPOKEN or each.name.startswith(OTHER):
                continue
            elif each.name in BLOCKS:
                self.end()
                self.enter(each)
                self.end()
            else:
                self.enter(each)

    def end(self) -> None:
        self._break()
        laying = Laying()
        for line in self._lines:
            if laying.length:
                laying.separate("\n")
            laying.add(line)
        self._lines = []
        if laying.length:
            self.found.append(laying.laid())

    def _break(self) -> None:
        if line := squeezed(self._laying.laid()):
            self._lines.append(line)
        self._laying = Laying()

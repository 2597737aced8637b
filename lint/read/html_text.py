"""The words of HTML: paragraphs as a browser would show them, each where it stands."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lint.compiled import compiled
from lint.read.html_tokens import Tag, Text, attributes, tokens, unescaped
from lint.read.laid import BLANK, OTHERWISE, Laid, Laying
from lint.source import UnreadableError

DEEPEST = 2000  # elements in elements; a browser stops at 512

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p"
    " pre search section select summary table tbody td tfoot th thead title tr ul iframe noscript video audio"
    " object".split()
)
UNSPOKEN = frozenset(  # what no reader takes for the words of a report
    "script style textarea xmp iframe noembed noframes template noscript svg math head select option button nav"
    " video audio object canvas dialog menu figure figcaption title input datalist".split()
)
OF_HEAD = frozenset("head meta link title script style base noscript template".split())  # the first other one ends it
CLOSED_BY = {  # what ends at the beginning of these, without a tag of its own
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
}
HOLDERS = frozenset("ul ol dl table tbody menu body html".split())  # beyond which nothing is so ended
CLOSED_AT_ONCE = compiled(r"""(?:\A<[\w:-]+|["'\s])/>\Z""")  # as in XHTML; not where a bare value ends in a slash
UNSHOWN = compiled(r"display\s*:\s*none")
UNSEEN = compiled("[\0\xad\u200b\u2060\ufeff]")  # soft hyphens, blanks of no width, and what is no character
MARKUP = compiled(r"<(?:p|br|div|h[1-6]|ul|ol|blockquote)(?=[\s/>])[^<>]*>", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Element:
    """An element that is open, or was."""

    name: str
    parent: "Element | None"
    tag: Tag
    values: dict[str, str] = field(default_factory=dict)  # of the attributes that speak of what it is
    is_unspoken: bool = False
    is_link: bool = False
    is_kept: bool = False  # blanks and line ends are those of the text

    def within(self) -> "Iterator[Element]":
        """The element and all around it."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A paragraph, a heading, an item of a list: words that stand apart, in the innermost block that holds them."""

    holder: Element
    laid: Laid
    linked: int  # code points of it that lead elsewhere


@dataclass(slots=True)
class Walk:
    """A walk through HTML: its blocks in order, and the elements and tags that a page is judged by."""

    source: Laid
    is_loose: bool = False  # empty lines part paragraphs, as where no tag does
    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)  # those with attributes or a part in a page
    _open: list[Element] = field(default_factory=list)
    _names: Counter[str] = field(default_factory=Counter)
    _laying: Laying = field(default_factory=Laying)
    _linked: int = 0
    _blank: Laid | None = None  # which is a space if words follow

    def __post_init__(self) -> None:
        """Walk; raises UnreadableError for what is nested too deep."""
        root = Element("", None, Tag("", 0, 0))
        self._open.append(root)
        for token in tokens(self.source.text):
            if isinstance(token, Text):
                self._text(token.start, token.end)
            elif token.is_close:
                self._close(token)
            else:
                self._begin(token)
        self._flush()

    def _begin(self, tag: Tag) -> None:
        name = tag.name
        if name == "br":
            self._break(tag)
            return
        if self._names["head"] and name not in OF_HEAD:
            self._end("head", beyond=frozenset())
        if name in BLOCKS:
            self._flush()
            if name != "option" and self._names["p"]:
                self._end("p", beyond=frozenset({"button", "table", "object"}))
        if name == "a":
            self._end("a", beyond=BLOCKS)
        if name in CLOSED_BY:
            self._end(*CLOSED_BY[name], beyond=HOLDERS - {"tbody"} if name == "tr" else HOLDERS)
        around = self._open[-1]
        element = Element(name, around, tag, is_unspoken=around.is_unspoken or name in UNSPOKEN)
        element.is_kept = around.is_kept or name == "pre"
        if tag.attributes[1] - tag.attributes[0] > 1:
            self._look(element)
            self.elements.append(element)
        elif name in ("article", "main", "h1", "title", "time", "script", "p"):
            self.elements.append(element)
        element.is_link = around.is_link or (name == "a" and "href" in element.values)
        if name in VOID:
            return
        if self.source.text[tag.end - 2] == "/" and CLOSED_AT_ONCE.search(self.source.text[tag.start : tag.end]):
            return
        if len(self._open) > DEEPEST:
            raise UnreadableError(f"it is nested more than {DEEPEST:,} deep")
        self._open.append(element)
        self._names[name] += 1

    def _look(self, element: Element) -> None:
        values = element.values
        for name, (start, end) in attributes(self.source.text, element.tag).items():
            value = self.source.text[start:end]
            values[name] = unescaped(Laid(value)).text if "&" in value else value
        if element.name not in ("html", "body") and (
            "hidden" in values
            or values.get("aria-hidden") == "true"
            or ("style" in values and UNSHOWN.search(values["style"]))
        ):
            element.is_unspoken = True
        elif element.name == "template" and "shadowrootmode" in values:  # which is shown in its element's place
            element.is_unspoken = element.parent is not None and element.parent.is_unspoken

    def _close(self, tag: Tag) -> None:
        name = tag.name
        if name in BLOCKS:
            self._flush()
        if name == "p" and not self._names["p"]:
            return
        if self._names[name]:
            while True:
                element = self._open.pop()
                self._names[element.name] -= 1
                if element.name == name:
                    return
                if element.name in BLOCKS:
                    self._flush(element)

    def _end(self, *names: str, beyond: frozenset[str]) -> None:
        """End the innermost of these elements, unless one of the others lies between."""
        if not any(self._names[name] for name in names):
            return
        for number in range(len(self._open) - 1, 0, -1):
            if self._open[number].name in names:
                for element in self._open[number:]:
                    self._names[element.name] -= 1
                del self._open[number:]
                return
            if self._open[number].name in beyond:
                return

    def _break(self, tag: Tag) -> None:
        if not self._open[-1].is_unspoken and self._laying.length:
            self._blank = None
            self._laying.instead("\n", self.source.cut(tag.start, tag.end))

    def _text(self, start: int, end: int) -> None:
        around = self._open[-1]
        if around.is_unspoken:
            return
        words = _seen(unescaped(self.source.cut(start, end)))
        before = self._laying.length
        if around.is_kept:
            self._laying.add(words)
        else:
            self._add(words)
        if around.is_link:
            self._linked += self._laying.length - before

    def _add(self, words: Laid) -> None:
        start, end = len(words.text) - len(words.text.lstrip(BLANK)), len(words.text.rstrip(BLANK))
        self._space(words, 0, start)
        for blanks in OTHERWISE.finditer(words.text, start, end):
            self._word(words, start, blanks.start())
            self._space(words, *blanks.span())
            start = blanks.end()
        self._word(words, start, end)
        self._space(words, max(start, end), len(words.text))

    def _space(self, words: Laid, start: int, end: int) -> None:
        if start >= end:
            return
        if self.is_loose and words.text.count("\n", start, end) > 1:
            self._flush()
        if self._blank is None:
            self._blank = words.cut(start, end)

    def _word(self, words: Laid, start: int, end: int) -> None:
        if start >= end:
            return
        if self._blank is not None and self._laying.length and not self._laying.ends("\n"):
            self._laying.instead(" ", self._blank)
        self._blank = None
        self._laying.add(words.cut(start, end))

    def _flush(self, inner: Element | None = None) -> None:
        if not self._laying.length:
            self._blank = None
            return
        laid = self._laying.laid().stripped()
        if laid:
            around = (element for element in (inner or self._open[-1]).within())
            holder = next((each for each in around if each.name in BLOCKS), self._open[0])
            self.blocks.append(Block(holder, laid, self._linked))
        self._laying, self._linked, self._blank = Laying(), 0, None


def _seen(words: Laid) -> Laid:
    """The words without what only says where a line may be broken."""
    if not UNSEEN.search(words.text):
        return words
    laying, last = Laying(), 0
    for match in UNSEEN.finditer(words.text):
        laying.add(words.cut(last, match.start()))
        last = match.end()
    laying.add(words.cut(last, len(words.text)))
    return laying.laid()


def is_markup(words: str) -> bool:
    """Whether a text is HTML."""
    return MARKUP.search(words) is not None


def prose(source: Laid) -> Laid:
    """The words of a piece of HTML; raises UnreadableError."""
    return joined(block.laid for block in Walk(source).blocks)


def joined(paragraphs: Iterable[Laid]) -> Laid:
    """The paragraphs with an empty line between them."""
    laying = Laying()
    for each in paragraphs:
        if laying.length:
            laying.separate("\n\n")
        laying.add(each)
    return laying.laid()

"""HTML in tokens with their places, told apart as browsers do: any bytes are HTML, and nothing is looked at twice."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.compiled import compiled
from lint.read.laid import Laid, Laying

TAG = compiled(
    r"""
    < (?P<close>/?) (?P<name>[a-zA-Z][^\s/>]*+)
    (?P<attributes> (?: [^>"'=]++ | =\s*+(?:"[^"]*+"|'[^']*+')? | ["'] )*+ ) >
    """,
    re.VERBOSE,
)
ATTRIBUTE = compiled(
    r"""
    (?P<name>[^\s/>=][^\s/>=]*+)
    (?: \s*+ = \s*+ (?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<bare>[^\s>]*+) ) )?
    """,
    re.VERBOSE,
)
REFERENCE = compiled(r"&(?:\#[0-9]++;?|\#[xX][0-9a-fA-F]++;?|[A-Za-z][A-Za-z0-9]{1,31};?)")
OF_NO_TEXT = frozenset("script style xmp iframe noembed noframes textarea".split())  # what they hold is no markup
CDATA = "<![CDATA["


@dataclass(frozen=True, slots=True)
class Text:
    """Words, or what looks like them, from one place to another."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag; that which opens what is no markup has the place of that, too."""

    name: str
    start: int
    end: int
    is_close: bool = False
    attributes: tuple[int, int] = (0, 0)
    inside: tuple[int, int] = (0, 0)


def tokens(text: str) -> Iterator[Text | Tag]:
    """The words and tags of a page; comments, declarations and instructions are passed over."""
    place, end = 0, len(text)
    while place < end:
        opening = text.find("<", place)
        if opening < 0:
            yield Text(place, end)
            return
        if opening > place:
            yield Text(place, opening)
        after = text[opening + 1 : opening + 2]
        if after == "!" or after == "?":
            words = text.startswith(CDATA, opening)
            place = _after_declaration(text, opening)
            if words:
                yield Text(opening + len(CDATA), max(opening + len(CDATA), place - len("]]>")))
        elif (after.isalpha() and after.isascii()) or (after == "/" and text[opening + 2 : opening + 3].isalpha()):
            match = TAG.match(text, opening)
            if match is None:
                return  # a tag that never ends takes all with it
            name = match["name"].lower()
            place = match.end()
            inside = (place, place)
            if name in OF_NO_TEXT and not match["close"]:
                inside = (place, _end_of(text, name, place))
                place = inside[1]
            yield Tag(name, opening, match.end(), bool(match["close"]), match.span("attributes"), inside)
        else:
            yield Text(opening, opening + 1)
            place = opening + 1


def attributes(text: str, tag: Tag) -> dict[str, tuple[int, int]]:
    """The places of the values of a tag's attributes, by their names."""
    found: dict[str, tuple[int, int]] = {}
    for match in ATTRIBUTE.finditer(text, *tag.attributes):
        group = match.lastgroup or "name"
        span = match.span(group) if group != "name" else (match.end(), match.end())
        found.setdefault(match["name"].lower(), span)
    return found


def unescaped(source: Laid) -> Laid:
    """The text with the characters that its entities stand for."""
    if "&" not in source.text:
        return source
    laying, last = Laying(), 0
    for match in REFERENCE.finditer(source.text):
        meant = html.unescape(match.group())
        if meant == match.group():
            continue
        laying.add(source.cut(last, match.start()))
        laying.instead(meant, source.cut(*match.span()))
        last = match.end()
    laying.add(source.cut(last, len(source.text)))
    return laying.laid()


def _after_declaration(text: str, place: int) -> int:
    if text.startswith("<!--", place):
        if text.startswith(("<!-->", "<!--->"), place):
            return text.index(">", place) + 1
        end, length = text.find("-->", place + 4), 3
    elif text.startswith(CDATA, place):
        end, length = text.find("]]>", place), 3
    else:
        end, length = text.find(">", place), 1
    return len(text) if end < 0 else end + length


def _end_of(text: str, name: str, place: int) -> int:
    match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, place)
    return match.start() if match else len(text)

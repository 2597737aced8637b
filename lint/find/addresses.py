"""Addresses: "the 3200 block of E Rood Circle", "Tish Lane", "19th and Blake streets", "1504 S. Beech St"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lint.compiled import compiled
from lint.find.plain import plain
from lint.pattern import gated
from lint.report import Report
from lint.span import Span

KINDS = {
    short: kind
    for kind, shorts in {
        "Street": "st street", "Avenue": "av ave avenue", "Road": "rd road", "Drive": "dr drive", "Lane": "ln lane",
        "Boulevard": "blvd boulevard", "Court": "ct court", "Circle": "cir circle", "Place": "pl place", "Way": "way",
        "Terrace": "terrace", "Highway": "hwy highway", "Parkway": "pkwy parkway", "Pike": "pike", "Trail": "trail",
        "Loop": "loop", "Alley": "alley", "Crescent": "crescent", "Square": "square",
    }.items()
    for short in shorts.split()
}  # fmt: skip
COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}
SIDES = {word: side for letter, side in COMPASS.items() for word in (letter, side)} | {
    word: f"{one}{two}" for one in "ns" for two in "ew" for word in (f"{one}{two}", COMPASS[one] + COMPASS[two])
}
PROPER = r"(?:[NSEW](?:[a-z]+|\.?[EW]?\.?) )?(?:[A-Z][\w’'-]+|[1-9]\d{0,2}(?:st|nd|rd|th))"
NAME = rf"{PROPER}(?: [A-Z][\w’'-]+){{0,2}}?"
BLOCK = r"(?P<block>\d[\d,]*)(?:st|nd|rd|th)?[ -][Bb]lock (?:of|on) (?:the )?"
# What an address is known by: the kind of its street, with which most of them end, several streets, or the word block.
KIND = (
    r"(?:A(?:lley|v(?:e(?:nue)?)?)|B(?:oulevard|lvd)|C(?:ir(?:cle)?|ourt|t|rescent)|D(?:rive|r)"
    r"|H(?:ighway|wy)|L(?:ane|n|oop)|P(?:lace|l|ike|arkway|kwy)|R(?:oad|d)|S(?:treet|quare|t)|T(?:errace|rail)|Way)\b"
)
GATE = compiled(
    r"[ -](?=[A-DHLPRSTWabdrs])(?:"
    rf"(?<= )(?P<street>{KIND})|(?<= )(?P<streets>(?:street|avenue|road|boulevard|drive)s)\b|[Bb]lock (?=o[fn] ))"
)
# Words as lint.find.plain has them: where a report has none of these, capitals are enough to look for, or nothing.
SMALL = frozenset("streets avenues roads boulevards drives block".split())
ALL = SMALL | KINDS.keys()
KIND_GATE = compiled(KIND)
STREET = compiled(rf"(?:{BLOCK}|(?<![\d,$.-])(?P<house>\d{{2,5}}) )?\b(?P<name>{NAME}|[A-Z])$")
BEGINS = compiled(r"[\dA-Z]")  # a street, or its number
SIDE_AFTER = compiled(r"\.? (?P<side>[NS][EW]?|[EW]|(?:North|South)(?:east|west)?|East|West)(?![\w’'-])")
NUMBER = compiled(r"\d[\d,]*(?:st|nd|rd|th)?$")
LAST_NAME = compiled(rf"\b{NAME}$")
BARE = compiled(rf"{BLOCK}(?P<name>{PROPER}(?: [A-Z][\w’'-]+)?)")
AND = " and "
REACH = 70  # code points before a street's kind in which its address begins


@dataclass(frozen=True, slots=True)
class Address:
    """A street, and the number of the block or the house, where the report gives one."""

    span: Span
    name: str  # the street's own name, case and points of the compass folded away
    kind: str  # Street, Avenue ...; empty where the report leaves it out
    side: str  # north, south, east, west, ne, nw, se, sw, or nothing
    number: int | None
    is_block: bool = False


class _Gate(NamedTuple):
    """Where the last word of an address may stand: from the space before it on."""

    start: int
    end: int
    street: str
    streets: str


def addresses(report: Report) -> Iterator[Address]:
    """The streets, blocks and house numbers that a report names, in order."""
    words = report.find(plain)[0].words
    has_small = not SMALL.isdisjoint(words)
    for part in () if ALL.isdisjoint(words) else report.prose:
        position, block = part.start, None
        for gate in _gates(report.text, part, has_small=has_small):
            if not gate.street and not gate.streets:
                yield from _bare(report.text, part, block)
                block = gate
                continue
            lead = max(position, gate.start - REACH)
            found = list(_ending(report.text, lead, gate, part))
            if block and not (found and found[0].span.start <= block.start):
                yield from _bare(report.text, part, block)
            block = None
            yield from found
            if found:
                position = gate.end
        yield from _bare(report.text, part, block)


def _gates(text: str, part: Span, *, has_small: bool) -> Iterator[_Gate]:
    if has_small:
        for gate in GATE.finditer(text, part.start, part.end):
            yield _Gate(gate.start(), gate.end(), gate["street"] or "", gate["streets"] or "")
        return
    for kind in KIND_GATE.finditer(text, part.start + 1, part.end):
        if text[kind.start() - 1] == " ":
            yield _Gate(kind.start() - 1, kind.end(), kind.group(), "")


def _ending(text: str, lead: int, gate: _Gate, part: Span) -> Iterator[Address]:
    """The address, or the two streets of a corner, that end in a kind of street."""
    if gate.streets:
        yield from _corner(text, lead, gate)
    elif match := next(gated(BEGINS, STREET, text, lead, gate.start), None):
        after = SIDE_AFTER.match(text, gate.end, part.end)
        side, name = _parted(match["name"])
        number = match["block"] or match["house"]
        yield Address(
            Span(match.start(), after.end() if after else gate.end),
            name,
            KINDS[gate.street.casefold()],
            side or (_side(after["side"]) if after else ""),
            int(number.replace(",", "")) if number else None,
            is_block=bool(match["block"]),
        )


def _corner(text: str, lead: int, gate: _Gate) -> Iterator[Address]:
    two = LAST_NAME.search(text, lead, gate.start)
    if two is None or not text.endswith(AND, lead, two.start()):
        return
    one = LAST_NAME.search(text, lead, two.start() - len(AND))
    for corner in (one, two) if one else ():
        side, name = _parted(corner.group())
        yield Address(Span(*corner.span()), name, KINDS[gate.streets.removesuffix("s")], side, None)


def _bare(text: str, part: Span, block: _Gate | None) -> Iterator[Address]:
    """A block of a street whose kind is left out: “the 300 block of Broadway”."""
    number = NUMBER.search(text, max(part.start, block.start - 10), block.start) if block else None
    match = BARE.match(text, number.start(), part.end) if number else None
    if match:
        side, name = _parted(match["name"])
        yield Address(Span(*match.span()), name, "", side, int(match["block"].replace(",", "")), is_block=True)


def _parted(street: str) -> tuple[str, str]:
    """The point of the compass before the name of a street, and the name, case folded away."""
    first, _, rest = street.partition(" ")
    side = _side(first) if rest else ""
    return side, (rest if side else street).casefold()


def _side(words: str) -> str:
    letters = words.strip().replace(".", "").casefold()
    return SIDES.get(letters, "")

"""Addresses: "the 3200 block of E Rood Circle", "Tish Lane", "19th and Blake streets", "1504 S. Beech St"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
SIDES = {letter: side for side in ("north", "south", "east", "west") for letter in (side, side[0])}
KIND = "|".join(sorted((kind.title() for kind in KINDS), key=len, reverse=True))
SIDE = r"(?:[NSEW]\.?|[NS]\.?[EW]\.?|North|South|East|West|Northeast|Northwest|Southeast|Southwest)"
PROPER = r"(?:[A-Z][\w’'-]+|(?:[1-9]\d?\d?)(?:st|nd|rd|th))"
STREET = rf"(?:{SIDE} )?{PROPER}(?: [A-Z][\w’'-]+){{0,2}}?"
ADDRESS = re.compile(
    rf"(?:(?P<block>\d[\d,]*)(?:st|nd|rd|th)?[ -][Bb]lock (?:of|on) (?:the )?|(?<![\d,$.-])(?P<house>\d{{2,5}}) )?"
    rf"(?P<side>{SIDE} )?\b(?P<name>{PROPER}(?: [A-Z][\w’'-]+){{0,2}}?|[A-Z]) (?P<kind>{KIND})\b\.?"
    rf"(?: (?P<after>{SIDE})\b)?"
    rf"|(?P<only>\d[\d,]*)(?:st|nd|rd|th)?[ -][Bb]lock of (?P<bare>(?:{SIDE} )?{PROPER}(?: [A-Z][\w’'-]+)?)"
    rf"|(?P<one>{STREET}) and (?P<two>{STREET}) (?P<kinds>streets|avenues|roads|boulevards|drives)\b"
)
GATE = re.compile(rf"\b(?:{KIND}|streets|avenues|roads|boulevards|drives|block)\b")
REACH = 70  # code points before a street's kind in which its address begins


@dataclass(frozen=True, slots=True)
class Address:
    """A street, and the number of the block or the house, where the report gives one."""

    span: Span
    name: str  # the street's own name, case and points of the compass folded away
    kind: str  # Street, Avenue ...; empty where the report leaves it out
    side: str  # north, south, east, west, or nothing
    number: int | None
    is_block: bool = False


def addresses(report: Report) -> Iterator[Address]:
    """The streets, blocks and house numbers that a report names."""
    text = report.text
    for part in report.prose:
        position = part.start
        for gate in GATE.finditer(text, part.start, part.end):
            if gate.start() < position:
                continue
            window = max(position, gate.start() - REACH)
            end = min(part.end, gate.end() + REACH)
            for match in ADDRESS.finditer(text, window, end):
                if match.start() <= gate.start() <= match.end():
                    yield from _read(match)
                    position = match.end()
                    break


def _read(match: re.Match[str]) -> Iterator[Address]:
    if match["kinds"]:
        kind = KINDS[match["kinds"].removesuffix("s")]
        for group in ("one", "two"):
            side, name = _parted(match[group])
            yield Address(Span(*match.span(group)), name, kind, side, None)
        return
    number = match["block"] or match["house"] or match["only"]
    value = int(number.replace(",", "")) if number else None
    span = Span(match.start(), match.end() - match.group().endswith("."))
    if match["only"]:
        side, name = _parted(match["bare"])
        yield Address(span, name, "", side, value, is_block=True)
        return
    side = _side(match["side"] or match["after"] or "")
    name = match["name"].casefold()
    yield Address(span, name, KINDS[match["kind"].casefold()], side, value, is_block=bool(match["block"]))


def _parted(street: str) -> tuple[str, str]:
    """The point of the compass of a street and its name without it."""
    first, _, rest = street.partition(" ")
    side = _side(first)
    return (side, rest.casefold()) if side and rest else ("", street.casefold())


def _side(words: str) -> str:
    letters = words.strip().replace(".", "").casefold()
    return SIDES.get(letters, letters if letters in ("ne", "nw", "se", "sw") else "")

"""Places: names that the words around them show to be a town, a country or a state, wherever they stand in a report."""

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lint.compiled import compiled
from lint.find.datelines import WEEKDAY, datelines
from lint.find.dates import MONTH
from lint.find.names import Name, names
from lint.report import Report
from lint.span import Span

KINDS = ("capital", "city", "town", "village", "port", "suburb", "resort", "municipality")
TOWN = rf"(?:{'|'.join(KINDS)})(?:\ city)?"
KIND = compiled("|".join(KINDS))
SHORTEST = min(map(len, KINDS)) + 2  # with the spaces around it
ADJECTIVES = r"(?:[a-z][a-z-]*\ ){0,2}"

# A place with a comma and its country follows one of these: “of” has “the mayor of Caracas, Venezuela” too.
BEFORE = compiled(r"\b(?:in|near|from|of|to|outside)\s\Z")
COMMA = compiled(r"[ ]?,\s\Z")
# “in Caracas, Venezuela” has ended; in “Rome, France and Spain” and “London, Israel said” its comma parts other things.
ENDED = compiled(
    rf"""
      [ ]? [.;?!()\]”"—–]
    | \Z | \s*\n\s*\n
    | [ ]?,\s (?! (?:and|or|but|plus|then|as|including|not|nor)\b ) (?= [a-z\d] | {MONTH} | {WEEKDAY} )
    | \s (?:on|in|at|where|when|after|before|during|since|until|who|which|by|while|as)\b
    """,
    re.VERBOSE,
)
REGION_FIRST = compiled(rf"\s{ADJECTIVES}{TOWN}\sof\s\Z", re.VERBOSE)  # the Venezuelan city of Caracas
ITS_CAPITAL = compiled(  # the Venezuelan capital, Caracas; Venezuela's capital city Caracas
    r"(?:[’']s?)?\s(?:[a-z-]+\s)?capital(?:\scity)?,?\s(?:of\s)?\Z"
)
TOWN_IN = compiled(  # Caracas, the capital of Venezuela; Mérida, a town in western Venezuela
    rf"[ ]?,\s(?:which\sis\s)?(?:the|a|an)\s{ADJECTIVES}{TOWN}\s(?:of|in)\s(?:the\s)?(?:[a-z]+ern\s|central\s)?\Z",
    re.VERBOSE,
)
TOWN_OF = compiled(rf"\bthe\s{ADJECTIVES}(?:city|town|village|port)\sof\s\Z", re.VERBOSE)
AREA_OF = compiled(r"\b(?:capital|province|state|republic)(?:\scity)?\sof\s(?:the\s)?\Z")
INSIDE = compiled(r"(?:\b[Ii]n|\bnear)\s\Z")
LAST_LETTERS = frozenset({"in", "In", "ar", "of", "he"})  # of “in”, “near”, “of” and “the” before a space
LAST_OF_AREA = frozenset({"of", "he"})
# What follows shows that the name is longer, or that something of the place's is meant.
NAMES_ON = compiled(r"[’'&/@-]|\s[A-ZÀ-Þ\d&]|\sand\s[A-ZÀ-Þ]")
LOOK_BACK = 40  # code points
GAP = 50  # code points between a town and its region


@enum.unique
class Form(enum.StrEnum):
    """How the words say that a name is a place."""

    BESIDE = "beside"  # in Caracas, Venezuela
    CITY_OF = "city of"  # the Venezuelan city of Caracas; Caracas, the capital of Venezuela
    CAPITAL = "capital"  # the Venezuelan capital, Caracas
    TOWN = "town"  # the city of Caracas
    AREA = "area"  # the capital of Venezuela
    ALONE = "alone"  # in Caracas


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A town and the country, state or people (“Venezuelan”) whose it is said to be; one of them may not be there."""

    span: Span
    form: Form
    town: Name | None = None
    region: Name | None = None


def places(report: Report) -> Iterator[PlaceMention]:
    """The places of the report's running text, datelines left out."""
    text = report.text
    floor = max((dateline.span.end for dateline in report.find(datelines)), default=report.body.start)
    found = [name for name in report.find(names) if name.span.start >= floor and not name.shouted]
    paired: set[int] = set()  # where their names begin
    for one, other in pairwise(found):
        between = text[one.span.end : other.span.start] if other.span.start - one.span.end <= GAP else ""
        if between and (form := _form(report, one, other, between)):
            paired |= {one.span.start, other.span.start}
            town, region = (one, other) if form is Form.BESIDE or TOWN_IN.match(between) else (other, one)
            yield PlaceMention(Span(one.span.start, other.span.end), form, town, region)
    for name in found:
        start = name.span.start
        if start not in paired and (last := text[start - 3 if start > 3 else 0 : start].rstrip()) in LAST_LETTERS:
            yield from _alone(report, name, last)


def _form(report: Report, one: Name, other: Name, between: str) -> Form | None:
    """How two names stand together, if as a town and what holds it."""
    text, end = report.text, other.span.end
    if "," in between and COMMA.fullmatch(between):
        is_pair = BEFORE.search(text, max(0, one.span.start - LOOK_BACK), one.span.start)
        return Form.BESIDE if is_pair and ENDED.match(text, end) else None
    if len(between) < SHORTEST or KIND.search(between) is None:
        return None
    if TOWN_IN.match(between):
        return Form.CITY_OF if ENDED.match(text, end) else None
    if NAMES_ON.match(text, end):
        return None
    if REGION_FIRST.match(between):
        return Form.CITY_OF
    return Form.CAPITAL if ITS_CAPITAL.match(between) and ENDED.match(text, end) else None


def _alone(report: Report, name: Name, last: str) -> Iterator[PlaceMention]:
    """A name that stands by itself; `last` are the last letters before it."""
    text, start = report.text, name.span.start
    if NAMES_ON.match(text, name.span.end):
        return
    before = text[max(0, start - LOOK_BACK) : start]
    if last not in LAST_OF_AREA:
        if INSIDE.search(before):
            yield PlaceMention(name.span, Form.ALONE, town=name)
    elif AREA_OF.search(before):
        yield PlaceMention(name.span, Form.AREA, region=name)
    elif TOWN_OF.search(before):
        yield PlaceMention(name.span, Form.TOWN, town=name)

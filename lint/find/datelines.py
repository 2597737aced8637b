"""Datelines: the words before the dash that say where, and often when and by whom, a report was filed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.compiled import compiled
from lint.find.dates import DAY, MONTH
from lint.report import Report
from lint.span import Span

LINES = 8  # a byline, a credit or a subheading may stand above; lower down, a dash is only a dash
LETTERS_ALONE = 3  # of a city that stands alone before its dash
LONGEST = 160  # code points from the beginning of a line to the dash

# A name: words without digits, the lower-case ones (“de la”, “upon”) sorted out later.
WORD = r"[`'‘’ʻ]?[^\W\d_][^\s\d,;:()\[\]/–—―\"“”!?<>*_]*"
NAME = rf"{WORD}(?:[ ]{WORD}){{0,7}}"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DATE = rf"(?i:(?:{WEEKDAY},?[ ])?(?:{MONTH}[ ]{DAY}|{DAY}[ ]{MONTH})(?:,?[ ](?:19|20)\d\d)?|{WEEKDAY})(?!\w)"
DAY_NAMED = rf"(?i:{WEEKDAY}\b|{MONTH}[ ]\d)"  # where a date begins, a name cannot

DATELINE = compiled(
    rf"""
    [^\S\n]*[*_>]{{0,2}}[^\S\n]*                                     # marks of bold type or of a quotation
    (?P<dateline>
        (?!(?i:aboard|on[ ]board|en[ ]route|on[ ]the|over|with)\b)   # no place has a name there
        (?:(?i:near|outside|off)[ ])?
        (?P<cities>{NAME}(?:[ ]?/[ ]?{NAME}){{0,3}})                 # Caracas; WASHINGTON/BEIJING
        (?P<regions>(?:,[ ]+(?!{DAY_NAMED}){NAME}){{0,3}})           # , Venezuela; , Conn.; , Ill., U.S.
        (?:,?[ ]+(?P<date>{DATE}),?)?
        (?:,?[ ]*(?:\((?P<agency>[^()\n]{{2,40}})\)|/(?P<newswire>[\w ]{{2,30}})/))?
    )
    [*_]{{0,2}}
    (?:[ ]*[–—―]|[ ]+-+|--+|(?<=\))\.?-|[ ]+_(?=[ ]))                # the dash
    (?=\s*\S)
    """,
    re.VERBOSE,
)
DASH = compiled(r"[-–—―_](?:(?<=[–—―])|(?<=[ )-]-)|(?<=\)\.-)|(?<= _)(?= ))")  # without one, a line has no dateline
PARTICLE = compiled(r"[a-zß-ÿ]{1,4}\.?\Z|upon\Z|unter\Z|under\Z|sobre\Z|sous\Z")
LINE = compiled(r"[^\S\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report was filed: `cities`, of which a few reports name several, and the `regions` that hold them.

    The regions stand as written, the smallest first: “Ill.” and “U.S.” of “Springfield, Ill., U.S.”. A dateline
    without a region, a date and an agency is written in capitals.
    """

    span: Span
    cities: tuple[Span, ...]
    regions: tuple[Span, ...] = ()
    date: Span | None = None
    agency: Span | None = None


def datelines(report: Report) -> Iterator[Dateline]:
    """The datelines at the beginning of the report's first lines: most reports have one or none."""
    for number, line in enumerate(LINE.finditer(report.text, report.body.start, report.body.end)):
        if number == LINES:
            return
        start, end = line.start(), min(line.end(), line.start() + LONGEST)
        match = DATELINE.match(report.text, start, end) if DASH.search(report.text, start, end) else None
        if match and _is_dateline(match):
            agency = "agency" if match["agency"] else "newswire"
            yield Dateline(
                Span(*match.span("dateline")),
                tuple(_names(match, "cities", "/")),
                tuple(_names(match, "regions", ",")),
                Span(*match.span("date")) if match["date"] else None,
                Span(*match.span(agency)) if match[agency] else None,
            )


def _is_dateline(match: re.Match[str]) -> bool:
    names = re.split(r"[/,]", match["cities"] + match["regions"])
    if not all(_is_name(name) for name in names if name):
        return False
    if any(match[part] for part in ("regions", "date", "agency", "newswire")):
        return True
    return match["cities"].isupper() and len(match["cities"]) >= LETTERS_ALONE


def _is_name(words: str) -> bool:
    """Whether a name begins with a capital letter and has no words in lower case but small ones."""
    first, *others = words.split()
    return first.lstrip("`'‘’ʻ")[:1].isupper() and all(
        any(letter.isupper() for letter in word) or PARTICLE.match(word) for word in others
    )


def _names(match: re.Match[str], group: str, separator: str) -> Iterator[Span]:
    start = match.start(group)
    for part in match[group].split(separator):
        words = part.strip()
        if words:
            first = start + part.index(words)
            yield Span(first, first + len(words))
        start += len(part) + len(separator)

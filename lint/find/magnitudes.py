"""Magnitudes of earthquakes: "a 6.1-magnitude quake", "measuring 6.1 on the Richter scale", "magnitude-6.1"."""

from collections.abc import Iterator
from dataclasses import dataclass

from lint.find.plain import plain
from lint.pattern import late
from lint.report import Report
from lint.span import Span

# Without one of these words there is none.
WORDS = frozenset("magnitude quake quakes earthquake earthquakes richter temblor temblors tremor tremors".split())
SIZE = r"(?P<{}>[1-9](?:\.\d)?)(?![\d%]|[.,:]\d)"
SCALE = r"(?:open-ended )?[Rr]ichter"
QUAKE = r"(?:strong |powerful )?(?:(?:[Ee]arth ?)?[Qq]uake|[Tt]emblor|[Tt]remor)s?\b"
MAGNITUDE = late(
    r"\b(?:"
    rf"[Mm]agnitude(?: ?- ?| )(?:(?:of|at|was|is) )?(?:(?:at least|about|around|some|nearly) )?{SIZE.format('after')}"
    rf"|(?<![\d.,$]){SIZE.format('before')}(?: ?- ?| )(?:[Mm]agnitude\b|{QUAKE}|(?:degrees |points )?on the {SCALE})"
    r"|(?:measur(?:ing|ed)|regist(?:ering|ered)) (?:(?:at least|about|around|some|nearly) )?"
    rf"{SIZE.format('measured')}(?! ?-? ?(?:feet|foot|met|inch|mile|kilo|km|m\b|ft|percent|by|x|cent|yard|acre|hect))"
    r")"
)


@dataclass(frozen=True, slots=True)
class Magnitude:
    """The size of an earthquake, on whatever scale."""

    span: Span
    value: float


def magnitudes(report: Report) -> Iterator[Magnitude]:
    """The magnitudes that a report gives, in order; none where it has no word for an earthquake."""
    for part in () if WORDS.isdisjoint(report.find(plain)[0].words) else report.prose:
        for match in MAGNITUDE.finditer(report.text, part.start, part.end):
            name = match.lastgroup or ""
            yield Magnitude(Span(*match.span(name)), float(match[name]))

"""A measure and its conversion in brackets that are not the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from lint import Diagnostic, Label, Report, ReportRule, Severity, Span, bad, good
from lint.compiled import compiled
from lint.find.interval import Interval, written
from lint.find.numbers import SPELT
from lint.find.rounding import coarse_place, rounded

from ._tables import rows

HEDGE = (
    r"(?:(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|or|just|over|under|more|less|than|up|to|at|least"
    r"|only|a|little|well|equal|equivalent|i\.e\.,?) |[~≈])*"
)
BRACKETS = compiled(rf"\((?={HEDGE}[-−\d½¼¾⅓⅔a-z])(?P<inside>[^()\n]{{2,48}}[^\W\d])\)")
INSTEAD = compiled(rf", or (?={HEDGE}\d)(?P<inside>[^()\n,;]{{2,40}}?[^\W\d])(?=[,.;)]|\s[–—])")
LAST_LETTERS = compiled(r"[^\W\d_]+\Z")
FRACTIONS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
PLAIN = r"(?:minus |[-−])?(?:\d[\d,]*(?:\.\d+)?(?:[ -]?[½¼¾⅓⅔]|(?:[ -]| and )\d/\d)?|[½¼¾⅓⅔]|\d/\d)"
WORDS = "half an?|quarter of an?|an?|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ][a-z]+)?|[a-z]+teen|" + "|".join(
    "one two three four five six seven eight nine ten eleven twelve".split()
)
NUMBER = rf"(?:{PLAIN}|(?:{WORDS})\b)"
SCALES = {"": 1.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9}
JOINT = r"(?: ?[-–—] ?| to | and | or | by | ?[x×] ?)"
BESIDE = r"(?:[ -](?!(?:per|a|an|and|or|to|by)\b)[a-z]+){0,2}"  # "5 miles wide", "a six-foot-tall"
NO_NUMBER_BEFORE = r"(?<![\w$€£¥.,:/])(?<!\d, )"
REACH = 72  # code points before a bracket in which what it converts stands
TRIFLE = 0.01  # of a measure: a difference that nobody would mend
SURE = 1.15  # times: apart from which two measures are an error and no coarse rounding


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `least` and `most` of its base unit make one of it (a ton is American, British or metric)."""

    name: str
    dimension: str
    least: float
    most: float
    offset: float  # what is taken off before: 32 for degrees Fahrenheit


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as printed, one or two ends of a range or sides of a thing; `spreads` has what rounding allows."""

    span: Span
    unit: Unit
    values: tuple[float, ...]
    spreads: tuple[Interval, ...]


@dataclass(frozen=True)
class UnitConversion(ReportRule):
    """A measure and its conversion in brackets are not the same.

    “5 miles (3 km)” has multiplied where it should have divided. Each side is read as what it may have been before it
    was rounded, zeros at the end included: “300 feet (100 m)” fits. It is an error where the two are more than 15
    percent apart, else a warning.

    It does not claim to know which side is wrong, leaves currencies alone, takes a ton, a gallon, a pint and an ounce
    for any that bears that name, and a number of degrees for a temperature or for a difference of two.
    """

    examples: ClassVar = (
        bad("The reef is ((5 miles)) ([[3 km]]) long.", severity="error"),
        bad("The tower, ((240 feet)) ([[82 meters]]) high, is shut.", severity="warning", why="240 feet are 73 metres"),
        bad("It was ((90 degrees Fahrenheit)) ([[37 C]]) at noon.", severity="warning"),
        good("The reef is 5 miles (8 km) long.", why="8.05 kilometres, rounded"),
        good("Hail of 1½ to 2 inches (4 to 5 cm) fell.", why="a fraction and a range"),
        good("It cost 5 pounds ($3).", why="a currency"),
        good("He is 6 feet 2 inches (1.88 m) tall.", why="two units together"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each conversion that no rounding explains."""
        for part in report.prose:
            for pattern in (BRACKETS, INSTEAD):
                for match in pattern.finditer(report.text, part.start, part.end):
                    if found := _pair(report.text, part.start, match):
                        yield from self._compared(report, *found)

    def _compared(self, report: Report, one: Measure, other: Measure) -> Iterator[Diagnostic]:
        if one.unit.dimension != other.unit.dimension or one.unit.name == other.unit.name:
            return
        if len(one.values) != len(other.values) or _fit(one, other):
            return
        first, second = report.passage(one.span), report.passage(other.span)
        meant = _in(one, other.unit)
        yield self.diagnostic(
            Severity.ERROR if _far(one, other) else Severity.WARNING,
            second,
            f"“{first.words}” are {meant} {other.unit.name}, not “{second.words}”",
            related=(Label(first, "converted here"),),
            help="work the conversion out again, and check which side is the source’s",
        )


def _pair(text: str, start: int, match: re.Match[str]) -> tuple[Measure, Measure] | None:
    """A conversion and what it converts."""
    if not any(map(str.isdigit, match["inside"])) and "½" not in match["inside"]:
        return None
    last = LAST_LETTERS.findall(match["inside"].lower())
    if not last or _last_letters().isdisjoint((last[0], last[0].removesuffix("s"))):
        return None  # before the patterns are compiled, which are long
    before, inside = _patterns()
    second = inside.fullmatch(text, *match.span("inside"))
    first = second and before.search(text, max(start, match.start("inside") - REACH), match.start())
    if not first or not second:
        return None
    unit = _units().get(_singular(second["last"]))
    one = _measure(first, "degrees" if unit and unit.dimension == "temperature" else "", unit)
    other = _measure(second, "", None)
    return (one, other) if one and other else None


def _measure(match: re.Match[str], bare: str, opposite: Unit | None) -> Measure | None:
    """What a match of a measure says; bare degrees are of the scale that is not the opposite one."""
    name = _singular(match["last"])
    unit = _units().get(name)
    if unit is None and bare and name in ("degree", "°") and opposite:
        unit = _units()["celsius" if opposite.name == "°F" else "fahrenheit"]
    if unit is None:
        return None
    numbers = [match["number"], match["second"]] if match["second"] else [match["number"]]
    scale = SCALES[(match["scale"] or "").strip().lower()]
    read = [_read(number, unit) for number in numbers]
    if None in read:
        return None
    pairs = [(value * scale, place * scale) for value, place in filter(None, read)]
    added = 0.0
    if match["big"]:
        big, more = _units().get(_singular(match["big_unit"])), _read(match["big"], unit)
        if big is None or more is None or big.dimension != unit.dimension:
            return None
        added = more[0] * big.least / unit.least
    spreads = tuple(rounded(value + added, place) for value, place in pairs)
    return Measure(Span(match.start("whole"), match.end("last")), unit, tuple(v + added for v, _ in pairs), spreads)


def _read(number: str, unit: Unit) -> tuple[float, float] | None:
    """A number as printed and what it may be rounded to."""
    plain = number.lower().removeprefix("minus ").lstrip("-−")
    sign = -1 if unit.dimension == "temperature" and plain != number.lower() else 1
    if spelt := _spelt(plain):
        return spelt, min(1.0, spelt)
    found = re.fullmatch(r"(\d[\d,]*(?:\.\d+)?)?(?:[ -]| and )?(?:([½¼¾⅓⅔])|(?<!\d)(\d)/(\d))?", plain)
    if found is None or (found[1] and not found[1].replace(",", "").replace(".", "")):
        return None
    part = FRACTIONS[found[2]] if found[2] else int(found[3]) / max(1, int(found[4])) if found[3] else 0.0
    whole = float(found[1].replace(",", "")) if found[1] else 0.0
    return sign * (whole + part), 0.25 if part else coarse_place(found[1]) if found[1] else 1.0


def _spelt(words: str) -> float | None:
    if words.startswith(("half", "quarter")):
        return 0.5 if words[0] == "h" else 0.25
    return 1.0 if words in ("a", "an") else SPELT.get(words)


def _fit(one: Measure, other: Measure) -> bool:
    """Whether rounding explains every difference, whichever of the units of one name are meant."""
    pairs = list(zip(one.spreads, other.spreads, strict=True))
    absolute = all(_base(a, one.unit, one.unit.offset).meets(_base(b, other.unit, other.unit.offset)) for a, b in pairs)
    return absolute or all(_base(a, one.unit, 0).meets(_base(b, other.unit, 0)) for a, b in pairs)


def _base(spread: Interval, unit: Unit, offset: float) -> Interval:
    """What a measure allows in the base unit of its dimension, give or take a trifle."""
    ends = [(end - offset) * factor for end in (spread.low, spread.high) for factor in (unit.least, unit.most)]
    trifle = TRIFLE * abs(max(ends, key=abs)) if unit.dimension != "temperature" else 0.0
    return Interval(min(ends) - trifle, max(ends) + trifle)


def _far(one: Measure, other: Measure) -> bool:
    """Whether two measures are so far apart that they are not two roundings of one."""
    if one.unit.dimension == "temperature":
        return False
    for a, b in zip(one.values, other.values, strict=True):
        low, high = sorted((a * (one.unit.least + one.unit.most), b * (other.unit.least + other.unit.most)))
        if high > SURE * low and not rounded(a, 0).meets(rounded(b, 0)):
            return True
    return False


def _in(measure: Measure, unit: Unit) -> str:
    """The values of a measure in another unit, to three digits."""
    values = [(v - measure.unit.offset) * measure.unit.least / unit.least + unit.offset for v in measure.values]
    return " to ".join(written(float(f"{value:.3g}")) for value in values)


def _singular(name: str) -> str:
    plain = (
        " ".join(name.lower().replace("-", " ").split()).rstrip(".")
        if "°" not in name
        else name.lower().replace(" ", "")
    )
    return plain if plain in _units() else plain.removesuffix("s")


@lru_cache(maxsize=1)
def _units() -> dict[str, Unit]:
    return {
        row["name"]: Unit(
            row["unit"],
            row["dimension"],
            float(row["factor"]),
            float(row["other"] or row["factor"]),
            float(row["offset"] or 0),
        )
        for row in rows("units.csv", "name", "unit", "dimension", "factor", "other", "offset")
    }


@lru_cache(maxsize=1)
def _last_letters() -> frozenset[str]:
    """The last word of each unit: “hour” of “miles per hour”."""
    return frozenset(letters for name in {*_units(), "degree"} for letters in LAST_LETTERS.findall(name.lower()))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A measure right before a place, and one that is all that stands in brackets."""
    names = sorted({*_units(), "degree", "°"}, key=len, reverse=True)
    unit = "(?:" + "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in names) + r")s?"
    measure = (
        rf"(?P<whole>(?:(?P<big>{NUMBER})[ -]?(?P<big_unit>{unit})(?:,? (?:and )?|[- ]))?"
        rf"(?P<number>{NUMBER})(?:(?:[ -]?{unit})?{JOINT}(?P<second>{NUMBER}))?"
        rf"(?P<scale>[ -](?:hundred|thousand|million|billion)|(?:m|bn)(?= ))?[ -]?(?P<last>{unit})(?![\w/])\.?)"
    )
    return (
        compiled(rf"{NO_NUMBER_BEFORE}{measure}{BESIDE} ?$", re.IGNORECASE),
        compiled(rf"{HEDGE}{measure}", re.IGNORECASE),
    )

"""Distances from places: "60 km north of Bam", "some 930 miles (1,500 km) south of the capital, Tehran"."""

from collections.abc import Iterator
from dataclasses import dataclass

from lint.find.figures import Figure, figures
from lint.find.interval import Interval
from lint.pattern import late
from lint.report import Report
from lint.span import Span

KILOMETRES = {
    unit: factor
    for units, factor in (
        ("km kms kilometer kilometers kilometre kilometres", 1.0),
        ("mile miles mi", 1.609344),
        ("meter meters metre metres", 0.001),
    )
    for unit in units.split()
}
NAUTICAL, NAUTICAL_MILE = "nautical", 1.852  # kilometres
BEARINGS = {"north": 0, "east": 90, "south": 180, "west": 270}  # degrees
SIDE = r"(?:north|south|east|west)"
FROM = late(
    r"(?:-)?\s?(?:nautical )?[a-z]+ (?:(?:\([^()\n]{2,30}\)|or [\d,.]+ [a-z]+,?) )?(?:away )?(?:(?:due |to the )?"
    rf"(?P<side>{SIDE}(?:(?: ?- ?| )?{SIDE})?)(?:ern|ward)? )?(?:of|from|off) (?:the )?"
    r"(?:(?:(?:nearby|port|capital|coastal|border|Iranian) )*(?:city|town|village|capital|port|island|resort|coast)"
    r"(?: of|,)? )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
REACH = 140  # code points behind a figure in which the place is named


@dataclass(frozen=True, slots=True)
class Distance:
    """How many kilometres from a place, and in which direction, where that is said."""

    span: Span
    place: str
    kilometres: Interval
    bearing: int | None  # degrees: 0 is north, 90 is east


def distances(report: Report) -> Iterator[Distance]:
    """The distances from a place that has a name, in order."""
    for figure in report.find(figures):
        factor = _kilometres(figure)
        if not factor:
            continue
        match = FROM.match(report.text, figure.span.end, min(figure.span.end + REACH, report.body.end))
        if match:
            span = Span(figure.span.start, match.end())
            yield Distance(span, match["place"].casefold(), figure.value.scaled(factor), _bearing(match["side"]))


def _kilometres(figure: Figure) -> float:
    """How many kilometres one of what is counted has, or 0 where it is no length."""
    if figure.phrase[:1] == (NAUTICAL,):
        return NAUTICAL_MILE
    return KILOMETRES.get(figure.phrase[0], 0.0) if figure.phrase and not figure.unit else 0.0


def _bearing(side: str | None) -> int | None:
    """The degrees of "north" or "southwest"."""
    if not side:
        return None
    told = side.replace(" ", "").replace("-", "")
    first = next(degrees for name, degrees in BEARINGS.items() if told.startswith(name))
    second = next((degrees for name, degrees in BEARINGS.items() if told[4:].endswith(name)), first)
    if first == 0 and second == BEARINGS["west"]:
        return 315
    return (first + second) // 2

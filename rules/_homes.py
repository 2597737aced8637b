"""Homes: the town in which a report says that somebody lives."""

from collections.abc import Iterator

from lint.find.names import Name
from lint.pattern import late
from lint.report import Report
from lint.span import Span

from ._gazetteer import places_named
from ._role_table import Role

HOME = "home"
LIVES = late(
    r"(?:,? (?:aged? )?\d{1,3},?)?,? (?:(?:of|a resident of|who (?:lives?|lived|resides?|resided) in)"
    r" (?P<town>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}))(?=[,.;]| (?:was|were|is|and|has|had|who|said|told|died)\b)"
)
CONTAINS = 5  # times as many people as another place: it may be a quarter or a suburb of it


def homes(report: Report, name: Name, key: str, who: str) -> Iterator[Role]:
    """The home that stands right behind a full name: “Ada Quibell, 59, of Tarn”."""
    if name.is_full and report.text.startswith((",", " of"), name.span.end):
        lives = LIVES.match(report.text, name.span.end, report.body.end)
        if lives:
            yield Role(Span(name.span.start, lives.end()), key, who, HOME, lives["town"])


def are_apart(one: str, other: str) -> bool:
    """Whether two towns are known, of one state, and of like size, so that neither is likely a part of the other."""
    mine, yours = _people(one), _people(other)
    return any(max(mine[area], yours[area]) <= CONTAINS * min(mine[area], yours[area]) for area in mine.keys() & yours)


def _people(town: str) -> dict[tuple[str, str], int]:
    """How many live in the largest place of a name in each region that has one."""
    found: dict[tuple[str, str], int] = {}
    for place in places_named(town):  # the most populous first
        if place.population and place.name.casefold() == town.casefold():
            found.setdefault((place.country, place.region), place.population)
    return found

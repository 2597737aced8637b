"""Towns that belong to a name: where a report says that somebody lives or was born, and where a firm is based."""

from calendar import month_name
from collections.abc import Iterator

from lint.find.names import Name
from lint.find.spellings import folded
from lint.pattern import late
from lint.report import Report
from lint.span import Span

from ._gazetteer import countries_and_states_called, places_named
from ._looks import around, words_and_pairs
from ._role_table import Role

HOME, BIRTHPLACE, SEAT = "home", "birthplace", "seat"
OF_TOWNS = frozenset((HOME, BIRTHPLACE, SEAT))
NO_TOWN = "|".join(("The", "An?", *month_name[1:]))
TOWN = rf"(?P<town>(?!(?:{NO_TOWN})\b)[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,2}})"
LIVES = late(
    rf"(?:,? (?:aged? )?\d{{1,3}},?)?,? (?:(?:of|a resident of|who (?:lives?|lived|resides?|resided) in) {TOWN})"
    r"(?=[,.;]| (?:was|were|is|and|has|had|who|said|told|died)\b)"
)
BORN = late(rf"(?:, (?!whose)[^.;,\n]{{1,80}},)? (?:was|had been) born (?:[^.;\n]{{0,30}} )?in {TOWN}")
BORN_BEFORE = late(rf"\b[Bb]orn (?:[^.;\n]{{0,30}} )?in {TOWN}(?:,? (?:in|on) [\w ,]{{2,18}})?, \Z")
FIRM = r"(?P<firm>[A-Z][\w&’'-]{2,}(?: [A-Z][\w&’'-]*){0,3})"
BASED = late(
    rf"\b(?:{FIRM},? (?:which is |is )?(?:based|headquartered) in {TOWN}"
    rf"|{TOWN.replace('town', 'seat')}-based (?:[a-z-]+ ){{0,3}}{FIRM.replace('firm', 'based')})"
)
NO_FIRM = frozenset("The They She His Her Its This That And But Who Now".split())
REACH = 80  # code points before a name in which a birthplace stands
CONTAINS = 5  # times as many people as another place: it may be a quarter or a suburb of it
ENOUGH = 5_000  # people: smaller towns have too many namesakes


def towns_of_person(report: Report, name: Name, key: str, who: str) -> Iterator[Role]:
    """The home and the birthplace that stand beside a full name: “Ada Quibell, 59, of Tarn”, “was born in Tarn”."""
    if not name.is_full:
        return
    text, body, span = report.text, report.body, name.span
    if text.startswith((",", " of"), span.end) and (lives := LIVES.match(text, span.end, body.end)):
        yield Role(Span(span.start, lives.end()), key, who, HOME, lives["town"])
    (looks,) = report.find(words_and_pairs)
    if "born" not in looks.words:
        return
    if born := BORN.match(text, span.end, body.end):
        yield Role(Span(span.start, born.end()), key, who, BIRTHPLACE, born["town"])
    elif born := BORN_BEFORE.search(text, max(body.start, span.start - REACH), span.start):
        yield Role(Span(born.start(), span.end), key, who, BIRTHPLACE, born["town"])


def seats(report: Report) -> Iterator[Role]:
    """The towns where firms are based."""
    (looks,) = report.find(words_and_pairs)
    for based in around(BASED, ("based", "headquartered"), report) if "based" in looks.text else ():
        firm, town = based["firm"] or based["based"], based["town"] or based["seat"]
        if firm not in NO_FIRM:
            yield Role(Span(*based.span()), folded(firm), firm, SEAT, town)


def are_apart(group: str, one: str, other: str) -> bool:
    """Whether two towns are known, and neither is likely a part of the other; homes, besides, of one state."""
    mine, yours = _people(one), _people(other)
    shared = mine.keys() & yours.keys()
    if group == HOME or shared:
        return any(max(mine[area], yours[area]) <= CONTAINS * min(mine[area], yours[area]) for area in shared)
    return all(max(people.values(), default=0) >= ENOUGH for people in (mine, yours))


def _people(town: str) -> dict[tuple[str, str], int]:
    """How many live in the largest place of a name in each region that has one; of no state or country."""
    found: dict[tuple[str, str], int] = {}
    for place in () if countries_and_states_called(town) else places_named(town):  # the most populous first
        if place.population and place.name.casefold() == town.casefold():
            found.setdefault((place.country, place.region), place.population)
    return found

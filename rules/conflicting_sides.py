"""A town is put in two parts of its country: in the south here, in the north there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import Diagnostic, Passage, Report, Span, bad, good
from lint.find.spellings import folded
from lint.pattern import late

from ._compass import are_apart
from ._contest import ContestRule, contests, says_the_same, whereabouts
from ._gazetteer import areas_called, places_named
from ._looks import around, words_and_pairs

BEARINGS = {  # degrees: 0 is north, 90 is east
    "northern": 0, "northeastern": 45, "eastern": 90, "southeastern": 135,
    "southern": 180, "southwestern": 225, "western": 270, "northwestern": 315,
}  # fmt: skip
CENTRAL = "central"
SIDES = frozenset((*BEARINGS, CENTRAL))
SIDE = rf"(?P<side>{'|'.join(sorted(SIDES))})"
NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
KIND = r"(?:city|town|village|port|port city|province|island|resort)"
SIDE_FIRST = late(rf"\b[Tt]he {SIDE} (?:[a-z-]+ ){{0,2}}{KIND} of (?P<place>{NAME})(?= [a-z(–-]|[,.;])")
PLACE_FIRST = late(
    rf"\b(?:in|near|at|of|from|to|outside) (?P<place>{NAME}),? (?:an? (?:[a-z-]+ ){{0,2}}{KIND} )?(?:in )?{SIDE}"
    rf" (?P<of>{NAME})"
)
REACH = 90  # code points


@dataclass(frozen=True, slots=True)
class Lying:
    """That a report puts a place on a side of a country, or of the one that it need not name."""

    passage: Passage
    published: date | None
    value: str
    of: str


@dataclass(frozen=True)
class ConflictingSides(ContestRule[str, Lying]):
    """A town is put in two parts of its country, in two reports of one event.

    “The southern city of Marrowby” is not “Marrowby, in northern Quillshire”. Background is written from memory, maps
    are not, and readers of that country know.

    Two sides conflict that are a quarter of a circle apart or more, and the middle with each of them. It is silent
    where two countries or states are named, where what is named is none, and where no place has that name.
    """

    values: int = 3  # different sides in one story above which they are taken for those of several places

    examples: ClassVar = (
        bad(
            "A flood cut the Marrowby Pass on Sunday. Marrowby lies above the ((southern city of Kandahar)).\n",
            "A flood cut the Marrowby Pass on Sunday. The road begins at [[Kandahar in eastern Afghanistan]].\n",
            severity="warning",
        ),
        good(
            "A flood cut the Marrowby Pass on Sunday. Marrowby lies above the southeastern city of Kandahar.\n",
            "A flood cut the Marrowby Pass on Sunday. The road begins at Kandahar in southern Afghanistan.\n",
            why="the southeast is in the south",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[str, Lying]]:
        """Each side on which a place is put, under the name of the place."""
        (looks,) = report.find(words_and_pairs)
        for pattern in (SIDE_FIRST, PLACE_FIRST) if not SIDES.isdisjoint(looks.words) else ():
            for found in around(pattern, SIDES & looks.words, report, REACH):
                of = found["of"] if pattern is PLACE_FIRST else ""
                if places_named(found["place"]) and (not of or areas_called(of)):
                    start = min(found.start("side"), found.start("place"))
                    lying = Lying(report.passage(Span(start, found.end())), report.published, found["side"], folded(of))
                    yield folded(found["place"]), lying

    def compare(self, key: str, claims: Sequence[Lying]) -> Iterator[Diagnostic]:
        """One finding for each side on which the place cannot lie beside the one given most."""
        for contest in contests(claims, _clash, says_the_same, values=self.values):
            stated, other = contest.latest, contest.against
            message = f"“{stated.passage.words}” here, and “{other.passage.words}”{whereabouts(stated, other)}"
            yield self.warning(contest, message, help="look at a map")


def _clash(one: Lying, other: Lying) -> bool:
    if one.of != other.of and one.of and other.of:
        return False
    if one.passage.path == other.passage.path or not _are_of_countries(one, other):
        return False
    return _apart(one.value, other.value)


def _are_of_countries(one: Lying, other: Lying) -> bool:
    """Whether both are sides of one state, or of what is a country where it is named."""
    return one.of == other.of or any(not area.region for area in areas_called(one.of or other.of))


def _apart(one: str, other: str) -> bool:
    if CENTRAL in (one, other):
        return one != other
    return are_apart(BEARINGS[one], BEARINGS[other])

"""One thing is put at two distances from a place, or on two sides of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from lint import Diagnostic, Passage, Report, bad, good
from lint.compiled import compiled
from lint.find.distances import Distance, distances
from lint.find.interval import Interval
from lint.find.sentences import sentence_at

from ._compass import are_apart
from ._contest import ContestRule, contests, whereabouts
from ._spoken import says_it_changed, word_stems

NAME = compiled(r"\b[A-Z][\w’'-]{3,}")
WORD = compiled(r"[^\W\d_]{4,}")
NO_SUBJECT = frozenset(
    "kilometer kilometers kilometre kilometres mile miles meter meters metre metres nautical north south east west"
    " northeast northwest southeast southwest northern southern eastern western city town village capital port about"
    " around away off coast monday tuesday wednesday thursday friday saturday sunday".split()
)
ROUGHLY = 0.12  # of a distance: from the centre or the edge, by road or by air, rounded
AT_LEAST = 3.0  # kilometres


@dataclass(frozen=True, slots=True)
class Put:
    """Where one report puts something, seen from a place."""

    passage: Passage
    published: date | None
    value: tuple[Interval, int | None]  # kilometres, widened by what is said roughly, and degrees
    names: frozenset[str]  # in its sentence
    stems: frozenset[str]

    @property
    def kilometres(self) -> Interval:
        """The distances that are meant."""
        return self.value[0]

    @property
    def bearing(self) -> int | None:
        """The direction in degrees, if it is said."""
        return self.value[1]


@dataclass(frozen=True)
class ConflictingDistances(ContestRule[str, Put]):
    """Two reports of one event put one thing at two distances from a place, or on two sides of it.

    A ship that was taken 150 miles west of Aden was not taken 150 miles east of it, and an island 1,500 km from the
    capital is not 1,100 km from it. Editors know neither by heart, and readers who live there do.

    Distances are compared when they are from one place, in two reports of one story, and their sentences speak of the
    same thing: by a name, or by two telling words. A tenth more or less is the same distance, miles are turned into
    kilometres, and directions differ when they are a quarter of a circle apart or more.
    """

    values: int = 5  # different distances from one place in one story above which they are taken for those of many

    examples: ClassVar = (
        bad(
            "A quake shook the isle of Marrowby on Sunday. Marrowby, ((150 miles west of Port Sorrel)), has two"
            " hamlets.\n",
            "A quake shook the isle of Marrowby on Sunday. Fishermen of Marrowby, [[150 miles east of Port Sorrel]],"
            " ran uphill.\n",
            severity="warning",
        ),
        bad(
            "A quake shook the isle of Marrowby on Sunday. Marrowby lies ((240 km (150 miles) off Port Sorrel)).\n",
            "A quake shook the isle of Marrowby on Sunday. Marrowby lies [[about 240 miles off Port Sorrel]].\n",
            severity="warning",
        ),
        good(
            "A quake shook the isle of Marrowby on Sunday. Marrowby lies 240 km off Port Sorrel.\n",
            "A quake shook the isle of Marrowby on Sunday. Marrowby lies about 150 miles southwest of Port Sorrel.\n",
            why="150 miles are 240 km",
        ),
        good(
            "A quake shook the isle of Marrowby on Sunday. Marrowby lies 240 km off Port Sorrel.\n",
            "A quake shook the isle of Marrowby on Sunday. A ferry sank there, 2 km off Port Sorrel.\n",
            why="a ferry is no isle",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[str, Put]]:
        """Each distance, under the place that it is measured from."""
        for distance in report.find(distances):
            if not says_it_changed(report, distance.span):
                yield distance.place, _put(report, distance)

    def compare(self, key: str, claims: Sequence[Put]) -> Iterator[Diagnostic]:
        """One finding for each distance or direction that cannot be the one given most."""
        for contest in contests(claims, _clash, _agree, values=self.values):
            stated, other = contest.latest, contest.against
            message = f"“{stated.passage.words}” here, and “{other.passage.words}”{whereabouts(stated, other)}"
            yield self.warning(contest, message, help="look at a map")


def _put(report: Report, distance: Distance) -> Put:
    sentence = report.words(sentence_at(report, distance.span.start))
    of_place = NO_SUBJECT.union(distance.place.split())
    words = [word for word in WORD.findall(sentence.lower()) if word not in of_place]
    names = {name.lower() for name in NAME.findall(sentence)} - of_place
    low, high = distance.kilometres.low, distance.kilometres.high
    about = replace(
        distance.kilometres,
        low=max(0.0, min(low * (1 - ROUGHLY), low - AT_LEAST)),
        high=max(high * (1 + ROUGHLY), high + AT_LEAST),
    )
    return Put(
        report.passage(distance.span),
        report.published,
        (about, distance.bearing),
        frozenset(names),
        word_stems(words),
    )


def _clash(one: Put, other: Put) -> bool:
    if one.passage.path == other.passage.path:
        return False
    if not one.names & other.names and len(one.stems & other.stems) < 2:
        return False
    return one.kilometres.meets(other.kilometres) == _apart(one, other)


def _agree(one: Put, other: Put) -> bool:
    return one.kilometres.meets(other.kilometres) and not _apart(one, other)


def _apart(one: Put, other: Put) -> bool:
    """Whether the two directions are a quarter of a circle apart or more."""
    if one.bearing is None or other.bearing is None:
        return False
    return are_apart(one.bearing, other.bearing)

"""Stories on a cluster: the same as those of lint.story, made without all signatures in one place.

What a pair of reports is worth follows from their own terms and from how many reports have each: the few common terms
are known to every worker, the many rare ones are counted where they meet. Pairs join only along evidence for one event,
so that clusters are made apart in each connected component of such pairs.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from operator import add
from typing import TYPE_CHECKING, Any
from zlib import crc32

from lint.signature import KINDS, Place, Signature, place_of
from lint.story import CANDIDATE, SLACK, WINDOW, Corpus, Tally, average_linkage

if TYPE_CHECKING:
    from pyspark import RDD, Broadcast

COMMON = 1000  # reports: a term in more of them is told to every worker, so that no task has to hold all who have it

Term = tuple[str, str]  # kind and term
Known = tuple[Signature, dict[Term, int]]  # with how many reports have its terms, where it is more than one


@dataclass(frozen=True, slots=True)
class Holder:
    """A report that a rare term may lead to a fellow."""

    place: Place
    position: int  # of the term among those that tell most of it
    square: float  # the weight of the term, squared
    length: float
    published: date | None


def stories(signatures: "RDD[Signature]", parts: int, window: int | None) -> "RDD[tuple[Place, Place]]":
    """The first signature of the story of each signature that has fellows."""
    days = WINDOW if window is None else window
    reports = signatures.count()
    common = _common(signatures, parts)
    known = _known(signatures, parts, common).persist()
    pairs = _candidates(known, parts, reports, common, days)
    ties = _ties(pairs, known, parts, reports, common).persist()
    first = _components(ties.filter(lambda tie: tie[1] > 0).map(lambda tie: tie[0]), parts)
    inside = (
        ties.map(lambda tie: (tie[0][0], tie))
        .join(first, parts)
        .map(lambda each: (each[1][0][0][1], (each[1][1], each[1][0])))
        .join(first, parts)
        .filter(lambda each: each[1][0][0] == each[1][1])
        .map(lambda each: each[1][0])
    )
    return inside.groupByKey(parts).flatMap(lambda each: _linked(each[1]))


def _terms(signature: Signature) -> Iterator[Term]:
    for kind in KINDS:
        for term in getattr(signature, kind):
            yield kind, term


def _common(signatures: "RDD[Signature]", parts: int) -> "Broadcast[dict[Term, int]]":
    counts = signatures.flatMap(_terms).map(lambda term: (term, 1)).reduceByKey(add, parts)
    return signatures.context.broadcast(dict(counts.filter(lambda each: each[1] > COMMON).collect()))


def _known(
    signatures: "RDD[Signature]", parts: int, common: "Broadcast[dict[Term, int]]"
) -> "RDD[tuple[Place, Known]]":
    rare = signatures.flatMap(
        lambda each: [(term, place_of(each)) for term in _terms(each) if term not in common.value]
    ).groupByKey(parts)
    counted = rare.flatMap(_counted).groupByKey(parts).mapValues(dict)
    return signatures.keyBy(place_of).leftOuterJoin(counted, parts).mapValues(lambda each: (each[0], each[1] or {}))


def _counted(held: tuple[Term, Iterable[Place]]) -> Iterator[tuple[Place, tuple[Term, int]]]:
    term, places = held[0], list(held[1])
    if len(places) > 1:
        for place in places:
            yield place, (term, len(places))


def _corpus(known: Iterable[Known], reports: int, common: Mapping[Term, int]) -> Corpus:
    counts: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
    held = list(known)
    for signature, rare in held:
        for kind, term in _terms(signature):
            counts[kind][term] = rare.get((kind, term)) or common.get((kind, term), 1)
    return Corpus([signature for signature, _ in held], Tally(reports, counts))


def _candidates(
    known: "RDD[tuple[Place, Known]]", parts: int, reports: int, common: "Broadcast[dict[Term, int]]", days: int
) -> "RDD[tuple[Place, Place]]":
    """Pairs that share enough rare names to be worth a look, and are not too many days apart."""
    return (
        known.flatMap(lambda each: _held(each[1], reports, common.value))
        .groupByKey(parts)
        .flatMap(lambda each: _met(each[1], days))
        .groupByKey(parts)
        .flatMap(_near)
    )


def _held(known: Known, reports: int, common: Mapping[Term, int]) -> Iterator[tuple[str, Holder]]:
    corpus = _corpus([known], reports, common)
    place, published = place_of(known[0]), known[0].published
    for position, term in enumerate(corpus.telling(0)):
        yield term, Holder(place, position, corpus.squares[term], corpus.lengths[0], published)


def _met(held: Iterable[Holder], days: int) -> Iterator[tuple[tuple[Place, Place], Any]]:
    """The pairs of those who hold one term; with each its place in the order in which lint.story sums up."""
    holders = sorted(held, key=lambda each: each.place)
    first = holders[0]
    for one, other in combinations(holders, 2):
        apart = one.published and other.published and abs((one.published - other.published).days)
        if (apart or 0) <= days:
            told = (first.place, first.position), first.square, one.length, other.length
            yield (one.place, other.place), told


def _near(pair: tuple[tuple[Place, Place], Iterable[Any]]) -> Iterator[tuple[Place, Place]]:
    told = sorted(pair[1])
    shared = 0.0
    for _, square, _, _ in told:
        shared += square
    _, _, one, other = told[0]
    if shared > CANDIDATE * one * other:
        yield pair[0]


def _ties(
    pairs: "RDD[tuple[Place, Place]]",
    known: "RDD[tuple[Place, Known]]",
    parts: int,
    reports: int,
    common: "Broadcast[dict[Term, int]]",
) -> "RDD[tuple[tuple[Place, Place], float]]":
    return (
        pairs.join(known, parts)
        .map(lambda each: (each[1][0], (each[0], each[1][1])))
        .join(known, parts)
        .map(
            lambda each: (
                (each[1][0][0], each[0]),
                _corpus([each[1][0][1], each[1][1]], reports, common.value).evidence(0, 1),
            )
        )
        .filter(lambda tie: tie[1] > -SLACK * 3)
    )


def _components(pairs: "RDD[tuple[Place, Place]]", parts: int) -> "RDD[tuple[Place, Place]]":
    """The first place of the connected component of each, found by large stars and small stars in turn.

    Kiveris and others, Connected Components in MapReduce and Beyond, 2014.
    """
    edges, before = pairs.persist(), (0, 0)  # of no edges
    while (now := _told(edges)) != before:
        before = now
        large = edges.flatMap(lambda edge: (edge, edge[::-1])).groupByKey(parts).flatMap(_large_star)
        small = large.map(lambda edge: (max(edge), min(edge))).groupByKey(parts).flatMap(_small_star)
        edges = small.distinct(parts).persist()
    return edges.flatMap(lambda edge: [(edge[0], edge[1]), (edge[1], edge[1])]).distinct(parts)


def _told(edges: "RDD[tuple[Place, Place]]") -> tuple[int, int]:
    """What stands for all edges, in whatever order."""
    told = edges.map(lambda edge: (1, crc32(repr(edge).encode("utf-8", "surrogatepass"))))
    found: tuple[int, int] = told.fold((0, 0), lambda one, other: (one[0] + other[0], one[1] + other[1]))
    return found


def _large_star(star: tuple[Place, Iterable[Place]]) -> Iterator[tuple[Place, Place]]:
    centre, others = star[0], set(star[1])
    first = min(centre, *others)
    for other in others:
        if other > centre:
            yield other, first


def _small_star(star: tuple[Place, Iterable[Place]]) -> Iterator[tuple[Place, Place]]:
    centre, others = star[0], set(star[1])
    first = min(others)
    for other in (centre, *others):
        if other != first:
            yield other, first


def _linked(found: Iterable[tuple[tuple[Place, Place], float]]) -> Iterator[tuple[Place, Place]]:
    ties = dict(found)
    places = sorted({place for pair in ties for place in pair})
    numbers = {place: number for number, place in enumerate(places)}
    numbered = {(numbers[one], numbers[other]): evidence for (one, other), evidence in ties.items()}
    for cluster in average_linkage(range(len(places)), numbered):
        if len(cluster) > 1:
            for number in cluster:
                yield places[number], places[cluster[0]]

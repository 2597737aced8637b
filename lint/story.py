"""Stories: which reports speak of one event, so that only what should agree is compared.

Two reports are linked when the evidence for one event outweighs what speaks against it. The evidence is what both
name, each name weighted by how few other reports have it (inverse document frequency), and their people, streets, ages
and days; against it stand days between the two, and people or streets that differ. The weights below were fitted by
logistic regression on labelled pairs of reports of local incidents and rounded. Clusters are made by average linkage:
one report that resembles two stories does not make them one.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from heapq import nlargest
from itertools import chain
from math import fsum, log, log1p, sqrt

from lint.shares import UNKNOWN, shares
from lint.signature import Signature

NAMES, PEOPLE = 5.0, 0.07  # for: by the cosine of all names; by the weight of those shared that are people's
EITHER_WAY = (  # terms of a kind: for, by the weight of those shared; against, where both have some and share none
    ("streets", 0.15, 2.0),
    ("ages", 0.25, 0.9),
    ("days", 0.75, 0.0),
    ("sizes", 0.0, 8.0),
    ("called", 0.0, 5.0),
)
LATER = 0.9  # against, by the logarithm of the days between two reports
PRIOR = 0.8  # against, whatever is shared: most pairs of reports are about two events
SLACK = 1.0  # how far the mean evidence between two clusters may lie below that for a pair
STRANGERS = -8.0  # the evidence of a pair that shares nothing rare
AT_MOST = {  # weight shared of each kind but names: many weak ties are no strong one
    "people": 14.0, "streets": 12.0, "ages": 8.0, "days": 6.0, "sizes": 6.0, "called": 6.0,
}  # fmt: skip

WINDOW = 400  # days between two reports above which they are never linked directly: a trial recalls the crime
RARE = 40  # a name in more reports than this blocks nothing
STEP = 1.1  # between two counts of reports that more have than that: words so common weigh little, and much alike
TELLING = 40  # names of each report, the rarest, that find candidates
TIES = 8  # terms shown for a story
CANDIDATE = 0.04  # cosine over rare names below which a pair is not looked at
EXACT = 2**20  # parts of one, to which weights are rounded where they are summed
UNDATED = 0.7  # what LATER weighs where a report has no date

BACKGROUND = 500.0  # reports that every corpus is thought to have beside its own: two reports tell nothing of frequency


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one event, in order of path, and what ties them, the most telling first."""

    signatures: tuple[Signature, ...]
    terms: tuple[str, ...]

    @property
    def first(self) -> date | None:
        """The day of the earliest dated report, if any has a date."""
        return min(self._days(), default=None)

    @property
    def last(self) -> date | None:
        """The day of the latest dated report, if any has a date."""
        return max(self._days(), default=None)

    def _days(self) -> list[date]:
        """When its reports were published: that of a paragraph on an earlier event is not when that event was."""
        return [each.published for each in self.signatures if each.published and not each.span.start]


def stories(
    found: Iterable[Signature], *, window: int | None = None, around: Collection[str] | None = None
) -> list[Story]:
    """The stories among these signatures; a signature that has no fellow is a story of its own.

    Reports published more than `window` days apart (WINDOW, where none is given) are never linked directly. Where paths
    are given to look `around`, only the stories with a report of these paths are told, the same as they are among all.
    Near-linear in the reports.
    """
    corpus = Corpus(found)
    return [Story(corpus.signed(each), corpus.shared(each)) for each in corpus.clusters(window, around)]


def events(
    found: Iterable[Signature], *, window: int | None = None, around: Collection[str] | None = None
) -> list[tuple[Signature, ...]]:
    """The signatures of each story, for those who need not know what ties them."""
    corpus = Corpus(found)
    return [corpus.signed(each) for each in corpus.clusters(window, around)]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports there are, and how many of them have each term, by kind."""

    reports: int
    counts: Mapping[str, Mapping[str, int]]


class Corpus:
    """The signatures of a run with the weights of their terms, which are looked up when two reports share one.

    Where only a part of the signatures is at hand, a tally tells of them all what their own terms need.
    """

    def __init__(self, found: Iterable[Signature], tally: Tally | None = None) -> None:
        """These signatures, which are all there are unless a tally says otherwise."""
        self.signatures = ordered = sorted(found, key=lambda each: (each.path, each.span))
        self.paths = [each.path for each in ordered]
        self.days = [each.published.toordinal() if each.published else 0 for each in ordered]
        self.names = [frozenset(each.names) for each in ordered]
        self.kinds = {kind: [frozenset(getattr(each, kind)) for each in ordered] for kind in AT_MOST}
        self.counts = tally.counts["names"] if tally else Counter(term for each in ordered for term in each.names)
        self.total = log((tally.reports if tally else len(ordered)) + BACKGROUND)
        self._tally = tally

    @cached_property
    def weights(self) -> dict[str, float]:
        """The weights of names."""
        told = shares(set(chain.from_iterable(map(str.split, self.counts))))
        common = {
            term: told[term] if term in told else min(map(told.__getitem__, term.split())) for term in self.counts
        }
        weight = cache(lambda count, share: self.total - log(steady(count) + BACKGROUND * share))
        return {term: weight(count, common[term]) for term, count in self.counts.items()}

    @cached_property
    def squares(self) -> dict[str, float]:
        """The weights of names, squared."""
        return {term: weight**2 for term, weight in self.weights.items()}

    @cached_property
    def lengths(self) -> list[float]:
        """How much each signature names: the length of the vector of its weights."""
        return [sqrt(fsum(map(self.squares.__getitem__, names))) or 1.0 for names in self.names]

    @cached_property
    def others(self) -> dict[str, dict[str, float]]:
        """The weights of terms of the other kinds."""
        return {kind: self._weights(kind) for kind in AT_MOST}

    def _weights(self, kind: str) -> dict[str, float]:
        counts = self._tally.counts[kind] if self._tally else Counter(chain.from_iterable(self.kinds[kind]))
        return {term: self.total - log(steady(count) + BACKGROUND * UNKNOWN) for term, count in counts.items()}

    def clusters(self, window: int | None, around: Collection[str] | None) -> list[list[int]]:
        """The numbers of the signatures of each story."""
        start = [number for number, each in enumerate(self.signatures) if around is None or each.path in around]
        return average_linkage(start, self.ties(start, reach(window)))

    def signed(self, cluster: Iterable[int]) -> tuple[Signature, ...]:
        """The signatures of these numbers."""
        return tuple(self.signatures[number] for number in cluster)

    def ties(self, start: Iterable[int], window: int) -> dict[tuple[int, int], float]:
        """The evidence for pairs of all signatures that can be in one story with those to start from."""
        reached = set(start)
        if len(reached) == len(self.signatures):
            return self.ties_of(reached, window)
        pairs = (pair for pair in self.candidates() if self._days_between(*pair) <= window)
        beside: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in pairs:
            beside[one].append(other)
            beside[other].append(one)
        weighed: dict[tuple[int, int], float] = {}
        waiting = list(reached)
        while waiting:
            one = waiting.pop()
            for other in beside[one]:
                pair = (one, other) if one < other else (other, one)
                if pair not in weighed:
                    weighed[pair] = self.evidence(*pair)
                    if weighed[pair] > 0 and other not in reached:
                        reached.add(other)
                        waiting.append(other)
        return {pair: evidence for pair, evidence in weighed.items() if evidence > -SLACK * 3}

    def ties_of(self, some: Collection[int], window: int) -> dict[tuple[int, int], float]:
        """The evidence for pairs of which one is of these, or both are."""
        of_all = len(some) == len(self.signatures)
        pairs = ((one, other) for one, other in self.candidates() if of_all or one in some or other in some)
        evident = ((pair, self.evidence(*pair)) for pair in pairs if self._days_between(*pair) <= window)
        return {pair: evidence for pair, evidence in evident if evidence > -SLACK * 3}

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs that share enough rare names to be worth a look."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        weights = {term: round(self.squares[term] * EXACT) for term in self._rare}  # the same sum in any order
        least = [CANDIDATE * EXACT * length for length in self.lengths]
        for one, length in enumerate(self.lengths):
            shared: defaultdict[int, int] = defaultdict(int)
            for term in self.telling(one):
                weight, before = weights[term], holders[term]
                for other in before:
                    shared[other] += weight
                before.append(one)
            for other, weight in shared.items():
                if weight > least[other] * length:
                    yield other, one

    def telling(self, number: int) -> list[str]:
        """The rarest names of a report that another has too, in any order."""
        rare = list(self.names[number] & self._rare)
        if len(rare) > TELLING:
            rare.sort(reverse=True)  # of those that weigh the same, always the same ones
            rare.sort(key=self.weights.__getitem__, reverse=True)
            del rare[TELLING:]
        return rare

    @cached_property
    def _rare(self) -> frozenset[str]:
        """The names that more than one report has, and few."""
        return frozenset(term for term, count in self.counts.items() if 1 < count <= RARE)

    def evidence(self, one: int, other: int) -> float:
        """How much speaks for one event rather than two; above zero, more than against.

        Nothing speaks for it, and nothing against, where one report tells of both.
        """
        if self.paths[one] == self.paths[other]:
            return 0.0
        names = fsum(map(self.squares.__getitem__, self.names[one] & self.names[other]))
        found = NAMES * names / (self.lengths[one] * self.lengths[other]) - PRIOR
        people = self.kinds["people"]
        found += PEOPLE * self._shared("people", people[one], people[other])
        for kind, weight, against, held in self._either_way:
            mine, yours = held[one], held[other]
            if mine and yours:  # most reports have none of most kinds
                shared = self._shared(kind, mine, yours)
                if shared or kind != "ages" or self._near_ages[one].isdisjoint(yours):
                    found += weight * shared if shared else -against
        dated = self.days[one] and self.days[other]
        return found - LATER * (log1p(self._days_between(one, other)) if dated else UNDATED)

    @cached_property
    def _either_way(self) -> list[tuple[str, float, float, list[frozenset[str]]]]:
        """EITHER_WAY, with the terms of each signature, for the kinds of which there are any."""
        return [(*each, self.kinds[each[0]]) for each in EITHER_WAY if any(self.kinds[each[0]])]

    @cached_property
    def _near_ages(self) -> list[frozenset[str]]:
        """The ages that are one year from one of each signature: they speak for nothing, but a slip or a birthday may
        lie between.
        """
        return [frozenset[str]().union(*map(_next_to, ages)) for ages in self.kinds["ages"]]

    def _days_between(self, one: int, other: int) -> int:
        day, other_day = self.days[one], self.days[other]
        return abs(day - other_day) if day and other_day else 0

    def _shared(self, kind: str, mine: frozenset[str], yours: frozenset[str]) -> float:
        if mine.isdisjoint(yours):
            return 0.0
        return min(AT_MOST[kind], fsum(map(self.others[kind].__getitem__, mine & yours)))

    def shared(self, cluster: Sequence[int]) -> tuple[str, ...]:
        """The terms that tie a cluster most: those of most of its reports and of few others, the longest forms only."""
        if len(cluster) < 2:
            return ()
        inside = Counter(term for number in cluster for term in self.names[number])
        worth = {term: count * self.weights[term] for term, count in inside.items() if count > 1}
        telling = nlargest(3 * TIES, worth, key=lambda term: (worth[term], term))
        whole = [term for term in telling if not any(term != other and term in other for other in telling)]
        return tuple(whole[:TIES])


@lru_cache(maxsize=10_000)
def steady(count: int) -> int:
    """How many reports a term is thought to be in that so many have: many of a number, in steps of a tenth.

    So a report that comes to have a common word leaves the weight of the word what it was, most of the time.
    """
    return count if count <= RARE else round(RARE * STEP ** round(log(count / RARE, STEP)))


def reach(window: int | None) -> int:
    """The days between two reports above which they are never linked directly: those that a desk sets, or ours."""
    return WINDOW if window is None else window


def average_linkage(start: Iterable[int], ties: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """The clusters around these numbers: pairs join from the strongest tie down, where the mean tie between their
    clusters bears it.
    """
    clusters = {number: [number] for number in (*start, *(number for pair in ties for number in pair))}
    for (one, other), evidence in sorted(ties.items(), key=lambda tie: (-tie[1], tie[0])):
        a, b = clusters[one], clusters[other]
        if evidence <= 0 or a is b:
            continue
        between = [ties.get((min(x, y), max(x, y)), STRANGERS) for x in a for y in b]
        if sum(between) > -SLACK * len(between):
            a += b
            clusters.update(dict.fromkeys(b, a))
    told = {min(clusters[number]): clusters[number] for number in start}
    return [sorted(told[first]) for first in sorted(told)]


@lru_cache(maxsize=150)
def _next_to(age: str) -> frozenset[str]:
    """The ages one year below and above one."""
    return frozenset({str(int(age) - 1), str(int(age) + 1)}) if age.isdecimal() else frozenset()

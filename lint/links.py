"""Links: what tied the reports of one run, so that the next one ties anew only those of which something has changed.

What ties two reports depends on their own terms, and on how many reports have these. So an edit concerns the report and
those with a term that weighs more or less now; all other ties are what they were while there are as many reports. The
stories are those that all reports give when they are tied anew.
"""

import marshal
from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from lint.digest import SIZE
from lint.errors import DamageError
from lint.extract import Extract
from lint.signature import BLOCKING, KINDS, Event, Signature
from lint.story import RARE, Corpus, Tally, average_linkage, reach, steady

FEWEST, MOST = 100, 20_000  # signatures: fewer are tied in no time, and what ties more takes long to read and write
CONCERNED = 0.2  # share of the signatures: where an edit concerns more, they are all tied anew
NEW = 10  # reports that are others than those that were tied, from which on it is worth it to keep the ties again

Pair = tuple[int, int]  # of signatures, by their numbers in a corpus of all
Earlier = Callable[[bytes], Sequence[Signature] | None]  # the signatures of a report by its digest, if they are known


@dataclass(frozen=True, slots=True)
class Links:
    """The ties between all reports of a run, which signatures have each term, and by which content.

    Signatures are numbered as those of a corpus of all of them are.
    """

    digests: Mapping[str, bytes]  # of the reports, by path, in its order
    orders: Sequence[Sequence[int]]  # of the signatures of each report, by their numbers in the report
    holders: Mapping[str, Mapping[str, bytes]]  # by kind and term: the numbers of signatures, as an array has them
    ties: Mapping[Pair, float]

    @property
    def packed(self) -> bytes:
        """All of it as bytes."""
        return marshal.dumps((dict(self.digests), list(self.orders), dict(self.holders), dict(self.ties)))

    def stories(self, around: Collection[str]) -> dict[Event, int]:
        """The number of the story of each event, by path and number, in a story around these paths."""
        events = [(path, number) for path, order in zip(self.digests, self.orders, strict=True) for number in order]
        start = [number for number, (path, _) in enumerate(events) if path in around]
        found = average_linkage(start, self.ties)
        return {events[each]: number for number, story in enumerate(found) for each in story}

    def is_news(self, before: "Links | None") -> bool:
        """Whether so much is new beside earlier links that the next run should begin with these."""
        if before is None:
            return True
        return sum(digest != before.digests[path] for path, digest in self.digests.items()) >= NEW


def unpacked(packed: bytes) -> Links:
    """The links that were packed; raises DamageError."""
    try:
        return Links(*marshal.loads(packed))
    except (ValueError, TypeError, EOFError) as error:
        raise DamageError(str(error)) from None


def linked(reports: Sequence[Extract], window: int | None) -> Links | None:
    """The links between these reports, which are sorted by path; None where it is not worth it to keep them."""
    digests = {each.path: each.digest for each in reports if each.digest}
    total = sum(len(each.signed) for each in reports) // SIZE
    if not FEWEST <= total <= MOST or len(digests) < len(reports):
        return None
    signatures = [_signatures(each) for each in reports]
    corpus = Corpus(signature for some in signatures for signature in some)
    holders = {kind: _holders(corpus.signatures, kind) for kind in KINDS}
    return Links(digests, [*map(_order, signatures)], holders, corpus.ties(range(total), reach(window)))


def relinked(before: Links, reports: Sequence[Extract], window: int | None, earlier: Earlier) -> Links | None:
    """The links between these reports, sorted by path, by those of an earlier run; None where they do not help."""
    digests = {each.path: each.digest for each in reports if each.digest}
    if [*before.digests] != [each.path for each in reports] or len(digests) < len(reports):
        return None
    change, orders, first = _Change(before), [], 0
    for report, order in zip(reports, before.orders, strict=True):
        if report.digest != before.digests[report.path]:
            was, now = earlier(before.digests[report.path]), _signatures(report)
            if was is None or not len(was) == len(now) == len(order):
                return None
            order = _order(now)
            for number, places in enumerate(zip(_order(was), order, strict=True), start=first):
                change.take(number, was[places[0]], now[places[1]])
        change.places += ((report, number) for number in order)
        orders.append(order)
        first += len(order)
    if len(change.concerned) > CONCERNED * len(change.places):
        return None
    return Links(digests, orders, change.holders, change.ties(reach(window)))


class _Change:
    """What an edit concerns."""

    def __init__(self, before: Links) -> None:
        self.places: list[tuple[Extract, int]] = []  # of each signature: its report, and its number there
        self.holders = {kind: dict(told) for kind, told in before.holders.items()}
        self.concerned: set[int] = set()
        self._ties = before.ties

    def take(self, number: int, was: Signature, now: Signature) -> None:
        """Note that a signature has become another."""
        self.concerned.add(number)
        for kind in KINDS:
            new = set(getattr(now, kind))
            for term in new.symmetric_difference(getattr(was, kind)):
                before = self._holding(kind, term)
                after = before | {number} if term in new else before - {number}
                if _weight(before) != _weight(after):
                    self.concerned |= before
                self.holders[kind][term] = array("I", sorted(after)).tobytes()

    def ties(self, window: int) -> dict[Pair, float]:
        """The ties of all signatures: those that an edit concerns anew, and the others as they were."""
        concerned = self._signatures(self.concerned)
        names = {term for each in concerned.values() for term in each.names}
        rare = [self._holding(BLOCKING, term) for term in names if 1 < self._count(BLOCKING, term) <= RARE]
        around = concerned | self._signatures(set().union(*rare) - self.concerned)
        numbers = sorted(around)
        counts = {
            kind: {term: self._count(kind, term) for each in around.values() for term in getattr(each, kind)}
            for kind in KINDS
        }
        corpus = Corpus(around.values(), Tally(len(self.places), counts))
        anew = corpus.ties_of({place for place, number in enumerate(numbers) if number in self.concerned}, window)
        ties = {pair: tie for pair, tie in self._ties.items() if self.concerned.isdisjoint(pair)}
        return ties | {(numbers[one], numbers[other]): tie for (one, other), tie in anew.items()}

    def _signatures(self, numbers: Collection[int]) -> dict[int, Signature]:
        reports = {report.path: report for report, _ in map(self.places.__getitem__, numbers)}
        read = {path: _signatures(report) for path, report in reports.items()}
        return {number: read[report.path][place] for number in numbers for report, place in (self.places[number],)}

    def _count(self, kind: str, term: str) -> int:
        return len(self.holders[kind].get(term, b"")) // array("I").itemsize

    def _holding(self, kind: str, term: str) -> set[int]:
        numbers = array("I")
        numbers.frombytes(self.holders[kind].get(term, b""))
        return set(numbers)


def _signatures(report: Extract) -> list[Signature]:
    """The signatures of a report, made once: a list that asks how many there are has them made for that as well."""
    return list(iter(report.signatures))


def _weight(holders: Collection[int]) -> tuple[int, bool]:
    """All for which it matters how many have a term."""
    return steady(len(holders)), len(holders) <= RARE


def _order(signatures: Sequence[Signature]) -> tuple[int, ...]:
    """The numbers of the signatures of a report, as a corpus sorts them."""
    return tuple(sorted(range(len(signatures)), key=lambda number: signatures[number].span))


def _holders(signatures: Sequence[Signature], kind: str) -> dict[str, bytes]:
    holders: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, each in enumerate(signatures):
        for term in getattr(each, kind):
            holders[term].append(number)
    return {term: numbers.tobytes() for term, numbers in holders.items()}

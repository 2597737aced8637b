"""The neighbourhood of some reports in an archive: all that can be of one story with them, and nothing else of it.

What reports share with others is looked up by their own terms, and of the reports that are found by theirs, until no
further one can be of a story with them. The stories are those that all reports together would give.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lint.catalogue import ALL, Catalogue, Change, Entry, term_of
from lint.extract import Extract
from lint.signature import BLOCKING, KINDS, Event, Place, Signature, place_of
from lint.story import Corpus, Tally, average_linkage, reach


class IncompleteError(Exception):
    """A catalogue that does not know enough: all reports must be looked at."""


@dataclass(frozen=True, slots=True)
class Near:
    """What of an archive some reports have to do with: the stories around them, and the paths of archived reports."""

    stories: Mapping[Event, int]
    paths: Sequence[str]


def near(
    catalogue: Catalogue, read: Sequence[Extract], focus: Collection[str], names: Collection[str], window: int | None
) -> Near:
    """What the reports of the focus have to do with, of those that were read and of the archive.

    The archived reports of these names are passed over, for which others stand. Raises IncompleteError.
    """
    passed = list(catalogue.of(names))
    stories = Neighbourhood(catalogue, read, passed, reach(window)).stories(focus)
    numbers = catalogue.on(topic for each in read if each.path in focus for topic in each.topics)
    numbers -= {entry.number for entry in passed}
    here = {each.path for each in read}
    paths = {path for path, _ in stories if path not in here}.union(catalogue.paths(numbers))
    return Near(stories, sorted(paths))


class Neighbourhood:
    """Looks for the stories around some reports, and learns of others only what these lead to."""

    def __init__(self, catalogue: Catalogue, read: Sequence[Extract], passed: Sequence[Entry], window: int) -> None:
        """The neighbourhood of the reports that were read, where no archived one is of those to be passed over."""
        self._catalogue = catalogue
        self._window = window
        self._passed = {entry.number for entry in passed}
        change = Change()
        for entry in passed:
            change.come(entry.number, entry.signatures)
        self._less = change.counts  # how often the reports that are passed over have a term
        self._events: dict[Place, Event] = {}
        self._archived: dict[int, Entry] = {}  # those that were looked at, by number
        self._here: dict[Place, Signature] = {}
        for each in read:
            for number, signature in enumerate(each.signatures):
                self._here[place_of(signature)] = signature
                self._events[place_of(signature)] = each.path, number
        self._held: defaultdict[str, list[Place]] = defaultdict(list)
        self._more: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
        for place, signature in self._here.items():
            for kind in KINDS:
                self._more[kind].update(getattr(signature, kind))
            for word in signature.names:
                self._held[word].append(place)
        reports = catalogue.signatures - self._less[ALL] + len(self._here)
        self._counts: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        self._tally = Tally(reports, self._counts)
        self._holders: dict[str, Sequence[int] | None] = {}
        self._known: dict[Place, Signature] = {}

    def stories(self, focus: Collection[str]) -> dict[Event, int]:
        """The number of the story of each event in a story with a report of the focus; raises IncompleteError."""
        start = {place: each for place, each in self._here.items() if each.path in focus}
        self._learn(start)
        expanded: set[Place] = set()
        waiting = set(start)
        numbers: list[int] = []
        ties: dict[tuple[int, int], float] = {}
        corpus = Corpus(self._known.values(), self._tally)
        while waiting:
            self._learn(self._led(corpus, waiting))
            expanded |= waiting
            corpus = Corpus(self._known.values(), self._tally)
            numbers = [number for number, each in enumerate(corpus.signatures) if place_of(each) in start]
            ties = corpus.ties(numbers, self._window)
            waiting = {place_of(each) for each in corpus.signed(_reached(numbers, ties))} - expanded
        clusters = average_linkage(numbers, ties)
        places = [[place_of(each) for each in corpus.signed(cluster)] for cluster in clusters]
        return {self._events[place]: number for number, story in enumerate(places) for place in story}

    def _led(self, corpus: Corpus, places: Collection[Place]) -> dict[Place, Signature]:
        """The signatures with which those of these places share a telling term, and that are near in time."""
        found: dict[Place, Signature] = {}
        numbers: set[int] = set()
        days = set()
        for number, signature in enumerate(corpus.signatures):
            if place_of(signature) not in places:
                continue
            days.add(signature.published)
            for word in corpus.telling(number):
                found |= {place: self._here[place] for place in self._held.get(word, ())}
                holders = self._holders[word]
                if holders is None:
                    raise IncompleteError
                numbers.update(holders)
        numbers -= self._passed
        self._archived |= {entry.number: entry for entry in self._catalogue.entries(numbers - self._archived.keys())}
        for entry in map(self._archived.__getitem__, numbers):
            for number, signature in enumerate(entry.signatures):
                self._events[place_of(signature)] = entry.path, number
                found[place_of(signature)] = signature
        return {place: each for place, each in found.items() if self._may_meet(each.published, days)}

    def _may_meet(self, day: date | None, days: Collection[date | None]) -> bool:
        return day is None or any(other is None or abs((day - other).days) <= self._window for other in days)

    def _learn(self, found: Mapping[Place, Signature]) -> None:
        """Look up how many reports have the terms of these signatures, and which have their names."""
        self._known |= found
        unknown: dict[int, tuple[str, str]] = {}
        for signature in found.values():
            for kind in KINDS:
                counted = self._counts[kind]
                unknown |= {
                    term_of(kind, word): (kind, word) for word in getattr(signature, kind) if word not in counted
                }
        told = self._catalogue.terms(unknown)
        for term, (kind, word) in unknown.items():
            count, holders = told.get(term, (0, ()))
            self._counts[kind][word] = count - self._less[term] + self._more[kind][word]
            if kind == BLOCKING:
                self._holders[word] = holders


def _reached(start: Sequence[int], ties: Mapping[tuple[int, int], float]) -> set[int]:
    """The numbers to which evidence for one event leads from these, from one to the next."""
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for (one, other), evidence in ties.items():
        if evidence > 0:
            beside[one].append(other)
            beside[other].append(one)
    reached, waiting = set(start), [*start]
    while waiting:
        new = set(beside[waiting.pop()]) - reached
        reached |= new
        waiting += new
    return reached

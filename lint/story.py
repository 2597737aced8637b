"""Stories: which reports speak of one event, so that only what should agree is compared."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from lint.report import Report
from lint.span import Span

TERM = re.compile(r"(?<![\w’'-])[A-ZÀ-ÖØ-Þ][\w’'-]+(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)*")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a passage of a report is about: the terms by which its event can be told from others."""

    path: str
    span: Span
    published: date | None
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one event, and what ties them."""

    signatures: tuple[Signature, ...]
    terms: tuple[str, ...]


def signatures(report: Report) -> Iterator[Signature]:
    """The signatures of a report: one for what it is about."""
    terms = frozenset(
        term.removesuffix("’s").removesuffix("'s").casefold()
        for part in report.prose
        for match in TERM.finditer(report.text, part.start, part.end)
        for term in (match.group(), *match.group().split())
    )
    yield Signature(report.path, Span(0, len(report.text)), report.published, terms)


def stories(found: Iterable[Signature], *, window: int = 30) -> list[Story]:
    """The stories among these signatures; a signature that has no fellow is a story of its own.

    Two signatures are linked when they share enough rare terms and were published at most `window` days apart.
    """
    ordered = sorted(found, key=lambda each: (each.path, each.span))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, signature in enumerate(ordered):
        for term in signature.terms:
            holders[term].append(number)
    common = max(8, len(ordered) // 50)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        if len(numbers) <= common:
            for pair in combinations(numbers, 2):
                shared[pair] += 1
    parents = list(range(len(ordered)))
    for (one, other), count in shared.items():
        smaller = min(len(ordered[one].terms), len(ordered[other].terms))
        if count >= max(3, smaller // 4) and _close(ordered[one], ordered[other], window):
            parents[_root(parents, one)] = _root(parents, other)
    members: defaultdict[int, list[Signature]] = defaultdict(list)
    for number, signature in enumerate(ordered):
        members[_root(parents, number)].append(signature)
    return [Story(tuple(each), _ties(each)) for each in members.values()]


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = number = parents[parents[number]]
    return number


def _close(one: Signature, other: Signature, window: int) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) <= window


def _ties(members: Sequence[Signature]) -> tuple[str, ...]:
    if len(members) == 1:
        return ()
    counts: defaultdict[str, int] = defaultdict(int)
    for signature in members:
        for term in signature.terms:
            counts[term] += 1
    return tuple(sorted((term for term, count in counts.items() if count > 1), key=lambda term: (-counts[term], term)))

"""How a report looks to rules about words: its words, and its pairs of neighbours, gathered once."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lint import Report, Span
from lint.find.plain import places_of, plain

BETWEEN = " '"  # what stands before and after words; at the ends of a text it is nothing

Pair = tuple[str, str]  # neighbours
Key = str | Pair


class Looks(NamedTuple):
    """A report as lint.find.plain has it."""

    text: str
    words: set[str]
    pairs: set[Pair]
    repeats: bool

    def have(self, signs: frozenset[Key] | frozenset[str]) -> bool:
        """Whether one of some words and pairs of neighbours stands in the report."""
        return not (signs.isdisjoint(self.words) and signs.isdisjoint(self.pairs))

    def places(self, key: Key) -> Iterator[int]:
        """Where the words of a key stand, in their order."""
        wanted, text = key if isinstance(key, str) else " ".join(key), self.text
        place = text.find(wanted)
        while place >= 0:
            end = place + len(wanted)
            if text[end : end + 1] in BETWEEN and text[place - 1 : place] in BETWEEN:
                yield place
            place = text.find(wanted, end)


def words_and_pairs(report: Report) -> Iterator[Looks]:
    """How the report looks to rules about words, once."""
    yield Looks(*report.find(plain)[0])


def signs_of_percentages(report: Report) -> Iterator[bool]:
    """Something, where percentages may stand; nothing, where there is none."""
    (looks,) = report.find(words_and_pairs)
    plain = looks.text
    if "%" in report.text or "percent" in plain or "pct" in plain or ("per", "cent") in looks.pairs:
        yield True


def articles(report: Report) -> Iterator[int]:
    """Where “a” or “an” may stand: between anything but plain letters and digits."""
    (looks,) = report.find(words_and_pairs)
    text = " " + looks.text
    places: list[int] = []
    for article in (" a ", " an "):
        place = text.find(article)
        while place >= 0:
            places.append(place)
            place = text.find(article, place + 2)
    yield from sorted(places)


def around(pattern: re.Pattern[str], signs: Iterable[str], report: Report, reach: int = 140) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the body, as if it had been searched for in all of it.

    Each holds one of the signs, which are words as Looks has them, and is no longer than the reach, in code points.
    """
    (looks,) = report.find(words_and_pairs)
    return beside(pattern, sorted(places_of(signs, looks.text)), report.text, report.body, reach)


def beside(
    pattern: re.Pattern[str], places: Iterable[int], text: str, part: Span, reach: int
) -> Iterator[re.Match[str]]:
    """The matches of a pattern in a part of a text, each of which holds one of these places, or begins or ends there.

    Places are in their order; no match is longer than the reach, in code points.
    """
    start, end = part.start, part.end
    for place in places:
        for match in pattern.finditer(text, max(start, place - reach), min(end, place + reach)):
            start = match.end()
            yield match


def reaching(
    pattern: re.Pattern[str], places: Iterable[int], text: str, part: Span, before: int, behind: int
) -> Iterator[re.Match[str]]:
    """The matches of a pattern in a part of a text, each of which holds one of these places or begins there.

    Places are in their order; all that tells whether the pattern fits stands at most so far before and behind one.
    """
    end = part.start
    for place in places:
        if end <= place < part.end:
            match = pattern.search(text, max(end, place - before), min(part.end, place + behind))
            if match and match.start() <= place:
                end = match.end()
                yield match


def at(pattern: re.Pattern[str], places: Sequence[int], report: Report) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at one of these places, as if it had been searched for in all prose.

    Places are in their order.
    """
    text = report.text
    for part in report.prose:
        end, limit = part.start, part.end
        for place in places[bisect_left(places, end) : bisect_left(places, limit)]:
            if end <= place and (match := pattern.match(text, place, limit)):
                end = match.end()
                yield match

"""rival-superlative: two different things that an archive calls the first or the largest of one kind and place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Passage, Report, Scope, Severity, Span, bad, good
from lint.find.spellings import folded
from lint.pattern import late

from ._contest import contests, days_between, needed, says_the_same, whereabouts
from ._looks import around, words_and_pairs

CAPITALS = r"[A-Z][\w’'-]*(?:(?: of| de| the)? [A-Z][\w’'-]*){0,4}"
MOST = (
    r"first|oldest|youngest|largest|biggest|tallest|highest|longest|busiest|richest|deadliest|smallest|deepest|fastest"
    r"|heaviest|northernmost|southernmost"
)
MOST_WORDS, MOST_REACH = frozenset(MOST.split("|")), 30
SMALL = r"(?:to|who|that|with|since|ever|in|of|for|by|and|or|on|at|is|was|from|as|time|step|half|day|year|of|round)\b"
OCCASION = (
    r"(?:day|night|week|weekend|month|year|half|quarter|round|leg|match|game|race|meeting|phase|part|stage|visit)s?\b"
)
KIND = rf"(?P<kind>(?!{SMALL}|{OCCASION})[a-z][\w-]+(?: (?!{SMALL})[a-z][\w-]+){{0,2}})"
LINK = r"(?: (?:Corp|Inc|Co|Ltd)\.)?(?:,| is| was| became| remains|, which is|, which was)"
LINK_ENDS = (", ", " is ", " was ", " became ", " remains ")
IS_IN = late(
    rf"\b(?P<thing>{CAPITALS}){LINK} the (?P<most>{MOST}) {KIND} (?:in|of) (?:the )?(?P<place>{CAPITALS}|world)"
    r"(?=[,.;]| (?:by|and|on|in|when|after|since) )"
)
IS_OF = late(
    rf"\b(?P<thing>{CAPITALS}){LINK} (?:the )?(?P<place>{CAPITALS}|world)[’']s (?P<most>{MOST}) {KIND}(?=[,.;]| and )"
)
APPOSED = late(rf"\b(?P<place>{CAPITALS}|world)[’']s (?P<most>{MOST}) {KIND}, (?:the )?(?P<thing>{CAPITALS}),")
MOST_OF = late(rf"[tT’'](?:(?<=[tT])he|(?<=[’'])s) (?:{MOST}) ")
BEFORE, AFTER = 110, 110  # code points around a superlative in which the thing and the place stand
SAME = {"biggest": "largest"}
FOR_GOOD = "first"
MOST_VALUES = 4
NO_THING = frozenset("it he she this that there they we i which what here but and one".split())

Key = tuple[str, str, str]  # superlative, kind, place


@dataclass(frozen=True, slots=True)
class Called:
    """That a report calls a thing the most of its kind and place."""

    passage: Passage
    published: date | None
    value: str  # the thing, folded
    thing: str


@dataclass(frozen=True)
class RivalSuperlative(CorpusRule[Key, Called]):
    """Two different things are called the first, or the largest, of one kind and place.

    A newspaper that has called two bridges the longest in the county was wrong once, and readers keep cuttings. What
    all reports call the first, the largest, the oldest of a kind in a place is compared, over the whole archive.

    It does not claim to know which is right, and is a note: one bridge may have been built since (what is `days` apart
    is only compared where it is the first), “largest” may be of area or of people, and things have two names.
    """

    days: int = 730

    scope: ClassVar[Scope] = Scope.ARCHIVE
    examples: ClassVar = (
        bad(
            "((Tarn Bridge is the longest bridge in Quillshire)), the county says.",
            "A barge hit the pier. [[Fenwick Viaduct, the longest bridge in Quillshire]], was shut.",
            severity="note",
        ),
        good(
            "Tarn Bridge is the longest bridge in Quillshire, the county says.",
            "Fenwick Viaduct is the longest bridge in Farrowshire, and Tarn is Quillshire’s oldest bridge.",
            why="of another place, and of another kind",
        ),
        good(
            "Tarn Bridge is the longest bridge in Quillshire, the county says.",
            "Fenwick Viaduct is one of the longest bridges in Quillshire.",
            why="one of them",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[Key, Called]]:
        """What a report calls the most of its kind."""
        text, body = report.text, report.body
        told: set[tuple[int, int]] = set()
        (looks,) = report.find(words_and_pairs)
        for most in around(MOST_OF, MOST_WORDS & looks.words, report, MOST_REACH):
            limits = max(body.start, most.start() - BEFORE), min(body.end, most.end() + AFTER)
            for pattern in _patterns_for(most):
                for found in pattern.finditer(text, *limits):
                    if found.span() not in told:
                        told.add(found.span())
                        yield from _called(report, found)

    def compare(self, key: Key, claims: Sequence[Called]) -> Iterator[Diagnostic]:
        """One finding for each thing that is not the one called so most."""
        most, kind, _ = key

        def clash(one: Called, other: Called) -> bool:
            if set(one.value.split()) & set(other.value.split()) or one.passage.path == other.passage.path:
                return False
            return most == FOR_GOOD or days_between(one, other) <= self.days

        for contest in contests(claims, clash, says_the_same, values=MOST_VALUES):
            stated, other = contest.latest, contest.against
            yield self.diagnostic(
                Severity.NOTE,
                stated.passage,
                f"the {most} {kind} is {stated.thing} here, and {other.thing}{whereabouts(stated, other)}",
                related=contest.related(lambda claim: f"{claim.thing} here"),
                help="check which is, or say in what",
            )

    def condense(self, key: Key, claims: Sequence[Called]) -> Sequence[Called]:
        """The claims that a contest looks at."""
        return needed(claims, values=MOST_VALUES)


def _patterns_for(most: re.Match[str]) -> tuple[re.Pattern[str], ...]:
    """The patterns that may hold a superlative, by its “the” or “’s” and by what stands before that."""
    if most.group()[0] not in "tT":
        return IS_OF, APPOSED
    return (IS_IN,) if most.string.endswith(LINK_ENDS, 0, most.start()) else ()


def _called(report: Report, found: re.Match[str]) -> Iterator[tuple[Key, Called]]:
    thing, most = found["thing"].removeprefix("The "), SAME.get(found["most"], found["most"])
    if folded(thing) not in NO_THING:
        called = Called(report.passage(Span(*found.span())), report.published, folded(thing), thing)
        yield (most, folded(found["kind"]), folded(found["place"])), called

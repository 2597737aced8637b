"""One event is put in two places: two blocks of one street, or two streets of one name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import product
from typing import ClassVar

from lint import Diagnostic, Passage, Report, bad, good
from lint.compiled import compiled
from lint.find.addresses import Address, addresses
from lint.find.sentences import sentence_at
from lint.find.times import times
from lint.value import value

from ._contest import ContestRule, contests, says_the_same, whereabouts
from ._spoken import are_two_alike, says_it_changed, stems

LIVES_THERE = compiled(
    r"(?:\b(?:liv(?:es?|ed|ing)|reside[sd]?|residents?|natives?|address|based)\b[^.]{0,25}"
    r"|(?:,|\d) (?:both )?of (?:the )?)$",
    re.IGNORECASE,
)
BLOCK = 100
KIND = "kind"
APART = 120  # minutes


Key = tuple[str, str]  # the name of a street, and what of it is compared: its kind or its block


@value(frozen=True, slots=True)
class StatedPlace:
    """Where on the streets of one name a report puts an event: on the Street or the Avenue, or in which block."""

    passage: Passage
    published: date | None
    value: str
    sentence: int  # where its sentence begins
    minutes: frozenset[int]  # the times of day in it
    stems: frozenset[str]
    number: int | None  # of the house or block


@dataclass(frozen=True)
class ConflictingPlaces(ContestRule[Key, StatedPlace]):
    """One event is put in two places: two blocks of one street, or two streets of one name.

    “The 3300 block of Elm Street” is not the 3800 block, and Elm Street is not Elm Avenue. Where each of two reports
    gives only its own, one of them is wrong, and readers who live there know which.

    It does not compare the blocks of one report, which tells of many, unless two of its sentences tell the same, nor
    the kinds of numbered streets (2nd Street and 2nd Avenue meet), streets of different names (an
    event at a corner has two), nor addresses where people live.
    """

    values: int = 4  # different places on streets of one name in one story above which they are taken for several

    examples: ClassVar = (
        bad(
            " date 2026-04-07\n\nA gas explosion in the ((3300 block of Larkspur Street)) hurt Odette Farrow, 61, on"
            " Monday, the Brackley fire department said.\n",
            " date 2026-04-07\n\nThe Brackley fire department was called to an explosion in the [[3800 block of"
            " Larkspur Street]] on Monday. Odette Farrow, 61, was hurt.\n",
            severity="warning",
        ),
        good(
            " date 2026-04-07\n\nA gas explosion in the 3300 block of Larkspur Street hurt Odette Farrow, 61, on"
            " Monday, the Brackley fire department said.\n",
            " date 2026-04-07\n\nThe Brackley fire department was called to an explosion at 3342 Larkspur Street on"
            " Monday. Odette Farrow, 61, was hurt.\n",
            why="number 3342 stands in the 3300 block",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[Key, StatedPlace]]:
        """Each street that is nobody's address, under its name; its kind and its block apart."""
        for address in report.find(addresses):
            has_kind, number = address.kind and not address.name[0].isdigit(), address.number
            if not (has_kind or number is not None) or not _is_scene(report, address):
                continue
            stated = _stated(report, address, address.kind)
            if has_kind:
                yield (address.name, KIND), stated
            if number is not None:
                yield (address.name, "block"), replace(stated, value=str(number // BLOCK))

    def compare(self, key: Key, claims: Sequence[StatedPlace]) -> Iterator[Diagnostic]:
        """One finding for each place that cannot be the one given most."""
        for contest in contests(claims, partial(_differ, key[1]), says_the_same, values=self.values):
            stated, other = contest.latest, contest.against
            here, there = f"“{stated.passage.words}” here", f"“{other.passage.words}”{whereabouts(stated, other)}"
            yield self.warning(contest, f"the event is put on {here}, and on {there}", help="check which is right")


def _is_scene(report: Report, address: Address) -> bool:
    text, span = report.text, address.span
    return not (LIVES_THERE.search(text, max(0, span.start - 50), span.start) or says_it_changed(report, span))


def _stated(report: Report, address: Address, value: str) -> StatedPlace:
    sentence = sentence_at(report, address.span.start)
    minutes = frozenset(time.minute for time in report.find(times) if sentence.covers(time.span))
    passage, words = report.passage(address.span), stems(report, address.span)
    return StatedPlace(passage, report.published, value, sentence.start, minutes, words, address.number)


def _differ(what: str, one: StatedPlace, other: StatedPlace) -> bool:
    if one.value == other.value or _are_hours_apart(one.minutes, other.minutes):
        return False
    if one.passage.path != other.passage.path:
        return True
    if one.sentence == other.sentence:  # a corner, or a chase
        return False
    if what == KIND:
        return one.number is None or other.number is None or one.number == other.number
    return are_two_alike(one.stems, other.stems)  # a report tells of many blocks


def _are_hours_apart(minutes: frozenset[int], others: frozenset[int]) -> bool:
    """Whether the times in two sentences are of two events."""
    return bool(minutes and others) and min(abs(a - b) for a, b in product(minutes, others)) >= APART
